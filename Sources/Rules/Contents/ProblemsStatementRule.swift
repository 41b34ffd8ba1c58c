package import Findings
import ReportModel

package struct ProblemsStatementRule: Rule {
  package static let description = RuleDescription(
    id: "problems-statement", severity: .warning,
    source: "《中华人民共和国政府信息公开条例》第五十条第一款第四项: the report tells of the main problems and of what is done about them.",
    clerk: "第五部分要如实写明政府信息公开工作存在的主要问题和改进措施，两样都要有；只写“无”，或者只写问题、只写打算的，不符合要求。",
    administrator: "The section on problems names no problem, or no measure against one; 无 is neither.",
    example: RuleExample(
      wrong: "五、存在的主要问题及改进情况\n无。", right: "五、存在的主要问题及改进情况\n公开的及时性还不够，将明确公开时限并按季检查。"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, report.year ?? 0 >= 2019,
      let section = report.sections.first(where: { $0.number == 5 }),
      let text = FlowingText.prose(ofSection: 5, in: report)
    else { return [] }
    let statement = ProblemsStatement(text.scalars, year: report.year)
    // Some tell in the last section what comes next.
    let others = FlowingText.prose(ofSection: 6, in: report).map { ProblemsStatement($0.scalars, year: report.year) }
    let missing =
      (statement.namesProblem ? [] : ["存在的问题"])
      + (statement.namesMeasure || others?.announcesPlans == true ? [] : ["改进措施"])
    guard !missing.isEmpty else { return [] }
    let named = missing.joined(separator: "、")
    return [
      finding(
        .message(named), advice: .advice, at: FindingPlace(section: 5, source: section.place),
        found: Quotation.of(String(text.scalars)), expected: "写明\(named)")
    ]
  }
}

extension String {
  fileprivate static func message(_ missing: String) -> String {
    "“存在的主要问题及改进情况”没有写明\(missing)。"
  }

  fileprivate static let advice = "请结合本年度的实际，写明存在的主要问题，并逐条写明怎样改进；只写“无”或者只写今后打算的，请补充。"
}
