/// What a report consists of on paper, from its top to its end.
enum PrintedBlock: Sendable {
  /// The lines of the title.
  case title([String])
  /// A heading without its ordinal, with its place among the headings.
  case heading(String, Int)
  case text(String)
  case caption(String)
  case table(PrintedTable)

  static let ordinals = ["一", "二", "三", "四", "五", "六"]

  /// A heading with its ordinal.
  static func typed(_ heading: String, _ index: Int) -> String { "\(ordinals[index])、\(heading)" }
}

extension ReportSource {
  var printedTables: [PrintedTable] { [disclosureTable, requestsTable, litigationTable] }

  var printedBlocks: [PrintedBlock] {
    let tables = printedTables
    var blocks: [PrintedBlock] =
      preamble.map { .text($0) } + [.title(title ?? [titleText]), .text(introduction)]
    for (index, words) in sections.enumerated() {
      blocks.append(.heading(words, index))
      blocks += prose(index + 1).map { .text($0) }
      guard (1...3).contains(index) else { continue }
      blocks += [caption(index + 1)].compactMap { $0.map { .caption($0) } }
      blocks.append(.table(tables[index - 1]))
    }
    return blocks
  }
}
