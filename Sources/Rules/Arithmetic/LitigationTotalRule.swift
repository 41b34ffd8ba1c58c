import Findings

package struct LitigationTotalRule: ReconciliationRule {
  package static let description = RuleDescription(
    id: "litigation-total", severity: .error,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系.",
    clerk: "行政复议、行政诉讼每一组，四种结果之和应等于总计。",
    administrator: "For each group of reviews and suits the four outcomes must add up to the total.",
    example: RuleExample(
      wrong: """
        结果维持 结果纠正 其他结果 尚未审结 总计
        4 2 4 9 18
        """,
      right: """
        结果维持 结果纠正 其他结果 尚未审结 总计
        4 2 4 9 19
        """))

  package init() {}
}
