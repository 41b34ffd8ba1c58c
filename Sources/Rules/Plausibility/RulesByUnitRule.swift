package import Findings
import ReportModel

package struct RulesByUnitRule: Rule {
  package static let description = RuleDescription(
    id: "rules-by-unit", severity: .warning,
    source: "《中华人民共和国立法法》第九十一条、第九十三条: 规章由国务院部门、省级政府和设区的市、自治州政府制定。",
    clerk: "区县、乡镇、街道及其部门无权制定规章，第二部分“规章”一行应当填 0。自己制发的文件一般属于“行政规范性文件”。",
    administrator: "A county, a town, a street or a county's department cannot make 规章, but its figures are not 0.",
    example: RuleExample(wrong: "小店镇：规章 2 0 2", right: "小店镇：规章 0 0 0，行政规范性文件 2 0 2"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let office = report.office,
      subject.officeKind?.cannotMakeRules == true
    else { return [] }
    return subject.printedLines.filter { $0.rows.first?.row.id == "rules" }.compactMap { line in
      let filled = line.cells.filter { Self.columns.contains($0.column.id) && !($0.cell.figure ?? 0).isZero }
      guard let first = filled.first else { return nil }
      let found = filled.map { "\($0.column.label) \(($0.cell.figure ?? 0).description)" }
      return finding(
        .message(office), advice: .advice, at: first.place, found: found.joined(separator: "，"), expected: "0")
    }
  }

  /// The form of 2019 counts what was published too, which may be another's.
  private static let columns = ["issued", "repealed", "in_force"]
}

extension Figure {
  var isZero: Bool { significand == 0 }
}

extension String {
  fileprivate static func message(_ office: String) -> String {
    "第二部分“规章”一行不是 0，而\(office)无权制定规章。"
  }

  fileprivate static let advice = "请核对：属于行政规范性文件的，改填到下面一行；没有规章的填 0。"
}
