import DocumentModel

/// What reports say beside the figures, and what they say of them with good reason.
extension Trial {
  static let harmlessProse: [Trial] = spoken + closing + others

  private static let opening = "各项任务按期完成。"
  private static let fee = "本年度未收取政府信息公开信息处理费。"

  private static let spoken: [Trial] = [
    "通过网站主动公开信息约400条，举办培训10余次。", "全年公开信息1.2万余条，备案行政规范性文件3件。", "其中区政府办公室受理申请9件，镇便民中心办理咨询27件。",
    "全年收到和上年结转申请共442件。", "申请按时答复率100%，均在法定期限内答复。", "与2023年相比，公开的内容更加丰富。", "2025年，我镇将继续推进政务公开，计划举办培训4次。",
    "依据2019年修订的《中华人民共和国政府信息公开条例》开展工作。", "公开2023年部门决算和2024年部门预算。", "公开办公地址：红旗区青禾路16号，邮编453000。",
    "咨询电话：0373-3333333，传真0373-3333334。", "电子邮箱：qinghezhen@126.com。", "受理12345热线转办事项356件，按期办结率99%。",
    "落实“三审三校”“五公开”要求，层层压实责任，事事有回音。", "新建政务公开专区1个，更新公开栏24期，解读政策12篇。", "一是健全制度；二是畅通渠道；三是加强培训。",
    "网站访问量13812345人次，微信公众号关注20240人。", "政策文件编号410700202412310001已归档。", "对PPP项目、5G基站和X光检查信息及时公开。",
    "申请人张某某的申请已依法答复。", "全年答复420件，结转下年度22件。", "不予公开的162件中，属于国家秘密54件。", "自然人申请284件，占新收申请的67.94%。",
    "2024年1月1日至12月31日，未发生因政府信息公开引起的舆情。",
  ].enumerated().map { number, words in
    let file = "qinghe-2024.\(Sample.endings[number % Sample.endings.count])"
    return harmless(words, file) { try $0.replace(opening, with: opening + words) }
  }

  private static let closing: [Trial] = [
    "本年度没有收取信息处理费。", "全年未产生政府信息公开信息处理费。", "2024年，本机关依申请公开信息处理费收取0元。",
    "（一）信息处理费：本年度未发出收费通知，收取0元。（二）无其他需要报告的事项。", "本年度发出收费通知14件，总金额1400元，实际收取0元。",
    "按照《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。", "无其他需要报告的事项，信息处理费收取情况：无。",
  ].enumerated().map { number, words in
    let file = "\(["xiaodian-2024", "xiaodian-2024"][number % 2]).\(Sample.endings[number % Sample.endings.count])"
    return harmless(words, file) { try $0.replace(fee, with: words) }
  }

  private static let others: [Trial] = [
    harmless("纳入年度绩效考评，开展满意度测评，无问责情形", "xiaodian-2024.docx") {
      try $0.replace("开展工作考核和社会评议，本年度没有责任追究的情形。", with: "信息公开纳入年度绩效考评，群众满意度测评良好，全年未发生问责情形。")
    },
    harmless("申请三件 written 3件", "xiaodian-2024.html") { try $0.replace("申请三件", with: "申请3件") },
    harmless("申请三件 written ３ 件", "xiaodian-2024.pdf") { try $0.replace("申请三件", with: "申请 ３ 件") },
    harmless("申请418件 written 四百一十八件", "qinghe-2024.docx") { try $0.replace("申请418件", with: "申请四百一十八件") },
    harmless("申请418件 written 近420件", "qinghe-2024.raw.txt") { try $0.replace("申请418件", with: "申请近420件") },
    harmless("申请418件 written 400余件", "qinghe-2024.ofd") { try $0.replace("申请418件", with: "申请400余件") },
    harmless("points on lines of their own", "qinghe-2024.odt") {
      try $0.replace("改进措施：一是明确", with: "改进措施：\n一是明确")
    },
    harmless("brackets of half width", "qinghe-2024.html") {
      try $0.replace("（二）依申请公开", with: "(二)依申请公开")
    },
    harmless("no ordinals before the subheadings", "qinghe-2024.pdf") {
      for ordinal in ["（一）主动", "（二）依申", "（三）政府", "（四）政府", "（五）监督"] {
        try $0.replace(ordinal, with: String(ordinal.dropFirst(3)))
      }
    },
    harmless("the year before behind it, and everything in step", "qinghe-2024.docx", remembers: true) { _ in },
    harmless("the same in lines", "qinghe-2024.raw.txt", remembers: true) { _ in },
    harmless("licences doubled since last year", "qinghe-2024.html", remembers: true) {
      try $0.write("2754", "disclosure", "licensing", "decisions")
    },
    harmless("the author's own name for itself", "qinghe-2024.docx") { $0.document.author = "青禾镇人民政府" },
    harmless("the office program's user", "qinghe-2024.odt") { $0.document.author = "微软用户" },
  ]
}
