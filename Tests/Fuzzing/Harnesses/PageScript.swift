package import DocumentModel
package import PageLayout

/// Pages of placed characters and lines, as records of bytes. Lengths are tenths of a point, two bytes each, the lower
/// one first, negative ones too.
///
/// | record | |
/// |---|---|
/// | `P` width height | begins a page |
/// | `T` x y size(1 byte, whole points) length(1 byte) text | characters side by side, from the left bottom corner |
/// | `R` turn(1 byte) | turns the characters that follow: see ``Glyph/Turn`` |
/// | `H` y start end, `V` x start end | a line |
/// | `G` left top right bottom length(1 byte) text | a character in a box of eight-byte floating-point numbers |
/// | `L` axis(1 byte) position start end | a line of such numbers |
///
/// Any other byte is passed over.
package enum PageScript {
  package static func pages(from bytes: [UInt8]) -> [PositionedPage] {
    var reader = RecordReader(bytes)
    var pages = [PositionedPage(number: 1, width: 595, height: 842)]
    var turn = Glyph.Turn.none
    while let tag = reader.byte() {
      let last = pages.count - 1
      switch tag {
      case UInt8(ascii: "P"):
        if pages.count >= 16 { return pages }
        pages.append(PositionedPage(number: pages.count + 1, width: reader.length(), height: reader.length()))
      case UInt8(ascii: "T"):
        let (left, bottom) = (reader.length(), reader.length())
        let size = Double(reader.byte() ?? 0)
        pages[last].glyphs += glyphs(of: reader.text(), left: left, bottom: bottom, size: size, turn: turn)
      case UInt8(ascii: "R"):
        turn = Glyph.Turn(rawValue: Int(reader.byte() ?? 0) % 4) ?? .none
      case UInt8(ascii: "H"), UInt8(ascii: "V"):
        pages[last].lines.append(
          RuledLine(
            axis: tag == UInt8(ascii: "H") ? .horizontal : .vertical, position: reader.length(),
            start: reader.length(), end: reader.length()))
      case UInt8(ascii: "G"):
        let box = Box(left: reader.double(), top: reader.double(), right: reader.double(), bottom: reader.double())
        pages[last].glyphs.append(Glyph(text: reader.text(), box: box, turn: turn))
      case UInt8(ascii: "L"):
        pages[last].lines.append(
          RuledLine(
            axis: (reader.byte() ?? 0) % 2 == 0 ? .horizontal : .vertical, position: reader.double(),
            start: reader.double(), end: reader.double()))
      default: break
      }
    }
    return pages
  }

  private static func glyphs(of text: String, left: Double, bottom: Double, size: Double, turn: Glyph.Turn) -> [Glyph] {
    var left = left
    return text.map { character in
      let width = character.isASCII ? size / 2 : size
      defer { left += width }
      return Glyph(
        text: String(character), box: Box(left: left, top: bottom - size, right: left + width, bottom: bottom),
        turn: turn)
    }
  }

  /// A document as an office suite might print it: a line of text for each paragraph, a ruled grid for each table.
  package static func bytes(of document: Document) -> [UInt8] {
    var printer = RecordWriter()
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): printer.print(paragraph.text)
      case .table(let table): printer.print(table)
      }
    }
    return printer.bytes
  }
}

private struct RecordReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func length() -> Double {
    Double(Int16(truncatingIfNeeded: number(ofBytes: 2))) / 10
  }

  mutating func double() -> Double { Double(bitPattern: number(ofBytes: 8)) }

  mutating func text() -> String {
    let count = Int(byte() ?? 0)
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  private mutating func number(ofBytes count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(byte() ?? 0) << ($1 * 8) }
  }
}

private struct RecordWriter {
  private(set) var bytes: [UInt8] = []
  private var top = 72.0

  mutating func print(_ text: String) {
    turnPage(ifLessThan: 20)
    write(text: text, left: 72, bottom: top + 14)
    top += 20
  }

  mutating func print(_ table: Table) {
    let columns = table.cells.map { ($0.place.column ?? 1) + $0.columnSpan - 1 }.max() ?? 1
    let rows = table.cells.map { ($0.place.row ?? 1) + $0.rowSpan - 1 }.max() ?? 1
    let width = 450.0 / Double(max(1, columns))
    turnPage(ifLessThan: min(600, Double(rows) * 16))
    for cell in table.cells {
      let left = 72 + width * Double((cell.place.column ?? 1) - 1)
      let right = left + width * Double(cell.columnSpan)
      let cellTop = top + 16 * Double((cell.place.row ?? 1) - 1)
      let bottom = cellTop + 16 * Double(cell.rowSpan)
      for y in [cellTop, bottom] { write("H", y, left, right) }
      for x in [left, right] { write("V", x, cellTop, bottom) }
      write(text: cell.text, left: left + 2, bottom: bottom - 3)
    }
    top += Double(rows) * 16
  }

  private mutating func turnPage(ifLessThan height: Double) {
    guard top + height > 770 else { return }
    write("P", 595, 842)
    top = 72
  }

  private mutating func write(text: String, left: Double, bottom: Double) {
    var left = left
    // A record holds 255 bytes, and a character at most a few.
    var rest = text[...]
    while !rest.isEmpty {
      let piece = rest.prefix(40)
      rest = rest.dropFirst(40)
      let utf8 = Array(piece.utf8.prefix(255))
      write("T", left, bottom)
      bytes += [10, UInt8(utf8.count)] + utf8
      left += Double(piece.count) * 10
    }
  }

  private mutating func write(_ tag: Unicode.Scalar, _ lengths: Double...) {
    bytes.append(UInt8(ascii: tag))
    for length in lengths {
      let tenths = UInt16(bitPattern: Int16(clamping: Int(length * 10)))
      bytes += [UInt8(truncatingIfNeeded: tenths), UInt8(truncatingIfNeeded: tenths >> 8)]
    }
  }
}
