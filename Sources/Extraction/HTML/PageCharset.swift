/// Finds out in what encoding a page is: by byte order mark, by what it declares, and by what its bytes can be at all.
///
/// What a page declares is often wrong: it was saved by a browser in another encoding than it was served in. Chinese
/// text in UTF-8 is never GB18030 by chance nor the other way round, so the bytes have the last word.
enum PageCharset {
  enum Label: Equatable {
    case gb18030, utf8
  }

  /// - Parameters:
  ///   - bytes: The page.
  ///   - declared: The charset that came with the page from outside; it goes before what the page says of itself.
  ///   - gb18030: The decoder for Chinese.
  /// - Returns: The page in UTF-8; `nil` when the bytes are text in no encoding that is read.
  static func decode(_ bytes: [UInt8], declared: String?, gb18030: borrowing GB18030Decoder) -> [UInt8]? {
    // Marked and UTF-16 pages are told by their bytes.
    let isPlain = !startsMarked(bytes) && !bytes.contains(0)
    if isPlain, let label = declared.flatMap(label) ?? metaLabel(bytes) {
      switch (label, UTF8Look(bytes)) {
      case (_, .ascii), (_, .chinese(damaged: 0)), (.utf8, .foreign(damaged: 0)): return bytes
      // In a damaged page most characters still are what it declares.
      case (.utf8, .chinese): return Array(String(decoding: bytes, as: UTF8.self).utf8)
      case (.gb18030, .foreign):
        let decoded = gb18030.decode(bytes)
        if decoded.replaced * 10 <= bytes.count / 2 { return Array(decoded.text.utf8) }
      case (.gb18030, .chinese), (.utf8, .foreign): break
      }
    }
    return TextDecoder.decode(bytes, gb18030: gb18030).map { Array($0.text.utf8) }
  }

  private static func startsMarked(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Bytes as UTF-8 would have them.
  private enum UTF8Look {
    case ascii
    /// Most sequences are of three bytes or four, which GB18030 hardly ever makes by chance.
    case chinese(damaged: Int)
    case foreign(damaged: Int)

    init(_ bytes: [UInt8]) {
      var long = 0
      var short = 0
      var damaged = 0
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        guard lead >= 0x80 else {
          index += 1
          continue
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        let isWhole =
          lead >= 0xC2 && lead < 0xF5 && index + length <= bytes.count
          && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
        if !isWhole { damaged += 1 } else if length == 2 { short += 1 } else { long += 1 }
        index += isWhole ? length : 1
      }
      if long + short + damaged == 0 {
        self = .ascii
      } else if long > 0, damaged * 10 <= long {
        self = .chinese(damaged: damaged)
      } else {
        self = .foreign(damaged: damaged)
      }
    }
  }

  // MARK: What is declared

  /// What a name means, as browsers take it (WHATWG Encoding Standard). UTF-16 cannot be declared in ASCII letters:
  /// they mean UTF-8 then.
  static func label(_ name: String) -> Label? {
    switch name.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be", "unicode": .utf8
    case "gb2312", "gb_2312", "gb_2312-80", "csgb2312", "iso-ir-58", "chinese", "x-gbk", "gbk", "gb18030", "cp936",
      "ms936", "windows-936", "euc-cn", "x-euc-cn":
      .gb18030
    default: nil
    }
  }

  /// The charset of the first `<meta>` that names one, within the first four kilobytes; of XML what it declares.
  private static func metaLabel(_ bytes: [UInt8]) -> Label? {
    let head = ASCIIText(bytes.prefix(4_096))
    if head.trimmed.starts(with: "<?xml"), let name = head.upTo(">").value(of: "encoding"), let label = label(name) {
      return label
    }
    var rest = head
    while let behind = rest.behind("<meta") {
      if let name = behind.upTo(">").value(of: "charset") { return label(name) }
      rest = behind
    }
    return nil
  }
}
