package import DocumentModel

/// A 政府信息公开工作年度报告 as it was read: nothing corrected, nothing guessed.
package struct AnnualReport: Equatable, Sendable {
  package var title: Title?
  /// Whose it is and of what year.
  package var attribution: Attribution
  /// The form that the report's year asks for.
  package var form: Form
  /// What stands above the first section, without the title.
  package var preamble: [Paragraph]
  /// The sections that were found, in the document's order.
  package var sections: [SectionReading]
  /// One reading for each table of the form, in the form's order.
  package var tables: [TableReading]
  /// The titles of further reports in the same document, which are not read.
  package var others: [Title]

  package init(
    title: Title?,
    attribution: Attribution? = nil,
    form: Form,
    preamble: [Paragraph] = [],
    sections: [SectionReading],
    tables: [TableReading],
    others: [Title] = []
  ) {
    self.title = title
    self.attribution = attribution ?? Attribution(title)
    self.form = form
    self.preamble = preamble
    self.sections = sections
    self.tables = tables
    self.others = others
  }

  package var office: String? { attribution.office }
  /// The unit's name with all that is printed of it.
  package var printedOffice: String? { attribution.printedOffice }
  package var year: Int? { attribution.year }

  /// Every figure that could be read, with its id, in the form's order.
  package var figures: [(id: String, figure: Figure)] {
    tables.flatMap { $0.figures }
  }
}

/// A section that was found: its heading line and what stands below it.
package struct SectionReading: Equatable, Sendable {
  /// The section's number in the form, 1 to 6.
  package var number: Int
  /// The heading as printed.
  package var heading: String
  package var place: Place
  package var paragraphs: [Paragraph]
  /// The heading has no line of its own.
  package var isInParagraph: Bool

  package init(
    number: Int, heading: String, place: Place, paragraphs: [Paragraph], isInParagraph: Bool = false
  ) {
    self.number = number
    self.heading = heading
    self.place = place
    self.paragraphs = paragraphs
    self.isInParagraph = isInParagraph
  }
}
