/// What the forms print, word for word: 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号.
///
/// It stands here a second time, apart from the forms that the readers know, so that a slip in those shows.
enum StatutoryTables {
  struct Row {
    var id: String
    var label: String
  }

  /// Rows of table three under one group, or a single row that is no part of a group.
  struct Group {
    /// Empty for rows that stand beside the groups.
    var label: String
    var rows: [Row]
  }

  static let outcome = "三、本年度办理结果"
  static let received = Row(id: "received", label: "一、本年新收政府信息公开申请数量")
  static let carriedIn = Row(id: "carried_in", label: "二、上年结转政府信息公开申请数量")
  static let carriedOut = Row(id: "carried_out", label: "四、结转下年度继续办理")
  static let corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

  /// Everything inside 三、本年度办理结果.
  static func outcomes(_ form: PrintedForm) -> [Group] {
    [
      Group(
        label: "",
        rows: [
          Row(id: "granted", label: "（一）予以公开"),
          Row(id: "partially_granted", label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        ]),
      Group(label: "（三）不予公开", rows: refused), Group(label: "（四）无法提供", rows: unavailable),
      Group(label: "（五）不予处理", rows: notProcessed),
      form.hasOneOtherwiseRow
        ? Group(label: "", rows: [Row(id: "otherwise", label: "（六）其他处理")])
        : Group(label: "（六）其他处理", rows: otherwise),
      Group(label: "", rows: [Row(id: "concluded", label: "（七）总计")]),
    ]
  }

  private static let refused = [
    Row(id: "refused.state_secret", label: "1.属于国家秘密"),
    Row(id: "refused.prohibited_by_law", label: "2.其他法律行政法规禁止公开"),
    Row(id: "refused.security_and_stability", label: "3.危及“三安全一稳定”"),
    Row(id: "refused.third_party_rights", label: "4.保护第三方合法权益"),
    Row(id: "refused.internal_affairs", label: "5.属于三类内部事务信息"),
    Row(id: "refused.process", label: "6.属于四类过程性信息"),
    Row(id: "refused.enforcement_files", label: "7.属于行政执法案卷"),
    Row(id: "refused.administrative_query", label: "8.属于行政查询事项"),
  ]

  private static let unavailable = [
    Row(id: "unavailable.not_held", label: "1.本机关不掌握相关政府信息"),
    Row(id: "unavailable.needs_creation", label: "2.没有现成信息需要另行制作"),
    Row(id: "unavailable.unclear", label: "3.补正后申请内容仍不明确"),
  ]

  private static let notProcessed = [
    Row(id: "not_processed.petition", label: "1.信访举报投诉类申请"),
    Row(id: "not_processed.repeat", label: "2.重复申请"),
    Row(id: "not_processed.publication", label: "3.要求提供公开出版物"),
    Row(id: "not_processed.excessive", label: "4.无正当理由大量反复申请"),
    Row(id: "not_processed.confirmation", label: "5.要求行政机关确认或重新出具已获取信息"),
  ]

  private static let otherwise = [
    Row(id: "otherwise.not_corrected", label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    Row(id: "otherwise.fee_unpaid", label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    Row(id: "otherwise.other", label: "3.其他"),
  ]

  static let applicants = [
    ("natural_person", "自然人"), ("business", "商业企业"), ("research", "科研机构"), ("public_interest", "社会公益组织"),
    ("legal_services", "法律服务机构"), ("other", "其他"), ("total", "总计"),
  ]

  static let proceedings = [
    ("review", "行政复议"), ("litigation_direct", "未经复议直接起诉"), ("litigation_after_review", "复议后起诉"),
  ]

  static let results = [
    ("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"), ("total", "总计"),
  ]

  /// Table two: captions with their heads and rows; each row is a label and the ids of its figures.
  struct Disclosure {
    var caption: String
    var head: [String]
    var rows: [(label: String, figures: [String])]
  }

  static func disclosures(_ form: PrintedForm) -> [Disclosure] { form == .of2019 ? of2019 : of2021 }

  private static let of2021 = [
    Disclosure(
      caption: "第二十条第（一）项", head: ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      rows: [
        ("规章", ["rules.issued", "rules.repealed", "rules.in_force"]),
        (
          "行政规范性文件",
          ["normative_documents.issued", "normative_documents.repealed", "normative_documents.in_force"]
        ),
      ]),
    Disclosure(
      caption: "第二十条第（五）项", head: ["信息内容", "本年处理决定数量"], rows: [("行政许可", ["licensing.decisions"])]),
    Disclosure(
      caption: "第二十条第（六）项", head: ["信息内容", "本年处理决定数量"],
      rows: [("行政处罚", ["penalties.decisions"]), ("行政强制", ["coercion.decisions"])]),
    Disclosure(
      caption: "第二十条第（八）项", head: ["信息内容", "本年收费金额（单位：万元）"], rows: [("行政事业性收费", ["fees.amount"])]),
  ]

  private static let items = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"]

  private static func decisions(_ id: String) -> [String] {
    ["previous_items", "change", "decisions"].map { "\(id).\($0)" }
  }

  private static let of2019 = [
    Disclosure(
      caption: "第二十条第（一）项", head: ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
      rows: [("规章", "rules"), ("规范性文件", "normative_documents")].map { label, id in
        (label, ["made", "published", "public_total"].map { "\(id).\($0)" })
      }),
    Disclosure(
      caption: "第二十条第（五）项", head: items,
      rows: [("行政许可", decisions("licensing")), ("其他对外管理服务事项", decisions("other_services"))]),
    Disclosure(
      caption: "第二十条第（六）项", head: items,
      rows: [("行政处罚", decisions("penalties")), ("行政强制", decisions("coercion"))]),
    Disclosure(
      caption: "第二十条第（八）项", head: ["信息内容", "上一年项目数量", "本年增/减"],
      rows: [("行政事业性收费", ["fees.previous_items", "fees.change"])]),
    Disclosure(
      caption: "第二十条第（九）项", head: ["信息内容", "采购项目数量", "采购总金额"],
      rows: [("政府集中采购", ["procurement.items", "procurement.amount"])]),
  ]
}
