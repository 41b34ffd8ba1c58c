import DocumentModel
import Findings

/// A number that belongs to a person, found in a text.
struct PersonalNumber {
  enum Kind {
    case identity, mobile, bankCard
  }

  var kind: Kind
  /// The characters of the text that it takes.
  var range: Range<Int>
  /// Only so much of it as does not tell whose it is: 138****5678.
  var masked: String

  /// A paragraph has some hundreds of characters; more are not looked at.
  private static let mostScalars = 100_000

  /// Everything of the kind in a text.
  ///
  /// - Parameters:
  ///   - text: white space as printed.
  ///   - isColumned: whether figures may stand side by side, parted by spaces only.
  /// - Returns: in the text's order.
  static func all(in text: [Unicode.Scalar], isColumned: Bool = false) -> [PersonalNumber] {
    NumberScan(text.prefix(mostScalars)).runs.flatMap { numbers(in: $0, text, isColumned: isColumned) }
  }

  /// A text with the middle of every such number hidden.
  static func masked(_ text: String) -> String {
    guard mayStand(in: text) else { return text }
    var scalars = Array(text.unicodeScalars)
    for number in all(in: scalars).reversed() {
      scalars.replaceSubrange(number.range, with: number.masked.unicodeScalars)
    }
    return String(scalars)
  }

  /// A quick look that spares most texts the slow one.
  static func mayStand(in text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars where scalar.isDigit {
      digits += 1
      if digits == fewestDigits { return true }
    }
    return false
  }

  /// Those of a mobile number.
  private static let fewestDigits = 11

  private static func numbers(in run: NumberRun, _ text: [Unicode.Scalar], isColumned: Bool) -> [PersonalNumber] {
    let words = run.words
    guard run.digitCount >= fewestDigits, let first = words.first, let last = words.last else { return [] }
    let context = NumberContext(text, run: first.range.lowerBound..<last.range.upperBound)
    // 138 1234 5678, 6222 0212 3456 7890 123
    if words.count > 1, !isColumned {
      let groups = words.flatMap(\.groups)
      if let whole = number(of: groups, range: first.range.lowerBound..<last.range.upperBound, context) {
        return [whole]
      }
    }
    return words.compactMap { number(of: $0.groups, range: $0.range, context) }
  }

  private static func number(of groups: [[UInt8]], range: Range<Int>, _ context: NumberContext) -> PersonalNumber? {
    var groups = groups
    // +86 138 1234 5678
    if groups.count > 1, groups.first == [8, 6] { groups.removeFirst() }
    var digits = groups.flatMap { $0 }
    if digits.count == 13, digits.starts(with: [8, 6]), context.followsPlus { digits.removeFirst(2) }
    let sizes = groups.map(\.count)
    if IdentityNumber.isValid(digits)
      || digits.count == 15 && context.speaksOfIdentity
        && IdentityNumber.isValidOld(digits),
      sizes.count <= 4
    {
      return PersonalNumber(kind: .identity, range: range, masked: masked(digits, head: 1, tail: 1))
    }
    guard digits.count == 11 || digits.count >= 16, !context.isAnotherNumber else { return nil }
    if digits.count == 11, sizes.count == 1 || sizes == [3, 4, 4], digits[0] == 1, (3...9).contains(digits[1]) {
      return PersonalNumber(kind: .mobile, range: range, masked: masked(digits, head: 3, tail: 4))
    }
    let isCardWritten = sizes.count == 1 || (sizes.count >= 4 && sizes.dropLast().allSatisfy { $0 == 4 })
    if isCardWritten, BankCard.isLikely(digits, isNamed: context.speaksOfMoney) {
      return PersonalNumber(kind: .bankCard, range: range, masked: masked(digits, head: 4, tail: 4))
    }
    return nil
  }

  private static func masked(_ digits: [UInt8], head: Int, tail: Int) -> String {
    let shown = digits.map { $0 == 10 ? "X" : String($0) }
    return shown.prefix(head).joined() + String(repeating: "*", count: max(0, digits.count - head - tail))
      + shown.suffix(tail).joined()
  }
}

extension Finding {
  /// Without the number of a person in its texts, whatever rule quotes it.
  var masked: Finding {
    var masked = self
    masked.message = PersonalNumber.masked(message)
    masked.advice = PersonalNumber.masked(advice)
    masked.found = found.map(PersonalNumber.masked)
    masked.expected = expected.map(PersonalNumber.masked)
    masked.evidence = evidence.map(\.masked)
    return masked
  }
}

extension Evidence {
  fileprivate var masked: Evidence {
    switch self {
    case .quote(let quote): return .quote(quote.masked)
    case .comparison(var comparison):
      comparison.rows = comparison.rows.map {
        Comparison.Row(PersonalNumber.masked($0.label), $0.values.map(PersonalNumber.masked))
      }
      return .comparison(comparison)
    }
  }
}

extension Quote {
  /// A number may go over several runs: the words are masked as one, and a number is marked where any of it was.
  fileprivate var masked: Quote {
    let words = runs.map(\.text).joined()
    guard PersonalNumber.mayStand(in: words) else { return self }
    var scalars = Array(words.unicodeScalars)
    var isMarked = runs.flatMap { run in run.text.unicodeScalars.map { _ in run.isMarked } }
    let numbers = PersonalNumber.all(in: scalars)
    guard !numbers.isEmpty else { return self }
    for number in numbers.reversed() {
      let marked = isMarked[number.range].contains(true)
      scalars.replaceSubrange(number.range, with: number.masked.unicodeScalars)
      isMarked.replaceSubrange(
        number.range, with: repeatElement(marked, count: number.masked.unicodeScalars.count))
    }
    var masked = Quote(source: source, runs: [])
    for (scalar, marked) in zip(scalars, isMarked) {
      if masked.runs.last?.isMarked != marked { masked.runs.append(Run("", isMarked: marked)) }
      masked.runs[masked.runs.count - 1].text.unicodeScalars.append(scalar)
    }
    return masked
  }
}

/// Digits as a person writes them: groups joined by hyphens.
struct NumberWord {
  var groups: [[UInt8]]
  var range: Range<Int>
}

/// Such words, parted by one space each.
struct NumberRun {
  var words: [NumberWord]

  var digitCount: Int {
    words.reduce(0) { count, word in word.groups.reduce(count) { $0 + $1.count } }
  }
}

/// Finds the runs of digits in a text that may be the number of a person.
struct NumberScan {
  private(set) var runs: [NumberRun] = []

  /// No number of a person has more parts; the figures of a table may go on without end.
  private static let mostWords = 8

  init(_ text: ArraySlice<Unicode.Scalar>) {
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isDigit else {
        index += 1
        continue
      }
      var words: [NumberWord] = []
      while let word = Self.word(in: text, at: index) {
        words.append(word)
        index = word.range.upperBound
        guard index + 1 < text.endIndex, text[index].isWhiteSpace, text[index + 1].isDigit else { break }
        index += 1
      }
      if words.count <= Self.mostWords {
        runs.append(NumberRun(words: words))
      } else {
        runs.append(contentsOf: words.map { NumberRun(words: [$0]) })
      }
    }
  }

  private static func word(in text: ArraySlice<Unicode.Scalar>, at start: Int) -> NumberWord? {
    var groups: [[UInt8]] = [[]]
    var index = start
    while index < text.endIndex {
      let scalar = text[index].narrowed
      if scalar.isDigit {
        // Longer numbers are nobody's, but are walked over as one.
        if groups[groups.count - 1].count < 40 { groups[groups.count - 1].append(UInt8(clamping: scalar.value - 48)) }
      } else if scalar == "x" || scalar == "X", groups.reduce(0, { $0 + $1.count }) == 17 {
        groups[groups.count - 1].append(10)
      } else if scalar == "-", index + 1 < text.endIndex, text[index + 1].isDigit, groups.count < 8 {
        groups.append([])
      } else {
        break
      }
      index += 1
    }
    return index > start ? NumberWord(groups: groups, range: start..<index) : nil
  }
}

/// What the words round a number say of it.
struct NumberContext {
  private let before: ArraySlice<Unicode.Scalar>
  private let text: [Unicode.Scalar]
  private let run: Range<Int>

  init(_ text: [Unicode.Scalar], run: Range<Int>) {
    self.text = text
    self.run = run
    let sentence = text[..<run.lowerBound].suffix(30)
    let mark = sentence.lastIndex { "。；！？;\n".unicodeScalars.contains($0) }
    before = mark.map { sentence[($0 + 1)...] } ?? sentence
  }

  var followsPlus: Bool { before.last == "+" || before.last == "＋" }

  var speaksOfIdentity: Bool {
    ["身份证", "身份号码", "证件号", "居民身份"].contains { before.holds($0) }
  }

  var speaksOfMoney: Bool {
    ["卡号", "账号", "帐号", "账户", "帐户", "银行卡", "银行", "户名", "Card", "card"].contains { before.holds($0) }
      && !["对公", "专户", "国库"].contains { before.holds($0) }
  }

  /// Whether the digits are those of a document, an order or a link, a count, or the middle of something longer.
  var isAnotherNumber: Bool { isPartOfMore || isNumbered || isCounted }

  private static let numbered = [
    "编号", "文号", "单号", "订单", "工单", "案号", "流水", "受理号", "回执", "备案", "许可", "证书", "代码", "编码", "运单", "快递", "索引号", "项目号",
    "条码", "字第", "查询码", "批次", "登记号", "微信号", "QQ", "版本",
  ]

  private var isNumbered: Bool {
    let near = before.suffix(14)
    if ["手机", "电话", "联系", "Tel", "TEL", "tel"].contains(where: { near.suffix(8).holds($0) }) { return false }
    return near.last == "第" || Self.numbered.contains { near.holds($0) }
  }

  private var isCounted: Bool {
    let behind = text[run.upperBound...].prefix(1)
    return behind.contains { "元件条次万亿个份户亩%％℃人字号".unicodeScalars.contains($0) }
  }

  private var isPartOfMore: Bool {
    let behind = text[run.upperBound...].prefix(2)
    if let next = behind.first?.narrowed, next.isLatinLetter || "@_=&*".unicodeScalars.contains(next) { return true }
    if behind.count == 2, behind.first == "." || behind.first == "/" || behind.first == "-",
      behind.last.map({ $0.isDigit || $0.isLatinLetter }) == true
    {
      return behind.first != "/" || behind.last?.isLatinLetter == true
    }
    // A link or a code: letters before the digits, without a space or a colon between.
    for scalar in text[..<run.lowerBound].suffix(80).reversed() {
      guard scalar.isASCII, !scalar.isWhiteSpace, !"(,;".unicodeScalars.contains(scalar) else {
        return false
      }
      if scalar == ":" { return false }
      if scalar.isLatinLetter || "_=&@.#*".unicodeScalars.contains(scalar) { return true }
    }
    return false
  }
}
