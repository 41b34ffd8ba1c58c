/// Writes lines so that what stands below each other on the page does so in the text as well, counted in cells of a
/// terminal: ideographs take two.
struct ColumnText {
  /// The width of a cell on the page, in points: half a character of the smaller sizes, so that all find room.
  private let cell: Double

  /// More cells than a page can have.
  private static let mostCells = 2_000

  init(pages: [LaidOutPage]) {
    let sizes = pages.flatMap { $0.lines.lazy.filter(Self.hasColumns).map(\.size) }.sorted()
    cell = max(1, (sizes.isEmpty ? 10 : sizes[sizes.count / 10]) * 0.48)
  }

  func text(of line: PrintedLine) -> String {
    guard Self.hasColumns(line) else { return line.text }
    var text = ""
    var column = 0
    for word in line.words {
      let width = word.text.unicodeScalars.reduce(0) { $0 + Sign.cells(of: $1) }
      // A word stands by its middle, as figures are compared by theirs.
      let wanted = Int((word.box.middleX / cell - Double(width) / 2).rounded())
      let start = min(max(wanted, text.isEmpty ? 0 : column + 1), max(column + 1, Self.mostCells))
      text += String(repeating: " ", count: start - column)
      text += word.text
      column = start + width
    }
    return text
  }

  /// Prose has no wide gaps, and no line of figures only, or of several behind its words.
  private static func hasColumns(_ line: PrintedLine) -> Bool {
    line.words.allSatisfy(\.isNumber) || line.words.count(where: \.isNumber) >= 3
      || zip(line.words, line.words.dropFirst()).contains { $1.box.left - $0.box.right > line.size * 1.5 }
  }
}
