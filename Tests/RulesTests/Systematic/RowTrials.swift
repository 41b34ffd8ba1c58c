import ReportModel
import TestFixtures

/// Figures that stand in each other's place, and rows that are lost or stand twice.
extension Trial {
  static func rows() throws -> [Trial] {
    var dice = Dice(seed: 20)
    return try swappedCells(&dice) + swappedWithTotal(&dice) + swappedRows() + swappedColumns() + lost() + doubled()
      + shifted()
  }

  /// The row still adds up, and two columns do not, by the same amount.
  private static func swappedCells(_ dice: inout Dice) throws -> [Trial] {
    try ["docx", "html", "raw.txt", "layout.txt", "pdf", "odt"].enumerated().map { number, ending in
      let sample = try Sample.named("\(["qinghe-2024", "qinghe-2023"][number % 2]).\(ending)")
      let rows = Set(sample.spots("requests").map(\.row)).subtracting(["concluded"]).sorted()
      let row = try dice.pick(rows.filter { distinct(sample, $0).count >= 2 })
      let pair = try dice.pick(2, of: distinct(sample, row))
      return Trial(
        .cellsSwapped, "\(pair[0].label) \(pair[0].figure) ↔ \(pair[1].label) \(pair[1].figure)", in: sample.file,
        pointsAtChange: isOnlyRow(row, with: pair, in: sample),
        .named(
          zip(pair, pair.reversed()).map { spot, other in
            isOnlyRow(row, with: pair, in: sample)
              ? Expected(
                sumRule(of: row), section: 3, row: row, column: spot.column, found: other.figure.description,
                expected: spot.figure.description)
              : Expected(sumRule(of: row), section: 3, column: spot.column)
          })
      ) {
        try $0.write(pair[1].figure.description, to: pair[0])
        try $0.write(pair[0].figure.description, to: pair[1])
      }
    }
  }

  /// Whether no other row could have been swapped as well, from what the sums tell.
  private static func isOnlyRow(_ row: String, with pair: [Spot], in sample: Sample) -> Bool {
    let isBalance = sumRule(of: row) == "requests-balance"
    let rows = Set(sample.spots("requests").map(\.row)).subtracting([row, "concluded"])
    let off = pair[1].figure.subtracting(pair[0].figure)
    return !rows.filter { (sumRule(of: $0) == "requests-balance") == isBalance }.contains { other in
      let figures = pair.compactMap { spot in
        sample.spots("requests", row: other).first { $0.column == spot.column }?.figure
      }
      // What is carried out stands on the other side of the sum.
      let isOpposite = (other == "carried_out") != (row == "carried_out")
      return figures[isOpposite ? 1 : 0].subtracting(figures[isOpposite ? 0 : 1]) == off
    }
  }

  /// The applicants of a row that differ from each other.
  private static func distinct(_ sample: Sample, _ row: String) -> [Spot] {
    var seen: Set<Figure> = []
    return sample.spots("requests", row: row).filter { $0.column != "total" && seen.insert($0.figure).inserted }
  }

  private static func swappedWithTotal(_ dice: inout Dice) throws -> [Trial] {
    try [
      ("qinghe-2024.wps-style.docx", "received"), ("qinghe-2024.ofd", "not_processed.petition"),
      ("qinghe-2023.gbk.html", "concluded"),
    ]
    .map { file, row in
      let sample = try Sample.named(file)
      let total = try sample.spot("requests", row, "total")
      let cell = try dice.pick(distinct(sample, row).filter { $0.figure != total.figure })
      let expected = [(cell, total), (total, cell)].map { spot, other in
        Expected(
          sumRule(of: row), section: 3, row: row, column: spot.column, found: other.figure.description,
          expected: spot.figure.description)
      }
      return Trial(.cellsSwapped, "\(cell.label) \(cell.figure) ↔ \(total.figure)", in: file, .named(expected)) {
        try $0.write(total.figure.description, to: cell)
        try $0.write(cell.figure.description, to: total)
      }
    }
  }

  private static func swappedRows() -> [Trial] {
    func trial(
      _ first: String, _ second: String, in file: String, remembers: Bool = false, _ outcome: Outcome
    ) -> Trial {
      Trial(
        .rowsSwapped, "\(first) ↔ \(second)", in: file, remembers: remembers, pointsAtChange: false, outcome
      ) { try $0.swapRows("requests", first, second) }
    }
    let groups = [
      Expected("narrative-mismatch", section: 1, found: "162件"),
      Expected("narrative-mismatch", section: 1, found: "36件"),
    ]
    let addends = "both rows are added up in the same sums, and the prose tells their group only"
    return [
      trial("refused.state_secret", "unavailable.unclear", in: "qinghe-2024.docx", .named(groups)),
      trial("refused.enforcement_files", "unavailable.not_held", in: "qinghe-2024.raw.txt", .named(groups)),
      trial("refused.state_secret", "refused.prohibited_by_law", in: "qinghe-2024.html", .unseen(addends)),
      trial("otherwise.not_corrected", "otherwise.fee_unpaid", in: "qinghe-2023.pdf", .unseen(addends)),
      trial(
        "received", "carried_in", in: "qinghe-2024.odt",
        .named([
          Expected("narrative-mismatch", section: 1, found: "418件"),
          Expected("narrative-mismatch", section: 1, found: "24件"),
        ])),
      trial(
        "concluded", "carried_out", in: "qinghe-2024.layout.txt",
        .named(
          (0..<7).map { number in
            Expected("requests-concluded-total", section: 3, row: "concluded", column: columns[number])
          })),
    ]
  }

  static let columns = [
    "natural_person", "business", "research", "public_interest", "legal_services", "other", "total",
  ]

  private static func swappedColumns() -> [Trial] {
    let why = "every sum holds as before, and the prose does not tell applicants apart"
    return [
      Trial(.columnsSwapped, "商业企业 ↔ 科研机构", in: "qinghe-2024.docx", .unseen(why)) {
        try $0.swapColumns("requests", "business", "research")
      },
      Trial(.columnsSwapped, "自然人 ↔ 其他", in: "qinghe-2023.ofd", .unseen(why)) {
        try $0.swapColumns("requests", "natural_person", "other")
      },
      Trial(
        .columnsSwapped, "商业企业 ↔ 科研机构, last year known", in: "qinghe-2024.odt", remembers: true,
        .named([
          Expected("carried-in", section: 3, row: "carried_in", column: "business", found: "8", expected: "5"),
          Expected("carried-in", section: 3, row: "carried_in", column: "research", found: "5", expected: "8"),
        ])
      ) { try $0.swapColumns("requests", "business", "research") },
      Trial(
        .columnsSwapped, "结果维持 ↔ 结果纠正 of reviews", in: "qinghe-2024.html",
        .unseen("the four outcomes add up in any order")
      ) {
        try $0.write("2", "litigation", "review", "upheld")
        try $0.write("4", "litigation", "review", "corrected")
      },
    ]
  }

  private static func lost() -> [Trial] {
    [
      ("qinghe-2024.docx", "requests", 3, "refused.enforcement_files"),
      ("qinghe-2024.html", "requests", 3, "carried_in"),
      ("qinghe-2024.raw.txt", "requests", 3, "not_processed.repeat"),
      ("qinghe-2023.pdf", "requests", 3, "unavailable.unclear"),
      ("xiaodian-2024.layout.txt", "requests", 3, "otherwise.fee_unpaid"),
      ("xiaodian-2024.odt", "requests", 3, "carried_out"),
      ("qinghe-2024.ofd", "requests", 3, "refused.process"),
      ("xiaodian-2024.wps-style.docx", "requests", 3, "refused.state_secret"),
      ("qinghe-2024.gbk.html", "disclosure", 2, "coercion"),
      ("qinghe-2023.gbk.txt", "disclosure", 2, "normative_documents"),
    ].map { file, table, section, row in
      Trial(
        .rowLost, row, in: file, pointsAtChange: false, .named([Expected("missing-row", section: section, row: row)])
      ) {
        try $0.removeRow(table, row)
      }
    }
  }

  private static func doubled() -> [Trial] {
    [
      ("qinghe-2024.docx", "refused.prohibited_by_law"), ("qinghe-2024.raw.txt", "not_processed.petition"),
      ("xiaodian-2024.html", "received"), ("qinghe-2023.odt", "concluded"),
    ].map { file, row in
      Trial(.rowDoubled, row, in: file, .named([Expected("outdated-form", section: 3)])) {
        try $0.doubleRow("requests", row)
      }
    }
  }

  /// Every figure one column to the right, the last pushed out.
  private static func shifted() throws -> [Trial] {
    try [
      ("qinghe-2024.docx", "refused.prohibited_by_law"), ("qinghe-2024.raw.txt", "received"),
      ("qinghe-2023.layout.txt", "not_processed.petition"), ("qinghe-2024.pdf", "concluded"),
    ].map { file, row in
      let spots = try Sample.named(file).spots("requests", row: row)
      let figures = ["0"] + spots.dropLast().map(\.figure.description)
      let expected = zip(spots, figures).filter { $0.figure.description != $1 }.map { spot, figure in
        Expected(
          sumRule(of: row), section: 3, row: row, column: spot.column, found: figure,
          expected: spot.figure.description)
      }
      return Trial(.rowShifted, "\(row), 0 in front", in: file, .named(expected)) {
        try $0.write(figures, table: "requests", row: row)
      }
    } + shiftedWithBlank()
  }

  private static func shiftedWithBlank() throws -> [Trial] {
    try [("qinghe-2024.html", "otherwise.not_corrected"), ("qinghe-2024.odt", "unavailable.not_held")].map {
      file, row in
      let spots = try Sample.named(file).spots("requests", row: row)
      let figures = [""] + spots.dropLast().map(\.figure.description)
      let expected = zip(spots, figures).dropFirst().filter { $0.figure.description != $1 }.map { spot, _ in
        Expected("requests-concluded-total", section: 3, column: spot.column)
      }
      return Trial(
        .rowShifted, "\(row), blank in front", in: file, pointsAtChange: false,
        .named([Expected("blank-cell", section: 3, row: row, column: "natural_person")] + expected)
      ) { try $0.write(figures, table: "requests", row: row) }
    }
  }
}
