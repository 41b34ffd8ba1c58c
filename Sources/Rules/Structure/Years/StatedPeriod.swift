import DocumentModel
import ReportModel

/// The period that the report says its figures cover: 自2024年1月1日起至2024年12月31日止.
struct StatedPeriod {
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
