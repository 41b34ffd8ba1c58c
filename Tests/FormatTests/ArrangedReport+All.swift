import Foundation
import TestFixtures

extension ArrangedReport {
  static let all = orders + wordings + missing + rows

  private static let files: [Form] = [.word, .web, .pdf, .ofd, .odt, .docx, .printed].map { .file($0) }
  private static let texts: [Form] = [.spaces, .tabs, .bars, .barsInside, .drawn, .lines].map { .text($0) }

  private static func each(
    _ name: String, _ forms: [Form] = files + texts, _ rules: Set<String> = [],
    read: @escaping @Sendable (String) -> String? = { $0 }, _ change: (inout ReportSource) -> Void
  ) -> [ArrangedReport] {
    forms.enumerated().map { index, form in
      var source = StyledReport.report(UInt64(900 + index), largest: 60)
      change(&source)
      return ArrangedReport(name: name, form: form, source: source, rules: rules, read: read)
    }
  }

  // MARK: Columns in another order

  private static let layoutOnly: Set<String> = ["table-layout"]

  /// Text in which cells are parted.
  private static let texts2: [Form] = [.tabs, .bars, .spaces].map { .text($0) }

  private static let orders: [ArrangedReport] =
    each("two applicants changed places", files + texts, layoutOnly) {
      $0.layout.columns.applicants = [0, 2, 1, 3, 4, 5, 6]
    }
    + each("organisations backwards", files + texts, layoutOnly) {
      $0.layout.columns.applicants = [0, 5, 4, 3, 2, 1, 6]
    }
    + each("the total first", files + texts2, layoutOnly) { $0.layout.columns.applicants = [6, 0, 1, 2, 3, 4, 5] }
    + each("the total behind natural persons", files + texts2, layoutOnly) {
      $0.layout.columns.applicants = [0, 6, 1, 2, 3, 4, 5]
    }
    + each("natural persons behind the organisations", files + texts2, layoutOnly) {
      $0.layout.columns.applicants = [1, 2, 3, 4, 5, 0, 6]
    }
    + each("the total first, apart", files, layoutOnly) {
      $0.layout.columns.applicants = [0, 3, 2, 1, 4, 5, 6]
      $0.layout.header = .totalApart
    }
    + each("applicants in a single row, mixed", files + texts, layoutOnly) {
      $0.layout.columns.applicants = [3, 0, 5, 6, 2, 1, 4]
      $0.layout.header = .flat
    }
    + each("labels in one column", files, layoutOnly) {
      $0.layout.columns.applicants = [0, 4, 1, 2, 3, 5, 6]
      $0.layout.labels = .one
    }
    + each("heads on each page", [.file(.odt), .file(.docx), .file(.printed)], layoutOnly) {
      $0.layout.columns.applicants = [0, 5, 1, 2, 3, 4, 6]
      $0.layout.repeatsHeader = true
      $0.layout.fontSize = 14
    }
    + each("documents in force first", files + texts, layoutOnly) { $0.layout.columns.documents = [2, 0, 1] }
    + each("documents repealed first", files + texts, layoutOnly) { $0.layout.columns.documents = [1, 0, 2] }
    + [2, 3, 4, 5].flatMap { rows in
      each("outcomes changed places below \(rows) rows of heads", files + texts2, layoutOnly) {
        $0.layout.columns.results = [1, 0, 2, 3, 4]
        $0.layout.litigationHeaderRows = rows
      }
    }
    + each("the totals of outcomes first", files + texts2, layoutOnly) { $0.layout.columns.results = [4, 0, 1, 2, 3] }
    + each("suits before reviews", files, layoutOnly) { $0.layout.columns.proceedings = [1, 2, 0] }
    + each("suits before reviews, as published", files, layoutOnly) {
      $0.layout.columns.proceedings = [1, 2, 0]
      $0.layout.litigationHeaderRows = 5
    }
    + each("suits in another order", files + texts2, layoutOnly) { $0.layout.columns.proceedings = [0, 2, 1] }
    + each("proceedings backwards in two rows of heads", files + texts2, layoutOnly) {
      $0.layout.columns.proceedings = [2, 1, 0]
      $0.layout.litigationHeaderRows = 2
    }
    + each("everything in another order", files + texts2, layoutOnly) {
      $0.layout.columns.applicants = [0, 5, 3, 1, 4, 2, 6]
      $0.layout.columns.documents = [1, 2, 0]
      $0.layout.columns.results = [3, 2, 1, 0, 4]
    }

  // MARK: Heads in other words

  private static let short = [
    "商业企业": "企业", "科研机构": "科研", "社会公益组织": "公益组织", "法律服务机构": "法律服务", "其他": "其它", "总计": "合计",
    "本年制发件数": "制发", "本年废止件数": "废止", "现行有效件数": "现行有效", "结果维持": "维持", "结果纠正": "纠正", "尚未审结": "未审结",
  ]
  private static let broken = [
    "自然人": "自\n然\n人", "商业企业": "商业\n企业", "科研机构": "科研\n机构", "社会公益组织": "社会公\n益组织", "法律服务机构": "法律服\n务机构",
    "结果维持": "结果\n维持", "结果纠正": "结果\n纠正", "其他结果": "其他\n结果", "尚未审结": "尚未\n审结", "总计": "总\n计",
  ]

  private static let wordings: [ArrangedReport] =
    each("the form's order") { _ in }
    + each("no heads") { $0.layout.hasHeads = false }
    + each("heads in short") { $0.layout.heads = short }
    + each("broken heads", files) { $0.layout.heads = broken }
    + each("heads in short, in another order", files + texts2, layoutOnly) {
      $0.layout.heads = short
      $0.layout.columns.applicants = [0, 2, 1, 4, 3, 5, 6]
      $0.layout.columns.documents = [2, 1, 0]
    }
    + each("broken heads in another order", files, layoutOnly) {
      $0.layout.heads = broken
      $0.layout.columns.applicants = [0, 4, 3, 2, 1, 5, 6]
      $0.layout.columns.results = [0, 2, 1, 3, 4]
    }
    + each("a head in other words", files, layoutOnly) { $0.layout.heads = ["社会公益组织": "社会团体"] }
    + each(
      "a head that stands twice", files, ["column-heads"], read: { $0.hasPrefix("requests.") ? nil : $0 }
    ) { $0.layout.heads = ["科研机构": "商业企业"] }
    + each("heads of 2019", files + texts2, ["outdated-form"], read: ofForm2019) {
      $0.layout.heads = ["本年制发件数": "本年新制作数量", "本年废止件数": "本年新公开数量", "现行有效件数": "对外公开总数量"]
    }

  @Sendable private static func ofForm2019(_ id: String) -> String? {
    id.replacing("issued", with: "made").replacing("repealed", with: "published")
      .replacing("in_force", with: "public_total")
  }

  // MARK: Missing columns

  private static func without(_ part: String, _ prefix: String = "") -> @Sendable (String) -> String? {
    { $0.hasPrefix(prefix) && $0.hasSuffix(part) ? nil : $0 }
  }

  private static let missing: [ArrangedReport] =
    each(
      "the last column of table three cut off", files + texts2, ["column-heads"], read: without(".total", "requests")
    ) { $0.layout.columns.applicants = Array(0..<6) }
    + each("a column of table three left out", files + texts2, ["column-heads"], read: without(".research")) {
      $0.layout.columns.applicants = [0, 1, 3, 4, 5, 6]
    }
    + each(
      "columns of table three left out and in another order", files + texts2, ["column-heads", "table-layout"],
      read: without(".legal_services")
    ) { $0.layout.columns.applicants = [0, 3, 2, 1, 5, 6] }
    + each("a column of table two left out", files + texts2, ["column-heads"], read: without(".repealed")) {
      $0.layout.columns.documents = [0, 2]
    }
    + each("the totals of table four cut off", files, ["column-heads"], read: withoutTotals) {
      $0.layout.columns.results = Array(0..<4)
    }

  @Sendable private static func withoutTotals(_ id: String) -> String? {
    !id.hasPrefix("requests") && id.hasSuffix(".total") ? nil : id
  }

  // MARK: Rows

  private static let extra = "其他主动公开文件（以本机关名义签发的、除行政规范性文件以外的文件）"

  private static let rows: [ArrangedReport] =
    each("an extra row of documents", files + texts.dropLast(), ["outdated-form"]) {
      $0.layout.disclosureRows.added = (3, [extra, "186", "86", "255"])
    }
    + each("an extra row before the documents", files + texts2, ["outdated-form"]) {
      $0.layout.disclosureRows.added = (2, [extra, "186", "86", "255"])
    }
    + each("an extra row with the documents in short", files + texts2, ["outdated-form"]) {
      $0.layout.disclosureRows.added = (3, ["其他规范性文件", "18", "8", "25"])
      $0.layout.disclosureRows.labels = ["行政规范性文件": "行政规范性文件（本机关印发的决定、通告、意见、通知）"]
    }
    + each(
      "an extra row in the place of the documents", files + texts2, ["missing-row", "outdated-form"],
      read: { $0.contains("normative_documents") ? nil : $0 }
    ) {
      $0.layout.disclosureRows.added = (3, [extra, "186", "86", "255"])
      $0.layout.disclosureRows.lost = 3
    }
    + each("an extra row in table three", files + texts2, ["outdated-form"]) {
      $0.layout.requestsRows.added = (1, ["其中：网上申请数量", "1", "2", "3", "4", "5", "6", "21"])
    }
    + each("rules behind documents", files + texts2, layoutOnly) { $0.layout.disclosureRows.swapped = [(2, 3)] }
    + each("coercion before penalties", files + texts2, layoutOnly) { $0.layout.disclosureRows.swapped = [(9, 10)] }
    + each("what was carried in first", files + texts2, layoutOnly) { $0.layout.requestsRows.swapped = [(0, 1)] }
    + each("reasons in another order", files + texts2, layoutOnly) {
      $0.layout.requestsRows.swapped = [(5, 6), (8, 10)]
    }
    + each("rows and columns in another order", files + texts2, layoutOnly) {
      $0.layout.disclosureRows.swapped = [(2, 3), (9, 10)]
      $0.layout.columns.documents = [1, 0, 2]
      $0.layout.columns.applicants = [0, 3, 1, 2, 4, 5, 6]
    }
}
