/// A number at the head of a point or a subheading.
struct NumberMark {
  enum Form {
    /// （一）
    case heading
    /// 1.
    case number
    /// （1）
    case numberInBrackets
    /// 一是
    case point
    /// 三拓宽, where 三是拓宽 is meant.
    case barePoint
    /// 第一，
    case ordinal
    /// 其一，
    case ofThese
    /// ①
    case circled

    static let headings: [Form] = [.heading, .number, .numberInBrackets]

    /// How deep it stands in the order of an official document.
    var depth: Int {
      switch self {
      case .heading: 1
      case .number: 2
      case .numberInBrackets: 3
      case .point, .barePoint, .ordinal, .ofThese, .circled: 4
      }
    }

    func written(_ value: Int) -> String {
      switch self {
      case .heading: "（\(ChineseOrdinal.written(value))）"
      case .number: "\(value)."
      case .numberInBrackets: "（\(value)）"
      case .point, .barePoint: "\(ChineseOrdinal.written(value))是"
      case .ordinal: "第\(ChineseOrdinal.written(value))"
      case .ofThese: "其\(ChineseOrdinal.written(value))"
      case .circled: Unicode.Scalar(0x245F + value).map { String(Character($0)) } ?? String(value)
      }
    }
  }

  var form: Form
  var value: Int
  /// Where it stands in the passage.
  var index: Int
  /// Whether the sentence before it goes on: it ends with a semicolon.
  var isWithinList: Bool

  static func all(in passage: Passage) -> [NumberMark] {
    var marks: [NumberMark] = []
    for index in passage.scalars.indices {
      let scalar = passage.scalars[index]
      let previous = passage[index - 1]
      let found: (Form, Int)?
      if scalar.isASCIIDigitOrBracket {
        found = passage.startsLine(index) ? heading(index, passage) : nil
      } else if ChineseOrdinal.isNumeral(scalar) {
        found = point(index, passage)
      } else if scalar == "第" || scalar == "其" || (0x2460...0x2473).contains(scalar.value) {
        found = listed(index, passage)
      } else {
        found = nil
      }
      guard let found else { continue }
      let isWithinList = previous == "；" || previous == ";"
      marks.append(NumberMark(form: found.0, value: found.1, index: index, isWithinList: isWithinList))
    }
    return marks
  }

  /// Subheadings stand at the beginning of a line, and the line before does not need them: 第二十条第 ⏎ （一）项.
  private static func heading(_ index: Int, _ passage: Passage) -> (Form, Int)? {
    if let previous = passage[index - 1], passage.isBrokenInLines, "第和与至到及款条、，,—-～".unicodeScalars.contains(previous) {
      return nil
    }
    let isInBrackets = passage[index] == "（" || passage[index] == "("
    let start = isInBrackets ? index + 1 : index
    let rest = passage.after(start, 3)
    let digits = rest.prefix { $0.isDigit }
    if !digits.isEmpty {
      guard digits.count <= 2, let value = Int(String(digits.map(\.narrowed))), value > 0 else { return nil }
      let end = start + digits.count
      guard let mark = passage[end], (isInBrackets ? "）)" : ".．、").unicodeScalars.contains(mark),
        passage[end + 1]?.isHan == true, passage[end + 1] != "项"
      else { return nil }
      return (isInBrackets ? .numberInBrackets : .number, value)
    }
    guard isInBrackets, let ordinal = ChineseOrdinal(rest) else { return nil }
    let end = start + ordinal.length
    guard let mark = passage[end], mark == "）" || mark == ")", passage[end + 1] != "项" else { return nil }
    return (.heading, ordinal.value)
  }

  /// 一是 and its like stand behind a mark or at the beginning of a line.
  private static func point(_ index: Int, _ passage: Passage) -> (Form, Int)? {
    let previous = passage[index - 1]
    let opensSentence = previous.map { "。；;：:！!？?”）)".unicodeScalars.contains($0) } ?? true
    let opensClause = opensSentence || previous == "，" || previous == "," || passage.startsLine(index)
    guard opensClause, let ordinal = ChineseOrdinal(passage.after(index, 2)) else { return nil }
    let next = index + ordinal.length
    if passage[next] == "是" { return (.point, ordinal.value) }
    let isOpening = opensSentence && previous != "）" && previous != "”"
    guard isOpening, ordinal.length == 1, passage.first(of: verbs, at: next) != nil else { return nil }
    return (.barePoint, ordinal.value)
  }

  /// 第一，… 其一，… ①…, behind a mark or at the beginning of a line.
  private static func listed(_ index: Int, _ passage: Passage) -> (Form, Int)? {
    let opens = passage[index - 1].map { "。；;：:，,！!？?".unicodeScalars.contains($0) } ?? true
    guard opens || passage.startsLine(index), let scalar = passage[index] else { return nil }
    if (0x2460...0x2473).contains(scalar.value) { return (.circled, Int(scalar.value) - 0x245F) }
    guard let ordinal = ChineseOrdinal(passage.after(index + 1, 2)), ordinal.value < 10,
      let next = passage[index + 1 + ordinal.length], "，,、是：".unicodeScalars.contains(next)
    else { return nil }
    return (scalar == "第" ? .ordinal : .ofThese, ordinal.value)
  }

  /// What a point begins with. 三务公开 and 三公经费 are no points.
  private static let verbs = [
    "拓宽", "强化", "加强", "完善", "健全", "建立", "优化", "规范", "推进", "提升", "提高", "做好", "抓好", "落实", "深化", "丰富", "严格", "压实", "畅通",
    "加大",
    "细化", "创新", "明确", "扩大", "坚持", "聚焦", "突出", "开展", "组织", "注重", "持续", "积极", "切实", "及时", "全面", "狠抓", "进一步", "增强", "统筹",
    "着力",
    "扎实", "严把", "夯实", "打造", "推动", "促进", "改进", "充实", "配齐", "用好", "加快", "围绕", "强抓", "整合",
  ]
}

/// A number from 一 to 九十九, as points and subheadings have it.
struct ChineseOrdinal {
  var value: Int
  var length: Int

  private static let numerals = Array("一二三四五六七八九".unicodeScalars)

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  /// The number at the beginning of a few characters.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    let written = scalars.prefix { Self.isNumeral($0) }
    var tens: Int?
    var ones = 0
    for scalar in written {
      if scalar == "十" {
        guard tens == nil else { return nil }
        tens = max(ones, 1)
        ones = 0
      } else {
        guard ones == 0, let digit = Self.numerals.firstIndex(of: scalar) else { return nil }
        ones = digit + 1
      }
    }
    value = (tens ?? 0) * 10 + ones
    length = written.count
    guard value > 0 else { return nil }
  }

  static func written(_ value: Int) -> String {
    func digit(_ value: Int) -> String {
      numerals.indices.contains(value - 1) ? String(numerals[value - 1]) : ""
    }
    guard (1...99).contains(value) else { return String(value) }
    if value < 10 { return digit(value) }
    return (value >= 20 ? digit(value / 10) : "") + "十" + digit(value % 10)
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigitOrBracket: Bool { isDigit || self == "（" || self == "(" }
}
