/// A line that is a title, taken apart: what stands before it, unit and year, the words, and what stands behind them.
///
/// 国办公开办函〔2021〕30号 asks for unit, year and 政府信息公开工作年度报告; offices write it in dozens of ways.
struct TitleLine: Equatable {
  /// As printed, folded and without white space.
  var text: String
  /// As printed; `nil` where the line names none.
  var office: String?
  var year: Int?
  var flaws: [Title.Flaw]

  /// In characters.
  static let longest = 90
  private static let longestOffice = 40

  /// `nil` for a line that is no title: a sentence, a heading, the name of a notice.
  ///
  /// - Parameter scalars: A line, folded and without white space.
  init?(_ scalars: [Unicode.Scalar]) {
    guard scalars.count <= Self.longest else { return nil }
    var flaws: [Title.Flaw] = []
    var line = scalars[...]
    // 名称： is none of what it names.
    var nameLabel = 0
    if let label = Self.label(of: line) {
      if label.isName {
        nameLabel = label.length
      } else {
        flaws.append(.before(Self.string(line.prefix(label.length))))
      }
      line = line.dropFirst(label.length)
    }
    while let first = line.first, Self.openingMarks.contains(first), let last = line.last {
      flaws.append(.before(String(first)))
      line = line.dropFirst()
      if Self.closingMarks.contains(last) { line = line.dropLast() }
    }
    guard let core = Self.core(of: line), let tail = Self.tail(line[core.end...]) else { return nil }
    let head = Array(line[..<core.start])
    guard head.allSatisfy(Self.isOfHead) else { return nil }

    let years = YearWords.all(in: head)
    var year = years.first?.year ?? core.year
    var office = head
    if let found = years.first { office = Self.without(found.range, head) }
    if years.isEmpty, let slip = Self.yearSlip(in: office) {
      flaws.append(.yearSlip(Self.string(office[slip])))
      office.removeSubrange(slip)
    }
    office = Self.withoutBrackets(office)
    if Self.starts(office, "关于") {
      flaws.append(.before("关于"))
      office.removeFirst(2)
    }
    for word in ["关于", "的", "年度", "度"] where Self.ends(office, word) { office.removeLast(word.unicodeScalars.count) }
    guard !Self.isSentence(office), office.count <= Self.longestOffice else { return nil }

    if let between = core.year, years.isEmpty { flaws.append(.yearBehind("\(between)年")) }
    if core.words != Self.prescribed { flaws.append(.wording(core.words)) }
    for part in tail {
      switch part {
      case .year(let behind, let words):
        if year == nil {
          year = behind
          flaws.append(.yearBehind(words))
        } else {
          flaws.append(.behind(words))
        }
      case .words(let words): flaws.append(.behind(words))
      case .mark: break
      }
    }
    self.year = year
    self.office = office.count >= 2 && office.contains(where: Folding.isIdeograph) ? Self.string(office[...]) : nil
    self.flaws = flaws
    text = Self.string(scalars[nameLabel...])
  }

  // MARK: What stands before

  private static let openingMarks = Set("《“\"〈「【".unicodeScalars)
  private static let closingMarks = Set("》”\"〉」】".unicodeScalars)

  /// 附件1：, 名称：, 标题：
  private static func label(of line: ArraySlice<Unicode.Scalar>) -> (length: Int, isName: Bool)? {
    for word in ["附件", "附"] where starts(line, word) {
      let number = line.dropFirst(word.unicodeScalars.count).prefix { YearWords.digit($0) != nil || $0 == "十" }
      let rest = line[number.endIndex...]
      guard let mark = rest.first, ":、.-".unicodeScalars.contains(mark) || word == "附件" else { return nil }
      let hasMark = ":、.-".unicodeScalars.contains(mark)
      // 附件2024年…: the digits are the year's.
      let length = number.count >= 4 ? word.unicodeScalars.count : number.endIndex - line.startIndex + (hasMark ? 1 : 0)
      return (length, false)
    }
    for word in ["名称", "标题", "题名", "题目", "文件名称", "信息名称", "公开事项名称"] where starts(line, word) {
      let rest = line.dropFirst(word.unicodeScalars.count)
      guard rest.first == ":" else { continue }
      return (word.unicodeScalars.count + 1, true)
    }
    return nil
  }

  /// Names of units and years are words, digits and brackets.
  private static func isOfHead(_ scalar: Unicode.Scalar) -> Bool {
    Folding.isIdeograph(scalar) || Folding.isDigit(scalar) || "()〔〕[]·・-○\"“”O".unicodeScalars.contains(scalar)
      || ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }

  /// Words of which a name of a unit has none: the line says what is done with a report.
  private static func isSentence(_ office: [Unicode.Scalar]) -> Bool {
    let words = [
      "报送", "印发", "公布", "发布", "编制", "做好", "上报", "提交", "转发", "根据", "按照", "现将", "以下", "通知", "公示", "要求", "下载", "查看",
      "本报告", "如下", "首页", "上一", "下一", "历年", "各级", "撰写", "召开", "部署", "点击", "附表",
    ]
    return words.contains { holds(office, $0) }
  }

  // MARK: The words

  private static let prescribed = "政府信息公开工作年度报告"

  /// What may stand behind 信息公开, the longest first.
  private static let kinds = [
    "工作情况年度报告", "工作年度情况报告", "工作的年度报告", "情况的年度报告", "工作年度报告", "年度工作报告", "情况年度报告", "工作情况的报告", "工作情况报告",
    "的年度报告", "年度情况报告", "工作总结报告", "工作年报", "工作报告", "年度报告", "情况报告", "年度年报", "年报",
  ].map { Array($0.unicodeScalars) }

  private struct Core {
    var start: Int
    var end: Int
    var words: String
    /// A year between the words: 政府信息公开2024年度报告.
    var year: Int?
  }

  private static func core(of line: ArraySlice<Unicode.Scalar>) -> Core? {
    let subject = Array("信息公开".unicodeScalars)
    // Of several the last: 信息公开办公室2024年政府信息公开工作年度报告.
    for place in line.indices.reversed() where line[place...].starts(with: subject) {
      var start = place
      for word in ["政府", "政务"] where ends(line[..<place], word) { start -= word.unicodeScalars.count }
      let behind = Array(line[(place + subject.count)...])
      for (words, year) in [(behind, nil)] + withoutYear(behind) {
        guard let kind = kinds.first(where: { words.starts(with: $0) }) else { continue }
        return Core(
          start: start, end: line.endIndex - (words.count - kind.count),
          words: string(line[start..<place]) + string(subject[...]) + string(kind[...]), year: year)
      }
    }
    return nil
  }

  /// 工作2024年度报告 may be 工作年度报告 with 2024 in it or 工作报告 with 2024年度.
  private static func withoutYear(_ words: [Unicode.Scalar]) -> [(words: [Unicode.Scalar], year: Int?)] {
    guard let found = YearWords.all(in: Array(words.prefix(16))).first else { return [] }
    let digits = found.range.lowerBound..<(found.range.lowerBound + 4)
    return [digits, digits.lowerBound..<(digits.upperBound + 1), found.range].map { range in
      (Array(words[..<range.lowerBound]) + Array(words[range.upperBound...]), found.year)
    }
  }

  // MARK: What stands behind

  private enum Tail {
    case year(Int, String)
    case words(String)
    /// A mark that closes what was opened before the title.
    case mark
  }

  private static let longestRemark = 16

  /// - Returns: `nil` when the line goes on: 年度报告的通知.
  private static func tail(_ words: ArraySlice<Unicode.Scalar>) -> [Tail]? {
    var rest = words
    var tail: [Tail] = []
    while let first = rest.first {
      if first == "(" || first == "〔" || first == "[" {
        guard let close = rest.firstIndex(where: { ")〕]".unicodeScalars.contains($0) }),
          close - rest.startIndex <= longestRemark
        else { return nil }
        let inside = Array(rest[(rest.startIndex + 1)..<close])
        let shown = string(rest[...close])
        if let year = year(alone: inside) { tail.append(.year(year, shown)) } else { tail.append(.words(shown)) }
        rest = rest[(close + 1)...]
      } else if closingMarks.contains(first) {
        tail.append(.mark)
        rest = rest.dropFirst()
      } else if "。.、;,:—-*_".unicodeScalars.contains(first) {
        let marks = rest.prefix { "。.、;,:—-*_".unicodeScalars.contains($0) }
        rest = rest[marks.endIndex...]
        // 报告.docx
        for ending in ["docx", "doc", "pdf", "wps", "html", "ofd", "odt"] where starts(rest, ending) {
          rest = rest.dropFirst(ending.unicodeScalars.count)
        }
        if rest.isEmpty, marks.first != "—", marks.first != "-" { tail.append(.words(string(marks))) }
      } else if let year = year(alone: Array(rest)) {
        tail.append(.year(year, string(rest)))
        rest = []
      } else {
        return nil
      }
    }
    return tail
  }

  /// 2024, 2024年, 2024年度, 二〇二四年度 and nothing else.
  private static func year(alone words: [Unicode.Scalar]) -> Int? {
    if let found = YearWords.all(in: words).first {
      return found.range.lowerBound == 0 && found.range.upperBound == words.count ? found.year : nil
    }
    guard words.count == 4, words.allSatisfy(Folding.isDigit) else { return nil }
    return YearWords.all(in: words + ["年"]).first?.year
  }

  // MARK: Characters

  /// 202024年, 224年
  private static func yearSlip(in words: [Unicode.Scalar]) -> Range<Int>? {
    guard let mark = words.indices.first(where: { words[$0] == "年" }) else { return nil }
    let digits = words[..<mark].reversed().prefix(while: Folding.isDigit).count
    return digits > 0 ? (mark - digits)..<(mark + 1) : nil
  }

  /// (东岭县)白石镇 keeps its words; brackets that hold nothing but a year are gone with it.
  private static func withoutBrackets(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
    words.filter { !"()〔〕[]".unicodeScalars.contains($0) }
  }

  private static func without(_ range: Range<Int>, _ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let (before, behind) = (words[..<range.lowerBound], words[range.upperBound...])
    // What stands before the year is the unit, else what stands behind it.
    return before.isEmpty ? Array(behind) : Array(before) + (behind.isEmpty ? [] : Array(behind))
  }

  private static func starts(_ words: some Collection<Unicode.Scalar>, _ word: String) -> Bool {
    words.starts(with: word.unicodeScalars)
  }

  private static func ends(_ words: some BidirectionalCollection<Unicode.Scalar>, _ word: String) -> Bool {
    words.count >= word.unicodeScalars.count && words.reversed().starts(with: word.unicodeScalars.reversed())
  }

  private static func holds(_ words: [Unicode.Scalar], _ word: String) -> Bool {
    words.indices.contains { words[$0...].starts(with: word.unicodeScalars) }
  }

  private static func string(_ words: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(words))
  }
}
