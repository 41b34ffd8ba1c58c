/// A part of all that is told in words: 近三成, 四成以上, 过半.
///
/// Such words round generously, and so only what lies far off is not meant by them.
package struct Portion: Equatable, Sendable {
  /// What 近 and 以上 make of it.
  enum Bound {
    case exactly, atLeast, atMost, nearly, about, andMore
  }

  /// In parts of a hundred, in ten-thousandths as numerals are.
  package var said: Int
  /// From what it may have been rounded.
  package var range: ClosedRange<Int>

  /// It has no 近 and no 以上.
  let isExact: Bool

  init(tenths: Int, _ bound: Bound) {
    let percent = tenths * 10
    func range(_ below: Int, _ above: Int) -> ClosedRange<Int> {
      (percent - below) * 10_000...(percent + above) * 10_000
    }
    isExact = bound == .exactly
    said = percent * 10_000
    self.range =
      switch bound {
      case .exactly, .about: range(7, 7)
      case .atLeast: range(2, 100_000)
      case .atMost: range(100_000, 2)
      case .nearly: range(12, 2)
      case .andMore: range(2, 12)
      }
  }
}

extension Portion {
  private static let bounds: [(Bound, String)] = [
    (.atLeast, "超 超过 逾 以上 突破 至少"), (.atMost, "不足 不到 以下 以内 最多"), (.nearly, "近 将近 接近 达到近"),
    (.about, "约 大约 左右 上下"), (.andMore, "多 余"),
  ]

  /// The words that say half by themselves.
  static let halves: [(Bound, String)] = [
    (.atLeast, "过半 过半数 超半数 超过半数 超过一半 超一半 一半以上 半数以上"), (.nearly, "近半 近半数 近一半 将近一半 接近一半 接近半数"),
  ]

  /// What a word beside a number makes of it; `nil` where that is not certain.
  static func bound(_ word: ArraySlice<Unicode.Scalar>) -> Bound? { find(word, in: bounds) }

  static func half(_ word: ArraySlice<Unicode.Scalar>) -> Portion? {
    find(word, in: halves).map { Portion(tenths: 5, $0) }
  }

  private static func find(_ word: ArraySlice<Unicode.Scalar>, in list: [(Bound, String)]) -> Bound? {
    let word = String(word)
    return list.first { $0.1.split(separator: " ").contains { $0 == word } }?.0
  }
}

extension Lexicon {
  /// 过半, 一半以上
  static func half(in scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> (range: Range<Int>, end: Int)? {
    guard "过超一半近将接".unicodeScalars.contains(scalars[start]) else { return nil }
    return halves.first { scalars[start...].starts(with: $0) }.map { (start..<(start + $0.count), start + $0.count) }
  }

  /// The longest first.
  private static let halves = Portion.halves.flatMap { $0.1.split(separator: " ") }
    .map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
}

extension Clause.Count {
  /// - Parameters:
  ///   - token: its number.
  ///   - scalars: the prose.
  /// - Returns: what it means as a part of all; `nil` where it is none, or not certain.
  func portion(said token: Clause.Token, of scalars: [Unicode.Scalar]) -> Portion? {
    guard unit == .tenths else { return nil }
    if let half = Portion.half(scalars[token.range]) { return half }
    guard case .numeral(let numeral?) = token.word, numeral.step == 0, numeral.tenThousandths % 10_000 == 0,
      (1...9).contains(numeral.tenThousandths / 10_000)
    else { return nil }
    let vague = [before.last, after.first].compactMap { $0 }.filter { $0.word == .vague }
    let bounds = vague.map { Portion.bound(scalars[$0.range]) }
    guard bounds.count < 2, bounds.allSatisfy({ $0 != nil }) else { return nil }
    return Portion(tenths: numeral.tenThousandths / 10_000, (bounds.first ?? nil) ?? .exactly)
  }
}
