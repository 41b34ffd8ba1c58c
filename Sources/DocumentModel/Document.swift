/// A document of any format, reduced to what a reader of reports needs: paragraphs and tables in reading order.
package struct Document: Equatable, Sendable {
  package var format: DocumentFormat
  package var blocks: [Block]
  /// What is printed round the text on every page: headers and footers.
  package var margins: [Paragraph]
  /// Who wrote it, by the file's own properties.
  package var author: String?
  /// What it is called, by the file's own properties or in the head of a page.
  package var title: String?
  /// What is seen when the document is opened and could not be read, in the document's order.
  package var unread: [UnreadPart]

  /// Paragraphs and cells that a document may have. A report has some hundreds; millions would only fill the memory of
  /// whoever reads them.
  package static let mostPieces = 200_000

  package init(
    format: DocumentFormat, blocks: [Block], margins: [Paragraph] = [], author: String? = nil,
    title: String? = nil, unread: [UnreadPart] = []
  ) {
    self.format = format
    self.blocks = blocks
    self.margins = margins
    self.author = author
    self.title = title
    self.unread = unread
  }

  package enum Block: Equatable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
  }
}

/// One paragraph, or one line where the format knows lines only. Inner spaces and tabs are kept: they may be columns.
package struct Paragraph: Equatable, Sendable {
  package var text: String
  package var place: Place
  /// What is struck through in it, and so is none of its text; empty for nothing.
  package var struck: String

  package init(text: String, place: Place, struck: String = "") {
    self.text = text
    self.place = place
    self.struck = struck
  }
}

/// The file formats that can be told apart by content.
package enum DocumentFormat: String, CaseIterable, Sendable {
  case doc, docx, html, odt, ofd, pdf, rtf, txt, wps
}
