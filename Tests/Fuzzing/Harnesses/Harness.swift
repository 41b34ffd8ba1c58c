/// What can be fuzzed: one door of the program each, behind which any bytes may stand.
package enum Harness: String, CaseIterable, Sendable {
  /// The reader of reports and all rules, on a ``DocumentScript``.
  case alignment
  /// OLE2 compound files.
  case compound
  /// The parts of a docx, as ``PackedParts``.
  case docx
  /// HTML and MHTML.
  case html
  /// Placed characters and lines to paragraphs and tables, on a ``PageScript``.
  case layout
  /// The parts of an odt, as ``PackedParts``.
  case odt
  /// The parts of an ofd, as ``PackedParts``.
  case ofd
  /// What is written about a report, on a ``DocumentScript``.
  case rendering
  /// Plain text in any encoding.
  case text
  /// A worker's answers and the daemon's requests.
  case wire
}
