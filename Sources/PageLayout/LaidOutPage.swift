import DocumentModel

/// A page parted into its tables and the lines outside of them.
struct LaidOutPage {
  var number: Int
  var height: Double
  /// From above.
  var tables: [RuledTable]
  var lines: [PrintedLine]

  init(_ page: PositionedPage) {
    let page = UprightPage(page)
    number = page.number
    height = page.height
    let grids = GridFinder.grids(in: page.lines)
    var signsOfGrid = [[Sign]](repeating: [], count: grids.count)
    var free: [Sign] = []
    for sign in page.signs {
      if let index = grids.firstIndex(where: { $0.box.holds(x: sign.box.middleX, y: sign.box.middleY) }) {
        signsOfGrid[index].append(sign)
      } else {
        free.append(sign)
      }
    }
    tables = []
    for (grid, signs) in zip(grids, signsOfGrid) {
      // A grid without a word is a drawing, or a form to be filled in by hand, which nobody has.
      guard signs.contains(where: { $0.kind != .space }) else { continue }
      if let table = RuledTable(grid: grid, signs: signs) {
        tables.append(table)
      } else {
        free.append(contentsOf: signs)
      }
    }
    tables.sort { $0.grid.box.top < $1.grid.box.top }
    lines = TextLine.lines(of: free).map(PrintedLine.init).filter { !$0.words.isEmpty }
  }

  /// Its tables and lines from above.
  func blocks(columns: ColumnText, numbering: inout TableNumbering) -> [Document.Block] {
    var blocks: [Document.Block] = []
    var lineNumber = 0
    var rest = lines[...]
    func takeLines(above y: Double) {
      while let line = rest.first, line.box.middleY < y {
        lineNumber += 1
        rest.removeFirst()
        let place = Place(page: number, line: lineNumber)
        blocks.append(.paragraph(Paragraph(text: columns.text(of: line), place: place, struck: line.struck)))
      }
    }
    for (index, table) in tables.enumerated() {
      takeLines(above: table.grid.box.top)
      let isFirst = blocks.isEmpty
      let isLast = index == tables.count - 1 && rest.isEmpty
      let (number, rowsBefore) = numbering.next(table.grid, page: self.number, isFirst: isFirst, isLast: isLast)
      blocks.append(.table(table.table(number: number, rowsBefore: rowsBefore, page: self.number)))
      lineNumber += table.grid.rowCount
    }
    takeLines(above: .infinity)
    return blocks
  }
}

/// A line outside of tables.
struct PrintedLine {
  var words: [LineText.Word]
  var box: Box
  /// The size of most of its characters, in points.
  var size: Double
  /// What is struck through in it.
  var struck: String

  init(_ line: TextLine) {
    words = LineText.words(of: line)
    box = line.box
    size = line.size
    struck = line.struck
  }

  /// Its words with single spaces between them.
  var text: String { words.map(\.text).joined(separator: " ") }
}

/// Counts the tables of a document. One that goes on at the top of the next page is still the same.
struct TableNumbering {
  private var number = 0
  private var rows = 0
  /// Set when the last table ends its page.
  private var open: (grid: Grid, page: Int)?

  /// - Returns: The number of the table, and how many of its rows stand on pages before.
  mutating func next(_ grid: Grid, page: Int, isFirst: Bool, isLast: Bool) -> (number: Int, rowsBefore: Int) {
    if !isFirst || !continues(grid, page: page) {
      number += 1
      rows = 0
    }
    let before = rows
    rows += grid.rowCount
    open = isLast ? (grid, page) : nil
    return (number, before)
  }

  private func continues(_ grid: Grid, page: Int) -> Bool {
    guard let open, open.page &+ 1 == page else { return false }
    // A part of a table may lack columns that only its other rows have.
    func isAmong(_ xs: [Double], _ others: [Double]) -> Bool {
      xs.allSatisfy { x in others.contains { abs($0 - x) < 3 } }
    }
    let (one, other) = (open.grid.xs, grid.xs)
    guard one.count <= 500, other.count <= 500 else { return false }
    return isAmong(one, other) || isAmong(other, one)
  }
}
