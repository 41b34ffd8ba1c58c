import DocumentModel
package import SystemPackage

/// The program that becomes the office suite, and what that may use.
package struct ConversionProgram: Sendable {
  package var executable: FilePath
  /// Where to look for the suite.
  package var suites: [LibreOffice]
  package var limits: Configuration.Limits

  package init(executable: FilePath, suites: [LibreOffice], limits: Configuration.Limits) {
    self.executable = executable
    self.suites = suites
    self.limits = limits
  }

  /// Finds the program where it was installed. The suite is looked for when it is needed: it may be installed later.
  ///
  /// - Throws: ``WorkerFailure`` when the program is not there.
  package init(limits: Configuration.Limits) throws(WorkerFailure) {
    executable = try InstalledProgram.find("nianbaod-convert")
    suites = LibreOffice.usualFolders.map(LibreOffice.init)
    self.limits = limits
  }

  /// Its code and fonts are mapped besides the memory that a document takes.
  var addressSpace: Int { limits.memory + (1 << 30) }

  /// What the program is told.
  func arguments(_ format: DocumentFormat, suite: LibreOffice, folder: FilePath) -> [String] {
    [
      format.rawValue, suite.folder.string, folder.string, String(addressSpace), String(limits.wholeSeconds),
      String(limits.document.unpacked),
    ]
  }
}
