import LinuxSystem
import SystemPackage

/// What is going to be moved where. Once it is on the disk, the moves can be begun, broken off and gone on with.
struct FilingPlan: Equatable {
  struct Diagnostics: Equatable {
    var suffix: String
    var name: FilePath.Component
  }

  var outcome: Outcome
  /// Where the report was handed in; its folder is kept below that of the outcome.
  var path: InboxPath
  var source: ReportSource
  /// What was judged, by `FileStatus.fingerprint`; empty for a file that was not read.
  var judged: String
  var report: FilePath.Component
  /// In the order in which they were staged.
  var diagnostics: [Diagnostics]

  var names: [FilePath.Component] { [report] + diagnostics.map(\.name) }
}

extension FilingPlan {
  /// The first and the last field: both there, the note is whole.
  private static let opening = "nianbaod filing plan 1"
  private static let closing = "end"

  /// Fields, each ended by a NUL, the one byte besides the slash that no name holds.
  var encoded: [UInt8] {
    var fields = [
      Array(Self.opening.utf8), Array(outcome.rawValue.utf8), Array(source.rawValue.utf8), Array(judged.utf8),
      path.bytes, report.bytes,
    ]
    for file in diagnostics { fields += [Array(file.suffix.utf8), file.name.bytes] }
    fields.append(Array(Self.closing.utf8))
    return fields.flatMap { $0 + [0] }
  }

  /// - Returns: `nil` when the bytes are no whole plan.
  init?(decoding bytes: [UInt8]) {
    guard bytes.last == 0 else { return nil }
    let fields = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
    guard fields.count >= 7, !fields.count.isMultiple(of: 2), fields.first == Array(Self.opening.utf8),
      fields.last == Array(Self.closing.utf8),
      let outcome = Outcome(rawValue: String(decoding: fields[1], as: UTF8.self)),
      let source = ReportSource(rawValue: String(decoding: fields[2], as: UTF8.self)),
      let path = InboxPath(bytes: fields[4]),
      let report = FilePath.Component(bytes: fields[5]), report.kind == .regular
    else { return nil }
    let judged = String(decoding: fields[3], as: UTF8.self)
    self.init(outcome: outcome, path: path, source: source, judged: judged, report: report, diagnostics: [])
    for index in stride(from: 6, to: fields.count - 1, by: 2) {
      guard let name = FilePath.Component(bytes: fields[index + 1]), name.kind == .regular else { return nil }
      diagnostics.append(Diagnostics(suffix: String(decoding: fields[index], as: UTF8.self), name: name))
    }
  }
}

extension FileStatus {
  /// Differs when the file has been written to, or is another one.
  var fingerprint: String { "\(device) \(inode) \(size) \(changedAt)" }
}

extension SubmissionFolder {
  /// Writes the plan in place of an earlier one. It is on the disk when the file system is synchronized.
  func writePlan(_ plan: FilingPlan) throws(SpoolError) {
    try explaining(.work, "The plan for \(id) cannot be written") { () throws(Errno) in
      let file = try directory.createFileAnew(Self.draftName)
      try file.writeAll(plan.encoded)
      try file.close()
      try directory.renameReplacing(Self.draftName, to: Self.planName, in: directory)
    }
  }

  /// - Returns: `nil` when nothing is decided yet.
  func readPlan() throws(SpoolError) -> FilingPlan? {
    let bytes = try explaining(.work, "The plan for \(id) cannot be read") { () throws(Errno) in
      try directory.readFileIfPresent(Self.planName, upTo: 64 << 10)
    }
    return bytes.flatMap { FilingPlan(decoding: $0) }
  }

  /// Gives up a plan that cannot be carried out: the report is judged again.
  func removePlan() throws(SpoolError) {
    try explaining(.work, "The plan for \(id) cannot be given up") { () throws(Errno) in
      try directory.unlinkIfPresent(Self.planName)
    }
  }

  /// Writes the diagnostics where they wait to be moved, in place of what an interrupted attempt has left, and hands them to
  /// a group. Without the right to do that they stay readable for all whom their folder lets in.
  func stage(_ diagnostics: [DiagnosticsFile], for group: UInt32) throws(SpoolError) {
    try explaining(.work, "The diagnostics of \(id) cannot be written") { () throws(Errno) in
      for (index, contents) in diagnostics.enumerated() {
        let file = try directory.createFileAnew(Self.diagnosticsName(index))
        try file.writeAll(contents.bytes)
        if try file.status().group != group {
          do throws(Errno) { try file.setGroup(group) } catch .notPermitted {}
        }
        // For everybody whom the folder lets in, whatever the umask.
        try file.setPermissions([.ownerReadWrite, .groupReadWrite, .otherRead])
        try file.close()
      }
    }
  }

  static func diagnosticsName(_ index: Int) -> FilePath.Component {
    guard let name = FilePath.Component("diagnostics.\(index)") else { preconditionFailure("a number is no slash") }
    return name
  }
}
