/// What differs from report to report and is no slip: the form of things.
extension Trial {
  static func harmless() throws -> [Trial] {
    titlesOfAllKinds + headingsOfAllKinds + writings + labels + layout + harmlessProse
  }

  static func harmless(
    _ change: String, _ file: String, allowing allowed: [Expected] = [], remembers: Bool = false,
    edit: @escaping @Sendable (inout Draft) throws -> Void
  ) -> Trial {
    Trial(.harmless, change, in: file, remembers: remembers, .harmless(allowed), edit: edit)
  }

  private static let titlesOfAllKinds: [Trial] = [
    ("青禾镇  2024 年  政府信息公开工作年度报告", "docx"), ("青 禾 镇 2024 年 政 府 信 息 公 开 工 作 年 度 报 告", "html"),
    ("2024年青禾镇政府信息公开工作年度报告", "raw.txt"), ("青禾镇人民政府2024年政府信息公开工作年度报告", "pdf"),
    ("红旗区青禾镇人民政府2024年度政府信息公开工作年度报告", "odt"), ("青禾镇２０２４年政府信息公开工作年度报告", "wps-style.docx"),
    ("青禾镇二〇二四年政府信息公开工作年度报告", "layout.txt"), ("新乡市红旗区青禾镇2024年政府信息公开工作年度报告", "ofd"),
    ("青禾镇人民政府\n2024年政府信息公开工作年度报告", "gbk.html"),
  ].map { title, ending in harmless("title \(title)", "qinghe-2024.\(ending)") { try $0.retitle(title) } }

  /// Other wordings are told as such, and reject nothing.
  private static let headingsOfAllKinds: [Trial] = [
    (1, "一.总体情况", "docx", false), (1, "一、 总体情况", "html", false), (2, "二．主动公开政府信息情况", "raw.txt", false),
    (6, "六、其他需要报告的事项。", "odt", false), (6, "六、其他需要报告的事项：", "pdf", false), (3, "三 收到和处理政府信息公开申请情况", "layout.txt", false),
    (4, "四、政府信息公开行政复议、行政诉讼情况　", "ofd", false), (5, "五、政府信息公开工作存在的主要问题及改进情况", "docx", true),
    (5, "五、存在问题及改进情况", "gbk.txt", true), (4, "四、政府信息公开行政复议和行政诉讼情况", "html", true), (1, "总体情况", "odt", true),
    (6, "（六）其他需要报告的事项", "wps-style.docx", true), (1, "1.总体情况", "raw.txt", true),
  ].map { section, heading, ending, isNamed in
    harmless(
      "heading \(heading)", "qinghe-2024.\(ending)",
      allowing: isNamed ? [Expected("section-heading", section: section)] : []
    ) { try $0.rename(section: section, heading) }
  }

  private static func written(
    _ texts: String, _ row: String, _ ending: String, allowing allowed: [Expected] = [], table: String = "requests"
  ) -> Trial {
    harmless("\(row) written \(texts)", "qinghe-2024.\(ending)", allowing: allowed) { draft in
      let cells = texts.split(separator: " ").map(String.init)
      try draft.write(cells, table: table, row: row)
    }
  }

  private static let writings: [Trial] = [
    written("２８４ ２６ １６ ５２ ２３ １７ ４１８", "received", "docx"), written("２８４ ２６ １６ ５２ ２３ １７ ４１８", "received", "raw.txt"),
    written("58 〇 〇 3 〇 〇 61", "refused.prohibited_by_law", "html"),
    written("58件 0件 0件 3件 0件 0件 61件", "refused.prohibited_by_law", "layout.txt"),
    written("284 26 16 52 23 17 418件", "received", "pdf"), written("○ 0 零 0 0 1 1", "granted", "odt"),
    written("1,377", "licensing", "docx", table: "disclosure"),
    written("1，377", "licensing", "raw.txt", table: "disclosure"),
    written("1377件", "licensing", "ofd", table: "disclosure"), written("13.0700", "fees", "html", table: "disclosure"),
    written("130700元", "fees", "odt", table: "disclosure"),
    written("13.07万元", "fees", "layout.txt", table: "disclosure"),
    harmless("行政许可 written 1 377", "qinghe-2024.docx") {
      try $0.write("1 377", "disclosure", "licensing", "decisions")
    },
    harmless("a cell with spaces round it", "qinghe-2024.html") {
      try $0.write("\u{A0} 418　", "requests", "received", "total")
    },
    harmless("a cell with an empty line", "qinghe-2024.wps-style.docx") {
      try $0.write("418\n", "requests", "received", "total")
    },
    harmless(
      "a remark behind a number", "qinghe-2024.html",
      allowing: [Expected("cell-remark", section: 2, row: "normative_documents", column: "in_force")]
    ) { try $0.write("34（其中修订16件）", "disclosure", "normative_documents", "in_force") },
  ]

  private static let labels: [Trial] = [
    ("refused.state_secret", "1、属于国家秘密", "docx"), ("refused.prohibited_by_law", "2.其他法律、行政法规禁止公开", "html"),
    ("refused.security_and_stability", "3.危及三安全一稳定", "odt"),
    ("refused.security_and_stability", "3．危及\"三安全一稳定\"", "pdf"),
    ("otherwise.not_corrected", "1.逾期不补正", "docx"), ("otherwise.fee_unpaid", "2.逾期未缴费", "wps-style.docx"),
    ("partially_granted", "（二）部分公开", "gbk.html"), ("refused.enforcement_files", "7.属行政执法案卷", "html"),
    ("not_processed.confirmation", "5.要求行政机关重新出具已获取信息", "odt"), ("carried_out", "四、结转下年度", "docx"),
    ("received", "一、本年新收政府信息\n公开申请数量", "docx"), ("unavailable.unclear", "3.补正后申请\n内容仍\n不明确", "html"),
  ].map { row, label, ending in
    harmless("label \(label)", "qinghe-2024.\(ending)") { try $0.relabel("requests", row, label) }
  }

  private static let layout: [Trial] = [
    harmless("a page number between rows", "qinghe-2024.raw.txt") {
      try $0.insert("— 4 —", before: "unavailable.unclear", in: "requests")
    },
    harmless("第 3 页 共 6 页 between rows", "qinghe-2024.layout.txt") {
      try $0.insert("第 3 页 共 6 页", before: "refused.process", in: "requests")
    },
    harmless("a page number in an ofd", "qinghe-2024.ofd") {
      try $0.insert("-3-", before: "not_processed.repeat", in: "requests")
    },
    harmless("a running header between rows", "qinghe-2024.gbk.txt") {
      try $0.insert("青禾镇2024年政府信息公开工作年度报告", before: "carried_out", in: "requests")
    },
    harmless("the head of table three once more", "qinghe-2024.docx") {
      try $0.repeatHead("requests", before: "refused.process")
    },
    harmless("the head of table three once more in a page", "qinghe-2024.html") {
      try $0.repeatHead("requests", before: "not_processed.petition")
    },
    harmless("the head of table three once more in lines", "qinghe-2024.raw.txt") {
      try $0.insert("自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", before: "concluded", in: "requests")
    },
    harmless("a note below table three", "qinghe-2024.docx") {
      try $0.insert("注：本表数据由镇党政办公室统计。", beforeSection: 4)
    },
    harmless("a note above table two", "qinghe-2024.html") { try $0.insert("单位：件、万元", beforeSection: 3) },
    harmless("the unit and the day at the end", "xiaodian-2024.docx") {
      $0.append("小店镇人民政府")
      $0.append("2025年1月20日")
    },
    harmless("what a site prints below", "qinghe-2024.html") {
      $0.append("扫一扫在手机打开当前页　【打印】【关闭】")
      $0.append("主办：红旗区人民政府　豫ICP备05000000号　网站标识码4107020001")
    },
    harmless("what a site prints above", "qinghe-2024.html") {
      $0.prepend("您当前的位置：首页 > 政务公开 > 政府信息公开年报 > 乡镇年报 > 2024年")
    },
    harmless("a letter that hands it over", "qinghe-2024.raw.txt") {
      $0.prepend("现将《青禾镇2024年政府信息公开工作年度报告》报上，请审阅。")
    },
  ]
}
