package import Findings
import ReportModel

package struct NotANumberRule: Rule {
  package static let description = RuleDescription(
    id: "not-a-number", severity: .error,
    source: "国办公开办函〔2021〕30号: cells hold whole numbers of zero or more, fees a decimal number.",
    clerk: "格子里填的不是规定的数字：字母、负数、小数、“/”和“—”都不行。收费金额可以有小数。",
    administrator: "A cell holds letters, a sign, a fraction or a dash where a number belongs.",
    example: RuleExample(
      wrong: """
        行政处罚 92
        行政强制 /
        """,
      right: """
        行政处罚 92
        行政强制 0
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    GatheredFindings.gathered(findings(subject)) { finding -> Slip? in
      // A line of too many figures, and a cell that may be read in several ways, are each a case of their own.
      guard let table = finding.place.table, finding.place.column != nil, finding.evidence.isEmpty else { return nil }
      return Slip(table: table, advice: finding.advice)
    } words: { _, findings in
      let printed = findings.compactMap(\.found).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let shown = printed.prefix(3).map { "“\($0)”" }.joined(separator: "、") + (printed.count > 3 ? "等" : "")
      return GatheredFindings.Words(
        message: "这个表有 \(findings.count) 格填的是\(shown)，不是规定的数字。", advice: findings.first?.advice ?? "",
        found: printed.prefix(3).joined(separator: "　"))
    }
  }

  /// Slips that are one when they are made all over a table: those that are mended in the same way.
  private struct Slip: Hashable {
    var table: String
    var advice: String
  }

  private func findings(_ subject: Subject) -> [Finding] {
    subject.printedLines.flatMap { line -> [Finding] in
      if let printed = line.undetermined {
        guard printed.count > line.width else { return [] }
        let doubts = line.columnDoubts
        return [
          finding(
            .longLine(line.width, printed.count) + doubts.map(\.conclusion).joined(), advice: .longLineAdvice,
            at: line.place, found: printed.joined(separator: " "), expected: "\(line.width) 个数",
            evidence: doubts.evidence)
        ]
      }
      return line.cells.compactMap { cell in
        guard case .notANumber(let printed) = cell.cell.content else { return nil }
        let doubts = line.doubts(at: cell.place)
        return finding(
          .message + doubts.message(at: doubts.first?.cell), advice: .advice(for: printed, in: cell.column),
          at: cell.place,
          found: Quotation.of(printed), expected: .expected(cell.column), evidence: doubts.evidence)
      }
    }
  }
}

extension String {
  fileprivate static let message = "这一格填的不是规定的数字。"
  fileprivate static let longLineAdvice = "可能有一个数被空格或换行拆成了两个，或者多填了一格。请对照表格逐格检查。"

  fileprivate static func longLine(_ width: Int, _ count: Int) -> String {
    "这一行应有 \(width) 个数，却读到 \(count) 个，分不清哪个在哪一格。"
  }

  fileprivate static func expected(_ column: FormColumn) -> String {
    switch column.kind {
    case .count: "0 或正整数"
    case .amount: "0 或正数，可以有小数（单位：\(column.unit)）"
    case .change: "整数，减少的写负号"
    }
  }

  /// Advice that fits what people write in the place of a number.
  fileprivate static func advice(for printed: String, in column: FormColumn) -> String {
    let scalars = Set(printed.unicodeScalars.filter { !$0.properties.isWhitespace })
    if scalars.isSubset(of: "-—–−―－/／\\、无".unicodeScalars) { return "没有发生的请填数字 0。" }
    if scalars.isSubset(of: "OoＯｏ".unicodeScalars) { return "这里是字母 O，请改为数字 0。" }
    let isSigned = printed.unicodeScalars.contains { "-－−–—―".unicodeScalars.contains($0) }
    if column.kind == .change, isSigned || printed.contains("减") { return changeAdvice(printed) }
    if isSigned { return "\(column.quantity)不会是负数，请核对后改正。" }
    let isMoney = printed.contains("元")
    if column.kind != .amount, isMoney { return "这里应填\(column.quantity)，不是金额，请核对后改正。" }
    if printed.unicodeScalars.contains(where: { ".．".unicodeScalars.contains($0) }), !isMoney {
      return column.kind == .amount
        ? "金额请写成一个数，小数不超过四位（单位：\(column.unit)）。" : "\(column.quantity)应为整数，请核对后改正。"
    }
    if column.kind == .amount { return "请只写一个数字（单位：\(column.unit)），不要写别的文字或符号。" }
    return "请改为阿拉伯数字，不要写别的文字或符号。"
  }

  /// What has become less has one minus sign.
  private static func changeAdvice(_ printed: String) -> String {
    let digits = printed.unicodeScalars.filter { $0.properties.numericType == .decimal }
    let numbers = printed.unicodeScalars.split { $0.properties.numericType != .decimal }
    guard numbers.count == 1 else { return "增加的直接写数字，减少的在数字前写一个负号，请核对后改正。" }
    return "减少的在数字前写一个负号即可，应写作“-\(String(String.UnicodeScalarView(digits)))”，请核对后改正。"
  }
}

extension FormColumn {
  /// What its figures count: 件数, 项目数, 金额.
  fileprivate var quantity: String {
    switch (kind, unit) {
    case (.amount, _): "金额"
    case (_, "项"): "项目数"
    default: "\(unit)数"
    }
  }
}
