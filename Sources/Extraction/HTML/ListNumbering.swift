/// The numbers that a browser prints before the items of a list. They stand nowhere in the page's text.
struct ListNumbering {
  /// The kind of its numbers; `nil` where there are none.
  var kind: Kind?
  private var next: Int
  private var step: Int

  enum Kind {
    case decimal, chinese, lowerLetter, upperLetter, lowerRoman, upperRoman
  }

  static let none = ListNumbering(kind: nil, next: 1, step: 1)

  private init(kind: Kind?, next: Int, step: Int) {
    self.kind = kind
    self.next = next
    self.step = step
  }

  /// - Parameters:
  ///   - page: The page.
  ///   - position: An ordered list in it.
  init(_ page: PageTree, at position: Int) {
    kind = Self.kind(page, at: position) ?? .decimal
    let isReversed = page.bytes(of: .reversed, at: position) != nil
    next = page.number(of: .start, at: position) ?? 1
    step = isReversed ? -1 : 1
    if Self.isUnnumbered(page, at: position) { kind = nil }
  }

  /// The number of the next item, as it is printed: `1.` or `一、`. Empty where there is none.
  mutating func number(_ page: PageTree, ofItem position: Int) -> String {
    let number = page.number(of: .value, at: position) ?? next
    next = number + step
    guard let kind = Self.kind(page, at: position) ?? kind, !Self.isUnnumbered(page, at: position) else { return "" }
    switch kind {
    case .chinese: return (1...99).contains(number) ? Self.chinese(number) + "、" : "\(number)、"
    case .decimal: return "\(number)."
    case .lowerLetter: return Self.letter(number, after: 0x60) + "."
    case .upperLetter: return Self.letter(number, after: 0x40) + "."
    case .lowerRoman: return Self.roman(number).lowercased() + "."
    case .upperRoman: return Self.roman(number) + "."
    }
  }

  private static func kind(_ page: PageTree, at position: Int) -> Kind? {
    if let style = listStyle(page, at: position) {
      if style.contains("chinese") || style.contains("cjk-ideographic") || style.contains("japanese-")
        || style.contains("cjk-decimal")
      {
        return .chinese
      }
      if style.contains("lower-alpha") || style.contains("lower-latin") { return .lowerLetter }
      if style.contains("upper-alpha") || style.contains("upper-latin") { return .upperLetter }
      if style.contains("lower-roman") { return .lowerRoman }
      if style.contains("upper-roman") { return .upperRoman }
      if style.contains("decimal") { return .decimal }
    }
    switch page.value(of: .type, at: position) {
    case "1": return .decimal
    case "a": return .lowerLetter
    case "A": return .upperLetter
    case "i": return .lowerRoman
    case "I": return .upperRoman
    default: return nil
    }
  }

  private static func isUnnumbered(_ page: PageTree, at position: Int) -> Bool {
    guard let style = listStyle(page, at: position) else { return false }
    return ["none", "disc", "circle", "square"].contains { style.contains($0) }
  }

  /// The value of `list-style-type` or `list-style`, in small letters.
  private static func listStyle(_ page: PageTree, at position: Int) -> String? {
    guard let style = page.value(of: .style, at: position)?.lowercased() else { return nil }
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let property = parts[0].filter { !$0.isWhitespace }
      if property == "list-style-type" || property == "list-style" { return String(parts[1]) }
    }
    return nil
  }

  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10 == 0 ? "" : number / 10 == 1 ? "十" : digits[number / 10] + "十"
    return tens + digits[number % 10]
  }

  private static func letter(_ number: Int, after base: UInt8) -> String {
    guard (1...26).contains(number) else { return "\(number)" }
    return String(Unicode.Scalar(base + UInt8(number)))
  }

  private static func roman(_ number: Int) -> String {
    guard (1...99).contains(number) else { return "\(number)" }
    let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return tens[number / 10] + ones[number % 10]
  }
}
