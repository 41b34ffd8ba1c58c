/// What can be told of a text by its bytes.
enum TextLook {
  static func amounts(of text: ArraySlice<UInt8>) -> PageFacts.Amounts {
    var amounts = PageFacts.Amounts()
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte < 0x80 {
        if byte > 0x20 {
          amounts.text &+= 1
          if isNumeric(byte) { amounts.digits &+= 1 }
        }
        index += 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + length, text.endIndex)
      let character = text[index..<end]
      index = end
      if character.elementsEqual(fullStop) { amounts.sentences = 1 }
      if isSpace(character) { continue }
      amounts.text &+= Int32(length)
      if isFullWidthDigit(character) { amounts.digits &+= Int32(length) }
    }
    if amounts.text > 3, beginsNumbered(text) { amounts.ordinals = 1 }
    return amounts
  }

  private static let fullStop = Array("。".utf8)
  private static let numerals = "一二三四五六七八九十".unicodeScalars.map { Array(String($0).utf8) }
  private static let opening = ["（".utf8, "〔".utf8].map { Array($0) }
  private static let marks = ["、", "．", "，", "）", "〕"].map { Array($0.utf8) }

  /// 一、 or （二）, also when what follows the number stands in an element of its own.
  private static func beginsNumbered(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let first = rest.first {
      if first <= 0x20 {
        rest = rest.dropFirst()
      } else if first == 0xC2 || first == 0xE3, isSpace(rest.prefix(first == 0xC2 ? 2 : 3)) {
        rest = rest.dropFirst(first == 0xC2 ? 2 : 3)
      } else {
        break
      }
    }
    if rest.first == UInt8(ascii: "(") {
      rest = rest.dropFirst()
    } else if opening.contains(where: rest.starts) {
      rest = rest.dropFirst(3)
    }
    var count = 0
    while numerals.contains(where: rest.starts) {
      rest = rest.dropFirst(3)
      count += 1
    }
    guard (1...3).contains(count) else { return false }
    guard let next = rest.first else { return true }
    return next == UInt8(ascii: ".") || next == UInt8(ascii: ")") || marks.contains(where: rest.starts)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private static func isSpace(_ character: ArraySlice<UInt8>) -> Bool {
    let start = character.startIndex
    switch (character.first, character.count) {
    case (0xC2, 2): return character[start + 1] == 0xA0
    case (0xE3, 3): return character[start + 1] == 0x80 && character[start + 2] == 0x80
    case (0xE2, 3): return character[start + 1] == 0x80 && character[start + 2] <= 0x8F
    case (0xEF, 3): return character[start + 1] == 0xBB && character[start + 2] == 0xBF
    default: return false
    }
  }

  /// U+FF10 to U+FF19.
  private static func isFullWidthDigit(_ character: ArraySlice<UInt8>) -> Bool {
    let start = character.startIndex
    return character.count == 3 && character[start] == 0xEF && character[start + 1] == 0xBC
      && (0x90...0x99).contains(character[start + 2])
  }
}
