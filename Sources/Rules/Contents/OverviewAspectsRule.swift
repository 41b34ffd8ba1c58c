package import Findings
import ReportModel

package struct OverviewAspectsRule: Rule {
  package static let description = RuleDescription(
    id: "overview-aspects", severity: .warning,
    source:
      "国办公开办函〔2021〕30号: the overview tells of 主动公开, 依申请公开, 政府信息管理, 平台建设 and 监督保障; 国办公开办函〔2019〕60号 before it asks the same.",
    clerk: "“总体情况”要写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。不要求分设小标题，写到了就可以；没有发生的（如没有收到申请），也要写明。",
    administrator:
      "The overview does not speak of one or more of the five contents that the form asks of it. It goes by words, whatever the subheadings are; a short summary that speaks of less than three is left to people. Where a government's overview says nothing of supervision, supervision-statement tells it.",
    example: RuleExample(
      wrong: "全年主动公开信息86条，均经逐条审查。网站设有专栏。开展工作考核和社会评议，本年度没有责任追究的情形。",
      right: "全年主动公开信息86条，均经逐条审查。未收到政府信息公开申请。网站设有专栏。开展工作考核和社会评议，本年度没有责任追究的情形。"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, report.year ?? 0 >= 2019,
      let section = report.sections.first(where: { $0.number == 1 }),
      let overview = FlowingText.prose(ofSection: 1, in: report)
    else { return [] }
    let parts = overview.sentences.map { overview.scalars[$0] }.filter { !Self.listsParts($0) }.flatMap(\.parts)
    var missing = OverviewAspect.allCases.filter { aspect in !parts.contains(where: aspect.isTold) }
    // One cause, one finding.
    if missing.contains(.supervision), !SupervisionStatementRule().check(subject).isEmpty {
      missing.removeAll { $0 == .supervision }
    }
    let isBrief = missing.count > Self.mostOfBrief && overview.scalars.count < Self.shortest
    guard !missing.isEmpty, !isBrief else { return [] }
    let named = missing.map(\.rawValue).joined(separator: "、")
    return [
      finding(
        .message(named), advice: .advice(named), at: FindingPlace(section: 1, source: section.place),
        found: "没有写到\(named)", expected: "写明\(named)的情况")
    ]
  }

  /// One sentence or two that are no outline of the contents are a summary, and whether one will do is for people to say.
  private static let shortest = 100
  private static let mostOfBrief = 2

  /// 本报告由总体情况、主动公开政府信息情况…六部分组成 tells of nothing that was done.
  private static func listsParts(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
    sentence.holds("总体情况") && sentence.holds(anyOf: ["组成", "部分", "包括"])
  }
}

extension String {
  fileprivate static func message(_ missing: String) -> String {
    "“总体情况”没有写到\(missing)。"
  }

  fileprivate static func advice(_ missing: String) -> String {
    "请在“总体情况”里补写本年度\(missing)的情况；没有发生的（如没有收到申请），也要写明。"
  }
}
