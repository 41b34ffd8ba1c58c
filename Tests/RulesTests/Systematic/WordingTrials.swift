/// Slips of wording, and what must be told in words.
extension Trial {
  static func wording() -> [Trial] {
    stale + placeholders + templates + ordinals + personal + fees + supervision + slips
  }

  private static let opening = "各项任务按期完成。"
  private static let fee = "本年度未收取政府信息公开信息处理费。"
  private static let guard5 = "（五）监督保障。开展工作考核和社会评议，本年度没有责任追究的情形。"

  private static func said(
    _ family: Family, _ words: String, _ ending: String, _ rule: String, found: String? = nil
  ) -> Trial {
    Trial(family, words, in: "qinghe-2024.\(ending)", .named([Expected(rule, section: 1, found: found)])) {
      try $0.replace(opening, with: opening + words)
    }
  }

  private static func changed(
    _ family: Family, _ old: String, _ new: String, _ file: String, _ expected: Expected...
  ) -> Trial {
    Trial(family, "\(old) → \(new)", in: file, .named(expected)) { try $0.replace(old, with: new) }
  }

  /// What is missing is told at the heading under which it belongs.
  private static func absent(
    _ family: Family, _ old: String, _ new: String, _ file: String, _ expected: Expected...
  ) -> Trial {
    Trial(family, "\(old) → \(new)", in: file, pointsAtChange: false, .named(expected)) {
      try $0.replace(old, with: new)
    }
  }

  private static let stale: [Trial] = [
    said(.staleText, "截至2023年12月31日，累计公开信息86条。", "docx", "stray-year"),
    said(.staleText, "2023年，我镇共主动公开信息86条。", "raw.txt", "stray-year"),
    said(.staleText, "2022年度，全镇举办培训3场。", "html", "stray-year"),
    changed(
      .staleText, "2024年，小店镇共收到政府信息公开申请三件", "2023年，小店镇共收到政府信息公开申请三件", "xiaodian-2024.docx",
      Expected("stray-year", section: 1)),
    changed(.staleText, "2024年，青禾镇把", "2023年，青禾镇把", "qinghe-2024.pdf", Expected("stray-year", section: 1)),
    // The whole of last year's section one over this year's tables.
    Trial(
      .staleText, "last year's numbers in the prose", in: "qinghe-2024.odt", pointsAtChange: false,
      .named(
        ["215件", "5件", "10件", "9件", "38件", "25件", "71件", "43件", "24件"].map {
          Expected("narrative-mismatch", section: 1, found: $0)
        })
    ) {
      try $0.replace(
        "申请418件，上年结转24件；予以公开1件，部分公开43件，不予公开162件，无法提供36件，不予处理132件，其他处理46件，结转下年度22件",
        with: "申请215件，上年结转5件；予以公开10件，部分公开9件，不予公开38件，无法提供25件，不予处理71件，其他处理43件，结转下年度24件")
    },
  ]

  private static let placeholders: [Trial] = [
    said(.placeholder, "全年共举办培训XX次。", "docx", "placeholder-text"),
    said(.placeholder, "××镇高度重视。", "html", "placeholder-text"),
    said(.placeholder, "公开信息____条。", "raw.txt", "placeholder-text"),
    said(.placeholder, "20XX年，我镇持续推进公开。", "pdf", "placeholder-text"),
    said(.placeholder, "[单位名称]认真落实要求。", "odt", "placeholder-text"),
    said(.placeholder, "（此处填写本单位工作情况）", "wps-style.docx", "placeholder-text"),
    said(.placeholder, "○○街道积极配合。", "layout.txt", "placeholder-text"),
  ]

  private static let templates: [Trial] = [
    said(.template, "该部分以文字形式报告。", "docx", "leftover-template"),
    said(.template, "（不少于300字）", "html", "leftover-template"),
    said(.template, "（注：填写后请删除）", "pdf", "leftover-template"),
  ]

  private static let ordinals: [Trial] = [
    changed(
      .numbering, "（四）政府信息公开平台建设", "（五）政府信息公开平台建设", "qinghe-2024.docx",
      Expected("numbering", section: 1)),
    changed(
      .numbering, "（二）依申请公开", "（三）依申请公开", "qinghe-2024.raw.txt",
      Expected("numbering", section: 1)),
    // With the point, one of the five contents is gone.
    absent(
      .numbering, "（三）政府信息管理。落实先审后发，对拟公开的信息逐条审查。", "", "qinghe-2024.html",
      Expected("numbering", section: 1), Expected("overview-aspects", section: 1, found: "没有写到政府信息管理")),
    changed(
      .numbering, "二是解读的形式还不多", "三是解读的形式还不多", "qinghe-2024.pdf", Expected("numbering", section: 5)),
    changed(
      .numbering, "二是增加图解和问答", "一是增加图解和问答", "xiaodian-2024.odt", Expected("numbering", section: 5)),
    said(.numbering, "一是健全制度。二是畅通渠道。三加强培训。", "layout.txt", "numbering"),
  ]

  private static let personal: [Trial] = [
    said(.personal, "咨询请拨打13812345678。", "docx", "personal-information", found: "138****5678"),
    said(.personal, "联系人手机139 8765 4321。", "html", "personal-information"),
    said(.personal, "申请人身份证号11010519491231002X。", "raw.txt", "personal-information"),
    said(.personal, "缴费账号6222021234567890128。", "pdf", "personal-information"),
    Trial(
      .personal, "a mobile number at the end", in: "qinghe-2024.odt",
      .named([Expected("personal-information", section: 6)])
    ) { try $0.replace(fee, with: fee + "联系电话：18603731234。") },
  ]

  private static let fees: [Trial] = [
    absent(.fee, fee, "没有其他需要报告的事项。", "qinghe-2024.docx", Expected("fee-statement", section: 6)),
    absent(.fee, fee, "无。", "xiaodian-2024.raw.txt", Expected("fee-statement", section: 6)),
    changed(
      .fee, fee, "本年度未收取信息处理费，实际收取信息处理费120元。", "xiaodian-2024.html", Expected("fee-statement", section: 6)),
    changed(
      .fee, fee, "本年度发出收费通知3件，共收取信息处理费360元，分别为200元、150元。", "qinghe-2024.pdf",
      Expected("fee-itemisation", section: 6)),
  ]

  private static let supervision: [Trial] = [
    absent(
      .supervision, "开展工作考核和社会评议，本年度没有责任追究的情形。", "加强日常监督。", "qinghe-2024.docx",
      Expected("supervision-statement", section: 1, found: "没有写到工作考核、社会评议、责任追究的结果")),
    absent(
      .supervision, "开展工作考核和社会评议，", "开展工作考核，", "xiaodian-2024.raw.txt",
      Expected("supervision-statement", section: 1, found: "没有写到社会评议的结果")),
    absent(
      .supervision, "，本年度没有责任追究的情形", "", "qinghe-2023.html",
      Expected("supervision-statement", section: 1, found: "没有写到责任追究的结果")),
    absent(.supervision, guard5, "", "xiaodian-2024.odt", Expected("supervision-statement", section: 1)),
  ]

  private static let slips: [Trial] = [
    said(.slip, "对公开内容进行进行审查。", "docx", "doubled-word"),
    said(.slip, "制度健全，，渠道畅通。", "raw.txt", "doubled-word"),
  ]
}
