import Findings

/// Rules as a table in Markdown, as the README holds it.
package enum RuleSheetsMarkdown {
  /// The same whatever the configuration sets: the severities are the rules' own.
  ///
  /// - Parameter sheets: The rules, in the order in which they are listed.
  /// - Returns: English text in UTF-8.
  package static func table(_ sheets: [RuleSheet]) -> [UInt8] {
    var text = "| id | default | what it checks |\n|---|---|---|\n"
    for sheet in sheets {
      text += "| `\(sheet.id)` | \(sheet.severity.rawValue) | \(cell(sheet.administrator)) |\n"
    }
    return Array(text.utf8)
  }

  private static func cell(_ text: String) -> String {
    text.shown().split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
