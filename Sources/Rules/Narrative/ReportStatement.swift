import DocumentModel
import ReportModel

/// Prose of a report that may say something of its figures.
struct ReportStatement {
  /// The section's number; `nil` for the opening.
  var section: Int?
  var paragraphs: [Paragraph]
  /// Its heading says that it is about 政府信息公开申请, or about reviews and suits that came of them.
  var isOnRequests = false
}

extension AnnualReport {
  /// The opening, the sections of prose, and the sentences above and below the tables.
  var statements: [ReportStatement] {
    let kinds = Dictionary(form.sections.map { ($0.number, $0.kind) }) { first, _ in first }
    return [ReportStatement(section: nil, paragraphs: preamble.wholeSentences)]
      + sections.flatMap { section -> [ReportStatement] in
        guard kinds[section.number] != .prose else {
          return [ReportStatement(section: section.number, paragraphs: section.paragraphs)]
        }
        let isOnRequests = tables.contains {
          $0.table.section == section.number && ["requests", "litigation"].contains($0.table.id)
        }
        return besideTables(section).map {
          ReportStatement(section: section.number, paragraphs: $0.wholeSentences, isOnRequests: isOnRequests)
        }
      }
  }

  /// What stands above the first row of the section's tables, and what stands below the last. Nothing where a row was not
  /// found: it may be taken for prose.
  private func besideTables(_ section: SectionReading) -> [[Paragraph]] {
    let tables = tables.filter { $0.table.section == section.number }
    let rows = tables.flatMap(\.rows)
    guard !rows.isEmpty, !tables.contains(where: \.isMissing), rows.allSatisfy({ !$0.cells.isEmpty }) else { return [] }
    let places = Set(rows.flatMap { [$0.place] + $0.cells.map(\.place) })
    // Where a format knows tables, what they hold says so itself.
    let isOfTable = section.paragraphs.map { $0.place.table != nil || places.contains($0.place) }
    guard let first = isOfTable.firstIndex(of: true), let last = isOfTable.lastIndex(of: true) else { return [] }
    return [Array(section.paragraphs[..<first]), Array(section.paragraphs[(last + 1)...])]
  }
}

extension [Paragraph] {
  /// Up to the last that ends a sentence: heads of tables, page numbers and what a web page shows below do not.
  fileprivate var wholeSentences: [Paragraph] {
    let last = lastIndex { $0.text.unicodeScalars.contains("。") }
    return last.map { Array(self[...$0]) } ?? []
  }
}
