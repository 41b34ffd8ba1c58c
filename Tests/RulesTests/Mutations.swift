import TestFixtures

extension Mutation {
  private static let received = "284 26 16 52 23 17 418"
  private static let prohibited = "58 0 0 3 0 0 61"
  private static let concluded = "（七）总计 284 26 18 52 23 17 420"

  /// One cell wrong: named once, at the crossing.
  static let cells: [Mutation] = [
    Mutation(
      "a total of the totals raised by one", concluded, "（七）总计 284 26 18 52 23 17 421",
      Expected("requests-concluded-total", section: 3, row: "concluded", column: "total", found: "421", expected: "420")
    ),
    Mutation(
      "a total of a column lowered by two", concluded, "（七）总计 284 24 18 52 23 17 420",
      Expected("requests-concluded-total", row: "concluded", column: "business", found: "24", expected: "26")),
    Mutation(
      "a part raised by one", prohibited, "58 0 0 4 0 0 61",
      Expected(
        "requests-concluded-total", row: "refused.prohibited_by_law", column: "public_interest", found: "4",
        expected: "3")),
    Mutation(
      "the total of a row raised by one", prohibited, "58 0 0 3 0 0 62",
      Expected(
        "requests-concluded-total", row: "refused.prohibited_by_law", column: "total", found: "62", expected: "61")),
    Mutation(
      "what was received in one column", received, "284 26 16 52 24 17 418",
      Expected("requests-balance", row: "received", column: "legal_services", found: "24", expected: "23")),
    Mutation(
      "what is carried out", "9 5 6 0 1 1 22", "9 5 6 0 1 1 23",
      Expected("requests-balance", row: "carried_out", column: "total", found: "23", expected: "22")),
    Mutation(
      "two cells of a row", prohibited, "58 2 0 4 0 0 61",
      Expected(
        "requests-concluded-total", row: "refused.prohibited_by_law", column: "business", found: "2", expected: "0"),
      Expected(
        "requests-concluded-total", row: "refused.prohibited_by_law", column: "public_interest", found: "4",
        expected: "3")),
    Mutation(
      "two cells of a column",
      expecting: [
        Expected("requests-concluded-total", row: "refused.state_secret", column: "natural_person", expected: "54"),
        Expected(
          "requests-concluded-total", row: "refused.prohibited_by_law", column: "natural_person", expected: "58"),
      ]
    ) {
      try $0.replacingOnly("54 0 0 0 0 0 54", with: "55 0 0 0 0 0 54").replacingOnly(
        prohibited, with: "61 0 0 3 0 0 61")
    },
    Mutation(
      "two cells far apart",
      expecting: [
        Expected("requests-concluded-total", row: "partially_granted", column: "legal_services", expected: "5"),
        Expected("requests-balance", row: "carried_in", column: "business", expected: "5"),
      ]
    ) {
      try $0.replacingOnly("30 0 0 8 5 0 43", with: "30 0 0 8 9 0 43").replacingOnly(
        "9 5 8 0 1 1 24", with: "9 6 8 0 1 1 24")
    },
    Mutation(
      "two cells of a row swapped", prohibited, "58 3 0 0 0 0 61",
      Expected(
        "requests-concluded-total", row: "refused.prohibited_by_law", column: "business", found: "3", expected: "0"),
      Expected(
        "requests-concluded-total", row: "refused.prohibited_by_law", column: "public_interest", found: "0",
        expected: "3")),
    Mutation(
      "two cells of a row swapped, which may be those of another row", "0 0 0 0 0 5 5", "0 0 0 0 5 0 5",
      Expected("requests-concluded-total", row: "concluded", column: "legal_services", found: "23", expected: "28"),
      Expected("requests-concluded-total", row: "concluded", column: "other", found: "17", expected: "12")),
    Mutation(
      "the totals of two rows, which the column balances",
      expecting: [
        Expected("requests-row-total", row: "refused.state_secret", column: "total", found: "55", expected: "54"),
        Expected("requests-row-total", row: "refused.prohibited_by_law", column: "total", found: "60", expected: "61"),
      ]
    ) {
      try $0.replacingOnly("54 0 0 0 0 0 54", with: "54 0 0 0 0 0 55").replacingOnly(
        prohibited, with: "58 0 0 3 0 0 60")
    },
    Mutation(
      "a total of table four", "4 2 4 9 19", "4 2 4 9 18",
      Expected("litigation-total", section: 4, row: "review", column: "total", found: "18", expected: "19")),
  ]

  /// What stands in a cell is no number, or not only one.
  static let contents: [Mutation] = [
    Mutation("the letter O", received, "284 26 16 52 23 O 418", notANumber("received", "other", "O")),
    Mutation("a negative number", received, "284 26 -3 52 23 17 418", notANumber("received", "research", "-3")),
    Mutation("a fraction", received, "284 26 3.5 52 23 17 418", notANumber("received", "research", "3.5")),
    Mutation("a slash", received, "284 26 / 52 23 17 418", notANumber("received", "research", "/")),
    Mutation("a dash", received, "284 26 — 52 23 17 418", notANumber("received", "research", "—")),
    Mutation("separators in the wrong place", "行政许可 1377", "行政许可 13，77", notANumber("licensing", "decisions", "13，77")),
    Mutation("a negative fee", "行政事业性收费 13.07", "行政事业性收费 -13.07", notANumber("fees", "amount", "-13.07")),
    Mutation("thousands separators", "行政许可 1377", "行政许可 1，377"),
    Mutation("full-width digits", received, "２８４ ２６ １６ ５２ ２３ １７ ４１８"),
    Mutation("〇 for zero and units behind numbers", prohibited, "58件 〇 〇 3件 0 0 61件"),
    Mutation(
      "a number parted by a space", received, "284 26 16 52 23 1 7 418",
      Expected("settled-reading", section: 3, row: "received", found: "284 26 16 52 23 1 7 418")),
    Mutation(
      "a remark behind a number", "行政规范性文件 7 4 34", "行政规范性文件 7 4 34（其中修订 16 件）",
      Expected("cell-remark", section: 2, row: "normative_documents", column: "in_force", expected: "34")),
    Mutation(
      "a blank cell, its column unknown", received, "284 26 52 23 17 418",
      Expected("blank-cell", section: 3, row: "received", found: "284 26 52 23 17 418", expected: "7 个数")),
    Mutation(
      "a blank cell between tabs", prohibited, "58\t0\t\t3\t0\t0\t61",
      Expected("blank-cell", row: "refused.prohibited_by_law", column: "research", found: "空白")),
    Mutation(
      "a row without any figure", "（一）予以公开 0 0 0 0 0 1 1", "（一）予以公开",
      Expected("blank-cell", row: "granted", found: "空白", expected: "7 个数")),
    Mutation(
      "a figure broken in two", received, "284 26 16 52 23 1 7 418",
      Expected("settled-reading", row: "received", found: "284 26 16 52 23 1 7 418")),
    Mutation(
      "a figure missing from table four", "4 2 4 9 19 2 6", "4 2 4 9 19 2",
      Expected("blank-cell", section: 4, expected: "15 个数")),
  ]

  private static func notANumber(_ row: String, _ column: String, _ found: String) -> Expected {
    Expected("not-a-number", row: row, column: column, found: found)
  }

  /// Sections, tables, rows and the title.
  static let structures: [Mutation] = [
    Mutation(
      "two columns with their heads changed places",
      expecting: [Expected("table-layout", section: 2, found: "本年废止件数、本年制发件数、现行有效件数")]
    ) {
      try $0.replacingOnly("本年制发件数 本年废止件数", with: "本年废止件数 本年制发件数")
        .replacingOnly("行政规范性文件 7 4 34", with: "行政规范性文件 4 7 34")
    },
    Mutation(
      "heads of which one is missing", expecting: [Expected("column-heads", section: 2, expected: "本年废止件数")]
    ) {
      try $0.replacingOnly("本年制发件数 本年废止件数", with: "本年制发件数")
        .replacingOnly("规章 0 0 0", with: "规章 0 0").replacingOnly("行政规范性文件 7 4 34", with: "行政规范性文件 7 34")
    },
    Mutation(
      "a row lost, label and figures", "7.属于\n行政执\n法案卷\n0 7 9 0 0 0 16\n", "",
      Expected("missing-row", section: 3, row: "refused.enforcement_files", expected: "7.属于行政执法案卷")),
    Mutation(
      "a section without its heading", "五、存在的主要问题及改进情况\n", "",
      Expected("missing-section", section: 5, expected: "五、存在的主要问题及改进情况")),
    Mutation(
      "the last section cut off", expecting: [Expected("missing-section", section: 6)]
    ) { try $0.upTo("六、其他需要报告的事项") },
    Mutation(
      "the last section empty", expecting: [Expected("empty-section", section: 6)]
    ) { try $0.upTo("六、其他需要报告的事项") + "六、其他需要报告的事项\n" },
    Mutation(
      "a section that says 无", expecting: [Expected("fee-statement", section: 6)]
    ) { try $0.upTo("六、其他需要报告的事项") + "六、其他需要报告的事项\n无。\n" },
    Mutation(
      "the file cut in table three",
      expecting: [
        Expected("missing-table", section: 3), Expected("missing-section", section: 4),
        Expected("missing-section", section: 5), Expected("missing-section", section: 6),
      ]
    ) { try $0.upTo("二、上年结转政府信息公开申") },
    Mutation(
      "a table left out", expecting: [Expected("missing-table", section: 3)]
    ) {
      try $0.upTo("（本列数据的勾稽关系") + "见附图。\n四、政府信息公开行政复议"
        + $0.after("四、政府信息公开行政复议")
    },
    Mutation(
      "another wording of a heading", "五、存在的主要问题及改进情况", "五、存在问题及改进情况",
      Expected(
        "section-heading", section: 5, found: "五、存在问题及改进情况", expected: "五、存在的主要问题及改进情况")),
    Mutation(
      "a heading without its ordinal", "一、总体情况", "总体情况",
      Expected("section-heading", section: 1, found: "总体情况", expected: "一、总体情况")),
    Mutation(
      "a heading numbered as a list is", "一、总体情况\n", "1.总体情况\n",
      Expected("section-heading", section: 1, found: "1.总体情况", expected: "一、总体情况")),
    Mutation(
      "a section longer than anyone reads, of which nothing is said to be missing", "一、总体情况\n",
      "一、总体情况\n" + String(repeating: "各项任务平稳推进。", count: 4_000) + "\n"),
    Mutation("another mark behind the ordinal", "一、总体情况", "一．总体情况"),
    Mutation("text on the line of a heading", "六、其他需要报告的事项\n", "六、其他需要报告的事项："),
    Mutation(
      "a heading broken over two lines", "四、政府信息公开行政复议、行政诉讼情况", "四、政府信息公开行政复议、行\n政诉讼情况"),
    Mutation(
      "two sections changed places", expecting: [Expected("section-order", section: 5)]
    ) {
      let five = try $0.after("五、存在").upTo("六、其他")
      return try $0.upTo("五、存在") + "六、其他" + $0.after("六、其他") + "\n五、存在" + five
    },
    Mutation(
      "last year in the period it covers",
      expecting: [
        Expected("year-mismatch", expected: "2024年")
      ]
    ) { try $0.replacingOnly("自 2024 年", with: "自 2023 年").replacingOnly("起至 2024", with: "起至 2023") },
    Mutation(
      "last year in the announcement", "现公布青禾镇 2024 年", "现公布青禾镇 2023 年",
      Expected("year-mismatch", expected: "2024年")),
    Mutation(
      "last year mentioned in passing", "各项任务按期完成。", "各项任务按期完成，比2023年有进步。"),
    Mutation(
      "the single row of the 2019 form",
      expecting: [
        Expected("outdated-form", section: 3, found: "2019年版格式")
      ]
    ) { try $0.upTo("（六）\n其他处") + "（六）其他处理 23 6 8 9 0 0 46\n（七）总计" + $0.after("（七）总计") },
    Mutation(
      "a row that stands twice", "（一）予以公开 0 0 0 0 0 1 1", "（一）予以公开 0 0 0 0 0 1 1\n（一）予以公开 0 0 0 0 0 1 1",
      Expected("outdated-form", section: 3, found: "（一）予以公开 0 0 0 0 0 1 1")),
    Mutation(
      "another unit's report behind it",
      expecting: [Expected("several-reports", found: "小店镇2024年政府信息公开工作年度报告")]
    ) { $0 + "\n" + (try Corpus.text("xiaodian-2024.raw.txt")) },
    Mutation(
      "the same report twice", expecting: [Expected("several-reports", found: "青禾镇2024年政府信息公开工作年度报告")]
    ) { $0 + "\n" + $0 },
    Mutation(
      "a running header", "（一）予以公开 0", "青禾镇2024年政府信息公开工作年度报告\n（一）予以公开 0"),
    Mutation(
      "inside a notice", "青禾镇 2024 年政府信息公开工作年度报告\n根据",
      """
      青禾镇人民政府
      关于报送2024年政府信息公开工作年度报告的函
      区政府办公室：
      现将《青禾镇2024年政府信息公开工作年度报告》报上，请审阅。
      附件：红旗区2024年政府信息公开工作年度报告
      附件
      青禾镇2024年政府信息公开工作年度报告
      根据
      """),
    Mutation("no title", "青禾镇 2024 年政府信息公开工作年度报告\n根据", "根据", Expected("title")),
    Mutation(
      "a title without the year", "青禾镇 2024 年政府信息公开工作年度报告\n根据", "青禾镇政府信息公开工作年度报告\n根据",
      Expected("title", found: "青禾镇政府信息公开工作年度报告")),
    Mutation(
      "a title without 工作", "青禾镇 2024 年政府信息公开工作年度报告\n根据", "青禾镇 2024 年政府信息公开年度报告\n根据",
      Expected("title", found: "青禾镇2024年政府信息公开年度报告")),
    Mutation(
      "page numbers and repeated headers in table three", "3.危\n及“三\n安全一",
      "-3-\n青禾镇 2024 年政府信息公开工作年度报告\n申请人情况\n自然人 法人或其他组织 总计\n商业企\n业\n其他\n3.危\n及“三\n— 4 —\n第 5 页 共 6 页\n安全一"),
    Mutation("six figures, then one", "50 2 0 5 8 0 65", "50 2 0 5 8 0\n65"),
    Mutation("a page number between six figures and one", "44 0 0 5 0 0 49", "44 0 0 5 0 0\n- 7 -\n49"),
    Mutation("figures that are glued to their label", "（一）予以公开 0 0 0 0 0 1 1", "（一）予以公开0 0 0 0 0 1 1"),
    Mutation("marks of another width", "（一）予以公开 0", "(一)予以公开 0"),
  ]

  /// Numbers of the prose.
  static let prose: [Mutation] = [
    Mutation(
      "a digit of the prose", "不予公开 162 件", "不予公开 126 件",
      Expected("narrative-mismatch", section: 1, found: "126件", expected: "（三）不予公开 162件")),
    Mutation("what was carried in counted as well", "申请 418 件", "申请 442 件"),
    Mutation("a vague number", "申请 418 件", "申请 400 余件"),
  ]

  static let all = cells + contents + structures + prose + plausibility + wording
}

extension String {
  /// What stands before the one occurrence of `mark`.
  fileprivate func upTo(_ mark: String) throws -> String {
    String(self[..<(try place(of: mark)).lowerBound])
  }

  /// What stands behind it.
  fileprivate func after(_ mark: String) throws -> String {
    String(self[(try place(of: mark)).upperBound...])
  }

  private func place(of mark: String) throws -> Range<Index> {
    guard let range = firstRange(of: mark) else { throw MarkIsMissing(mark: mark) }
    return range
  }
}

private struct MarkIsMissing: Error {
  var mark: String
}
