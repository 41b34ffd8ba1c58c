package import Findings
import ReportModel

package struct SeveralReportsRule: Rule {
  package static let description = RuleDescription(
    id: "several-reports", severity: .error,
    source: "《中华人民共和国政府信息公开条例》第四十九条: each unit hands in a report of its own.",
    clerk: "一个文件里只应有一份年度报告，否则分不清哪些内容属于哪个单位、哪一年。",
    administrator: "The document holds more than one annual report; only the first is read.",
    example: RuleExample(
      wrong: """
        青禾镇2024年政府信息公开工作年度报告
        ……
        小店镇2024年政府信息公开工作年度报告
        ……
        """,
      right: """
        青禾镇2024年政府信息公开工作年度报告
        ……
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    return report.others.map { other in
      finding(.message, advice: .advice, at: FindingPlace(source: other.place), found: other.text)
    }
  }
}

extension String {
  fileprivate static let message = "这个文件里还有另一份年度报告，没有审核它。"
  fileprivate static let advice = "请把每份报告单独存成一个文件，分别放入。"
}
