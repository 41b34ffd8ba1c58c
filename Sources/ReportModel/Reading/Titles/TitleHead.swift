/// What stands before the words of a title: the unit and the year, and what does not belong there.
struct TitleHead {
  /// As printed; empty where there is none.
  private(set) var office: [Unicode.Scalar]
  private(set) var year: Int?
  private(set) var flaws: [Title.Flaw] = []

  private static let longestOffice = 40
  private static let longestRemark = 10

  /// `nil` for words that are no head: a sentence, a path, the name of a notice.
  init?(_ words: ArraySlice<Unicode.Scalar>) {
    let bare = Self.withoutRemark(words)
    if bare.startIndex > words.startIndex { flaws.append(.before(words[..<bare.startIndex].string)) }
    var head = Array(bare)
    if let mark = head.firstIndex(where: Self.joints.contains) {
      // 白石镇：2024年… names the unit; 公示：白石镇… what the page is.
      let (before, behind) = (Array(head[..<mark]), head[(mark + 1)...].drop(while: Self.joints.contains))
      if UnitWords.endUnit(before) || !YearWords.all(in: before).isEmpty {
        head = before + behind
      } else if Self.kinds.contains(before.string), !behind.isEmpty {
        flaws.append(.before(head[...mark].string))
        head = Array(behind)
      } else {
        return nil
      }
    }
    guard head.allSatisfy(Self.isOfHead) else { return nil }
    office = head
    let years = YearWords.all(in: head)
    if let found = years.first {
      year = found.year
      office.removeSubrange(found.range)
    } else {
      takeYear()
    }
    office.removeAll { "()〔〕[]".unicodeScalars.contains($0) }
    if office.begins(with: "关于") {
      flaws.append(.before("关于"))
      office.removeFirst(2)
    }
    for word in ["关于", "的", "年度", "度"] where office.ends(with: word) { office.removeLast(word.unicodeScalars.count) }
    guard !Self.isSentence(office), office.count <= Self.longestOffice else { return nil }
  }

  /// A year without 年, 2024政府信息公开, or one of too many digits: 202024年.
  private mutating func takeYear() {
    guard let range = Self.digits(in: office) else { return }
    let (digits, isMarked) = (office[range], range.upperBound < office.count && office[range.upperBound] == "年")
    if !isMarked, let found = YearWords.all(in: digits + ["年"]).first {
      year = found.year
      flaws.append(.yearUnmarked(digits.string))
      office.removeSubrange(range)
    } else if isMarked {
      flaws.append(.yearSlip(digits.string + "年"))
      office.removeSubrange(range.lowerBound..<(range.upperBound + 1))
    }
  }

  /// The digits of what may be a year: those before 年, or four at the beginning or the end.
  private static func digits(in words: [Unicode.Scalar]) -> Range<Int>? {
    if let mark = words.firstIndex(of: "年") {
      let count = words[..<mark].reversed().prefix(while: Folding.isDigit).count
      return count > 0 ? (mark - count)..<mark : nil
    }
    let (first, last) = (
      words.prefix(while: Folding.isDigit).count, words.reversed().prefix(while: Folding.isDigit).count
    )
    if last == 4 { return (words.count - 4)..<words.count }
    return first == 4 ? 0..<4 : nil
  }

  /// 【年报】 before the line.
  private static func withoutRemark(_ words: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let first = words.first, "【[〔(".unicodeScalars.contains(first),
      let close = words.prefix(longestRemark).firstIndex(where: { "】]〕)".unicodeScalars.contains($0) })
    else { return words }
    let inside = Array(words[(words.startIndex + 1)..<close])
    // (东岭县)白石镇 and (2024年) keep their words.
    guard !UnitWords.endUnit(inside), YearWords.all(in: inside).isEmpty, inside.allSatisfy(Folding.isIdeograph),
      kinds.contains(inside.string) || !isSentence(inside)
    else { return words }
    return words[(close + 1)...]
  }

  /// What a page may call the report before its title. 上一篇：, 下载： are another's.
  private static let kinds = ["公示", "公告", "公开", "发布", "年报", "年度报告", "信息公开", "政务公开", "政府信息公开", "信息公开年报"]

  private static let joints = Set(":—–|".unicodeScalars)

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
    return words.contains { office.holds($0) }
  }

}
