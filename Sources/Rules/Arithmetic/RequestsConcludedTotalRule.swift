import Findings

package struct RequestsConcludedTotalRule: ReconciliationRule {
  package static let description = RuleDescription(
    id: "requests-concluded-total", severity: .error,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系.",
    clerk: "表格每一列，（一）予以公开至（六）其他处理各行之和应等于（七）总计。",
    administrator: "For each column the rows of outcomes must add up to （七）总计.",
    example: RuleExample(
      wrong: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        （七）总计 284 26 18 52 23 17 421
        """,
      right: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        （七）总计 284 26 18 52 23 17 420
        """))

  package init() {}
}
