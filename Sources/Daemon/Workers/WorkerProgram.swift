import DocumentModel
package import SystemPackage

/// The worker's program, and what it may use.
package struct WorkerProgram: Sendable {
  package var executable: FilePath
  package var limits: Configuration.Limits

  package init(executable: FilePath, limits: Configuration.Limits) {
    self.executable = executable
    self.limits = limits
  }

  /// Finds the program where it was installed.
  ///
  /// - Throws: ``WorkerFailure`` when it is not there.
  package init(limits: Configuration.Limits) throws(WorkerFailure) {
    executable = try InstalledProgram.find("nianbaod-extract")
    self.limits = limits
  }

  /// The worker limits itself before it reads anything: its address space, and its processor time for a file.
  var arguments: [String] {
    [String(limits.memory), String(limits.wholeSeconds)]
  }

  /// A document's text is about as long as its file, or as what is packed in it; beside it there are the places of at
  /// most `Document.mostPieces` pieces. Beyond that nobody waits for the rest.
  var longestAnswer: Int { 2 * limits.document.file + (32 << 20) }
}

extension Configuration.Limits {
  /// The time for a file, as the system counts processor time.
  var wholeSeconds: Int { max(1, Int(clamping: time.components.seconds)) }
}
