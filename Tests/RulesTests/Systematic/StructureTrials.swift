/// Sections, tables and the title.
extension Trial {
  static func structure() -> [Trial] {
    renamed + lostSections + swappedSections + emptied + lostTables + titles + years
  }

  /// The words a clerk chooses instead, in a place that leaves no doubt.
  private static let renamed: [Trial] = [
    (1, "一、工作总体推进情况", "docx"), (1, "2024年政府信息公开工作总体情况", "raw.txt"), (2, "二、行政机关主动公开政府信息情况", "html"),
    (3, "三、行政机关收到和处理政府信息公开申请情况", "odt"), (4, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "pdf"),
    (5, "五、存在的主要问题和改进措施", "layout.txt"), (5, "五、问题与不足及下一步打算", "wps-style.docx"), (5, "存在的主要问题及改进情况", "ofd"),
    (6, "六、其它事项", "gbk.txt"), (6, "七、其他需要报告的事项", "gbk.html"), (1, "一、2024年工作回顾", "docx"),
    (2, "二、主动公开", "html"),
  ].map { section, heading, ending in
    Trial(
      .sectionRenamed, heading, in: "qinghe-2024.\(ending)",
      .named([Expected("section-heading", section: section, found: heading)])
    ) { try $0.rename(section: section, heading) }
  }

  private static let lostSections: [Trial] = zip(1...6, ["docx", "html", "raw.txt", "pdf", "layout.txt", "odt"]).map {
    section, ending in
    Trial(
      .sectionLost, "section \(section)", in: "qinghe-2024.\(ending)", pointsAtChange: false,
      .named([Expected("missing-section", section: section)])
    ) { try $0.remove(section: section) }
  }

  private static let swappedSections: [Trial] = [(5, 6, "docx"), (2, 3, "html"), (3, 4, "raw.txt"), (1, 2, "pdf")].map {
    first, second, ending in
    Trial(
      .sectionsSwapped, "\(first) and \(second)", in: "qinghe-2024.\(ending)",
      .named([Expected("section-order", section: first)])
    ) { try $0.swap(section: first, with: second) }
  }

  private static let emptied: [Trial] = [(5, "docx"), (6, "raw.txt"), (1, "html")].map { section, ending in
    Trial(
      .sectionEmpty, "section \(section)", in: "qinghe-2024.\(ending)",
      .named([Expected("empty-section", section: section)])
    ) { try $0.empty(section: section) }
  }

  private static let lostTables: [Trial] = [(2, "html"), (3, "docx"), (4, "pdf"), (3, "raw.txt"), (4, "layout.txt")].map
  {
    section, ending in
    Trial(
      .tableLost, "section \(section) says 见附图", in: "qinghe-2024.\(ending)",
      .named([Expected("missing-table", section: section)])
    ) { try $0.empty(section: section, saying: "见附图。") }
  }

  private static let titles: [Trial] = [
    ("青禾镇政府信息公开工作年度报告", "docx"), ("2024年政府信息公开工作年度报告", "html"), ("青禾镇2024年政府信息公开年度报告", "raw.txt"),
    ("青禾镇2024年政府信息公开工作报告", "pdf"), ("关于政府信息公开的情况", "odt"),
  ].map { title, ending in
    Trial(
      .title, title, in: "qinghe-2024.\(ending)", pointsAtChange: false, .named([Expected("title")])
    ) { try $0.retitle(title) }
  }

  private static let years: [Trial] = [
    Trial(
      .year, "the title's year", in: "qinghe-2024.docx", pointsAtChange: false,
      .named([
        Expected("year-mismatch", expected: "2023年"), Expected("year-mismatch", expected: "2023年"),
      ])
    ) { try $0.retitle("青禾镇2023年政府信息公开工作年度报告") },
    Trial(
      .year, "the period", in: "qinghe-2024.html", .named([Expected("year-mismatch", expected: "2024年")])
    ) { try $0.replace("自2024年1月1日起至2024年12月31日止", with: "自2023年1月1日起至2023年12月31日止") },
    Trial(
      .year, "the end of the period", in: "qinghe-2024.pdf", pointsAtChange: false,
      .named([Expected("year-mismatch", expected: "2024年")])
    ) { try $0.replace("起至2024年12月31日止", with: "起至2023年12月31日止") },
    Trial(
      .year, "the announcement", in: "qinghe-2024.raw.txt", .named([Expected("year-mismatch", expected: "2024年")])
    ) { try $0.replace("现公布青禾镇2024年", with: "现公布青禾镇2023年") },
    Trial(
      .year, "a heading", in: "qinghe-2024.odt",
      .named([
        Expected("year-mismatch", section: 1, expected: "2024年"), Expected("section-heading", section: 1),
      ])
    ) { try $0.rename(section: 1, "一、2023年政府信息公开工作总体情况") },
  ]
}
