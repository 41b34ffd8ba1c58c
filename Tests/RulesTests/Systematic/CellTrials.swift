import ReportModel
import TestFixtures

/// One cell of a table changed. Where and in which format is left to chance that falls the same way each time.
extension Trial {
  private static let names = ["qinghe-2024", "qinghe-2023", "xiaodian-2024"]

  static func cells() throws -> [Trial] {
    var dice = Dice(seed: 30)
    return try oneCell(.cellRaised, 14, &dice) { $0.adding(1)?.description }
      + oneCell(.cellLowered, 8, &dice) { $0.adding(-1).flatMap { $0.isNegative ? nil : $0.description } }
      + oneCell(.digitTooMany, 8, &dice) { $0 == 0 ? nil : "\($0)0" }
      + oneCell(.digitsTransposed, 6, &dice, transposed)
      + groupCells(&dice) + blanks(&dice) + contents(&dice)
  }

  /// 284 and 248.
  private static func transposed(_ figure: Figure) -> String? {
    let digits = Array(figure.description)
    guard let last = digits.indices.dropLast().last(where: { digits[$0] != digits[$0 + 1] }) else { return nil }
    var swapped = digits
    swapped.swapAt(last, last + 1)
    return swapped.first == "0" ? nil : String(swapped)
  }

  /// In table three, where a row and a column add up.
  private static func oneCell(
    _ family: Family, _ count: Int, _ dice: inout Dice, _ change: (Figure) -> String?
  ) throws -> [Trial] {
    try (0..<count).map { number in
      let ending = Sample.endings[number % Sample.endings.count]
      let samples = try (0..<3).map { try Sample.named("\(names[(number + $0) % 3]).\(ending)") }
      // The town with three requests has few figures that can be changed so.
      guard let sample = samples.first(where: { $0.spots("requests").contains { change($0.figure) != nil } }) else {
        throw NothingToChoose()
      }
      let spot = try dice.pick(sample.spots("requests").filter { change($0.figure) != nil })
      let new = change(spot.figure) ?? ""
      let expected = Expected(
        sumRule(of: spot.row), section: 3, row: spot.row, column: spot.column, found: new,
        expected: spot.figure.description)
      return Trial(family, "\(spot.label) \(spot.figure) → \(new)", in: sample.file, .named([expected])) {
        try $0.write(new, to: spot)
      }
    }
  }

  static func sumRule(of row: String) -> String {
    ["received", "carried_in", "carried_out"].contains(row) ? "requests-balance" : "requests-concluded-total"
  }

  /// In table four a sum fails, and which of its cells is wrong it cannot tell.
  private static func groupCells(_ dice: inout Dice) throws -> [Trial] {
    try [
      ("qinghe-2024.docx", "review", "upheld"), ("qinghe-2024.raw.txt", "litigation_direct", "total"),
      ("qinghe-2023.pdf", "litigation_after_review", "pending"), ("xiaodian-2024.html", "review", "corrected"),
    ].map { file, row, column in
      let spot = try Sample.named(file).spot("litigation", row, column)
      let new = spot.figure.adding(1)?.description ?? ""
      return Trial(
        .cellRaised, "\(spot.label) \(spot.figure) → \(new)", in: file, pointsAtChange: false,
        .named([Expected("litigation-total", section: 4, row: row, column: "total")])
      ) { try $0.write(new, to: spot) }
    }
  }

  private static func blanks(_ dice: inout Dice) throws -> [Trial] {
    let known = try Sample.tabled.enumerated().map { number, ending in
      let sample = try Sample.named("\(names[number % 3]).\(ending)")
      let spot = try dice.pick(sample.spots(["requests", "disclosure", "litigation"][number % 3]))
      return Trial(
        .cellBlank, "\(spot.label) blank", in: sample.file, pointsAtChange: spot.table == "requests",
        .named([Expected("blank-cell", row: spot.row, column: spot.column, found: "空白")])
      ) { try $0.write("", to: spot) }
    }
    let columned = try [("qinghe-2024.layout.txt", "refused.process"), ("qinghe-2024.ofd", "received")].map {
      file, row in
      let spot = try Sample.named(file).spot("requests", row, "research")
      return Trial(
        .cellBlank, "\(spot.label) blank", in: file,
        .named([Expected("blank-cell", section: 3, row: spot.row, column: spot.column, found: "空白")])
      ) { try $0.write("", to: spot) }
    }
    // At a page break the columns may shift, and then they tell nothing.
    let unknown = try [
      ("qinghe-2024.raw.txt", "carried_in"), ("xiaodian-2024.gbk.txt", "otherwise.other"),
      ("qinghe-2024.layout.txt", "unavailable.needs_creation"),
    ].map { file, row in
      let spot = try Sample.named(file).spot("requests", row, "research")
      return Trial(
        .cellBlank, "\(spot.label) blank, its column unknown", in: file,
        .named([Expected("blank-cell", section: 3, row: spot.row, expected: "7 个数")])
      ) { try $0.write("", to: spot) }
    }
    return known + columned + unknown
  }

  /// What is written where a number belongs.
  private static func contents(_ dice: inout Dice) throws -> [Trial] {
    let marks: [(Family, String)] = [
      (.letterForDigit, "O"), (.letterForDigit, "o"), (.letterForDigit, "1O"), (.letterForDigit, "l2"),
      (.noCount, "-3"),
      (.noCount, "2.5"), (.noCount, "/"), (.noCount, "—"), (.noCount, "无"), (.noCount, "＋4"), (.noCount, "3%"),
      (.noCount, "1，2"),
    ]
    return try marks.enumerated().map { number, mark in
      let ending = Sample.endings[number % Sample.endings.count]
      let sample = try Sample.named("\(names[number % 3]).\(ending)")
      let table = ["requests", "disclosure", "litigation"][number % 3]
      let spot = try dice.pick(sample.spots(table).filter { $0.column != "amount" })
      // The letter O where 0 belongs: the sums leave that reading only.
      let isSettled = mark.1.lowercased() == "o" && spot.figure == 0 && table != "disclosure"
      return Trial(
        mark.0, "\(spot.label) \(mark.1)", in: sample.file,
        isSettled
          ? .harmless([Expected("settled-reading", row: spot.row, column: spot.column, found: mark.1)])
          : .named([Expected("not-a-number", row: spot.row, column: spot.column, found: mark.1)])
      ) { try $0.write(mark.1, to: spot) }
    }
  }
}
