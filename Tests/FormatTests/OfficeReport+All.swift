import Foundation
import TestFixtures

/// Ways in which offices lay the form out and fill it in.
extension OfficeReport {
  static let all = plain + layouts + papers + figures + blanks + surroundings + forms

  private static let plain = [
    OfficeReport("as decreed") { _ in },
    OfficeReport("headings numbered by the list engine", formats: [.docx, .pdf, .odt]) { $0.headings = .automatic },
    OfficeReport("captions above the tables") { $0.hasCaptions = true },
  ]

  private static let layouts = [
    OfficeReport("labels in one column") { $0.layout.labels = .one },
    OfficeReport("labels in two columns") { $0.layout.labels = .two },
    OfficeReport("the outcome set vertically") { $0.layout.labels = .threeVertical },
    OfficeReport("the total beside the applicants") { $0.layout.header = .totalApart },
    OfficeReport("the applicants in a single row of the head") {
      $0.layout.header = .flat
      $0.layout.labels = .two
    },
    OfficeReport("table four with a head of two rows") { $0.layout.litigationHeaderRows = 2 },
    OfficeReport("table four with a head of four rows") { $0.layout.litigationHeaderRows = 4 },
    OfficeReport("figures at the right") { $0.layout.alignment = .end },
    OfficeReport("figures at the left") { $0.layout.alignment = .start },
    OfficeReport("tables without borders") { $0.layout.hasBorders = false },
    OfficeReport("tables without borders, figures at the right") {
      $0.layout.hasBorders = false
      $0.layout.alignment = .end
    },
  ]

  private static let papers = [
    OfficeReport("landscape", formats: [.pdf]) { $0.layout.page = .a4Landscape },
    OfficeReport("large paper", formats: [.pdf]) {
      $0.layout.page = .a3
      $0.layout.fontSize = 14
    },
    OfficeReport("table three over three pages of small paper, its head on each", formats: [.docx, .pdf, .odt]) {
      $0.layout.page = .a5
      $0.layout.fontSize = 10
      $0.layout.repeatsHeader = true
    },
    OfficeReport("rows cut by the end of the page", formats: [.pdf]) {
      $0.layout.page = .a5
      $0.layout.fontSize = 12
    },
    OfficeReport("small letters", formats: [.pdf]) { $0.layout.fontSize = 6 },
  ]

  private static let figures = [
    OfficeReport("thousands separators") {
      $0 = $0.scaled(by: 137)
      $0.printing = .thousands
    },
    OfficeReport("full-width digits") { $0.printing = .fullWidth },
    OfficeReport("units behind the numbers") { $0.printing = .counted },
    OfficeReport("large numbers") { $0 = $0.scaled(by: 1009) },
    OfficeReport(
      "one wrong cell", expecting: [Expected(rule: "requests-concluded-total", row: "concluded", column: "total")]
    ) { $0.figures["requests.concluded.total"] = 421 },
    OfficeReport(
      "a dash", expecting: [Expected(rule: "not-a-number", row: "granted", column: "business")]
    ) {
      $0.overprints["requests.granted.business"] = "—"
      $0.figures["requests.granted.business"] = nil
    },
    OfficeReport(
      "a remark behind a number",
      expecting: [Expected(rule: "cell-remark", row: "normative_documents", column: "in_force")]
    ) { $0.overprints["disclosure.normative_documents.in_force"] = "34（其中修订16件）" },
  ]

  private static func blank(_ row: String, _ columns: String...) -> [Expected] {
    columns.map { Expected(rule: "blank-cell", row: row, column: $0) }
  }

  private static let blanks = [
    OfficeReport("a blank cell in the middle", expecting: blank("refused.prohibited_by_law", "public_interest")) {
      $0.blanks = ["requests.refused.prohibited_by_law.public_interest"]
    },
    OfficeReport("a blank cell at the beginning", expecting: blank("received", "natural_person")) {
      $0.blanks = ["requests.received.natural_person"]
    },
    OfficeReport("a blank cell at the end", expecting: blank("carried_out", "total")) {
      $0.blanks = ["requests.carried_out.total"]
    },
    OfficeReport("two blank cells in a row", expecting: blank("not_processed.petition", "business", "other")) {
      $0.blanks = ["requests.not_processed.petition.business", "requests.not_processed.petition.other"]
    },
    OfficeReport(
      "blank cells in rows above each other",
      expecting: blank("refused.internal_affairs", "research") + blank("refused.process", "research")
    ) { $0.blanks = ["requests.refused.internal_affairs.research", "requests.refused.process.research"] },
    OfficeReport(
      "blank cells in a table without borders", expecting: blank("unavailable.not_held", "business", "legal_services")
    ) {
      $0.layout.hasBorders = false
      $0.blanks = ["requests.unavailable.not_held.business", "requests.unavailable.not_held.legal_services"]
    },
    OfficeReport("a blank cell in table two", expecting: blank("normative_documents", "repealed")) {
      $0.blanks = ["disclosure.normative_documents.repealed"]
    },
    OfficeReport("a blank cell in table four", expecting: blank("litigation_direct", "other")) {
      $0.blanks = ["litigation_direct.other"]
    },
  ]

  private static let surroundings = [
    OfficeReport("inside a notice") {
      $0.preamble = [
        "关于报送2024年政府信息公开工作年度报告的通知", "各镇人民政府、街道办事处，区政府各部门：",
        "现将我镇2024年政府信息公开工作年度报告报送你们，请审阅。", "附件：青禾镇2024年政府信息公开工作年度报告", "2025年1月15日", "附件",
      ]
    },
    OfficeReport("a title over two lines") { $0.title = ["红旗区青禾镇", "2024年政府信息公开工作年度报告"] },
    OfficeReport(
      "two reports in one file", document: OpenDocument(ReportSource(figures: numbers), other),
      expecting: [Expected(rule: "several-reports")]),
  ]

  private static let numbers = (try? Corpus.expectations())?["qinghe-2024"]?.figures ?? [:]

  private static var other: ReportSource {
    var source = ReportSource(figures: (try? Corpus.expectations())?["xiaodian-2024"]?.figures ?? [:])
    source.office = "小店镇"
    return source
  }

  private static let forms = [
    OfficeReport("the form of 2019") { $0 = $0.onFormOf2019() },
    OfficeReport(
      "a single row of other outcomes", expecting: [Expected(rule: "outdated-form")]
    ) {
      $0 = $0.withOneOtherwiseRow()
      $0.year = 2023
    },
    OfficeReport(
      "a single row of other outcomes, one wrong cell",
      expecting: [
        Expected(rule: "outdated-form"), Expected(rule: "requests-concluded-total", row: "otherwise", column: "total"),
      ]
    ) {
      $0 = $0.withOneOtherwiseRow()
      $0.year = 2023
      $0.figures["requests.otherwise.total"] = 47
    },
  ]
}
