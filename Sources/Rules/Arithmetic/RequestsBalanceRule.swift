import Findings

package struct RequestsBalanceRule: ReconciliationRule {
  package static let description = RuleDescription(
    id: "requests-balance", severity: .error,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系.",
    clerk: "表格每一列，本年新收加上年结转，应等于（七）总计加结转下年度。",
    administrator: "For each column, received and carried in must equal concluded and carried out.")

  package init() {}
}
