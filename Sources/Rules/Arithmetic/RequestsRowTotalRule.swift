import Findings

package struct RequestsRowTotalRule: ReconciliationRule {
  package static let description = RuleDescription(
    id: "requests-row-total", severity: .error,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系.",
    clerk: "表格每一行，自然人与法人或其他组织各列之和应等于总计。",
    administrator: "For each row of the requests table the six applicant columns must add up to the total.",
    example: RuleExample(
      wrong: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        1.属于国家秘密 54 0 0 0 0 0 55
        2.其他法律行政法规禁止公开 58 0 0 3 0 0 60
        """,
      right: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        1.属于国家秘密 54 0 0 0 0 0 54
        2.其他法律行政法规禁止公开 58 0 0 3 0 0 61
        """))

  package init() {}
}
