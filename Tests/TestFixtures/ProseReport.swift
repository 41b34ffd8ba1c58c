package import Foundation

/// A report as plain text, into which a sentence is put.
package struct ProseReport {
  private let year: Int
  private let office: String
  private let form: PrintedForm
  private let figures: [String: Decimal]

  /// - Parameters:
  ///   - office: whose report it is.
  ///   - figures: those that are not zero.
  ///   - isOf2019: on the form of 2019, for the year 2020.
  package init(office: String, figures: [String: Decimal], isOf2019: Bool = false) {
    self.year = isOf2019 ? 2020 : 2024
    self.office = office
    self.figures = figures
    form = isOf2019 ? .of2019 : .of2021
  }

  /// - Parameters:
  ///   - words: what is put in.
  ///   - place: the part of the report in which they stand, as the sentences name it; `nil` for a report without them.
  /// - Returns: the lines of the report.
  package func text(_ words: String = "", at place: String? = nil) -> String {
    func at(_ here: String, _ usual: String) -> String { place == here ? words : usual }
    let title = "\(office)\(year)年政府信息公开工作年度报告"
    let topic = place == "部分标题" ? Self.topic(words) : nil
    let headings = [
      "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
    ].map { heading in topic.map { heading.contains($0) } ?? false ? words : heading }
    let parts = [
      "（一）主动公开。\(at("主动公开", "及时发布信息。"))", "（二）依申请公开。\(at("依申请公开", "畅通渠道。"))",
      "（三）政府信息管理。\(place == "第一部分" || place == "政府信息管理" ? words : "先审后发。")",
      "（四）政府信息公开平台建设。\(at("平台建设", "以网站为主。"))",
      "（五）监督保障。\(at("监督保障", "开展工作考核和社会评议，本年度没有责任追究的情形。"))",
    ]
    let opening =
      "根据《中华人民共和国政府信息公开条例》的规定，现公布\(office)\(year)年政府信息公开工作年度报告。"
      + "本报告所列数据的统计期限自\(year)年1月1日起至\(year)年12月31日止。"
    var lines = [at("标题", title), at("开头说明段", opening), headings[0]]
    lines += place == "第一部分" && words.contains("\n") ? [words] : parts
    for (heading, (part, table)) in zip(
      headings[1...3], [("第二部分", disclosure), ("第三部分", requests), ("第四部分", proceedings)])
    {
      lines += [heading, at("\(part)表前", "")] + table + [at(part, "")]
    }
    lines.removeAll(where: \.isEmpty)
    lines += [headings[4], at("第五部分", "公开内容还不够细。下一步将完善目录。")]
    lines += [headings[5], at("第六部分", "本年度未收取信息处理费。")]
    return lines.joined(separator: "\n")
  }

  /// What of a heading tells whose place it takes.
  private static func topic(_ heading: String) -> String? {
    ["总体情况", "行政复议", "收到和处理", "主动公开", "问题", "需要报告"].first { heading.contains($0) }
  }

  /// Every figure of the form in force, by its id.
  package static var figureIDs: [String] {
    let disclosure = StatutoryTables.disclosures(.of2021).flatMap { $0.rows.flatMap(\.figures) }.map {
      "disclosure.\($0)"
    }
    let rows =
      [StatutoryTables.received, StatutoryTables.carriedIn, StatutoryTables.carriedOut]
      + StatutoryTables.outcomes(.of2021).flatMap(\.rows)
    let requests = rows.flatMap { row in StatutoryTables.applicants.map { "requests.\(row.id).\($0.0)" } }
    let proceedings = StatutoryTables.proceedings.flatMap { proceeding in
      StatutoryTables.results.map { "\(proceeding.0).\($0.0)" }
    }
    return disclosure + requests + proceedings
  }

  private func print(_ ids: [String]) -> String {
    ids.map { "\(figures[$0] ?? 0)" }.joined(separator: " ")
  }

  private var disclosure: [String] {
    StatutoryTables.disclosures(form).flatMap { part in
      [part.caption, part.head.joined(separator: " ")]
        + part.rows.map { "\($0.label) \(print($0.figures.map { "disclosure.\($0)" }))" }
    }
  }

  private var requests: [String] {
    func line(_ row: StatutoryTables.Row) -> String {
      "\(row.label) \(print(StatutoryTables.applicants.map { "requests.\(row.id).\($0.0)" }))"
    }
    let outcomes = StatutoryTables.outcomes(form).flatMap { group in
      (group.label.isEmpty ? [] : [group.label]) + group.rows.map(line)
    }
    return [StatutoryTables.corner, "申请人情况", StatutoryTables.applicants.map(\.1).joined(separator: " ")]
      + [line(StatutoryTables.received), line(StatutoryTables.carriedIn), StatutoryTables.outcome] + outcomes
      + [line(StatutoryTables.carriedOut)]
  }

  private var proceedings: [String] {
    let ids = StatutoryTables.proceedings.flatMap { proceeding in
      StatutoryTables.results.map { "\(proceeding.0).\($0.0)" }
    }
    return [
      "行政复议 行政诉讼", "未经复议直接起诉 复议后起诉",
      StatutoryTables.proceedings.flatMap { _ in StatutoryTables.results.map(\.1) }.joined(separator: " "), print(ids),
    ]
  }
}
