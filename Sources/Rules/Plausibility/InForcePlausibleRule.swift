package import Findings
import ReportModel

package struct InForcePlausibleRule: Rule {
  package static let description = RuleDescription(
    id: "in-force-plausible", severity: .warning,
    source: "Practice: a document issued this year is in force at its end, or was repealed in it.",
    clerk: "本年制发的文件，年底要么现行有效，要么已经废止，所以“本年制发件数”不会大于“现行有效件数”加“本年废止件数”。",
    administrator: "More documents were issued this year than are in force or were repealed.",
    example: RuleExample(wrong: "行政规范性文件 制发 7，废止 1，现行有效 4", right: "行政规范性文件 制发 7，废止 1，现行有效 34"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.printedLines.compactMap { line in
      guard ["rules", "normative_documents"].contains(line.rows.first?.row.id),
        let issued = line.figure("issued"), let repealed = line.figure("repealed"),
        let inForce = line.figure("in_force"), let most = inForce.adding(repealed),
        let missing = issued.subtracting(most), !missing.isNegative, !missing.isZero,
        let place = line.cells.first(where: { $0.column.id == "in_force" })?.place
      else { return nil }
      return finding(
        .message(line.rows.first?.row.label ?? "", issued, repealed, inForce), advice: .advice(missing), at: place,
        found: inForce.description, expected: issued.subtracting(repealed).map { "不少于 \($0)" })
    }
  }
}

extension PrintedLine {
  /// A count that can be reckoned with.
  fileprivate func figure(_ column: String) -> Figure? {
    let figure = cells.first { $0.column.id == column }?.cell.figure
    return figure.flatMap { $0.isNegative ? nil : $0 }
  }
}

extension String {
  fileprivate static func message(_ row: String, _ issued: Figure, _ repealed: Figure, _ inForce: Figure) -> String {
    "“\(row)”一行本年制发 \(issued) 件，而现行有效 \(inForce) 件、本年废止 \(repealed) 件，合起来还不到制发的件数。"
  }

  fileprivate static func advice(_ missing: Figure) -> String {
    "相差 \(missing) 件。“现行有效件数”应填截至年底有效的全部文件，含往年制发的；请核对这三个数。"
  }
}
