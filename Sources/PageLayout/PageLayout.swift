package import DocumentModel

/// Turns pages of placed characters into paragraphs (one for each printed line) and tables, in reading order.
///
/// A table is what rules part into cells. Where rules are missing, so that a cell would hold the figures of several
/// columns or rows, there is no table: its lines become paragraphs whose words stand as far apart as on the page.
package enum PageLayout {
  package static func blocks(of pages: [PositionedPage]) -> [Document.Block] {
    document(of: pages).blocks
  }

  /// - Returns: the same blocks, without the headers and footers that most pages repeat; those apart.
  package static func document(of pages: [PositionedPage]) -> LaidOutDocument {
    var pages = pages.map(LaidOutPage.init)
    let margins = RunningHeads.take(from: &pages)
    let columns = ColumnText(pages: pages)
    var numbering = TableNumbering()
    var blocks: [Document.Block] = []
    for page in pages {
      blocks.append(contentsOf: page.blocks(columns: columns, numbering: &numbering))
    }
    return LaidOutDocument(blocks: blocks, margins: margins)
  }
}

/// The text of pages, parted into what belongs to the document and what is printed round it.
package struct LaidOutDocument: Equatable, Sendable {
  package var blocks: [Document.Block]
  /// Each header and footer once.
  package var margins: [Paragraph]

  /// Paragraphs and cells.
  package var pieceCount: Int {
    blocks.reduce(margins.count) { count, block in
      switch block {
      case .paragraph: count + 1
      case .table(let table): count + table.cells.count
      }
    }
  }
}
