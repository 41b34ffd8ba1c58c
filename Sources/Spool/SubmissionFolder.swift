import LinuxSystem
import SystemPackage

/// The folder of one submission below `.work`.
///
///     report/office/2024.docx   the file, below folders of the names that it had in the inbox
///     aside                     where the file lay, when it had to stay on a file system of its own
///     copy                      what is judged and filed in place of a file that others could still change
///     attempt.1                 one for each time that judging was begun; attempt.0 is one that was taken back
///     diagnostics.0             what was found, one file each, on its way to the outcome
///     plan                      what becomes of it, once that is decided
///     placed                    a copy of the report is in its outcome folder, which is a mount of its own
///
/// A claim is nothing but names: file systems that keep a journal bring them to the disk in the order in which they were
/// made, so that none of them has to wait for it.
struct SubmissionFolder: ~Copyable, Sendable {
  static let reportFolderName: FilePath.Component = "report"
  static let asideName: FilePath.Component = "aside"
  static let copyName: FilePath.Component = "copy"
  static let planName: FilePath.Component = "plan"
  static let placedName: FilePath.Component = "placed"
  /// A plan in the making.
  static let draftName: FilePath.Component = "plan.new"

  let id: SubmissionID
  let directory: Directory

  /// Makes the folder, of one that an earlier submission has left if there is any.
  init(new id: SubmissionID, in work: borrowing Directory, spares: SpareFolders) throws(SpoolError) {
    let name = id.folderName
    directory = try explaining(.work, "The work folder of \(id) cannot be made") { () throws(Errno) in
      try spares.moveIn(id, in: work)
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

  func has(_ name: FilePath.Component) throws(SpoolError) -> Bool {
    try explaining(.work, "The work folder of \(id) cannot be read") { () throws(Errno) in
      try directory.contains(name)
    }
  }

  // MARK: Attempts

  /// How many times judging was begun.
  func attempts() throws(SpoolError) -> Int {
    var count = 0
    while try has(Self.attemptName(count + 1)) { count += 1 }
    return count
  }

  /// Counts one more attempt. No crash of the service can undo that; a power cut may, which costs a try.
  func countAttempt(after attempts: Int) throws(SpoolError) -> Int {
    try explaining(.work, "An attempt at \(id) cannot be noted") { () throws(Errno) in
      let next = Self.attemptName(attempts + 1)
      do throws(Errno) {
        try directory.renameNoReplace(Self.attemptName(0), to: next, in: directory)
      } catch .noSuchFileOrDirectory {
        do throws(Errno) { try directory.createFile(next).close() } catch .fileExists {}
      } catch .fileExists {}
    }
    return attempts + 1
  }

  /// Counts one attempt less.
  func discountAttempt(of attempts: Int) throws(SpoolError) -> Int {
    guard attempts > 0 else { return 0 }
    try explaining(.work, "An attempt at \(id) cannot be taken back") { () throws(Errno) in
      do throws(Errno) {
        try directory.renameReplacing(Self.attemptName(attempts), to: Self.attemptName(0), in: directory)
      } catch .noSuchFileOrDirectory {}
    }
    return attempts - 1
  }

  private static func attemptName(_ number: Int) -> FilePath.Component {
    guard let name = FilePath.Component("attempt.\(number)") else { preconditionFailure("a number is no slash") }
    return name
  }

  // MARK: Removal

  /// Removes the folder and all notes in it, the plan first: without it and without the report nothing is left to do.
  ///
  /// - Throws: `SpoolError` with the code `work`, above all when the report is still here.
  func remove(
    from work: borrowing Directory, spares: SpareFolders, afterPlan pass: () throws(SpoolError) -> Void = {}
  ) throws(SpoolError) {
    guard try originalInWork() == nil else {
      throw SpoolError(.work, "The work folder of \(id) still holds the report and is kept.")
    }
    try explaining(.work, "The work folder of \(id) cannot be removed") { () throws(Errno) in
      try directory.unlinkIfPresent(Self.planName)
    }
    try pass()
    try explaining(.work, "The work folder of \(id) cannot be removed") { () throws(Errno) in
      try empty()
      try spares.moveOut(id, in: work)
    }
  }

  /// Removes what the next submission would not make anew.
  private func empty() throws(Errno) {
    for entry in try directory.entries() {
      switch entry.name {
      case Self.reportFolderName: try reportFolder().removeEmptyFolders()
      case Self.attemptName(0): break
      default: try directory.unlink(entry.name)
      }
    }
  }

  /// Removes a folder that was emptied.
  static func remove(_ name: FilePath.Component, from work: borrowing Directory) throws(Errno) {
    let folder = try work.directory(at: FilePath(root: nil, [name]))
    try folder.unlinkIfPresent(attemptName(0))
    do throws(Errno) { try folder.removeDirectory(reportFolderName) } catch .noSuchFileOrDirectory {}
    try work.removeDirectory(name)
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
  func unlinkIfPresent(_ name: FilePath.Component) throws(Errno) {
    do throws(Errno) { try unlink(name) } catch .noSuchFileOrDirectory {}
  }

  /// Makes a file in place of one that was broken off earlier.
  func createFileAnew(_ name: FilePath.Component) throws(Errno) -> OwnedDescriptor {
    do throws(Errno) {
      return try createFile(name)
    } catch .fileExists {
      try unlink(name)
      return try createFile(name)
    }
  }

  /// Removes the folder in this one, and before it the one in that.
  func removeEmptyFolders() throws(Errno) {
    var inner: FilePath = ""
    while let next = try directory(at: inner).entries().first(where: { $0.kind == .directory }) {
      inner.append(next.name)
    }
    while let last = inner.lastComponent {
      inner.removeLastComponent()
      try directory(at: inner).removeDirectory(last)
    }
  }

  func readFileIfPresent(_ name: FilePath.Component, upTo maximumBytes: Int) throws(Errno) -> [UInt8]? {
    do throws(Errno) {
      return try openForReading(FilePath(root: nil, [name])).readAll(upTo: maximumBytes)
    } catch .noSuchFileOrDirectory, .fileTooLarge {
      return nil
    }
  }
}
