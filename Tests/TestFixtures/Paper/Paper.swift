/// A report set on sheets of paper: text and rules at their places, in points from the upper left corner.
struct Paper {
  /// Text of one look on one line.
  struct Piece {
    var text: String
    var x: Double
    var baseline: Double
    var size: Double
    var look: Look?

    var width: Double { text.reduce(0) { $0 + Paper.width(of: $1) * size } }
  }

  /// A line along an axis.
  struct Rule {
    var x: Double
    var y: Double
    var width = 0.0
    var height = 0.0
  }

  struct Sheet {
    var width = 595.0
    var height = 0.0
    var pieces: [Piece] = []
    var rules: [Rule] = []
  }

  private(set) var sheets: [Sheet] = [Sheet()]
  private let report: ReportSource

  private static let margin = 42.5
  private static let padding = 1.5
  private static let leading = 1.3
  /// Of a raised piece: its size and how far above the line it stands, in parts of the line's size.
  private static let raised = (size: 0.6, rise: 0.35)

  /// Of the size: letters and digits are half as wide as ideographs.
  static func width(of character: Character) -> Double { character.isASCII ? 0.5 : 1 }

  init(_ report: ReportSource) {
    self.report = report
    sheets[0].height = Self.margin
    for block in report.printedBlocks {
      switch block {
      case .title(let lines): for line in lines { set(StyledText(line), size: 16) }
      case .heading(let text, let index): set(StyledText(PrintedBlock.typed(text, index)), size: 13)
      case .text(let text), .caption(let text): set(StyledText(text), size: 11)
      case .table(let table):
        sheets.append(Sheet(height: Self.margin))
        set(table)
      }
    }
    for index in sheets.indices { sheets[index].height += Self.margin }
  }

  private var sheet: Sheet {
    get { sheets[sheets.count - 1] }
    set { sheets[sheets.count - 1] = newValue }
  }

  private mutating func set(_ text: StyledText, size: Double) {
    for line in lines(text, size: size, width: sheet.width - 2 * Self.margin) {
      sheet.height += size * Self.leading
      place(line, x: Self.margin, baseline: sheet.height - size * 0.4, size: size)
    }
  }

  private typealias Line = [(character: Character, look: Look?)]

  /// Broken anywhere, as an office suite does where no break is allowed.
  private func lines(_ text: StyledText, size: Double, width: Double) -> [Line] {
    var lines: [Line] = [[]]
    var used = 0.0
    for run in text.runs {
      let scale = run.look?.effect == .raised ? Self.raised.size : 1
      for character in report.spelling(run.text) {
        let advance = Self.width(of: character) * size * scale
        if character == "\n" || used + advance > width {
          lines.append([])
          used = 0
        }
        guard character != "\n" else { continue }
        lines[lines.count - 1].append((character, run.look))
        used += advance
      }
    }
    return lines
  }

  private mutating func place(_ line: Line, x: Double, baseline: Double, size: Double) {
    var x = x
    var rest = line[...]
    while let first = rest.first {
      let run = rest.prefix { $0.look == first.look }
      rest = rest.dropFirst(run.count)
      let isRaised = first.look?.effect == .raised
      let piece = Piece(
        text: String(run.map(\.character)), x: x, baseline: baseline - (isRaised ? size * Self.raised.rise : 0),
        size: isRaised ? size * Self.raised.size : size, look: first.look)
      sheet.pieces.append(piece)
      x += piece.width
    }
  }

  private mutating func set(_ table: PrintedTable) {
    let size = Double(report.layout.fontSize)
    let part = (sheet.width - 2 * Self.margin) / Double(table.widths.reduce(0, +))
    let edges = table.widths.reduce(into: [Self.margin]) { $0.append(($0.last ?? 0) + Double($1) * part) }
    let grid = table.grid
    func content(_ cell: PrintedTable.Cell, at column: Int) -> [Line] {
      let width = edges[min(column + cell.columns, table.widths.count)] - edges[column] - 2 * Self.padding
      return lines(cell.content, size: size, width: width)
    }
    func height(_ cell: PrintedTable.Cell, at column: Int) -> Double {
      Double(content(cell, at: column).count) * size * Self.leading + 2 * Self.padding
    }
    var heights = grid.map { row in
      row.enumerated().compactMap { column, cell in
        cell.flatMap { $0.rows == 1 ? height($0, at: column) : nil }
      }.max() ?? 0
    }
    for (index, row) in grid.enumerated() {
      for case (let column, let cell?) in row.enumerated() where cell.rows > 1 {
        let last = min(index + cell.rows, grid.count) - 1
        heights[last] += max(0, height(cell, at: column) - heights[index...last].reduce(0, +))
      }
    }
    let tops = heights.reduce(into: [sheet.height]) { $0.append(($0.last ?? 0) + $1) }
    for (index, row) in grid.enumerated() {
      for case (let column, let cell?) in row.enumerated() {
        let box = (
          left: edges[column], top: tops[index], right: edges[min(column + cell.columns, table.widths.count)],
          bottom: tops[min(index + cell.rows, grid.count)]
        )
        let lines = content(cell, at: column)
        let free = box.bottom - box.top - Double(lines.count) * size * Self.leading
        for (number, line) in lines.enumerated() {
          place(
            line, x: box.left + Self.padding,
            baseline: box.top + free / 2 + (Double(number) + 0.9) * size * Self.leading,
            size: size)
        }
        guard report.layout.hasBorders else { continue }
        sheet.rules += [
          Rule(x: box.left, y: box.top, width: box.right - box.left),
          Rule(x: box.left, y: box.bottom, width: box.right - box.left),
          Rule(x: box.left, y: box.top, height: box.bottom - box.top),
          Rule(x: box.right, y: box.top, height: box.bottom - box.top),
        ]
      }
    }
    sheet.height = tops.last ?? sheet.height
  }
}
