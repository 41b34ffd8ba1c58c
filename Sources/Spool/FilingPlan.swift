import LinuxSystem
import SystemPackage

/// What is going to be moved where. Once it is on the disk, the moves can be begun, broken off and gone on with.
struct FilingPlan: Equatable {
  struct Diagnostics: Equatable {
    var suffix: String
    var name: FilePath.Component
  }

  var outcome: Outcome
  /// Below the outcome's folder; may be empty.
  var folder: FilePath
  var report: FilePath.Component
  /// In the order in which they were staged.
  var diagnostics: [Diagnostics]

  init(outcome: Outcome, folder: FilePath, report: FilePath.Component, diagnostics: [Diagnostics]) {
    self.outcome = outcome
    self.folder = folder
    self.report = report
    self.diagnostics = diagnostics
  }
}

extension FilingPlan {
  /// The first and the last field: both there, the note is whole.
  private static let opening = "nianbaod filing plan 1"
  private static let closing = "end"

  /// Fields, each ended by a NUL, the one byte besides the slash that no name holds.
  var encoded: [UInt8] {
    var fields = [Array(Self.opening.utf8), Array(outcome.rawValue.utf8), folder.bytes, report.bytes]
    for file in diagnostics { fields += [Array(file.suffix.utf8), file.name.bytes] }
    fields.append(Array(Self.closing.utf8))
    return fields.flatMap { $0 + [0] }
  }

  /// - Returns: `nil` when the bytes are no whole plan.
  init?(decoding bytes: [UInt8]) {
    guard bytes.last == 0 else { return nil }
    let fields = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
    guard fields.count >= 5, fields.count % 2 == 1, fields[0].elementsEqual(Self.opening.utf8),
      fields[fields.count - 1].elementsEqual(Self.closing.utf8),
      let outcome = Outcome(rawValue: String(decoding: fields[1], as: UTF8.self)),
      let folder = FilePath(bytes: fields[2]), folder.isEmpty || InboxPath(folder) != nil,
      let report = FilePath.Component(bytes: fields[3]), report.kind == .regular
    else { return nil }
    self.init(outcome: outcome, folder: folder, report: report, diagnostics: [])
    for index in stride(from: 4, to: fields.count - 1, by: 2) {
      guard let name = FilePath.Component(bytes: fields[index + 1]), name.kind == .regular else { return nil }
      diagnostics.append(Diagnostics(suffix: String(decoding: fields[index], as: UTF8.self), name: name))
    }
  }
}

extension SubmissionFolder {
  /// Writes the plan so that after a power cut there is this one, the one before, or none, but never a part.
  func writePlan(_ plan: FilingPlan) throws(SpoolError) {
    try explaining(.work, "The plan for \(id) cannot be written") { () throws(Errno) in
      if try directory.contains(Self.draftName) { try directory.unlink(Self.draftName) }
      try directory.writeFile(Self.draftName, plan.encoded)
      try directory.renameReplacing(Self.draftName, to: Self.planName, in: directory)
      try directory.synchronize()
    }
  }

  /// - Returns: `nil` when nothing is decided yet.
  func readPlan() throws(SpoolError) -> FilingPlan? {
    let bytes = try explaining(.work, "The plan for \(id) cannot be read") { () throws(Errno) in
      try directory.readFileIfPresent(Self.planName, upTo: 64 << 10)
    }
    return bytes.flatMap { FilingPlan(decoding: $0) }
  }

  /// Writes the diagnostics where they wait to be moved, in place of what an interrupted attempt has left.
  func stage(_ diagnostics: [DiagnosticsFile]) throws(SpoolError) {
    try explaining(.work, "The diagnostics of \(id) cannot be written") { () throws(Errno) in
      for (index, file) in diagnostics.enumerated() {
        let name = Self.diagnosticsName(index)
        if try directory.contains(name) { try directory.unlink(name) }
        // For everybody whom the folder lets in, whatever the umask.
        try directory.writeFile(name, file.bytes, permissions: [.ownerReadWrite, .groupReadWrite, .otherRead])
      }
    }
  }

  static func diagnosticsName(_ index: Int) -> FilePath.Component {
    guard let name = FilePath.Component("diagnostics.\(index)") else { preconditionFailure("a number is no slash") }
    return name
  }
}
