import DocumentModel
package import Findings
import ReportModel

package struct StrayYearRule: Rule {
  package static let description = RuleDescription(
    id: "stray-year", severity: .warning,
    source: "Practice: a report made from an older one, in which a sentence kept its year.",
    clerk: "报告写的是本年度的工作，这一句说的却是别的年份做了多少，多半是沿用旧稿时漏改了。与上年比较、下年打算、文件的年份不算。",
    administrator:
      "A sentence tells the year's work and gives its counts, but names another year than the report's. Comparisons, plans, laws, budgets and ranges of years are left alone.",
    example: RuleExample(wrong: "截至2022年12月31日，累计主动公开86条（2024年报告）", right: "截至2024年12月31日，累计主动公开86条"))

  package init() {}

  private static let most = 5

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let year = report.year else { return [] }
    return subject.passages.findings(atMost: Self.most) { passage in
      StrayYear.all(in: passage, year: year, office: report.office, atMost: Self.most).map { stray in
        finding(
          .message(stray.year, year), advice: .advice(stray.year, year), at: passage.place(at: stray.index),
          found: passage.quotation(at: stray.index, before: 6), expected: "\(year)年",
          // Four digits and 年.
          evidence: [passage.quote(of: stray.index..<(stray.index + 5))])
      }
    }
  }
}

/// A year that the work of another one is told under.
private struct StrayYear {
  var year: Int
  /// Where it stands in the passage.
  var index: Int

  /// The first such year of each sentence.
  static func all(in passage: Passage, year: Int, office: String?, atMost most: Int) -> [StrayYear] {
    let sentences = passage.scalars.ranges(between: \.endsClause)
    let strays = sentences.indices.lazy.compactMap { number -> StrayYear? in
      let sentence = Sentence(passage.scalars[sentences[number]])
      let isFirst = number == 0 && passage.section == 1
      guard
        let stray = sentence.years.first(where: { found in
          found.year != year
            && (sentence.tellsWork(of: found)
              || isFirst && found.year == year - 1 && sentence.opensReport(of: office, with: found))
        }),
        !sentence.isExcused(stray.year, in: year, section: passage.section)
      else { return nil }
      // 2023年公开300条。2024年公开350条，增长17%: a comparison over two sentences.
      let neighbours = [number - 1, number + 1].filter { sentences.indices.contains($0) }.map {
        passage.scalars[sentences[$0]].prefix(Sentence.most)
      }
      let isCompared = neighbours.contains { neighbour in
        neighbour.holds("\(year)年") && Sentence.comparisons.contains { neighbour.holds($0) }
      }
      return isCompared ? nil : StrayYear(year: stray.year, index: sentence.start + stray.range.lowerBound)
    }
    return Array(strays.prefix(most))
  }
}

/// A sentence, as far as it tells of years.
private struct Sentence {
  typealias Year = YearWords.Found

  /// A longer one is no sentence.
  static let most = 400
  static let comparisons = ["同比", "相比", "较", "比", "增长", "增加", "减少", "下降", "上升", "上年", "去年", "往年", "持平"]

  let start: Int
  private let words: [Unicode.Scalar]
  let years: [Year]

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    start = scalars.startIndex
    words = scalars.prefix(Self.most).map { $0.isDigit ? $0.narrowed : $0 }
    years = YearWords.all(in: words)
  }

  /// Whether the sentence tells under a year what was done in it, and how much.
  func tellsWork(of year: Year) -> Bool {
    guard !isOfSomethingElse(year) else { return false }
    let before = words[..<year.range.lowerBound]
    let after = words[year.end...]
    if before.last == "在", after.holdsPrefix("的工作中") || after.holdsPrefix("的政府信息公开工作中") { return true }
    let isEnd =
      after.holdsPrefix("12月31日") || after.holdsPrefix("12月底") || after.holdsPrefix("12月，") || after.holdsPrefix("年底")
      || after.holdsPrefix("底") || after.holdsPrefix("末")
    if isEnd, ["截至", "截止", "截止到", "截至到"].contains(where: { String(before.suffix(4)).hasSuffix($0) }) {
      return hasCount(after)
    }
    return opensSentence(before) && isOpening(after) && hasCount(after)
  }

  /// Whether the sentence opens with a year and then speaks of the unit, as reports begin: 2024年，我镇…
  func opensReport(of office: String?, with year: Year) -> Bool {
    guard year.range.lowerBound == 0, !isOfSomethingElse(year) else { return false }
    let subject = words[year.end...].drop { "度，,".unicodeScalars.contains($0) }
    let names = ["我", "本镇", "本街道", "本局", "本机关", "本单位", "全镇", "全乡", "全街道", "全局", "全区", "全县"]
    return (names + [office].compactMap { $0 }).contains { !$0.isEmpty && subject.holdsPrefix($0) }
  }

  /// What is said of another year with good reason.
  func isExcused(_ stray: Int, in year: Int, section: Int?) -> Bool {
    let excuses = [
      "决算", "预算", "财政", "审计", "年度报告", "年报", "修订", "施行", "实施以来", "印发的", "结转", "历年", "此前", "曾", "近年来", "近三年", "近五年", "规划",
      "任期",
    ]
    if (excuses + Self.comparisons).contains(where: { words.holds($0) }) { return true }
    // The year itself stands beside it: 2023年和2024年分别公开…
    if words.holds("\(year)年") { return true }
    if stray > year { return ["将", "计划", "拟", "下一步", "要", "继续", "力争", "目标", "打算", "预计"].contains { words.holds($0) } }
    // Of last year's problems it is told how they were mended.
    return stray == year - 1 && section == 5
  }

  /// A range, a law, a document, something in brackets, or a period that is compared with the title elsewhere.
  private func isOfSomethingElse(_ year: Year) -> Bool {
    let before = words[..<year.range.lowerBound]
    let after = words[year.end...]
    if let previous = before.last, "—–-~～至到自从、和与及".unicodeScalars.contains(previous) {
      // 截至2022年12月31日 ends in 至 too.
      guard ["截至", "截止到", "截至到"].contains(where: { String(before.suffix(3)).hasSuffix($0) }) else { return true }
    }
    let open = before.last { "《（(〔[“".unicodeScalars.contains($0) || "》）)〕]”".unicodeScalars.contains($0) }
    if let open, "《（(〔[“".unicodeScalars.contains(open) { return true }
    let followers = [
      "以来", "起", "开始", "至", "—", "–", "-", "~", "～", "、", "和", "及", "度部门", "部门", "版", "以前", "之前", "以后", "之后", "新建",
      "1月1日",
    ]
    return followers.contains { after.holdsPrefix($0) }
  }

  /// The year stands at the beginning, behind 一是 or a subheading at most.
  private func opensSentence(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    let lead = before.suffix(12)
    guard before.count <= 12 else { return false }
    // 今年以来，即2023年，…
    if lead.last == "即", ["今年", "本年"].contains(where: { lead.holds($0) }) { return true }
    if lead.isEmpty || lead.elementsEqual("在".unicodeScalars) { return true }
    guard let last = lead.last else { return true }
    return "，：:）)、是".unicodeScalars.contains(last)
      || lead.count > 3 && ["公开", "情况", "管理", "建设", "保障"].contains { String(lead).hasSuffix($0) }
  }

  /// 2022年，… 2022年度，… 2022年我镇…
  private func isOpening(_ after: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = after.first == "度" ? after.dropFirst() : after
    guard let next = rest.first else { return false }
    // 2023年1月至12月，…
    let wholeYear = ["1月至12月", "1月到12月", "1-12月", "1—12月", "1～12月", "1~12月", "1月—12月", "1月-12月", "1至12月"]
    if wholeYear.contains(where: { rest.holdsPrefix($0) }) { return true }
    return "，,我本全共".unicodeScalars.contains(next)
  }

  private static let deeds = [
    "公开", "发布", "收到", "受理", "办结", "办理", "答复", "更新", "举办", "召开", "开展", "推送", "制发", "解读", "回应", "培训",
  ]
  private static let units = "条件次篇期场份个".unicodeScalars

  /// A deed, and how often behind it: 主动公开政府信息86条.
  private func hasCount(_ after: ArraySlice<Unicode.Scalar>) -> Bool {
    guard Self.deeds.contains(where: { after.holds($0) }) else { return false }
    return after.indices.dropFirst().contains { index in
      guard Self.units.contains(after[index]) else { return false }
      let previous = after[index - 1]
      if previous == "余", index - 2 >= after.startIndex { return after[index - 2].isDigit }
      return previous.isDigit || after[index] != "个" && isChineseCount(after[..<index])
    }
  }

  /// 三件, 十二次; but 第一次 counts nothing, nor does 一件件.
  private func isChineseCount(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    let number = before.suffix(8).reversed().prefix { "一二三四五六七八九十百千零〇两".unicodeScalars.contains($0) }
    guard let last = number.first else { return false }
    let isOne = number.count == 1 && last == "一"
    return !isOne && before.dropLast(number.count).last != "第"
  }
}

extension String {
  fileprivate static func message(_ stray: Int, _ year: Int) -> String {
    "这是\(year)年的报告，这里说的却是\(stray)年的工作。"
  }

  fileprivate static func advice(_ stray: Int, _ year: Int) -> String {
    "如果说的是本年度的工作，请把\(stray)年改为\(year)年，数字也一并核对；确实是说\(stray)年的，请写明是对比还是回顾。"
  }
}
