import Findings
import ReportModel

/// A form written down by hand, in the shape of the one decreed in 2021.
enum FormFixture {
  static let form = Form(
    id: "2021", decree: "国办公开办函〔2021〕30号", years: 2021...2099,
    sections: [
      section(1, "一", "总体情况", .prose), section(2, "二", "主动公开政府信息情况", .table),
      section(3, "三", "收到和处理政府信息公开申请情况", .table),
      section(4, "四", "政府信息公开行政复议、行政诉讼情况", .table),
      section(5, "五", "存在的主要问题及改进情况", .prose), section(6, "六", "其他需要报告的事项", .prose),
    ],
    tables: [disclosure, requests, litigation])

  private static func section(_ number: Int, _ ordinal: String, _ heading: String, _ kind: FormSection.Kind)
    -> FormSection
  {
    FormSection(number: number, ordinal: ordinal, heading: heading, variants: [], kind: kind)
  }

  static func row(_ id: String, _ label: String, group: String? = nil, _ columns: [FormColumn]) -> FormRow {
    FormRow(id: id, label: label, variants: [], group: group, columns: columns)
  }

  private static func column(
    _ id: String, _ label: String, _ kind: FormColumn.Kind = .count, unit: String = ""
  )
    -> FormColumn
  {
    FormColumn(id: id, label: label, kind: kind, unit: unit)
  }

  // MARK: Second section

  static let disclosure = FormTable(
    id: "disclosure", label: "第二部分表格", section: 2, figurePrefix: "disclosure", sideBySide: false, headerWords: [],
    rows: [
      row("rules", "规章", group: "第二十条第（一）项", made),
      row("normative_documents", "行政规范性文件", group: "第二十条第（一）项", made),
      row("licensing", "行政许可", group: "第二十条第（五）项", decisions),
      row("penalties", "行政处罚", group: "第二十条第（六）项", decisions),
      row("coercion", "行政强制", group: "第二十条第（六）项", decisions),
      row(
        "fees", "行政事业性收费", group: "第二十条第（八）项",
        [column("amount", "本年收费金额", .amount, unit: "万元")]),
    ],
    equations: [])

  private static let made = [
    column("issued", "本年制发件数"), column("repealed", "本年废止件数"), column("in_force", "现行有效件数"),
  ]
  private static let decisions = [column("decisions", "本年处理决定数量")]

  // MARK: Third section

  static let applicants = [
    column("natural_person", "自然人"), column("business", "商业企业"), column("research", "科研机构"),
    column("public_interest", "社会公益组织"), column("legal_services", "法律服务机构"), column("other", "其他"),
    column("total", "总计"),
  ]

  static let requestRows: [(id: String, label: String, group: String?)] = [
    ("received", "一、本年新收政府信息公开申请数量", nil),
    ("carried_in", "二、上年结转政府信息公开申请数量", nil),
    ("granted", "（一）予以公开", "三、本年度办理结果"),
    ("partially_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "三、本年度办理结果"),
    ("refused.state_secret", "1.属于国家秘密", "（三）不予公开"),
    ("refused.prohibited_by_law", "2.其他法律行政法规禁止公开", "（三）不予公开"),
    ("refused.security_and_stability", "3.危及“三安全一稳定”", "（三）不予公开"),
    ("refused.third_party_rights", "4.保护第三方合法权益", "（三）不予公开"),
    ("refused.internal_affairs", "5.属于三类内部事务信息", "（三）不予公开"),
    ("refused.process", "6.属于四类过程性信息", "（三）不予公开"),
    ("refused.enforcement_files", "7.属于行政执法案卷", "（三）不予公开"),
    ("refused.administrative_query", "8.属于行政查询事项", "（三）不予公开"),
    ("unavailable.not_held", "1.本机关不掌握相关政府信息", "（四）无法提供"),
    ("unavailable.needs_creation", "2.没有现成信息需要另行制作", "（四）无法提供"),
    ("unavailable.unclear", "3.补正后申请内容仍不明确", "（四）无法提供"),
    ("not_processed.petition", "1.信访举报投诉类申请", "（五）不予处理"),
    ("not_processed.repeat", "2.重复申请", "（五）不予处理"),
    ("not_processed.publication", "3.要求提供公开出版物", "（五）不予处理"),
    ("not_processed.excessive", "4.无正当理由大量反复申请", "（五）不予处理"),
    ("not_processed.confirmation", "5.要求行政机关确认或重新出具已获取信息", "（五）不予处理"),
    ("otherwise.not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "（六）其他处理"),
    ("otherwise.fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "（六）其他处理"),
    ("otherwise.other", "3.其他", "（六）其他处理"),
    ("concluded", "（七）总计", nil),
    ("carried_out", "四、结转下年度继续办理", nil),
  ]

  static let requests = FormTable(
    id: "requests", label: "第三部分表格", section: 3, figurePrefix: "requests", sideBySide: false, headerWords: [],
    rows: requestRows.map { row($0.id, $0.label, group: $0.group, applicants) },
    equations: [
      Equation(
        rule: "requests-row-total", axis: .row, left: applicants.dropLast().map(\.id), right: ["total"],
        words: "六类申请人之和 = 总计"),
      Equation(
        rule: "requests-balance", axis: .column, left: ["received", "carried_in"], right: ["concluded", "carried_out"],
        words: "一 + 二 = （七）总计 + 四"),
      Equation(
        rule: "requests-concluded-total", axis: .column, left: requestRows.dropFirst(2).dropLast(2).map(\.id),
        right: ["concluded"], words: "（一）至（六）之和 = （七）总计"),
    ])

  // MARK: Fourth section

  static let litigation = FormTable(
    id: "litigation", label: "第四部分表格", section: 4, figurePrefix: "", sideBySide: true, headerWords: [],
    rows: [
      row("review", "行政复议", results),
      row("litigation_direct", "未经复议直接起诉", group: "行政诉讼", results),
      row("litigation_after_review", "复议后起诉", group: "行政诉讼", results),
    ],
    equations: [
      Equation(
        rule: "litigation-total", axis: .row, left: ["upheld", "corrected", "other", "pending"], right: ["total"],
        words: "维持 + 纠正 + 其他 + 尚未审结 = 总计")
    ])

  private static let results = [
    column("upheld", "结果维持"), column("corrected", "结果纠正"), column("other", "其他结果"), column("pending", "尚未审结"),
    column("total", "总计"),
  ]
}
