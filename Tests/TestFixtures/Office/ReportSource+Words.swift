package import Foundation

/// What stands above, between and below the tables.
extension ReportSource {
  var sections: [String] {
    ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]
  }

  var introduction: String {
    "根据《中华人民共和国政府信息公开条例》的规定，现公布\(office)\(year)年政府信息公开工作年度报告。"
      + "本报告所列数据的统计期限自\(year)年1月1日起至\(year)年12月31日止。"
  }

  /// The words of a section; the figures in them are those of the tables.
  func prose(_ section: Int) -> [String] {
    switch section {
    case 1:
      [
        "\(year)年，\(office)把政府信息公开作为日常工作来抓，各项任务按期完成。",
        "（一）主动公开。围绕群众关心的财政、民生、规划等事项及时发布信息。",
        "（二）依申请公开。全年共收到政府信息公开申请\(total("received"))件，上年结转\(total("carried_in"))件；结转下年度\(total("carried_out"))件。",
        "（三）政府信息管理。落实先审后发，对拟公开的信息逐条审查。",
        "（四）政府信息公开平台建设。以政府网站为主，政务新媒体和公开栏为辅。",
        "（五）监督保障。开展工作考核和社会评议，本年度没有责任追究的情形。",
      ]
    case 5:
      ["公开内容还不够细，解读形式还比较单一。下一步将完善目录，丰富解读形式，加强业务培训。"]
    case 6:
      ["本年度没有收取信息处理费，没有其他需要报告的事项。"]
    default:
      []
    }
  }

  private func total(_ row: String) -> String {
    figures["requests.\(row).total"].map { "\($0)" } ?? "0"
  }

  func caption(_ section: Int) -> String? {
    hasCaptions && (2...4).contains(section) ? "表\(section - 1)　\(sections[section - 1])" : nil
  }
}

extension ReportSource {
  /// A report with every request and proceeding so many times as large: its sums still hold.
  package func scaled(by factor: Decimal) -> ReportSource {
    var source = self
    source.figures = figures.mapValues { $0 * factor }
    return source
  }

  /// The figures on a form with a single row （六）其他处理.
  package func withOneOtherwiseRow() -> ReportSource {
    var source = self
    let parts = ["not_corrected", "fee_unpaid", "other"]
    for (column, _) in StatutoryTables.applicants {
      let ids = parts.map { "requests.otherwise.\($0).\(column)" }
      source.figures["requests.otherwise.\(column)"] = ids.reduce(0) { $0 + (figures[$1] ?? 0) }
      for id in ids { source.figures[id] = nil }
    }
    source.form = .mixed
    return source
  }

  /// The report on the form of 2019, for the year 2020.
  package func onFormOf2019() -> ReportSource {
    var source = withOneOtherwiseRow()
    source.form = .of2019
    source.year = 2020
    for id in source.figures.keys where id.hasPrefix("disclosure.") { source.figures[id] = nil }
    let ids = StatutoryTables.disclosures(.of2019).flatMap { $0.rows.flatMap(\.figures) }
    for (index, id) in ids.enumerated() {
      // Changes go both ways.
      source.figures["disclosure.\(id)"] =
        id.hasSuffix("change") ? Decimal(index % 2 == 0 ? -index : index) : Decimal(index * 3)
    }
    return source
  }
}
