import ReportModel

/// Table two, and what last year's report has to say of this year's.
extension Trial {
  static func comparisons() -> [Trial] {
    disclosure + continuity + copied
  }

  private static func cell(
    _ family: Family, _ row: String, _ column: String, _ text: String, in file: String, remembers: Bool = false,
    _ outcome: Outcome
  ) -> Trial {
    Trial(
      family, "\(row).\(column) \(text)", in: file, remembers: remembers, pointsAtChange: false, outcome
    ) { try $0.write(text, "disclosure", row, column) }
  }

  private static let alone = "no sum holds it, the prose does not tell it, and nothing is remembered"

  private static let disclosure: [Trial] = [
    cell(.cellRaised, "licensing", "decisions", "1378", in: "qinghe-2024.docx", .unseen(alone)),
    cell(.cellRaised, "normative_documents", "in_force", "35", in: "qinghe-2024.html", .unseen(alone)),
    cell(.digitTooMany, "fees", "amount", "130.7", in: "qinghe-2024.odt", .unseen(alone)),
    cell(
      .disclosure, "normative_documents", "issued", "70", in: "qinghe-2024.pdf",
      .named([Expected("in-force-plausible", section: 2, row: "normative_documents", column: "in_force")])),
    cell(
      .disclosure, "rules", "in_force", "2", in: "qinghe-2024.raw.txt",
      .named([Expected("rules-by-unit", section: 2, row: "rules", column: "in_force")])),
    cell(
      .disclosure, "normative_documents", "in_force", "34（其中修订16件）", in: "qinghe-2024.docx",
      .named([Expected("cell-remark", section: 2, row: "normative_documents", column: "in_force", expected: "34")])),
    cell(.fee, "fees", "amount", "130700", in: "qinghe-2024.docx", .unseen(alone)),
    Trial(
      .disclosure, "the one row of the form of 2019", in: "qinghe-2024.raw.txt", pointsAtChange: false,
      .named([Expected("outdated-form", section: 3, found: "2019年版格式")])
    ) {
      try $0.removeRow("requests", "otherwise.not_corrected")
      try $0.removeRow("requests", "otherwise.fee_unpaid")
      try $0.write(["23", "6", "8", "9", "0", "0", "46"], table: "requests", row: "otherwise.other")
      try $0.insert("（六）其他处理", before: "otherwise.other", in: "requests")
    },
  ]

  private static func documents(_ column: String, _ text: String, _ file: String, _ expected: String) -> Trial {
    cell(
      .continuity, "normative_documents", column, text, in: file, remembers: true,
      .named([
        Expected(
          "in-force-continuity", section: 2, row: "normative_documents", column: "in_force", expected: expected)
      ]))
  }

  private static let continuity: [Trial] = [
    documents("in_force", "35", "qinghe-2024.docx", "34"), documents("issued", "8", "qinghe-2024.html", "35"),
    documents("repealed", "3", "qinghe-2024.raw.txt", "35"), documents("in_force", "43", "qinghe-2024.pdf", "34"),
    cell(
      .continuity, "licensing", "decisions", "13770", in: "qinghe-2024.odt", remembers: true,
      .named([Expected("year-on-year", section: 2, row: "licensing", column: "decisions")])),
    cell(
      .fee, "fees", "amount", "130700", in: "qinghe-2024.layout.txt", remembers: true,
      .named([Expected("year-on-year", section: 2, row: "fees", column: "amount")])),
    cell(
      .continuity, "licensing", "decisions", "1378", in: "qinghe-2024.docx", remembers: true,
      .unseen("one more or less than last year is nothing")),
    // One column carries in one more, and has received one less: every sum holds.
    Trial(
      .continuity, "自然人 carried in 9 → 10, received 284 → 283", in: "qinghe-2024.wps-style.docx", remembers: true,
      pointsAtChange: false,
      .named([
        Expected("carried-in", section: 3, row: "carried_in", column: "natural_person", found: "10", expected: "9"),
        Expected("carried-in", section: 3, row: "carried_in", column: "total", found: "25", expected: "24"),
        Expected("narrative-mismatch", section: 1, found: "418件"),
        Expected("narrative-mismatch", section: 1, found: "24件"),
      ])
    ) {
      for (row, column, text) in [
        ("carried_in", "natural_person", "10"), ("carried_in", "total", "25"), ("received", "natural_person", "283"),
        ("received", "total", "417"),
      ] { try $0.write(text, "requests", row, column) }
    },
    Trial(
      .continuity, "商业企业 and 科研机构 carried in the wrong way round, received too", in: "qinghe-2024.ofd",
      remembers: true, pointsAtChange: false,
      .named([
        Expected("carried-in", section: 3, row: "carried_in", column: "business", found: "8", expected: "5"),
        Expected("carried-in", section: 3, row: "carried_in", column: "research", found: "5", expected: "8"),
      ])
    ) {
      for (row, column, text) in [
        ("carried_in", "business", "8"), ("carried_in", "research", "5"), ("received", "business", "23"),
        ("received", "research", "19"),
      ] { try $0.write(text, "requests", row, column) }
    },
  ]

  /// Last year's words, with the numbers and the years put right. Longer prose that was copied is tried in
  /// `Recollection`.
  private static let copied: [Trial] = [
    Trial(
      .copiedProse, "the same words as the year before", in: "qinghe-2024.docx", remembers: true,
      .unseen("without what every report says, fewer than 200 characters are left, too few to tell a copy")
    ) { _ in }
  ]
}
