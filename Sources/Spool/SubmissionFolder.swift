import LinuxSystem
import SystemPackage

/// The folder of one submission below `.work`, and the notes in it that must outlive a power cut.
///
///     origin           where the file lay below the inbox
///     report           the file
///     attempts         one byte for each time that judging it was begun
///     diagnostics.0    what was found, one file each, on its way to the outcome
///     plan             what becomes of it, once that is decided
struct SubmissionFolder: ~Copyable, Sendable {
  static let originName: FilePath.Component = "origin"
  static let reportName: FilePath.Component = "report"
  static let attemptsName: FilePath.Component = "attempts"
  static let planName: FilePath.Component = "plan"
  /// A plan in the making.
  static let draftName: FilePath.Component = "plan.new"

  let id: SubmissionID
  let directory: Directory

  /// Makes the folder.
  init(new id: SubmissionID, in work: borrowing Directory) throws(SpoolError) {
    let name = id.folderName
    directory = try explaining(.work, "The work folder of \(id) cannot be made") { () throws(Errno) in
      try work.makeDirectory(name, permissions: .ownerReadWriteExecute)
      return try work.directory(at: FilePath(root: nil, [name]))
    }
    self.id = id
  }

  /// Opens the folder of a submission that was claimed earlier.
  init(_ id: SubmissionID, in work: borrowing Directory) throws(SpoolError) {
    directory = try explaining(.work, "The work folder of \(id) cannot be opened") { () throws(Errno) in
      try work.directory(at: FilePath(root: nil, [id.folderName]))
    }
    self.id = id
  }

  // MARK: Notes

  func has(_ name: FilePath.Component) throws(SpoolError) -> Bool {
    try explaining(.work, "The work folder of \(id) cannot be read") { () throws(Errno) in
      try directory.contains(name)
    }
  }

  /// Notes where the file lay, on the disk before the file leaves that place.
  func writeOrigin(_ path: InboxPath) throws(SpoolError) {
    try explaining(.work, "The origin of \(path) cannot be noted in .work/\(id)") { () throws(Errno) in
      try directory.writeFile(Self.originName, path.bytes)
      try directory.synchronize()
    }
  }

  /// Where the file lay. A note that is damaged, which takes a broken disk, must not keep the report from being filed:
  /// then it goes by the name of its submission.
  func readOrigin() throws(SpoolError) -> InboxPath {
    let bytes = try explaining(.work, "The origin of \(id) cannot be read") { () throws(Errno) in
      try directory.readFileIfPresent(Self.originName, upTo: 64 << 10)
    }
    return bytes.flatMap { InboxPath(bytes: $0) } ?? InboxPath(id.folderName, in: "")
  }

  /// How many times judging was begun.
  func attempts() throws(SpoolError) -> Int {
    guard try has(Self.attemptsName) else { return 0 }
    return try explaining(.work, "The attempts at \(id) cannot be counted") { () throws(Errno) in
      try directory.status(of: FilePath(root: nil, [Self.attemptsName])).size
    }
  }

  /// Counts one more attempt, durably. A file that only grows by a byte is never half written.
  func countAttempt() throws(SpoolError) -> Int {
    let isFirst = try !has(Self.attemptsName)
    return try explaining(.work, "An attempt at \(id) cannot be noted") { () throws(Errno) in
      if isFirst { try directory.createFile(Self.attemptsName).close() }
      let file = try directory.openForAppending(Self.attemptsName)
      try file.writeAll([UInt8(ascii: ".")])
      try file.synchronize()
      if isFirst { try directory.synchronize() }
      return try file.status().size
    }
  }

  /// Counts one attempt less. A power cut may bring it back, which costs a try and no report.
  func discountAttempt() throws(SpoolError) -> Int {
    let left = max(0, try attempts() - 1)
    return try explaining(.work, "An attempt at \(id) cannot be taken back") { () throws(Errno) in
      try directory.openForAppending(Self.attemptsName).truncate(to: left)
      return left
    }
  }

  // MARK: Removal

  /// Removes the folder and all notes in it, the plan first: without it and without the report nothing is left to do.
  ///
  /// - Throws: `SpoolError` with the code `work`, above all when the report is still here.
  func remove(
    from work: borrowing Directory, afterPlan pass: () throws(SpoolError) -> Void = {}
  ) throws(SpoolError) {
    guard try !has(Self.reportName) else {
      throw SpoolError(.work, "The work folder of \(id) still holds the report and is kept.")
    }
    let message = "The work folder of \(id) cannot be removed"
    if try has(Self.planName) {
      try explaining(.work, message) { () throws(Errno) in try directory.unlink(Self.planName) }
    }
    try pass()
    try explaining(.work, message) { () throws(Errno) in
      for entry in try directory.entries() {
        try directory.unlink(entry.name)
      }
      try work.removeDirectory(id.folderName)
    }
  }
}

extension SubmissionID {
  /// Ids are plain ASCII without a slash, and so a name of a file.
  var folderName: FilePath.Component {
    guard let name = FilePath.Component(rawValue) else { preconditionFailure("\(rawValue) is no name of a file") }
    return name
  }
}

extension Directory {
  /// Makes a file of these bytes, on the disk when it returns; its name is not yet.
  func writeFile(
    _ name: FilePath.Component, _ bytes: [UInt8], permissions: FilePermissions = [.ownerReadWrite]
  ) throws(Errno) {
    let file = try createFile(name)
    try file.writeAll(bytes)
    try file.setPermissions(permissions)
    try file.synchronize()
    try file.close()
  }

  func readFileIfPresent(_ name: FilePath.Component, upTo maximumBytes: Int) throws(Errno) -> [UInt8]? {
    do throws(Errno) {
      return try openForReading(FilePath(root: nil, [name])).readAll(upTo: maximumBytes)
    } catch .noSuchFileOrDirectory, .fileTooLarge {
      return nil
    }
  }
}
