/// Makes one of what a copied report changes: numbers, and the names of its unit and of what is in it.
struct SignScan {
  struct Sign: Sendable {
    var value: UInt32
    var origin: Range<Int>
  }

  /// Stands for any number.
  static let number: UInt32 = 0x23
  /// Stands for the unit.
  static let unit: UInt32 = 0x40

  private let source: [Unicode.Scalar]
  private let names: [[Unicode.Scalar]]

  init(source: [Unicode.Scalar], office: String?) {
    self.source = source
    names = Self.names(of: office)
  }

  /// The signs of a sentence.
  func signs(in range: Range<Int>) -> [Sign] {
    var signs: [Sign] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = sign(at: index)
      let end = min(index + length, range.upperBound)
      if let value {
        // 1,204 and 2024—2025 are one number each.
        if value == Self.number, let last = signs.last, last.value == value {
          signs[signs.count - 1].origin = last.origin.lowerBound..<end
        } else {
          signs.append(Sign(value: value, origin: index..<end))
        }
      }
      index = end
    }
    return signs
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "两", "亿": true
    default: false
    }
  }

  /// 我镇 and 本局 are the unit as its name is.
  private static let kinds = [
    "街道办事处", "街道", "办事处", "单位", "机关", "中心", "街", "镇", "乡", "局", "委", "办", "县", "区", "市", "旗", "院", "处", "所", "厅", "部",
  ].map { Array($0.unicodeScalars) }
  private static let ownKinds = ["街道", "镇", "乡", "局"].map { Array($0.unicodeScalars) }
  private static let tails = ["人民政府", "办事处", "政府"].map { Array($0.unicodeScalars) }
  /// A street's report is a town's with these words changed.
  private static let folded: [(word: [Unicode.Scalar], value: Unicode.Scalar)] = [
    ("街道办事处", "镇"), ("街道", "镇"), ("办事处", "镇"), ("乡镇", "镇"), ("镇", "镇"), ("乡", "镇"), ("社区", "村"),
  ].map { (Array($0.unicodeScalars), $1) }

  private static func names(of office: String?) -> [[Unicode.Scalar]] {
    let name = Array((office ?? "").unicodeScalars.prefix(40))
    guard name.count >= 2 else { return [] }
    let stem = ["街道", "镇", "乡"].lazy.map { Array($0.unicodeScalars) }.first { name.suffix($0.count).elementsEqual($0) }
      .map { Array(name.dropLast($0.count)) }
    return [name] + (stem.map { $0.count >= 2 ? [$0] : [] } ?? [])
  }

  /// The sign that begins at an index, if any, and how many characters it takes.
  private func sign(at index: Int) -> (value: UInt32?, length: Int) {
    let scalar = source[index].narrowed
    if let name = names.first(where: { holds($0, at: index) }) { return (Self.unit, withTail(name.count, at: index)) }
    switch scalar {
    case "我", "本":
      if let kind = Self.kinds.first(where: { holds($0, at: index + 1) }) {
        return (Self.unit, withTail(1 + kind.count, at: index))
      }
    case "全":
      if let kind = Self.ownKinds.first(where: { holds($0, at: index + 1) }) { return (Self.unit, 1 + kind.count) }
    case "街", "办", "镇", "乡", "社":
      if let fold = Self.folded.first(where: { holds($0.word, at: index) }) {
        return (fold.value.value, fold.word.count)
      }
    case "余", "多":
      // 300余条
      if index > 0, Self.isNumeral(source[index - 1].narrowed) { return (nil, 1) }
    default: break
    }
    if Self.isNumeral(scalar) { return (Self.number, 1) }
    if ("A"..."Z").contains(scalar) { return (scalar.value + 32, 1) }
    return (scalar.isHan || scalar.isLatinLetter ? scalar.value : nil, 1)
  }

  /// 青禾镇人民政府 is the unit too, but in 青禾镇政府信息公开 the word belongs to what follows.
  private func withTail(_ length: Int, at index: Int) -> Int {
    guard let tail = Self.tails.first(where: { holds($0, at: index + length) }) else { return length }
    let end = index + length + tail.count
    return end < source.count && source[end] == "信" ? length : length + tail.count
  }

  private func holds(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    index < source.count && source[index] == word.first && source[index...].starts(with: word)
  }
}
