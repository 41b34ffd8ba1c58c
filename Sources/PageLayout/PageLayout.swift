package import DocumentModel

/// Turns pages of placed characters into paragraphs (one for each printed line) and tables, in reading order.
package enum PageLayout {
  package static func blocks(of pages: [PositionedPage]) -> [Document.Block] {
    []
  }
}
