import LinuxSystem
import SystemPackage

/// The names that a report and its diagnostics get in the folder of an outcome.
struct FilingNames: Equatable {
  var report: FilePath.Component
  var diagnostics: [FilePath.Component]

  /// The first names of which none is taken: the report's own, then with ` (2)`, ` (3)` and so on before the extension.
  ///
  /// - Parameters:
  ///   - original: What the report was handed in as.
  ///   - suffixes: What the names of the diagnostics have behind the report's.
  ///   - isTaken: Whether something is there that Windows could not tell from this name.
  init(
    for original: FilePath.Component, suffixes: [String], isTaken: (CaseFoldedName) -> Bool
  ) {
    var number = 1
    while true {
      let candidate = Self.candidate(number, for: original, suffixes: suffixes)
      guard candidate.all.contains(where: { isTaken(CaseFoldedName($0)) }) else {
        self = candidate
        return
      }
      number += 1
    }
  }

  private init(report: FilePath.Component, diagnostics: [FilePath.Component]) {
    self.report = report
    self.diagnostics = diagnostics
  }

  var all: [FilePath.Component] { [report] + diagnostics }

  private static func candidate(
    _ number: Int, for original: FilePath.Component, suffixes: [String]
  ) -> FilingNames {
    let report = number == 1 ? original : FileName(original).adding(" (\(number))")
    return FilingNames(
      report: report, diagnostics: suffixes.map { FileName(report).adding(extension: $0) })
  }
}

/// A name as Windows and its like compare names: without regard to case.
struct CaseFoldedName: Hashable, Sendable {
  private let text: String

  init(_ name: FilePath.Component) {
    // Names that differ in broken bytes only are taken for one: at worst a number too many is given.
    text = String(decoding: name.bytes, as: UTF8.self).lowercased()
  }
}
