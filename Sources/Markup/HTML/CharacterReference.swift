import CLibXML2

/// `&nbsp;`, `&#19968;` or `&#x4E00;` (HTML Living Standard, 13.2.5.72 to 80).
struct CharacterReference {
  var utf8: [UInt8]
  /// How many bytes of the page it takes.
  var length: Int

  /// - Returns: `nil` when the `&` that `text` begins with is just that.
  init?(_ text: ArraySlice<UInt8>, isInAttribute: Bool) {
    let body = text.dropFirst()
    if body.first == UInt8(ascii: "#") {
      self.init(numeric: body.dropFirst())
    } else {
      self.init(named: body, isInAttribute: isInAttribute)
    }
  }

  // MARK: By number

  private init?(numeric body: ArraySlice<UInt8>) {
    let isHexadecimal = body.first == UInt8(ascii: "x") || body.first == UInt8(ascii: "X")
    let digits = (isHexadecimal ? body.dropFirst() : body).prefix {
      isHexadecimal ? Self.isHexadecimal($0) : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for digit in digits where value < 0x110000 {
      value = value * (isHexadecimal ? 16 : 10) + Self.value(of: digit)
    }
    let hasEnd = digits.endIndex < body.endIndex && body[digits.endIndex] == UInt8(ascii: ";")
    length = 2 + (isHexadecimal ? 1 : 0) + digits.count + (hasEnd ? 1 : 0)
    utf8 = Array(String(Self.scalar(value)).utf8)
  }

  /// Numbers that are none of Unicode are replaced, and those of the C1 controls mean Windows-1252.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return windows1252[Int(value - 0x80)] }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  private static let windows1252: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func value(of digit: UInt8) -> UInt32 {
    UInt32(digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : (digit | 0x20) - UInt8(ascii: "a") + 10)
  }

  // MARK: By name

  private init?(named body: ArraySlice<UInt8>, isInAttribute: Bool) {
    let name = body.prefix(Self.longestName).prefix(while: Self.isNamePart)
    guard !name.isEmpty else { return nil }
    let next = name.endIndex < body.endIndex ? body[name.endIndex] : nil
    if next == UInt8(ascii: ";"), let scalar = Self.scalar(named: name) {
      utf8 = Array(String(scalar).utf8)
      length = name.count + 2
      return
    }
    // The names of Latin-1 were once written without the semicolon. In an address they are parameters.
    guard !isInAttribute || (next != UInt8(ascii: "=") && name.count <= Self.longestOldName) else { return nil }
    for count in stride(from: min(name.count, Self.longestOldName), to: 1, by: -1) {
      guard !isInAttribute || count == name.count else { return nil }
      guard let scalar = Self.scalar(named: name.prefix(count)), Self.isOld(scalar) else { continue }
      utf8 = Array(String(scalar).utf8)
      length = count + 1
      return
    }
    return nil
  }

  private static let longestName = 24
  private static let longestOldName = 6

  private static func isOld(_ scalar: Unicode.Scalar) -> Bool {
    (0xA0...0xFF).contains(scalar.value) || "<>&\"".unicodeScalars.contains(scalar)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.count <= 8 else { return later[String(decoding: name, as: UTF8.self)] }
    return short[name.reduce(0) { $0 << 8 | UInt64($1) }]
  }

  /// Those of at most eight letters, by their letters.
  private static let short: [UInt64: Unicode.Scalar] = {
    var short: [UInt64: Unicode.Scalar] = [:]
    for (name, scalar) in later where name.utf8.count <= 8 {
      short[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = scalar
    }
    // libxml2 knows the names of HTML 4, which are for these characters and have eight letters at most.
    for value in [0x22...0xFF, 0x152...0x3D6, 0x2002...0x2666].joined() {
      guard let entity = unsafe htmlEntityValueLookup(UInt32(value)), let scalar = Unicode.Scalar(value) else {
        continue
      }
      let name = unsafe String(cString: entity.pointee.name)
      short[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = scalar
    }
    return short
  }()

  /// Names of HTML 5 for what stands in Chinese pages.
  private static let later: [String: Unicode.Scalar] = [
    "AMP": "&", "GT": ">", "LT": "<", "NewLine": "\n", "NonBreakingSpace": "\u{A0}", "QUOT": "\"", "Tab": "\t",
    "ZeroWidthSpace": "\u{200B}", "ast": "*", "check": "✓", "colon": ":", "comma": ",", "commat": "@", "dollar": "$",
    "equals": "=", "excl": "!", "horbar": "―", "lbrack": "[", "lowbar": "_", "lpar": "(", "lsqb": "[", "num": "#",
    "percnt": "%", "period": ".", "plus": "+", "quest": "?", "rbrack": "]", "rpar": ")", "rsqb": "]", "semi": ";",
    "sol": "/", "vert": "|",
  ]
}
