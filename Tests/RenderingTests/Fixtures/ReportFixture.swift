import DocumentModel
import Findings
import ReportModel

/// The judgements that tests and snapshots share, by name.
enum Judgement: String, CaseIterable {
  case accepted
  case acceptedWithWarnings = "accepted-with-warnings"
  case rejected
  case held

  var judged: JudgedReport {
    switch self {
    case .accepted: ReportFixture.accepted
    case .acceptedWithWarnings: ReportFixture.acceptedWithWarnings
    case .rejected: ReportFixture.rejected
    case .held: ReportFixture.held
    }
  }
}

/// A report of 2024 whose sums all hold, and judgements over it.
enum ReportFixture {
  static let report = AnnualReport(
    title: Title(
      text: "红旗区小店镇人民政府2024年政府信息公开工作年度报告", office: "小店镇", year: 2024,
      place: Place(page: 1, line: 1)),
    form: FormFixture.form, sections: [], tables: [disclosure, requests, litigation])

  static let disclosure = reading(
    FormFixture.disclosure,
    [
      "rules": [0, 0, 0], "normative_documents": [2, 1, 22], "licensing": [128], "penalties": [36], "coercion": [4],
      "fees": [Figure(significand: 123_456, decimals: 4)],
    ])

  static let requests = reading(
    FormFixture.requests,
    [
      "received": [110, 12, 0, 0, 2, 1, 125], "carried_in": [3, 0, 0, 0, 0, 0, 3],
      "granted": [60, 8, 0, 0, 1, 0, 69], "partially_granted": [12, 1, 0, 0, 0, 0, 13],
      "refused.state_secret": [2, 0, 0, 0, 0, 0, 2], "unavailable.not_held": [20, 2, 0, 0, 1, 1, 24],
      "unavailable.needs_creation": [6, 1, 0, 0, 0, 0, 7], "not_processed.petition": [8, 0, 0, 0, 0, 0, 8],
      "otherwise.not_corrected": [2, 0, 0, 0, 0, 0, 2], "concluded": [110, 12, 0, 0, 2, 1, 125],
      "carried_out": [3, 0, 0, 0, 0, 0, 3],
    ])

  static let litigation = reading(
    FormFixture.litigation, ["review": [1, 0, 0, 1, 2], "litigation_direct": [1, 0, 0, 0, 1]])

  /// A reading with the figures given; rows that are not named hold zeros.
  static func reading(_ table: FormTable, _ figures: [String: [Figure]]) -> TableReading {
    let rows = table.rows.map { row in
      let figures = figures[row.id] ?? row.columns.map { _ in 0 }
      return RowReading(
        row: row, cells: figures.map { CellReading(content: .figure($0), place: .unknown) }, place: .unknown)
    }
    return TableReading(table: table, form: "2021", rows: rows)
  }

  // MARK: Judgements

  static func judged(
    _ verdict: Verdict,
    report: AnnualReport? = report,
    findings: [Finding] = [],
    heldBecause: String? = nil,
    name: String = "小店镇2024年政府信息公开工作年度报告.docx"
  ) -> JudgedReport {
    JudgedReport(
      verdict: verdict,
      file: FileFacts(
        name: name, format: "docx", bytes: 40142,
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
      report: report, findings: findings, heldBecause: heldBecause,
      // 2027-01-12 16:30 in Beijing
      checkedAt: 1_799_742_600, version: "1.0.0")
  }

  static let accepted = judged(.accepted)

  static let acceptedWithWarnings = judged(.accepted, findings: [narrativeMismatch, carriedIn, cellRemark])

  static var rejected: JudgedReport {
    var report = report
    report.set("requests", "refused.state_secret", "total", .figure(3))
    report.set("requests", "granted", "research", .blank)
    report.set("requests", "refused.process", "business", .notANumber("/"))
    report.set("disclosure", "normative_documents", "in_force", .remarked(22, remark: "（其中修订16件）"))
    return judged(
      .rejected, report: report,
      findings: [rowTotal, blankCell, notANumber, narrativeMismatch, carriedIn, cellRemark])
  }

  static let held = judged(.held, report: nil, heldBecause: "读取文件的程序连续两次中断，文件已转给管理员查看。")

  // MARK: Findings

  static let rowTotal = Finding(
    rule: "requests-row-total", severity: .error, message: "这一行六类申请人加起来是 2，总计填的是 3。",
    advice: "请把总计改为 2；如果总计是对的，请检查六类申请人的数字。",
    place: FindingPlace(
      section: 3, table: "requests", row: "refused.state_secret", column: "total", source: Place(page: 2, line: 41)),
    found: "3", expected: "2")

  static let blankCell = Finding(
    rule: "blank-cell", severity: .error, message: "这一格是空白的。", advice: "没有的请填 0，不要留空。",
    place: FindingPlace(
      section: 3, table: "requests", row: "granted", column: "research", source: Place(page: 2, line: 38)),
    expected: "一个整数")

  static let notANumber = Finding(
    rule: "not-a-number", severity: .error, message: "这一格应该填数字。", advice: "没有的请填 0，不要用斜线或横线代替。",
    place: FindingPlace(
      section: 3, table: "requests", row: "refused.process", column: "business", source: Place(page: 2, line: 46)),
    found: "/", expected: "一个整数")

  static let narrativeMismatch = Finding(
    rule: "narrative-mismatch", severity: .warning, message: "正文说“收到申请 126 件”，表格里本年新收是 125 件。",
    advice: "请核对哪一个数是对的；统计口径不同的，请在正文中说明。",
    place: FindingPlace(section: 1, source: Place(page: 1, line: 12)), found: "126", expected: "125 或 128",
    evidence: [
      .quote(
        Quote(
          source: "本报告第一部分",
          runs: [
            .init("2024年，我镇依申请公开工作平稳有序，全年共"), .init("收到申请 126 件", isMarked: true), .init("，均在法定期限内答复。"),
          ]))
    ])

  static let carriedIn = Finding(
    rule: "carried-in", severity: .warning, message: "上年结转是 3 件，而去年报告中结转下年度是 4 件。",
    advice: "请核对两年的报告；有更正的，请在第六部分说明。",
    place: FindingPlace(
      section: 3, table: "requests", row: "carried_in", column: "total", source: Place(page: 2, line: 36)),
    found: "3", expected: "4",
    evidence: [
      .comparison(
        Comparison(
          columns: [Comparison.report(of: 2023), Comparison.thisReport],
          rows: [.init("结转下年度／上年结转 · 总计", ["4", "3"])]))
    ])

  static let cellRemark = Finding(
    rule: "cell-remark", severity: .info, message: "数字后面附有说明，按 22 计。", advice: "",
    place: FindingPlace(section: 2, table: "disclosure", row: "normative_documents", column: "in_force"),
    found: "22（其中修订16件）")
}

extension AnnualReport {
  /// Puts something else into one cell.
  mutating func set(_ table: String, _ row: String, _ column: String, _ content: CellReading.Content) {
    for t in tables.indices where tables[t].table.id == table {
      for r in tables[t].rows.indices where tables[t].rows[r].row.id == row {
        for (c, each) in tables[t].rows[r].row.columns.enumerated() where each.id == column {
          tables[t].rows[r].cells[c].content = content
        }
      }
    }
  }
}
