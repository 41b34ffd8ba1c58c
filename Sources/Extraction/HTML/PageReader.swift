import DocumentModel
import Markup

/// Turns the tree of a page into paragraphs and tables, in the order in which they are seen.
struct PageReader {
  let page: PageTree
  let facts: PageFacts
  /// `nil` to read what a site puts round the text as well.
  private let furniture: SiteFurniture?
  private(set) var blocks: [Document.Block] = []
  private(set) var margins: [Paragraph] = []
  /// What cannot be a document any more.
  private(set) var obstacle: Obstacle?
  private var flow = TextFlow()
  private var isInCell = false
  private var space = TextFlow.Space.collapsed
  private var numbering = ListNumbering.none
  private var paragraphCount = 0
  private var tableCount = 0
  private var pieces = 0

  init(_ page: PageTree, _ facts: PageFacts, skipsFurniture: Bool) {
    self.page = page
    self.facts = facts
    furniture = skipsFurniture ? SiteFurniture(page: page, facts: facts) : nil
  }

  mutating func read() {
    readChildren(of: 0)
    endLine()
  }

  /// The tree is only as deep as ``DocumentLimits/nesting`` allows.
  private mutating func readChildren(of position: Int) {
    var next = page.tree.firstChild(of: position)
    while let child = next, obstacle == nil {
      read(child)
      next = page.tree.nextSibling(of: child)
    }
  }

  private mutating func read(_ position: Int) {
    guard !facts.isHidden(position) else { return }
    guard let role = page.role(at: position) else { return append(page.tree.text(at: position), at: position) }
    let style = facts.styles[position]
    let isBlock = role.isBlock ? !style.contains(.inline) : style.contains(.block)
    guard isBlock else {
      if case .lineBreak = role { return endLine() }
      if case .input = role {
        if let value = facts.fieldValue(at: position, page) { append(value, at: position) }
        return
      }
      return readSpaced(position, style, role)
    }
    endLine()
    if style.contains(.margin), !isInCell { return readMargin(position) }
    // Inside a table of figures everything is content.
    if !isInCell, furniture?.contains(position) == true { return }
    switch role {
    case .table: readTable(position)
    case .listItem: readItem(position, style)
    case .orderedList, .list: readList(position, role)
    default: readSpaced(position, style, role)
    }
    endLine()
  }

  private mutating func append(_ text: ArraySlice<UInt8>, at position: Int) {
    let ink = facts.look(at: position).ink
    if ink == [] { return flow.append(text, space) }
    if ink.contains(.struck) { return flow.strike(text) }
    let shift: ShiftedText.Shift = ink.contains(.raised) ? .raised : .lowered
    flow.append(Array(ShiftedText.written(String(decoding: text, as: UTF8.self), shift).utf8)[...], space)
  }

  /// Headers and footers are kept apart from the text. What is in tables there is not looked at.
  private mutating func readMargin(_ position: Int) {
    let outer = (blocks, paragraphCount, tableCount)
    blocks = []
    readChildren(of: position)
    endLine()
    for case .paragraph(let paragraph) in blocks {
      margins.append(Paragraph(text: paragraph.text, place: .unknown))
    }
    (blocks, paragraphCount, tableCount) = outer
  }

  /// Reads what is inside an element whose white space may count otherwise than that round it.
  private mutating func readSpaced(_ position: Int, _ style: PageStyle, _ role: PageRole) {
    let outer = space
    defer { space = outer }
    if case .preformatted = role { space = .kept }
    if style.contains(.keepsSpace) { space = .kept }
    if style.contains(.keepsLines) { space = .lines }
    if style.contains(.collapsesSpace) { space = .collapsed }
    readChildren(of: position)
  }

  private mutating func readList(_ position: Int, _ role: PageRole) {
    let outer = numbering
    defer { numbering = outer }
    if case .orderedList = role {
      numbering = ListNumbering(page, at: position)
    } else {
      numbering = .none
    }
    readChildren(of: position)
  }

  private mutating func readItem(_ position: Int, _ style: PageStyle) {
    flow.prefix = numbering.number(page, ofItem: position)
    readSpaced(position, style, .listItem)
    endLine()
    flow.prefix = ""
  }

  /// Ends the line. Outside of cells a line is a paragraph.
  private mutating func endLine() {
    flow.endLine()
    guard !isInCell else { return }
    let lines = flow.takeLines()
    guard !lines.isEmpty else { return }
    let struck = flow.takeStruck()
    for (index, line) in lines.enumerated() {
      paragraphCount += 1
      add(
        .paragraph(
          Paragraph(text: line, place: Place(line: paragraphCount), struck: index == 0 ? struck : "")), pieces: 1)
    }
  }

  private mutating func add(_ block: Document.Block, pieces count: Int) {
    pieces += count
    guard pieces <= Document.mostPieces else {
      obstacle = .tooLong(lines: Document.mostPieces)
      return
    }
    blocks.append(block)
  }

  // MARK: Tables

  private mutating func readTable(_ position: Int) {
    let table = PageTable(page, facts, at: position)
    for stray in table.before { read(stray) }
    endLine()
    // A table inside a cell is there for its looks: tables of figures inside a table part its rows.
    guard !isInCell else { return readBlocks(table.rows[...]) }
    for part in table.parts() {
      guard obstacle == nil else { return }
      switch part {
      case .blocks(let rows): readBlocks(table.rows[rows])
      case .grid(let rows): readGrid(table, rows)
      }
    }
  }

  private mutating func readBlocks(_ rows: ArraySlice<PageTable.Row>) {
    for cell in rows.lazy.flatMap(\.cells) {
      endLine()
      if !isInCell, furniture?.contains(cell.position) == true { continue }
      readSpaced(cell.position, facts.styles[cell.position], .cell)
      endLine()
    }
  }

  private mutating func readGrid(_ table: PageTable, _ rows: Range<Int>) {
    guard let placed = table.placed(rows) else {
      obstacle = .unreadable(detail: "a table of the page has more than \(PageTable.mostColumns) columns")
      return
    }
    tableCount += 1
    let number = tableCount
    guard pieces + placed.count <= Document.mostPieces else {
      obstacle = .tooLong(lines: Document.mostPieces)
      return
    }
    let cells = placed.map { cell in
      let content = content(ofCell: cell.position)
      return Cell(
        text: content.text, place: Place(table: number, row: cell.row, column: cell.column),
        rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, struck: content.struck)
    }
    add(.table(Table(cells: cells, place: Place(table: number))), pieces: cells.count)
  }

  /// The text of a cell, its lines parted by line ends, and what is struck through in it.
  private mutating func content(ofCell position: Int) -> (text: String, struck: String) {
    let outer = flow
    defer {
      flow = outer
      isInCell = false
    }
    flow = TextFlow()
    isInCell = true
    readSpaced(position, facts.styles[position], .cell)
    flow.endLine()
    return (flow.lines.joined(separator: "\n"), flow.takeStruck())
  }
}
