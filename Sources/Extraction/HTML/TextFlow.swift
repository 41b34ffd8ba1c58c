/// Text as it flows into lines: white space is collapsed as browsers do it.
struct TextFlow {
  enum Space {
    case collapsed
    /// Collapsed, but for the ends of lines.
    case lines
    case kept
  }

  /// The lines that are done. Blank ones are none.
  private(set) var lines: [String] = []
  private var line: [UInt8] = []
  /// White space that becomes one space when more text comes.
  private var pending = Pending.nothing
  private var endsWide = false
  private var struck: [UInt8] = []
  /// What stands before the next text: the number of a list's item.
  var prefix = ""

  private enum Pending {
    case nothing, space, lineBreak
  }

  mutating func append(_ text: ArraySlice<UInt8>, _ space: Space = .collapsed) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        white(byte, space, isBeforeLineFeed: index + 1 < text.endIndex && text[index + 1] == 0x0A)
        index += 1
      case 0..<0x20, 0x7F: index += 1
      case 0x21..<0x7F:
        flush(isWide: false)
        line.append(byte)
        endsWide = false
        index += 1
      default:
        let end = min(index + Self.length(byte), text.endIndex)
        character(text[index..<end], space)
        index = end
      }
    }
  }

  /// Ends the line that has been begun, if there is anything in it.
  mutating func endLine() {
    pending = .nothing
    endsWide = false
    while let last = line.last {
      if last == 0x20 || last == 0x09 {
        line.removeLast()
      } else if last == 0x80, line.suffix(3).elementsEqual(Self.ideographicSpace) {
        line.removeLast(3)
      } else {
        break
      }
    }
    guard !line.isEmpty else { return }
    lines.append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
  }

  /// Hands out the lines that are done.
  mutating func takeLines() -> [String] {
    defer { lines.removeAll(keepingCapacity: true) }
    return lines
  }

  /// Takes a text that is struck through.
  mutating func strike(_ text: ArraySlice<UInt8>) {
    if !struck.isEmpty { struck.append(0x20) }
    struck.append(contentsOf: text.drop { $0 <= 0x20 })
    while let last = struck.last, last <= 0x20 { struck.removeLast() }
  }

  mutating func takeStruck() -> String {
    defer { struck.removeAll() }
    return struck.isEmpty ? "" : String(decoding: struck, as: UTF8.self)
  }

  private mutating func white(_ byte: UInt8, _ space: Space, isBeforeLineFeed: Bool) {
    let endsLine = byte == 0x0A || (byte == 0x0D && !isBeforeLineFeed)
    switch space {
    case .collapsed:
      if endsLine { pending = .lineBreak } else if pending == .nothing { pending = .space }
    case .lines:
      if endsLine { endLine() } else if pending == .nothing { pending = .space }
    case .kept:
      if endsLine { endLine() } else if byte == 0x20 || byte == 0x09 { line.append(byte) }
    }
  }

  /// A character beyond ASCII.
  private mutating func character(_ bytes: ArraySlice<UInt8>, _ space: Space) {
    if Self.isInvisible(bytes) { return }
    let isNoBreakSpace = bytes.elementsEqual(Self.noBreakSpace)
    guard isNoBreakSpace || bytes.elementsEqual(Self.ideographicSpace) else {
      let isWide = Self.isWide(bytes)
      flush(isWide: isWide)
      line.append(contentsOf: bytes)
      endsWide = isWide
      return
    }
    // These are never collapsed, but indent paragraphs: at the ends of a line they are cut off.
    if space == .kept {
      if isNoBreakSpace { line.append(0x20) } else { line.append(contentsOf: bytes) }
    } else if !line.isEmpty {
      flush(isWide: true)
      line.append(0x20)
      endsWide = false
    }
  }

  /// Writes what stands between the last character and the next.
  private mutating func flush(isWide: Bool) {
    if !prefix.isEmpty, !line.contains(where: { $0 != 0x20 }) {
      line.append(contentsOf: prefix.utf8)
      prefix = ""
      pending = .nothing
    }
    guard pending != .nothing else { return }
    // A page's source may be broken anywhere in a Chinese sentence (CSS Text Level 3, 4.1.3).
    let isBrokenSentence = pending == .lineBreak && endsWide && isWide
    if !line.isEmpty, !isBrokenSentence { line.append(0x20) }
    pending = .nothing
  }

  // MARK: Characters

  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]
  private static let ideographicSpace: [UInt8] = [0xE3, 0x80, 0x80]

  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  /// Soft hyphens, joiners and marks of direction or byte order.
  private static func isInvisible(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    let start = bytes.startIndex
    switch (first, bytes.count) {
    case (0xC2, 2): return bytes[start + 1] == 0xAD || bytes[start + 1] < 0xA0
    case (0xE2, 3):
      let (second, third) = (bytes[start + 1], bytes[start + 2])
      return second == 0x80 && (0x8B...0x8F).contains(third) || second == 0x81 && (0xA0...0xA4).contains(third)
    case (0xEF, 3): return bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF
    default: return false
    }
  }

  /// Ideographs, their punctuation and quotation marks, and full-width letters.
  private static func isWide(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count >= 3 else { return false }
    let second = bytes[bytes.startIndex + 1]
    switch first {
    case 0xE2: return second == 0x80
    case 0xE3...0xED: return true
    case 0xEF: return second >= 0xBC
    default: return first >= 0xF0
    }
  }
}
