import DocumentModel
import PageLayout

/// A page set by hand: text by the left end and the middle of its line, rules by their ends.
struct Sheet {
  var page: PositionedPage

  init(_ number: Int = 1, width: Double = 600, height: Double = 800) {
    page = PositionedPage(number: number, width: width, height: height)
  }

  /// Ideographs take a square, everything else half of one.
  mutating func write(
    _ text: String, _ x: Double, _ y: Double, size: Double = 10, apart: Double = 0, turn: Glyph.Turn = .none
  ) {
    var x = x
    for character in text {
      let width = character.isASCII ? size / 2 : size
      page.glyphs.append(
        Glyph(
          text: String(character), box: Box(left: x, top: y - size / 2, right: x + width, bottom: y + size / 2),
          turn: turn))
      x += width + apart
    }
  }

  /// The middle of the text at `x`.
  mutating func writeCentred(_ text: String, _ x: Double, _ y: Double) {
    let width = text.reduce(0.0) { $0 + ($1.isASCII ? 5 : 10) }
    write(text, x - width / 2, y)
  }

  mutating func rule(_ axis: RuledLine.Axis, at position: Double, from start: Double, to end: Double) {
    page.lines.append(RuledLine(axis: axis, position: position, start: start, end: end))
  }

  /// All rules of a table from its outer left and upper to its outer right and lower rule.
  mutating func grid(_ xs: [Double], _ ys: [Double]) {
    guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
    for x in xs { rule(.vertical, at: x, from: top, to: bottom) }
    for y in ys { rule(.horizontal, at: y, from: left, to: right) }
  }

  var tables: [Table] {
    PageLayout.blocks(of: [page]).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  var lines: [String] {
    PageLayout.blocks(of: [page]).compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
  }
}

extension Table {
  /// Each cell as `row,column rows×columns text`, without the size of cells that are not merged.
  var sketch: [String] {
    cells.map { cell in
      let size = cell.rowSpan * cell.columnSpan == 1 ? "" : " \(cell.rowSpan)×\(cell.columnSpan)"
      return "\(cell.place.row ?? 0),\(cell.place.column ?? 0)\(size) \(cell.text)"
    }
  }
}
