import DocumentModel
import ReportModel

extension Draft {
  /// Puts other figures into a row, column by column.
  mutating func write(_ texts: [String], table: String, row: String) throws {
    for (spot, text) in zip(sample.spots(table, row: row), texts) where spot.figure.description != text {
      try write(text, to: spot)
    }
  }

  mutating func swapRows(_ table: String, _ first: String, _ second: String) throws {
    let upper = sample.spots(table, row: first).map(\.figure.description)
    let lower = sample.spots(table, row: second).map(\.figure.description)
    try write(lower, table: table, row: first)
    try write(upper, table: table, row: second)
  }

  /// In every row of the table.
  mutating func swapColumns(_ table: String, _ first: String, _ second: String) throws {
    for spot in sample.spots(table) where spot.column == first || spot.column == second {
      let other = try sample.spot(table, spot.row, spot.column == first ? second : first)
      if other.figure != spot.figure { try write(other.figure.description, to: spot) }
    }
  }

  /// Takes a row away, label and figures.
  mutating func removeRow(_ table: String, _ row: String) throws {
    guard let place = sample.spots(table, row: row).first?.place else { throw NoSuchCell(row: row, column: "") }
    touch(place)
    guard let line = place.row else { return try removeLines(of: row, in: table, at: place) }
    editTables(place.table) { cell in
      guard let start = cell.place.row else { return [cell] }
      var cell = cell
      if start > line {
        cell.place.row = start - 1
      } else if start + cell.rowSpan > line {
        guard cell.rowSpan > 1 else { return [] }
        cell.rowSpan -= 1
      }
      return [cell]
    }
  }

  /// Lets a row stand there twice.
  mutating func doubleRow(_ table: String, _ row: String) throws {
    guard let place = sample.spots(table, row: row).first?.place else { throw NoSuchCell(row: row, column: "") }
    touch(place)
    guard let line = place.row else {
      let index = try lineIndex(place)
      document.blocks.insert(document.blocks[index], at: index)
      return
    }
    for case .table(let printed) in document.blocks where printed.place.table == place.table {
      for cell in printed.cells where cell.place.row == line {
        var copy = cell.place
        copy.row = line + 1
        touch(cell.place)
        touch(copy)
      }
    }
    editTables(place.table) { cell in
      guard let start = cell.place.row else { return [cell] }
      var cell = cell
      if start > line {
        cell.place.row = start + 1
      } else if start == line, cell.rowSpan == 1 {
        var copy = cell
        copy.place.row = line + 1
        return [cell, copy]
      } else if start + cell.rowSpan > line {
        cell.rowSpan += 1
      }
      return [cell]
    }
  }

  /// Changes the label of a row. In a table only, where it is one cell.
  mutating func relabel(_ table: String, _ row: String, _ text: String) throws {
    guard let place = sample.spots(table, row: row).first?.place, let line = place.row, let column = place.column else {
      throw NoSuchCell(row: row, column: "")
    }
    var found = false
    editTables(place.table) { cell in
      var cell = cell
      if cell.place.row == line, cell.place.column.map({ $0 + cell.columnSpan }) == column {
        cell.text = text
        found = true
      }
      return [cell]
    }
    guard found else { throw NoSuchCell(row: row, column: "label") }
  }

  /// Sets the head of a table once more before a row, as at the top of a page.
  mutating func repeatHead(_ table: String, before row: String) throws {
    guard let place = sample.spots(table, row: row).first?.place, let line = place.row,
      let first = sample.spots(table).first?.place.row
    else { throw NoSuchCell(row: row, column: "") }
    let height = first - 1
    var head: [Cell] = []
    editTables(place.table) { cell in
      guard let start = cell.place.row else { return [cell] }
      var cell = cell
      if start < first {
        var copy = cell
        copy.place.row = start + line - 1
        head.append(copy)
      } else if start >= line {
        cell.place.row = start + height
      } else if start + cell.rowSpan > line {
        cell.rowSpan += height
      }
      return [cell]
    }
    let index = document.blocks.firstIndex { block in
      if case .table(let table) = block { table.cells.contains { $0.place.row == line + height } } else { false }
    }
    if let index, case .table(var table) = document.blocks[index] {
      table.cells += head
      document.blocks[index] = .table(table)
    }
  }

  /// Puts a line between the lines of a table, before the figures of a row.
  mutating func insert(_ text: String, before row: String, in table: String) throws {
    guard let place = sample.spots(table, row: row).first?.place else { throw NoSuchCell(row: row, column: "") }
    document.blocks.insert(.paragraph(Paragraph(text: text, place: place)), at: try lineIndex(place))
  }

  private mutating func editTables(_ number: Int?, _ change: (Cell) -> [Cell]) {
    for (index, block) in document.blocks.enumerated() {
      // A table that is broken over pages is several with one number.
      guard case .table(var table) = block, table.place.table == number else { continue }
      table.cells = table.cells.flatMap(change)
      document.blocks[index] = .table(table)
    }
  }

  // MARK: Lines

  private func lineIndex(_ place: Place) throws -> Int {
    let index = document.blocks.firstIndex { block in
      if case .paragraph(let paragraph) = block { paragraph.place == place } else { false }
    }
    guard let index else { throw NoSuchLine(words: "\(place)") }
    return index
  }

  /// Where layout is kept the label goes on below its figures; where it is not they stand behind it.
  private mutating func removeLines(of row: String, in table: String, at place: Place) throws {
    let places = sample.spots(table).map(\.place)
    let index = try lineIndex(place)
    let neighbours = Set(places).compactMap { try? lineIndex($0) }
    if sample.file.contains("raw") || sample.file.contains("gbk.txt") {
      let start = neighbours.filter { $0 < index }.max().map { $0 + 1 } ?? index
      document.blocks.removeSubrange(start...index)
    } else {
      let end = neighbours.filter { $0 > index }.min() ?? (index + 1)
      document.blocks.removeSubrange(index..<end)
    }
  }
}
