package import Findings
import ReportModel

package struct PartsCountRule: Rule {
  package static let description = RuleDescription(
    id: "parts-count", severity: .info,
    source: "国办公开办函〔2021〕30号: the report has six parts.",
    clerk: "开头写的“由几个部分组成”，要与规定的六个部分一致，列出的各部分也不能有遗漏。",
    administrator:
      "The report says that it consists of another number of parts than six, or lists fewer parts than it says. A list that ends with 等 is not counted.",
    example: RuleExample(wrong: "本报告由七个部分组成。", right: "本报告由六个部分组成。"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, report.year ?? 0 >= 2019 else { return [] }
    let opening = subject.passages.filter { $0.section == nil || $0.section == 1 }
    return opening.findings(atMost: 1) { passage in
      guard let count = StatedParts.first(in: passage) else { return [] }
      let found = String(passage.scalars[count.range])
      let place = passage.place(at: count.range.lowerBound)
      if count.number != 6 {
        return [
          finding(
            .message(found), advice: .advice, at: place, found: found, expected: "六个部分",
            evidence: [passage.quote(of: count.range)])
        ]
      }
      let missing = report.form.sections.filter { !count.listed.contains($0.number) }.map(\.heading)
      let named = missing.map { "“\($0)”" }.joined(separator: "、")
      return [
        finding(
          .listMessage(found, named), advice: .listAdvice(named), at: place, found: found, expected: "列出\(named)",
          evidence: [passage.quote(of: count.range)])
      ]
    }
  }
}

extension String {
  fileprivate static func message(_ found: String) -> String {
    "这里写报告有\(found)，规定的格式是六个部分。"
  }

  fileprivate static let advice = "请核对报告的实际组成，改为“六个部分”，并使列出的各部分与报告的标题一致。"

  fileprivate static func listMessage(_ found: String, _ missing: String) -> String {
    "这里写报告有\(found)，列出的各部分中没有\(missing)。"
  }

  fileprivate static func listAdvice(_ missing: String) -> String {
    "请补上\(missing)，或者不再逐一列出。"
  }
}
