import DocumentModel
package import Findings
import Narrative
import ReportModel

package struct NarrativeMismatchRule: Rule {
  package static let description = RuleDescription(
    id: "narrative-mismatch", severity: .warning,
    source: "国办公开办函〔2021〕30号: 文字部分与表格部分的数据应当一致. Scopes may differ for a reason, so it only warns.",
    clerk: "正文里写的数（收到多少件、答复多少件、复议诉讼多少件等）在表格里找不到能对上的数，"
      + "或者写的同比增减与上一年报告和本年表格算出来的不一样。写“约”“余”等概数的、说的是别的事情的，不比对。",
    administrator: "A number in the prose fits no figure and no sum of the tables that it may mean, "
      + "or a growth is not that from last year's accepted report to this year's tables. "
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
    let tables = report.tables.filter { !$0.isMissing && !broken.contains($0.table.id) }
    let now = CandidateFinder(tables: tables)
    let before = subject.memory.lastYear.map {
      (year: $0.year, finder: CandidateFinder(tables: tables, figures: $0.figures))
    }
    let reader = ClaimReader(year: report.year)
    var findings: [Finding] = []
    for statement in report.statements {
      for claim in reader.claims(in: statement.paragraphs, isOnRequests: statement.isOnRequests)
      where !claim.coversArea || report.speaksForArea {
        guard findings.count < Self.mostFindings else { return findings }
        findings += finding(claim, in: statement.section, now: now, before: before).map { [$0] } ?? []
      }
    }
    return findings
  }

  private func finding(
    _ claim: Claim, in section: Int?, now: CandidateFinder, before: (year: Int, finder: CandidateFinder)?
  ) -> Finding? {
    switch claim.statement {
    case .growth(let growth):
      GrowthComparison(growth, now: now, before: before?.finder).map {
        finding(claim, GrowthText(growth, $0, year: before?.year), in: section)
      }
    case .before:
      before.flatMap { before in
        ClaimComparison(claim, against: before.finder).map {
          finding(claim, CountText($0, year: before.year), in: section)
        }
      }
    default:
      ClaimComparison(claim, against: now).map { finding(claim, CountText($0), in: section) }
    }
  }

  private func finding(_ claim: Claim, _ text: some MismatchText, in section: Int?) -> Finding {
    let sentence = MarkedSentence(claim)
    return finding(
      "正文说“\(sentence.quotation)”，\(text.reason)", advice: text.advice,
      at: FindingPlace(section: section, source: claim.place), found: sentence.marked, expected: text.expected,
      evidence: [.quote(sentence.quote(section: section))] + text.evidence)
  }
}

extension AnnualReport {
  /// Whether it is a government's own report, whose tables sum its 区, 县 or 市.
  fileprivate var speaksForArea: Bool {
    guard let office else { return false }
    return ["区", "县", "市", "旗", "州", "省"].contains { office.hasSuffix($0) || office.hasSuffix("\($0)人民政府") }
  }
}
