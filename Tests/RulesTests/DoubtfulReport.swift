import TestFixtures

/// A good report with one row of its tables written so that it can be read in more than one way, or nearly so.
struct DoubtfulReport: Sendable, CustomStringConvertible {
  enum Source: Sendable {
    /// The page, with the cells of `2.其他法律行政法规禁止公开` (58 0 0 3 0 0 61); `@` behind one that takes two columns.
    case page(cells: [String])
    /// Text without columns, with one piece of it replaced.
    case raw(String, String)
    /// Text with columns, with what stands behind `8.属于` (0 0 0 7 0 5 12) replaced.
    case layout(String)
  }

  var source: Source
  /// The finding that speaks of the doubt, with what it must say; `nil` when nothing may be said of any doubt.
  var rule: String?
  var words: String
  /// Printed, read, and what else it may be.
  var readings: [String]

  var description: String { "\(source)" }

  init(_ source: Source, _ rule: String, _ words: String, _ readings: String...) {
    self.source = source
    self.rule = rule
    self.words = words
    self.readings = readings
  }

  /// A report of which nothing is doubtful but what it holds.
  init(plain source: Source) {
    self.source = source
    (rule, words, readings) = (nil, "", [])
  }

  func bytes() throws -> [UInt8] {
    switch source {
    case .page(let cells): Array(try Self.page(cells).utf8)
    case .raw(let old, let new): Array(try Corpus.text().replacingOnly(old, with: new).utf8)
    case .layout(let figures):
      Array(
        try Corpus.text("qinghe-2024.layout.txt")
          .replacingOnly("8.属于    0     0     0     7     0    5    12", with: "8.属于" + figures).utf8)
    }
  }

  private static func page(_ cells: [String]) throws -> String {
    let page = try Corpus.text("qinghe-2024.html")
    guard let label = page.firstRange(of: "<span>2.其他法律行政法规禁止公开</span>"),
      let start = page[label.upperBound...].firstRange(of: "</td>")?.upperBound,
      let end = page[start...].firstRange(of: "</tr>")?.lowerBound
    else { return page }
    let row = cells.map { cell in
      cell.hasSuffix("@") ? "<td colspan=\"2\">\(cell.dropLast())</td>" : "<td>\(cell)</td>"
    }
    return page[..<start] + row.joined() + page[end...]
  }
}

extension DoubtfulReport {
  private static let label = "2.其他法律行政法规禁止公开"
  private static let received = "284 26 16 52 23 17 418"

  /// One cell has two meanings.
  static let cells: [DoubtfulReport] = [
    DoubtfulReport(
      .page(cells: ["58", "0", "0", "3 1", "0", "0", "61"]), "requests-concluded-total",
      "这一格原文是“3 1”（数字中间有空格），程序按 31 读，也可能是 3 和 1。如果是 3，与它有关的 2 个合计都平。", "3 1", "31", "3 和 1"),
    DoubtfulReport(
      .page(cells: ["58", "0", "0", "3", "0", "0", "6 1 1"]), "requests-concluded-total",
      "这一格原文是“6 1 1”（数字中间有空格），程序按 611 读，也可能是 6 和 1 和 1。", "6 1 1", "611", "6 和 1 和 1"),
    DoubtfulReport(
      .page(cells: ["58", "0", "0", "3<br>1", "0", "0", "61"]), "not-a-number",
      "这一格原文是“3↵1”（数字分在两行），可能是 31，或者 3 和 1。如果是 3，与它有关的 2 个合计都平。", "3↵1", "没有读出", "31，或者 3 和 1"),
    DoubtfulReport(
      .page(cells: ["58", "0", "0", "3，001", "0", "0", "61"]), "requests-concluded-total",
      "程序按 3001 读，也可能是 3 和 1。如果是 3，与它有关的 2 个合计都平。", "3，001", "3001", "3 和 1"),
    DoubtfulReport(
      .page(cells: ["58", "0", "0", "2（另1件）", "0", "0", "61"]), "requests-concluded-total",
      "（括号里还有一个数），程序按 2 读，也可能是 3。如果是 3，与它有关的 2 个合计都平。", "2（另1件）", "2", "3"),
    DoubtfulReport(
      .page(cells: ["58", "0", "0", "3○", "0", "0", "62"]), "requests-concluded-total",
      "（写的是圆圈），程序按 30 读，也可能是 3。", "3○", "30", "3"),
    DoubtfulReport(
      .page(cells: ["5，9", "0", "0", "3", "0", "0", "61"]), "not-a-number", "可能是 59，或者 5 和 9。", "5，9", "没有读出",
      "59，或者 5 和 9"),
    DoubtfulReport(
      .page(cells: ["58", "O", "0", "4", "0", "0", "61"]), "not-a-number", "（用了像数字的字母），可能是 0。", "O", "没有读出", "0"),
    DoubtfulReport(
      .page(cells: ["57", "0", "0", "3", "0", "0", "6 2"]), "requests-concluded-total",
      "“\(label) · 总计”这一格原文是“6 2”（数字中间有空格），程序按 62 读，也可能是 6 和 2。", "6 2", "62", "6 和 2"),
  ]

  /// Which figure stands in which column has two answers.
  static let lines: [DoubtfulReport] = [
    DoubtfulReport(
      .page(cells: ["58", "0", "0@", "3", "0", "61"]), "blank-cell",
      "其中“0”一格占了不止一列。如果读作“58 0 0 3 0 0 61”，与这一行有关的合计都平。", "58 0 0 3 0 61", "没有读出", "58 0 0 3 0 0 61"),
    DoubtfulReport(
      .page(cells: ["58 0", "", "0", "3", "0", "0", "61"]), "blank-cell",
      "“\(label)”这一行原文是“58 0｜空｜0｜3｜0｜0｜61”，一格里可能写了两格的数。如果读作“58 0 0 3 0 0 61”",
      "58 0｜空｜0｜3｜0｜0｜61", "580 空 0 3 0 0 61", "58 0 0 3 0 0 61"),
    DoubtfulReport(
      .page(cells: ["", "", "0", "0", "3", "0", "0", "61", ""]), "blank-cell",
      "“自然人”一格空着，按合计推算是 58。", "0 0 3 0 0 61", "0 0 3 0 0 61 空", "空 0 0 3 0 0 61"),
    DoubtfulReport(
      .raw(received, "284 26 52 23 17 418"), "blank-cell",
      "如果读作“284 26 空 52 23 17 418”，与这一行有关的合计都平：“科研机构”一格空着，按合计推算是 16。", "284 26 52 23 17 418",
      "没有读出", "284 26 空 52 23 17 418"),
    DoubtfulReport(
      .raw("（一）予以公开 0 0 0 0 0 1 1", "（一）予以公开1 0 0 0 0 0 1 1"), "not-a-number",
      "如果读作“0 0 0 0 0 1 1”，与这一行有关的合计都平。", "1 0 0 0 0 0 1 1", "没有读出", "0 0 0 0 0 1 1"),
    DoubtfulReport(
      .raw(received, "2 84 26 16 23 17 418"), "requests-balance",
      "程序按先后一格一个读，但可能有一个数断成了两个、又有一格空着。如果读作“284 26 16 空 23 17 418”，与这一行有关的合计都平：“社会公益组织”一格空着，按合计推算是 52。",
      "2 84 26 16 23 17 418", "2 84 26 16 23 17 418", "284 26 16 空 23 17 418"),
    DoubtfulReport(
      .layout("    0     0     0           7    5    12"), "blank-cell",
      "哪个数在哪一格是程序按位置推断的。如果读作“0 0 0 7 空 5 12”，与这一行有关的合计都平：“法律服务机构”一格空着，按合计推算是 0。",
      "0 0 0 7 5 12", "0 0 0 空 7 5 12", "0 0 0 7 空 5 12"),
    DoubtfulReport(
      .layout("    0     0     0           7    5    12"), "requests-concluded-total", "哪个数在哪一格是程序按位置推断的。",
      "0 0 0 7 5 12", "0 0 0 空 7 5 12", "0 0 0 7 空 5 12"),
    DoubtfulReport(
      .layout("          0     0     7     0    5    1 2"), "requests-concluded-total",
      "可能有一个数断成了两个、又有一格空着。如果读作“0 0 0 7 0 5 12”", "0 0 7 0 5 1 2", "0 0 7 0 5 1 2", "0 0 0 7 0 5 12"),
  ]

  /// The sums leave one of several readings, with what is said of it.
  static let settled: [DoubtfulReport] = [
    DoubtfulReport(
      .page(cells: ["5，8", "0", "0", "3", "0", "0", "61"]), "settled-reading",
      "原文是“5，8”（数字中间有逗号或顿号）。只有读作 58，而不是5 和 8，与它有关的各个合计才都一致，已按 58 识别。"),
    DoubtfulReport(
      .page(cells: ["5<br>8", "0", "0", "3", "0", "0", "61"]), "settled-reading", "原文是“5↵8”（数字分在两行）。只有读作 58"),
    DoubtfulReport(
      .page(cells: ["58", "0", "0", "3○", "0", "0", "61"]), "settled-reading", "原文是“3○”（写的是圆圈）。只有读作 3，而不是30"),
    DoubtfulReport(
      .page(cells: ["58", "O", "0", "3", "0", "0", "61"]), "settled-reading", "原文是“O”（用了像数字的字母）。只有读作 0"),
    DoubtfulReport(
      .page(cells: ["58", "O", "0", "3", "0", "0", "6l"]), "settled-reading", "这个表有 2 处可以有几种读法（用了像数字的字母）。"),
    DoubtfulReport(
      .page(cells: ["58 0@", "0", "3", "0", "0", "61"]), "settled-reading", "只有读作 58 0 0 3 0 0 61"),
    DoubtfulReport(
      .raw(received, "284 26 16 52 23 17 4\n- 4 -\n18"), "settled-reading", "原文是“4↵18”（数字分在两行）。只有读作 418"),
    DoubtfulReport(.raw(received, "284 2616 52 23 17 418"), "settled-reading", "（应有 7 个数，有 6 个）。只有读作 \(received)"),
    DoubtfulReport(.raw(received, "284 26 16 52 23 1 7 418"), "settled-reading", "（应有 7 个数，有 8 个）。只有读作 \(received)"),
    DoubtfulReport(.raw(received, "284 26 16 5\n- 4 -\n2 23 17 418"), "settled-reading", "只有读作 \(received)"),
    DoubtfulReport(
      .raw("4 2 4 9 19 2 6", "4 2 4 9 1 9 2 6"), "settled-reading", "只有读作 4 2 4 9 19 2 6 9 0 17 1 3 7 0 11"),
  ]

  /// The sums prove the reading, or there is only one.
  static let plain: [DoubtfulReport] = [
    DoubtfulReport(plain: .page(cells: ["5 8", "0", "0", "3", "0", "0", "6 1"])),
    DoubtfulReport(plain: .page(cells: ["58", "○", "0", "3", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "0", "3（另1件转办）", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["5 8", "0", "0", "4", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "0", "4", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "0", "4", "0", "0", "6 2"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "0", "４", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "〇", "0", "4 件", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "0", "4（其中1件转办）", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "", "0 3", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "/", "3", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "0", "-3", "0", "0", "61"])),
    DoubtfulReport(plain: .page(cells: ["58", "0", "0", "3", "0", "0", ""])),
    DoubtfulReport(plain: .raw("58 0 0 3 0 0 61", "58 0 0 3 0 61 0")),
    DoubtfulReport(plain: .raw("58 0 0 3 0 0 61", "58 0 0 4 0 0 61")),
    DoubtfulReport(plain: .raw(received, "284 26 52 23 17 419")),
    DoubtfulReport(plain: .raw("4 2 4 9 19 2 6", "4 2 4 9 19 2")),
    DoubtfulReport(plain: .raw("4 2 4 9 19 2 6", "4 2 4 9 18 2 6")),
    DoubtfulReport(plain: .layout("    0     0     0           0    5    12")),
  ]
}
