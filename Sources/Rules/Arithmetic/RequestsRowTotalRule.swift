import Findings

package struct RequestsRowTotalRule: ReconciliationRule {
  package static let description = RuleDescription(
    id: "requests-row-total", severity: .error,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系.",
    clerk: "表格每一行，自然人与法人或其他组织各列之和应等于总计。",
    administrator: "For each row of the requests table the six applicant columns must add up to the total.")

  package init() {}
}
