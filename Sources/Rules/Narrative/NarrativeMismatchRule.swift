import DocumentModel
package import Findings
import Narrative
import ReportModel

package struct NarrativeMismatchRule: Rule {
  package static let description = RuleDescription(
    id: "narrative-mismatch", severity: .warning,
    source: "国办公开办函〔2021〕30号: 文字部分与表格部分的数据应当一致. Scopes may differ for a reason, so it only warns.",
    clerk: "正文里写的数（收到多少件、答复多少件、复议诉讼多少件等）在表格里找不到能对上的数。"
      + "写“约”“余”等概数的、说的是别的事情的，不比对。",
    administrator: "A number in the prose fits no figure and no sum of the tables that it may mean. "
      + "Vague numbers, and those that count something else, are left alone.",
    example: RuleExample(
      wrong: "全年共收到政府信息公开申请 12 件。（表格：一、本年新收 10，二、上年结转 0）",
      right: "全年共收到政府信息公开申请 10 件。"))

  /// Who has more to mend reads no further.
  private static let mostFindings = 40

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    // A table whose own sums fail is mended first.
    let broken = Set(subject.imbalances.map(\.table.id))
    let finder = CandidateFinder(tables: report.tables.filter { !$0.isMissing && !broken.contains($0.table.id) })
    let prose = Set(report.form.sections.filter { $0.kind == .prose }.map(\.number))
    let reader = ClaimReader(year: report.year)
    var findings: [Finding] = []
    for section in report.sections where prose.contains(section.number) {
      for claim in reader.claims(in: section.paragraphs) where !claim.coversArea || report.speaksForArea {
        guard findings.count < Self.mostFindings else { return findings }
        guard let comparison = ClaimComparison(claim, against: finder) else { continue }
        findings.append(finding(claim, comparison, in: section.number))
      }
    }
    return findings
  }

  private func finding(_ claim: Claim, _ comparison: ClaimComparison, in section: Int) -> Finding {
    let sentence = MarkedSentence(claim)
    let isShare = if case .share = claim.statement { true } else { false }
    func printed(_ figure: Figure) -> String {
      isShare ? "\(figure.rounded)%" : figure.description
    }
    let figures = comparison.candidates.prefix(3).map { "\($0.label) \(printed($0.figure))" }
    return finding(
      .message(
        sentence.quotation, candidates: figures,
        difference: comparison.nearest.map { printed($0.difference) }),
      advice: .advice, at: FindingPlace(section: section, source: claim.place), found: sentence.marked,
      expected: figures.joined(separator: " 或 "))
  }
}

/// The sentence of a claim, with the claim marked in it.
private struct MarkedSentence {
  var quotation: String
  var marked: String

  /// Around the mark no more is quoted than the eye takes in.
  private static let breadth = 30

  init(_ claim: Claim) {
    let scalars = Array(claim.sentence.unicodeScalars)
    let range = claim.marked.clamped(to: scalars.indices)
    marked = String(scalars[range].prefix(40))
    let from = max(0, range.lowerBound - Self.breadth)
    let before = (from > 0 ? "…" : "") + String(scalars[from..<range.lowerBound])
    let after = String(scalars[range.upperBound...].prefix(Self.breadth))
    let isWhole = scalars.count - range.upperBound <= Self.breadth
    quotation = "\(before)「\(marked)」\(after)\(isWhole ? "" : "…")"
  }
}

extension AnnualReport {
  /// Whether it is a government's own report, whose tables sum its 区, 县 or 市.
  fileprivate var speaksForArea: Bool {
    guard let office else { return false }
    return ["区", "县", "市", "旗", "州", "省"].contains { office.hasSuffix($0) || office.hasSuffix("\($0)人民政府") }
  }
}

extension Figure {
  /// To two places, as shares are printed.
  fileprivate var rounded: String {
    guard decimals > 2 else { return description }
    let divisor = decimals == 3 ? 10 : 100
    return Figure(significand: (significand + divisor / 2) / divisor, decimals: 2).description
  }
}

extension String {
  fileprivate static func message(_ quotation: String, candidates: [String], difference: String?) -> String {
    "正文说“\(quotation)”，与表格对不上。表格里是：\(candidates.joined(separator: "，"))"
      + (difference.map { candidates.count > 1 ? "；最接近的相差 \($0)。" : "；相差 \($0)。" } ?? "。")
  }

  fileprivate static let advice = "请核对：正文写错的改正文，表格填错的改表格。如果统计口径不同（例如只算本级），请在正文里说明。"
}
