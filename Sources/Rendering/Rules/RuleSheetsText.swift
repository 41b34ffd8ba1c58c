import Findings

/// Rules as plain text, for a terminal.
package enum RuleSheetsText {
  /// One line for each rule: its id, its severity (`warning → error` where the configuration sets another) and what it
  /// checks. Lines are not wrapped, so that grep(1) finds a rule whole.
  ///
  /// - Parameter sheets: The rules, in the order in which they are listed.
  /// - Returns: English text in UTF-8.
  package static func list(_ sheets: [RuleSheet]) -> [UInt8] {
    var lines = LineWriter(width: .max)
    let ids = Column(sheets.map(\.id.rawValue))
    let severities = Column(sheets.map(severity))
    for sheet in sheets {
      let first = ids.padded(sheet.id.rawValue) + severities.padded(severity(of: sheet))
      lines.write(sheet.administrator, first: first)
    }
    return Array(lines.text.utf8)
  }

  /// One rule with all that is known of it.
  ///
  /// - Parameters:
  ///   - sheet: The rule.
  ///   - width: Columns of a line, where a Chinese character takes two.
  ///   - coloured: Whether words are emphasised by terminal codes.
  /// - Returns: English and Chinese text in UTF-8.
  package static func explanation(of sheet: RuleSheet, width: Int = 80, coloured: Bool = false) -> [UInt8] {
    var lines = LineWriter(width: width)
    lines.write(sheet.id.rawValue, style: coloured ? TerminalStyle(sheet.severityInForce) : .none)
    lines.blank()
    lines.write(longSeverity(of: sheet), first: "  severity  ")
    lines.write(sheet.administrator, first: "  checks    ")
    lines.write(sheet.clerk, first: "  审核什么  ")
    lines.write(sheet.source, first: "  source    ")
    if let example = sheet.example {
      write(example.wrong, headed: "✗ wrong 错误", coloured: coloured, to: &lines)
      write(example.right, headed: "✓ right 正确", coloured: coloured, to: &lines)
    }
    return Array(lines.text.utf8)
  }

  private static func write(
    _ excerpt: String,
    headed heading: String,
    coloured: Bool,
    to lines: inout LineWriter
  ) {
    lines.blank()
    lines.write(heading, first: "  ", style: coloured ? .bold : .none)
    for line in excerpt.split(separator: "\n") { lines.write(String(line), first: "    ") }
  }

  private static func severity(of sheet: RuleSheet) -> String {
    sheet.isSet ? "\(sheet.severity.rawValue) → \(sheet.wordInForce)" : sheet.severity.rawValue
  }

  private static func longSeverity(of sheet: RuleSheet) -> String {
    sheet.isSet
      ? "\(sheet.wordInForce), set by the configuration; \(sheet.severity.rawValue) by default"
      : "\(sheet.severity.rawValue), the default"
  }
}

/// A column of a list, as wide as its longest word.
private struct Column {
  private let width: Int

  init(_ words: [String]) {
    width = (words.map(\.count).max() ?? 0) + 2
  }

  func padded(_ word: String) -> String {
    word + String(repeating: " ", count: width - word.count)
  }
}
