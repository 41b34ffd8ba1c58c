import DocumentModel
package import Findings

package struct NotAReportRule: Rule {
  package static let description = RuleDescription(
    id: "not-a-report", severity: .error, stage: .reading,
    source: "《中华人民共和国政府信息公开条例》第五十条; the national form of the annual report.",
    clerk: "文件里没有找到政府信息公开工作年度报告：既没有标题，也没有报告的六个部分和表格。",
    administrator: "The document holds neither the title nor the sections and tables of an annual report.",
    example: RuleExample(
      wrong: """
        关于报送2024年政府信息公开工作年度报告的通知
        各镇人民政府：
        请于1月20日前报送。
        """,
      right: """
        青禾镇2024年政府信息公开工作年度报告
        根据《中华人民共和国政府信息公开条例》的规定……
        一、总体情况
        ……
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let document = subject.document, subject.report == nil, !subject.hidesReport else { return [] }
    let first = document.blocks.lazy.compactMap { block -> Paragraph? in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }.first
    return [
      finding(
        .message, advice: .advice, at: FindingPlace(source: first?.place ?? .unknown),
        found: first.map { Quotation.of($0.text) }, expected: .expected)
    ]
  }
}

extension String {
  fileprivate static let message = "这个文件不像是政府信息公开工作年度报告。"
  fileprivate static let advice = "请确认放对了文件。年度报告应有标题和“一、总体情况”至“六、其他需要报告的事项”六个部分。"
  fileprivate static let expected = "××年政府信息公开工作年度报告"
}
