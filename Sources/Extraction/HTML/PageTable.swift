import Markup

/// A table of a page: its rows in the order in which they are shown, and what stands in it outside of cells.
struct PageTable {
  struct Row {
    var cells: [Cell] = []
    /// Rows of one group: no cell reaches beyond its group.
    var group: Int
    /// Heads are shown first, feet last.
    var order: Int
  }

  struct Cell {
    var position: Int
    var columnSpan: Int
    /// As the page says it; zero for all rows to the end of the group.
    var rowSpan: Int
  }

  /// A cell in its place, counted from one.
  struct PlacedCell {
    var position: Int
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  /// Rows that are shown one way.
  enum Part: Equatable {
    /// The cells are there for the page's layout: what is in them stands one below the other.
    case blocks(Range<Int>)
    case grid(Range<Int>)
  }

  private(set) var rows: [Row] = []
  /// The caption, and what stands between the tags of the table but in no cell: browsers show it above the table.
  private(set) var before: [Int] = []
  let page: PageTree
  let facts: PageFacts

  static let mostColumns = 1_000

  init(_ page: PageTree, _ facts: PageFacts, at position: Int) {
    self.page = page
    self.facts = facts
    collect(position, group: position, order: 1)
    // Swift's sort keeps the order of equals.
    rows.sort { $0.order < $1.order }
    dropMeasuringRow()
  }

  private mutating func collect(_ parent: Int, group: Int, order: Int) {
    var next = page.tree.firstChild(of: parent)
    while let child = next {
      next = page.tree.nextSibling(of: child)
      guard !facts.isHidden(child) else { continue }
      switch page.role(at: child) {
      case .rowGroup(.head): collect(child, group: child, order: 0)
      case .rowGroup(.body): collect(child, group: child, order: 1)
      case .rowGroup(.foot): collect(child, group: child, order: 2)
      case .row:
        rows.append(Row(group: group, order: order))
        collectCells(child)
      case .table, .caption, nil: setAside(child)
      // A form round the rows, and the like.
      default: if facts.amounts[child].rows > 0 { collect(child, group: group, order: order) } else { setAside(child) }
      }
    }
  }

  private mutating func collectCells(_ row: Int) {
    var next = page.tree.firstChild(of: row)
    while let child = next {
      next = page.tree.nextSibling(of: child)
      guard !facts.isHidden(child) else { continue }
      guard case .cell = page.role(at: child) else {
        setAside(child)
        continue
      }
      rows[rows.count - 1].cells.append(
        Cell(
          position: child, columnSpan: span(page.number(of: .colspan, at: child), least: 1, most: 1_000),
          rowSpan: span(page.number(of: .rowspan, at: child), least: 0, most: 65_534)))
    }
  }

  private func span(_ number: Int?, least: Int, most: Int) -> Int {
    guard let number, number >= least else { return 1 }
    return min(number, most)
  }

  private mutating func setAside(_ position: Int) {
    if facts.amounts[position].text > 0 { before.append(position) }
  }

  /// Word and Excel end a table of merged cells with a row of no height that only says how wide the columns are.
  private mutating func dropMeasuringRow() {
    guard let last = rows.last, rows.count > 1, !last.cells.isEmpty, last.cells.allSatisfy(isBlank),
      let row = last.cells.first.flatMap({ page.tree.parent(of: $0.position) }),
      page.number(of: .height, at: row) == 0
    else { return }
    rows.removeLast()
  }

  func isBlank(_ cell: Cell) -> Bool { facts.amounts[cell.position].text == 0 }
}
