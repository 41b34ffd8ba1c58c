import DocumentModel
import ReportModel

extension FlowingText {
  /// The prose of a report's section, no further than any report goes.
  ///
  /// - Returns: `nil` when the section was not found or holds no words.
  static func prose(ofSection number: Int, in report: AnnualReport) -> FlowingText? {
    let sections = report.sections.filter { $0.number == number }
    // What stands on the heading's own line belongs to the section.
    let text = FlowingText(
      bounded: sections.flatMap {
        [Paragraph(text: $0.heading, place: $0.place)] + $0.paragraphs.prefix(mostParagraphs)
      })
    let headings = sections.reduce(0) { $0 + $1.heading.unicodeScalars.count }
    return sections.isEmpty || text.scalars.count <= headings / 2 || !holdsWords(sections) ? nil : text
  }

  init(bounded paragraphs: [Paragraph]) {
    var left = Self.mostScalars
    var bounded: [Paragraph] = []
    for paragraph in paragraphs.prefix(Self.mostParagraphs) where left > 0 {
      let scalars = Array(paragraph.text.unicodeScalars.prefix(left))
      left -= scalars.count
      bounded.append(Paragraph(text: String(scalars), place: paragraph.place))
    }
    self.init(bounded)
  }

  private static let mostScalars = 30_000
  private static let mostParagraphs = 1_000

  private static func holdsWords(_ sections: [SectionReading]) -> Bool {
    sections.contains { section in
      section.paragraphs.prefix(mostParagraphs).contains { paragraph in
        paragraph.text.unicodeScalars.prefix(mostScalars).contains { $0.properties.isIdeographic }
      }
    }
  }

  /// Parts between marks: 。！？ always, and what else is given.
  func parts(at marks: String) -> [Range<Int>] {
    let marks = Set(marks.unicodeScalars)
    return scalars.indices.split { marks.contains(scalars[$0]) }.map { $0.startIndex..<$0.endIndex }
  }
}
