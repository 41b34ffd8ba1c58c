import DocumentModel
package import Findings
import ReportModel

package struct TitleRule: Rule {
  package static let description = RuleDescription(
    id: "title", severity: .warning,
    source: "国办公开办函〔2021〕30号: 标题由单位名称、年份和“政府信息公开工作年度报告”组成。",
    clerk: "标题应写明单位名称和年份，以“政府信息公开工作年度报告”结尾。标题没有写明的，从正文认出来；都认不出是哪个单位、哪一年的，不能通过。",
    administrator:
      "The title must name the unit and the year and end in 政府信息公开工作年度报告. Where it does not, unit and year are taken from elsewhere, which the finding says; a report that nothing tells the unit or the year of is rejected.",
    example: RuleExample(
      wrong: "青禾镇政府信息公开工作年度报告",
      right: "青禾镇2024年政府信息公开工作年度报告"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report else { return [] }
    let unknown = [report.office == nil ? "哪个单位" : nil, report.year == nil ? "哪一年" : nil].compactMap(\.self)
    let place = FindingPlace(source: report.title?.place ?? .unknown)
    var findings: [Finding] = []
    if !unknown.isEmpty {
      var finding = finding(
        .unknown(unknown), advice: .unknownAdvice, at: place, found: report.title?.text, expected: .pattern)
      finding.severity = .error
      findings.append(finding)
    }
    guard let title = report.title else {
      if unknown.isEmpty {
        findings.append(
          finding(
            .missing(report.attribution), advice: .missingAdvice(report.prescribedTitle), expected: .pattern))
      }
      return findings
    }
    var faults: [String] = []
    if title.office == nil, report.office != nil { faults.append(.noOffice(report.attribution)) }
    if title.year == nil, report.year != nil { faults.append(.noYear(report.attribution)) }
    faults += title.flaws.map(\.words)
    if !faults.isEmpty {
      findings.append(
        finding(
          .differs(faults), advice: .advice(report.prescribedTitle), at: place, found: title.text, expected: .pattern))
    }
    return findings
  }
}

extension AnnualReport {
  /// What its title should be, as far as unit and year are known.
  fileprivate var prescribedTitle: String {
    "\(printedOffice.map(OfficeName.stem) ?? "单位名称")\(year.map(String.init) ?? "××××")年政府信息公开工作年度报告"
  }
}

extension Title.Flaw {
  /// What differs, for the clerk.
  fileprivate var words: String {
    switch self {
    case .before(let words): "前面多了“\(words)”"
    case .behind(let words): "后面多了“\(words)”"
    case .wording(let words): "“\(words)”应为“政府信息公开工作年度报告”"
    case .yearBehind(let words): "年份“\(words)”应写在“政府信息公开工作年度报告”前面"
    case .yearSlip(let words): "年份“\(words)”多写或少写了数字"
    case .yearUnmarked(let words): "年份“\(words)”后面少了“年”字"
    case .repeated: "这一行重复了一次"
    }
  }
}

extension Attribution.Source {
  /// Where it was read, for the clerk.
  fileprivate var words: String {
    switch self {
    case .title: "标题"
    case .belowTitle: "标题下面一行"
    case .properties: "网页或文件属性里的标题"
    case .opening: "开头的一句话"
    case .period: "统计期限"
    case .signature: "文末的落款"
    case .letterhead: "文头"
    case .folder: "放入的文件夹"
    }
  }
}

extension String {
  fileprivate static let pattern = "单位名称＋年份＋政府信息公开工作年度报告，如：青禾镇2024年政府信息公开工作年度报告"

  fileprivate static func unknown(_ what: [String]) -> String {
    "看不出这是\(what.joined(separator: "、"))的报告：标题没有写，正文里也没有找到。"
  }

  fileprivate static let unknownAdvice = "请在标题里写全单位名称和年份。"

  fileprivate static func missing(_ attribution: Attribution) -> String {
    "报告前面没有标题。\(known(attribution))"
  }

  private static func known(_ attribution: Attribution) -> String {
    guard let office = attribution.office, let year = attribution.year, let one = attribution.officeSource,
      let other = attribution.yearSource
    else { return "" }
    return one == other
      ? "已按\(one.words)认作\(office)\(year)年的报告。" : "已按\(one.words)认作\(office)的，按\(other.words)认作\(year)年的。"
  }

  fileprivate static func missingAdvice(_ title: String) -> String { "请在报告最前面单独写一行标题：\(title)。" }

  fileprivate static func noOffice(_ attribution: Attribution) -> String {
    "没有写单位名称（已按\(attribution.officeSource?.words ?? "")认作\(attribution.office ?? "")的报告）"
  }

  fileprivate static func noYear(_ attribution: Attribution) -> String {
    "没有写年份（已按\(attribution.yearSource?.words ?? "")认作\(attribution.year.map(String.init) ?? "")年的报告）"
  }

  fileprivate static func differs(_ faults: [String]) -> String {
    "标题与规定的写法不一致：\(faults.joined(separator: "；"))。"
  }

  fileprivate static func advice(_ title: String) -> String { "请改为“\(title)”。" }
}
