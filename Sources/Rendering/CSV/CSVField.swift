/// A field of a table for spreadsheets, RFC 4180.
package enum CSVField {
  /// The text as a field, in quotes where it needs them. What cannot be seen is shown as on the page.
  ///
  /// Names are whatever somebody made up. A spreadsheet would carry out a cell that begins like a formula, also with signs
  /// of full or small width and behind spaces; such a one is made text by an apostrophe.
  package static func text(_ value: String) -> String {
    let shown = value.shown(limit: .max)
    let first = shown.unicodeScalars.first { !$0.properties.isWhitespace }
    let isFormula = first.map(formulaSigns.contains) ?? false
    let text = isFormula ? "'" + shown : shown
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static let formulaSigns = Set("=+-@＝＋－＠﹦﹢﹣﹫".unicodeScalars)
}
