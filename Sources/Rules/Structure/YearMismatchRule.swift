import DocumentModel
package import Findings
import ReportModel

package struct YearMismatchRule: Rule {
  package static let description = RuleDescription(
    id: "year-mismatch", severity: .error,
    source: "Practice: a report made from last year's file, with the year changed in one place only.",
    clerk: "标题里的年份与正文说明的统计年份不一致，多半是沿用上一年的稿子时漏改了。",
    administrator: "The title's year differs from the year that the report says it covers.",
    example: RuleExample(
      wrong: """
        青禾镇2024年政府信息公开工作年度报告
        本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。
        """,
      right: """
        青禾镇2024年政府信息公开工作年度报告
        本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let year = report.year else { return [] }
    var quoted: Set<String> = []
    return StatedYear.all(in: report).compactMap { stated in
      // A period names its year twice, and is wrong once.
      guard stated.year != year, quoted.insert(stated.quotation).inserted else { return nil }
      return finding(
        .message(title: year, stated: stated.year), advice: .advice(title: year, stated: stated.year),
        at: FindingPlace(section: stated.section, source: stated.place), found: stated.quotation,
        expected: "\(year)年")
    }
      + StatedPeriod.all(in: report).compactMap { period in
        guard let message = period.fault else { return nil }
        var finding = finding(
          message, advice: .periodAdvice(year),
          at: FindingPlace(section: period.section, source: period.place), found: period.quotation,
          expected: "\(year)年1月1日至\(year)年12月31日")
        finding.severity = .warning
        return finding
      }
  }
}

/// The period that the report says its figures cover: 自2024年1月1日起至2024年12月31日止.
private struct StatedPeriod {
  var section: Int?
  var place: Place
  var quotation: String
  /// Month and day of its two ends; `nil` where they cannot be read.
  var ends: (from: (month: Int, day: Int), to: (month: Int, day: Int))?
  /// A year of too many digits: 202024年.
  var slip: String?

  /// What is wrong with it, for the clerk.
  var fault: String? {
    if let slip { return "这里的年份“\(slip)”多写或少写了数字。" }
    guard let ends else { return nil }
    if ends.from != (1, 1) { return "统计期限应从1月1日开始，这里写的是\(ends.from.month)月\(ends.from.day)日。" }
    if ends.to != (12, 31) { return "统计期限应到12月31日，这里写的是\(ends.to.month)月\(ends.to.day)日。" }
    return nil
  }

  static func all(in report: AnnualReport) -> [StatedPeriod] {
    let openings = [(nil, report.preamble)] + report.sections.prefix(1).map { ($0.number, $0.paragraphs) }
    return openings.flatMap { section, paragraphs -> [StatedPeriod] in
      let text = FlowingText(paragraphs, atMost: 4_000)
      return text.sentences.compactMap { sentence in
        let words = Array(text.scalars[sentence])
        guard words.holds("统计期限") || words.holds("所列数据") || words.holds("统计时间") else { return nil }
        let period = StatedPeriod(
          section: section, place: text.place(at: sentence.lowerBound), quotation: Quotation.of(String(words)),
          ends: ends(in: words), slip: slip(in: words))
        return period.fault == nil ? nil : period
      }
    }
  }

  private static func ends(in words: [Unicode.Scalar]) -> (from: (month: Int, day: Int), to: (month: Int, day: Int))? {
    guard let mark = words.indices.first(where: { "至到".unicodeScalars.contains(words[$0]) }),
      let from = day(in: words[..<mark]), let to = day(in: words[mark...])
    else { return nil }
    return (from, to)
  }

  /// The first day of a text: 12月31日.
  private static func day(in words: ArraySlice<Unicode.Scalar>) -> (month: Int, day: Int)? {
    guard let month = words.firstIndex(of: "月"), let day = words[month...].firstIndex(of: "日") else { return nil }
    func number(before mark: Int, from start: Int) -> Int? {
      let digits = words[start..<mark].reversed().prefix { ("0"..."9").contains($0) }
      return digits.isEmpty || digits.count > 2
        ? nil : digits.reversed().reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
    guard let first = number(before: month, from: words.startIndex), let second = number(before: day, from: month + 1),
      (1...12).contains(first), (1...31).contains(second)
    else { return nil }
    return (first, second)
  }

  private static func slip(in words: [Unicode.Scalar]) -> String? {
    for mark in words.indices where words[mark] == "年" {
      let digits = words[..<mark].reversed().prefix { ("0"..."9").contains($0) }
      if digits.count > 4 || digits.count == 3 { return String(String.UnicodeScalarView(digits.reversed())) + "年" }
    }
    return nil
  }
}

/// A year that the report says it covers.
private struct StatedYear {
  var year: Int
  var section: Int?
  var place: Place
  var quotation: String

  static func all(in report: AnnualReport) -> [StatedYear] {
    let openings = [(nil, report.preamble)] + report.sections.prefix(1).map { ($0.number, $0.paragraphs) }
    let inText = openings.flatMap { section, paragraphs in
      let text = FlowingText(paragraphs)
      return (periods(in: text) + announcements(in: text, leads: section == nil ? openingLeads : leads)).map { found in
        StatedYear(year: found.year, section: section, place: text.place(at: found.index), quotation: found.quotation)
      }
    }
    let inHeadings = report.sections.flatMap { section in
      FlowingText.years(in: Array(section.heading.unicodeScalars)).map {
        StatedYear(year: $0.year, section: section.number, place: section.place, quotation: section.heading)
      }
    }
    return inText + inHeadings
  }

  private typealias Found = (year: Int, index: Int, quotation: String)

  /// 统计期限自2024年1月1日起至2024年12月31日止
  private static func periods(in text: FlowingText) -> [Found] {
    text.sentences.flatMap { sentence -> [Found] in
      let words = text.scalars[sentence]
      guard ["统计", "期限", "数据"].contains(where: { words.holds($0) }) else { return [] }
      return FlowingText.years(in: Array(words)).filter { found in
        let rest = words.dropFirst(found.end)
        return rest.holdsPrefix("1月") || rest.holdsPrefix("12月")
      }.map { ($0.year, sentence.lowerBound + $0.start, String(words)) }
    }
  }

  /// 现公布青禾镇2024年政府信息公开工作年度报告
  private static let leads = ["现将", "现公布", "现就", "编制本报告", "现予公布", "现发布", "现予以公布", "予以发布"]
  /// Before the first section nobody tells of earlier reports.
  private static let openingLeads = leads + ["公布", "发布", "编制", "公开如下", "报告如下", "形成", "撰写"]

  private static func announcements(in text: FlowingText, leads: [String]) -> [Found] {
    text.sentences.flatMap { sentence -> [Found] in
      let words = text.scalars[sentence]
      let ends = ["年度报告", "年报", "工作报告"]
      guard words.holds(anyOf: ends), words.holds(anyOf: leads) else { return [] }
      return FlowingText.years(in: Array(words)).filter { found in
        // What stands behind a comma is another matter, as in 2019年5月15日起施行，现公布….
        let rest = words.dropFirst(found.end).prefix(30).prefix { !"，,".unicodeScalars.contains($0) }
        return rest.holds(anyOf: ends) && rest.holds("信息公开")
      }.map { ($0.year, sentence.lowerBound + $0.start, String(words)) }
    }
  }
}

extension String {
  fileprivate static func periodAdvice(_ year: Int) -> String {
    "年度报告的数据应为全年的：自\(year)年1月1日起至\(year)年12月31日止。请核对数据是不是全年的，再改这一句。"
  }

  fileprivate static func message(title: Int, stated: Int) -> String {
    "标题写的是\(title)年，这里说的却是\(stated)年。"
  }

  fileprivate static func advice(title: Int, stated: Int) -> String {
    "如果这是\(title)年的报告，请把这里的\(stated)年改为\(title)年；如果标题写错了，请改标题。两处改一致后重新放入。"
  }
}
