package import DocumentModel

/// What came of reading a file, as a worker answers it.
extension Extract {
  package var message: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .document(let document):
      writer.write(0)
      writer.write(document)
    case .obstacle(let obstacle):
      writer.write(1)
      writer.write(obstacle)
    case .needsConversion(let format):
      writer.write(2)
      writer.write(format.rawValue)
    }
    return writer.bytes
  }

  /// - Throws: ``WireError`` when the message is none of ``message``'s.
  package init(message: [UInt8]) throws(WireError) {
    var reader = WireReader(message)
    switch try reader.number() {
    case 0: self = .document(try reader.document())
    case 1: self = .obstacle(try reader.obstacle())
    case 2: self = .needsConversion(from: try reader.format())
    default: throw WireError(message: "it is neither document nor obstacle")
    }
    guard reader.isAtEnd else { throw WireError(message: "there is more than one answer") }
  }
}

extension WireWriter {
  fileprivate mutating func write(_ document: Document) {
    write(document.format.rawValue)
    write(document.blocks.count)
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        write(0)
        write(paragraph)
      case .table(let table):
        write(1)
        write(table.place)
        write(table.cells.count)
        for cell in table.cells {
          write(cell.text)
          write(cell.place)
          write(cell.rowSpan)
          write(cell.columnSpan)
          write(cell.struck)
        }
      }
    }
    write(document.margins.count)
    for paragraph in document.margins { write(paragraph) }
    write(document.author)
    write(document.title)
    write(document.unread)
  }

  private mutating func write(_ paragraph: Paragraph) {
    write(paragraph.text)
    write(paragraph.place)
    write(paragraph.struck)
  }

  private mutating func write(_ parts: [UnreadPart]) {
    write(parts.count)
    for part in parts {
      write(part.kind.rawValue)
      write(part.name)
      write(part.place)
    }
  }

  fileprivate mutating func write(_ place: Place) {
    for number in [place.page, place.line, place.paragraph, place.table, place.row, place.column] {
      write(number)
    }
  }

  fileprivate mutating func write(_ obstacle: Obstacle) {
    switch obstacle {
    case .empty:
      write(0)
    case .unreadable(let detail):
      write(1)
      write(detail)
    case .unsupportedFormat(let found):
      write(2)
      write(found)
    case .encrypted:
      write(3)
    case .tooLarge(let limit):
      write(4)
      write(limit)
    case .tooLong(let lines):
      write(5)
      write(lines)
    case .noTextLayer(let pages):
      write(6)
      write(pages)
    case .tooMuch(let excess, let limit):
      write(7)
      write(excess.rawValue)
      write(limit)
    case .unreadParts(let parts):
      write(8)
      write(parts)
    }
  }
}

extension WireReader {
  fileprivate mutating func document() throws(WireError) -> Document {
    let format = try format()
    let blocks = try list { reader throws(WireError) in try reader.block() }
    let margins = try list { reader throws(WireError) in try reader.paragraph() }
    let author = try optionalText()
    let title = try optionalText()
    return Document(
      format: format, blocks: blocks, margins: margins, author: author, title: title, unread: try unreadParts())
  }

  private mutating func unreadParts() throws(WireError) -> [UnreadPart] {
    try list { reader throws(WireError) in
      guard let kind = UnreadPart.Kind(rawValue: try reader.text()) else {
        throw WireError(message: "it holds an unknown kind of part")
      }
      return UnreadPart(kind: kind, name: try reader.text(), place: try reader.place())
    }
  }

  fileprivate mutating func format() throws(WireError) -> DocumentFormat {
    guard let format = DocumentFormat(rawValue: try text()) else {
      throw WireError(message: "it has an unknown format")
    }
    return format
  }

  private mutating func paragraph() throws(WireError) -> Paragraph {
    Paragraph(text: try text(), place: try place(), struck: try text())
  }

  private mutating func block() throws(WireError) -> Document.Block {
    switch try number() {
    case 0:
      return .paragraph(try paragraph())
    case 1:
      let place = try place()
      let cells = try list { reader throws(WireError) in
        Cell(
          text: try reader.text(), place: try reader.place(), rowSpan: try reader.count(),
          columnSpan: try reader.count(), struck: try reader.text())
      }
      return .table(Table(cells: cells, place: place))
    default:
      throw WireError(message: "it holds neither paragraph nor table")
    }
  }

  private mutating func place() throws(WireError) -> Place {
    Place(
      page: try optionalNumber(), line: try optionalNumber(), paragraph: try optionalNumber(),
      table: try optionalNumber(), row: try optionalNumber(), column: try optionalNumber())
  }

  fileprivate mutating func obstacle() throws(WireError) -> Obstacle {
    switch try number() {
    case 0: return .empty
    case 1: return .unreadable(detail: try text())
    case 2: return .unsupportedFormat(found: try optionalText())
    case 3: return .encrypted
    case 4: return .tooLarge(limit: try count())
    case 5: return .tooLong(lines: try count())
    case 6: return .noTextLayer(pages: try count())
    case 7:
      guard let excess = Excess(rawValue: try text()) else { throw WireError(message: "it holds an unknown excess") }
      return .tooMuch(excess, limit: try count())
    case 8: return .unreadParts(try unreadParts())
    default: throw WireError(message: "it holds an unknown obstacle")
    }
  }
}
