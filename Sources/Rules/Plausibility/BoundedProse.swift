import DocumentModel
import ReportModel

extension FlowingText {
  /// The prose of a report's section.
  ///
  /// - Returns: `nil` when the section was not found, holds no words, or goes on further than any report does: of what
  ///   nobody would read to its end, nobody can say what is missing.
  static func prose(ofSection number: Int, in report: AnnualReport) -> FlowingText? {
    let paragraphs = report.sections.filter { $0.number == number }.flatMap(\.paragraphs)
    guard fits(paragraphs) else { return nil }
    let text = FlowingText(bounded: paragraphs)
    return text.scalars.contains(where: \.properties.isIdeographic) ? text : nil
  }

  /// The text of paragraphs, as far as anyone would read it.
  init(bounded paragraphs: [Paragraph]) {
    self.init(paragraphs.prefix(Self.mostParagraphs), atMost: Self.mostScalars)
  }

  private static func fits(_ paragraphs: [Paragraph]) -> Bool {
    guard paragraphs.count <= mostParagraphs else { return false }
    var left = mostScalars
    for paragraph in paragraphs {
      left -= paragraph.text.unicodeScalars.prefix(left + 1).count
      if left < 0 { return false }
    }
    return true
  }

  private static let mostScalars = 30_000
  private static let mostParagraphs = 1_000
}
