import DocumentModel

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
  /// Pictures and objects that stand in it.
  var objects: [UnreadPart] = []

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

  /// Pictures and objects that stand in its paragraphs.
  var objects: [UnreadPart] {
    blocks.flatMap { block -> [UnreadPart] in
      if case .paragraph(let paragraph) = block { paragraph.objects } else { [] }
    }
  }

  /// How many columns and rows are believed of a table: more than word processors make.
  static let mostSpan = 1024
}

extension FlowBlock {
  /// What another reader has made of a file inside the document.
  init(_ block: Document.Block) {
    switch block {
    case .paragraph(let paragraph):
      self = .paragraph(FlowParagraph(text: paragraph.text, struck: paragraph.struck))
    case .table(let table):
      let rows = Dictionary(grouping: table.cells) { $0.place.row ?? 0 }
      self = .table(
        FlowTable(
          rows: rows.keys.sorted().map { number in FlowRow(cells: (rows[number] ?? []).map(FlowCell.init)) }))
    }
  }
}

extension FlowCell {
  fileprivate init(_ cell: Cell) {
    var lines = cell.text.split(separator: "\n").map { FlowParagraph(text: String($0)) }
    if !cell.struck.isEmpty {
      if lines.isEmpty { lines.append(FlowParagraph(text: "")) }
      lines[0].struck = cell.struck
    }
    self.init(
      column: max(0, (cell.place.column ?? 1) - 1), columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
      blocks: lines.map { .paragraph($0) })
  }
}

extension Document.Block {
  /// Paragraphs and cells.
  var pieceCount: Int {
    switch self {
    case .paragraph: 1
    case .table(let table): max(1, table.cells.count)
    }
  }

  /// In bytes.
  var textLength: Int {
    switch self {
    case .paragraph(let paragraph): paragraph.text.utf8.count
    case .table(let table): table.cells.reduce(0) { $0 + $1.text.utf8.count }
    }
  }
}
