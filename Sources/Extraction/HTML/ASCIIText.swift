/// A piece of a file as letters of ASCII, all of them small.
struct ASCIIText {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }[...]
  }

  private init(rest: ArraySlice<UInt8>) {
    bytes = rest
  }

  var first: UInt8? { bytes.first }

  /// Without white space before it.
  var trimmed: ASCIIText { ASCIIText(rest: bytes.drop { $0 <= 0x20 }) }

  func starts(with words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return words.withUTF8Buffer { words in
      for index in 0..<count {
        guard unsafe bytes[bytes.startIndex + index] == words[index] else { return false }
      }
      return true
    }
  }

  func dropFirst(_ count: Int) -> ASCIIText { ASCIIText(rest: bytes.dropFirst(count)) }

  /// What stands before the first `mark`, or all.
  func upTo(_ mark: Unicode.Scalar) -> ASCIIText {
    ASCIIText(rest: bytes.prefix { UInt32($0) != mark.value })
  }

  /// What stands before the first blank line, or all.
  var upToBlankLine: ASCIIText {
    var wasLineEnd = false
    for index in bytes.indices where bytes[index] != 0x0D {
      let isLineEnd = bytes[index] == 0x0A
      if isLineEnd, wasLineEnd { return ASCIIText(rest: bytes[..<index]) }
      wasLineEnd = isLineEnd
    }
    return self
  }

  /// What stands behind some words, wherever they come first.
  func behind(_ words: StaticString) -> ASCIIText? {
    guard let initial = words.withUTF8Buffer({ unsafe $0.first }) else { return nil }
    var rest = self
    while let start = rest.bytes.firstIndex(of: initial) {
      rest.bytes = rest.bytes[start...]
      if rest.starts(with: words) { return rest.dropFirst(words.utf8CodeUnitCount) }
      rest.bytes = rest.bytes.dropFirst()
    }
    return nil
  }

  func contains(_ words: StaticString) -> Bool { behind(words) != nil }

  /// The beginning, as long as each byte fits.
  func prefix(while fits: (UInt8) -> Bool) -> String {
    String(decoding: bytes.prefix(while: fits), as: UTF8.self)
  }

  /// `charset=gbk`, `charset = "gbk"`, or within another attribute `text/html; charset=gbk`.
  func value(of key: StaticString) -> String? {
    guard let value = behind(key)?.trimmed, value.first == UInt8(ascii: "=") else { return nil }
    var name = value.dropFirst(1).trimmed
    if name.first == UInt8(ascii: "\"") || name.first == UInt8(ascii: "'") { name = name.dropFirst(1).trimmed }
    return name.prefix { $0 > 0x20 && $0 < 0x7F && !"\"';,/>".utf8.contains($0) }
  }
}
