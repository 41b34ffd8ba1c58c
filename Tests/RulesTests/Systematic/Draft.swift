import DocumentModel
import ReportModel

/// A good report that is being changed as its author might have, or as a reader might have misread it.
struct Draft {
  let sample: Sample
  var document: Document
  /// Where something was changed.
  private(set) var touched: Set<Place> = []

  init(_ sample: Sample) {
    self.sample = sample
    document = sample.document
  }

  var report: AnnualReport { sample.report }

  mutating func touch(_ place: Place) {
    touched.insert(place)
  }

  // MARK: Cells

  /// Puts something else into a cell.
  mutating func write(_ text: String, to spot: Spot) throws {
    touch(spot.place)
    for (index, block) in document.blocks.enumerated() {
      switch block {
      case .table(var table):
        guard let cell = table.cells.firstIndex(where: { $0.place == spot.place }) else { continue }
        table.cells[cell].text = text
        document.blocks[index] = .table(table)
        return
      case .paragraph(var paragraph):
        guard paragraph.place == spot.place else { continue }
        paragraph.text = try Self.line(paragraph.text, with: text, inPlaceOf: spot, of: line(of: spot))
        document.blocks[index] = .paragraph(paragraph)
        return
      }
    }
    throw NoSuchCell(row: spot.row, column: spot.column)
  }

  mutating func write(_ text: String, _ table: String, _ row: String, _ column: String) throws {
    try write(text, to: sample.spot(table, row, column))
  }

  /// The cells that share the line on which one stands.
  private func line(of spot: Spot) -> [Spot] {
    sample.spots(spot.table).filter { $0.place == spot.place }
  }

  /// What follows on the line keeps its column.
  private static func line(_ line: String, with text: String, inPlaceOf spot: Spot, of spots: [Spot]) throws -> String {
    let scalars = Array(line.unicodeScalars)
    let words = scalars.indices.split { scalars[$0].properties.isWhitespace }.suffix(spots.count)
    guard let number = spots.firstIndex(where: { $0.row == spot.row && $0.column == spot.column }),
      words.count == spots.count
    else { throw NoSuchCell(row: spot.row, column: spot.column) }
    let word = words[words.startIndex + number]
    var before = scalars[..<word.startIndex]
    var new = Array(text.unicodeScalars)
    let wanted = new.count - word.count
    if wanted < 0 { new += Array(repeating: " ", count: -wanted) }
    for _ in 0..<max(0, wanted) where before.count > 2 && before.suffix(2).allSatisfy(\.properties.isWhitespace) {
      before.removeLast()
    }
    return string(before + new + scalars[word.endIndex...])
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  // MARK: Prose

  /// Replaces words outside tables, whatever white space and line breaks stand in them.
  ///
  /// - Throws: Unless the words stand there once.
  mutating func replace(_ old: String, with new: String) throws {
    let wanted = Array(old.unicodeScalars)
    var text: [(scalar: Unicode.Scalar, block: Int, index: Int)] = []
    for (block, paragraph) in paragraphs {
      for (index, scalar) in paragraph.text.unicodeScalars.enumerated() where !scalar.properties.isWhitespace {
        text.append((scalar, block, index))
      }
    }
    let starts = text.indices.filter { start in
      text.count - start >= wanted.count && zip(text[start...], wanted).allSatisfy { $0.scalar == $1 }
    }
    guard starts.count == 1, let start = starts.first else {
      throw NotThereOnceInDraft(words: old, count: starts.count)
    }
    let found = text[start..<(start + wanted.count)]
    guard let first = found.first else { return }
    for (block, places) in Dictionary(grouping: found, by: \.block) {
      edit(block) { scalars in
        for place in places.sorted(by: { $0.index > $1.index }) { scalars.remove(at: place.index) }
        if block == first.block { scalars.insert(contentsOf: new.unicodeScalars, at: first.index) }
      }
    }
  }

  private mutating func edit(_ block: Int, _ change: (inout [Unicode.Scalar]) -> Void) {
    guard case .paragraph(var paragraph) = document.blocks[block] else { return }
    var scalars = Array(paragraph.text.unicodeScalars)
    change(&scalars)
    paragraph.text = Self.string(scalars)
    document.blocks[block] = .paragraph(paragraph)
    touch(paragraph.place)
  }

  private var paragraphs: [(block: Int, paragraph: Paragraph)] {
    document.blocks.enumerated().compactMap { index, block in
      if case .paragraph(let paragraph) = block { (index, paragraph) } else { nil }
    }
  }
}

struct NotThereOnceInDraft: Error, CustomStringConvertible {
  var words: String
  var count: Int

  var description: String { "the draft holds \(count) times: \(words)" }
}
