import Findings

package struct RequestsBalanceRule: ReconciliationRule {
  package static let description = RuleDescription(
    id: "requests-balance", severity: .error,
    source: "国办公开办函〔2021〕30号: 表格的勾稽关系.",
    clerk: "表格每一列，本年新收加上年结转，应等于（七）总计加结转下年度。",
    administrator: "For each column, received and carried in must equal concluded and carried out.",
    example: RuleExample(
      wrong: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        一、本年新收政府信息公开申请数量 284 26 16 52 23 17 418
        二、上年结转政府信息公开申请数量 9 5 8 0 1 1 24
        （七）总计 284 26 18 52 23 17 420
        四、结转下年度继续办理 9 5 6 0 1 2 22
        """,
      right: """
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        一、本年新收政府信息公开申请数量 284 26 16 52 23 17 418
        二、上年结转政府信息公开申请数量 9 5 8 0 1 1 24
        （七）总计 284 26 18 52 23 17 420
        四、结转下年度继续办理 9 5 6 0 1 1 22
        """))

  package init() {}
}
