/// What word processors keep: text that flows, in paragraphs and in tables that may hold tables.
///
/// The readers of such formats come to this, and ``FlowWriter`` makes a document of it.
enum FlowBlock {
  case paragraph(FlowParagraph)
  case table(FlowTable)

  /// Whether any text stands in it.
  var holdsText: Bool {
    switch self {
    case .paragraph(let paragraph): !paragraph.isBlank
    case .table(let table): table.rows.contains { $0.cells.contains { $0.blocks.contains(where: \.holdsText) } }
    }
  }
}

struct FlowParagraph {
  var text: String
  var page: Int?
  /// What is struck through in it.
  var struck = ""

  var isBlank: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

struct FlowTable {
  var rows: [FlowRow] = []
}

struct FlowRow {
  var cells: [FlowCell] = []
}

/// A cell at its top left corner, merged or not.
struct FlowCell {
  /// Counts from zero.
  var column: Int
  var columnSpan = 1
  var rowSpan = 1
  var page: Int?
  var blocks: [FlowBlock] = []

  /// Tables inside of which nothing stands are only there for the look of it.
  var holdsTable: Bool {
    blocks.contains { block in
      if case .table = block { block.holdsText } else { false }
    }
  }

  /// Its paragraphs, those in blank tables too.
  var text: String {
    var text = ""
    for case .paragraph(let paragraph) in blocks where !paragraph.isBlank {
      if !text.isEmpty { text += "\n" }
      text += paragraph.text
    }
    return text
  }

  /// What is struck through in its paragraphs.
  var struck: String {
    var struck: [String] = []
    for case .paragraph(let paragraph) in blocks where !paragraph.struck.isEmpty { struck.append(paragraph.struck) }
    return struck.joined(separator: " ")
  }

  /// How many columns and rows are believed of a table: more than word processors make.
  static let mostSpan = 1024
}
