import Findings

package struct LitigationTotalRule: ReconciliationRule {
  package static let description = RuleDescription(
    id: "litigation-total", severity: .error,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系.",
    clerk: "行政复议、行政诉讼每一组，四种结果之和应等于总计。",
    administrator: "For each group of reviews and suits the four outcomes must add up to the total.")

  package init() {}
}
