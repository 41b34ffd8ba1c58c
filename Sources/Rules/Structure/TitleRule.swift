package import Findings
import ReportModel

package struct TitleRule: Rule {
  package static let description = RuleDescription(
    id: "title", severity: .warning,
    source: "国办公开办函〔2021〕30号: 标题由单位名称、年份和“政府信息公开工作年度报告”组成。",
    clerk: "标题应写明单位名称和年份，以“政府信息公开工作年度报告”结尾。",
    administrator: "The title must name the unit and the year and end in 政府信息公开工作年度报告.",
    example: RuleExample(
      wrong: "青禾镇政府信息公开工作年度报告",
      right: "青禾镇2024年政府信息公开工作年度报告"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    guard let title = report.title else {
      return [finding(.missing, advice: .missingAdvice, expected: .pattern)]
    }
    func faulty(_ message: String, advice: String) -> [Finding] {
      [
        finding(
          message, advice: advice, at: FindingPlace(source: title.place), found: title.text, expected: .pattern)
      ]
    }
    if title.year == nil { return faulty(.noYear, advice: .noYearAdvice) }
    if title.office == nil { return faulty(.noOffice, advice: .noOfficeAdvice) }
    if !title.text.hasSuffix(.ending) { return faulty(.otherEnding, advice: .otherEndingAdvice) }
    return []
  }
}

extension String {
  fileprivate static let ending = "政府信息公开工作年度报告"
  fileprivate static let pattern = "单位名称＋年份＋政府信息公开工作年度报告，如：青禾镇2024年政府信息公开工作年度报告"
  fileprivate static let missing = "没有找到报告的标题。"
  fileprivate static let missingAdvice = "请在报告最前面单独写一行标题。"
  fileprivate static let noYear = "标题里没有写是哪一年的报告。"
  fileprivate static let noYearAdvice = "请在标题里写上年份，如“2024年”。"
  fileprivate static let noOffice = "标题里没有单位名称。"
  fileprivate static let noOfficeAdvice = "请在标题里写上单位名称。"
  fileprivate static let otherEnding = "标题与规定的名称不完全一致。"
  fileprivate static let otherEndingAdvice = "请把标题的后半部分改为“政府信息公开工作年度报告”。"
}
