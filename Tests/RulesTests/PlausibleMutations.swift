import TestFixtures

extension Mutation {
  private static let fee = "本年度未收取政府信息公开信息处理费。"
  static let problems = "存在的问题：一是公开的及时性还不够；二是解读的形式还不多。\n改进措施：一是明确各股室的公开时限并按季检查；二是增加图解和问答。"
  private static let supervision = "开展工作考核和社会评议，本年度没有责任追究的情形。"

  /// What may be read and sums up, and still cannot be.
  static let plausibility: [Mutation] = [
    Mutation(
      "a town that makes 规章", "规章 0 0 0", "规章 1 0 1",
      Expected(
        "rules-by-unit", section: 2, row: "rules", column: "issued", found: "本年制发件数 1，现行有效件数 1", expected: "0")),
    Mutation(
      "more documents issued than there can be", "行政规范性文件 7 4 34", "行政规范性文件 39 4 34",
      Expected(
        "in-force-plausible", section: 2, row: "normative_documents", column: "in_force", found: "34",
        expected: "不少于 35")
    ),
    Mutation("as many documents issued as there can be", "行政规范性文件 7 4 34", "行政规范性文件 38 4 34"),
    Mutation("nothing on the fee", fee, "没有其他需要报告的事项。", Expected("fee-statement", section: 6)),
    Mutation(
      "parts of the fee that do not add up", fee, "本年度发出收费通知3件，共收取信息处理费360元，分别为200元、150元。",
      Expected("fee-itemisation", section: 6, expected: "各分项之和 = 360 元")),
    Mutation(
      "parts of the fee that add up", fee, "本年度发出收费通知3件，共收取信息处理费360元，分别为200元、160元。"),
    Mutation(
      "nothing on reviews by the public", supervision, "开展工作考核，本年度没有责任追究的情形。",
      Expected("supervision-statement", section: 1, found: "没有写到社会评议的结果")),
    Mutation(
      "nothing on the platforms", "（四）政府信息公开平台建设。以政府网站为主，政务新媒体和公开栏为辅。\n（五）", "（四）",
      Expected("overview-aspects", section: 1, found: "没有写到平台建设")),
    Mutation(
      "no problem at all", problems, "无。",
      Expected("problems-statement", section: 5, found: "无。", expected: "写明存在的问题、改进措施")),
  ]
}
