/// A table as it is set: cells in rows, each at its top left corner.
struct PrintedTable {
  struct Cell {
    enum Kind {
      case label, figure, vertical
    }

    var content: StyledText
    var columns = 1
    var rows = 1
    var kind = Kind.label

    init(_ content: StyledText, columns: Int = 1, rows: Int = 1, kind: Kind = .label) {
      self.content = content
      self.columns = columns
      self.rows = rows
      self.kind = kind
    }

    init(text: String, columns: Int = 1, rows: Int = 1, kind: Kind = .label) {
      self.init(StyledText(text), columns: columns, rows: rows, kind: kind)
    }
  }

  /// Proportions of the columns' widths.
  var widths: [Int]
  /// Rows of the head, which may be printed again on every page.
  var head: [[Cell]]
  var body: [[Cell]]

  var rows: [[Cell]] { head + body }

  /// For each row what stands in each of its columns: a cell, or `nil` where one is covered by another.
  var grid: [[Cell?]] {
    var covered: [Int: Int] = [:]
    return rows.map { row in
      var line: [Cell?] = []
      var cells = row[...]
      while line.count < widths.count {
        let column = line.count
        if let rest = covered[column], rest > 0 {
          covered[column] = rest - 1
          line.append(nil)
        } else if let cell = cells.popFirst() {
          for offset in 0..<cell.columns {
            covered[column + offset] = cell.rows - 1
            line.append(offset == 0 ? cell : nil)
          }
        } else {
          line.append(Cell(text: ""))
        }
      }
      return line
    }
  }
}
