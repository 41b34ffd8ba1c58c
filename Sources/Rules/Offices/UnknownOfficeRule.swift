import DocumentModel
package import Findings
import ReportModel

package struct UnknownOfficeRule: Rule {
  package static let description = RuleDescription(
    id: "unknown-office", severity: .warning,
    source: "Practice: the collecting office keeps a roster of the units that have to report, in offices.yaml.",
    clerk: "标题里的单位不在管理员维护的单位名册里，可能写错了字，也可能名册里还没有登记。“人民政府”“办事处”和前面的区县名可写可不写。",
    administrator:
      "The title's unit is in the roster under none of its names, or its name fits several. Silent without a roster.",
    example: RuleExample(wrong: "名册里是青禾镇，标题写成：青和镇2024年政府信息公开工作年度报告", right: "青禾镇2024年政府信息公开工作年度报告"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let office = report.printedOffice, let roster = subject.roster,
      let match = subject.match
    else { return [] }
    let place = FindingPlace(source: report.title?.place ?? .unknown)
    let found = Quotation.of(office)
    switch match {
    case .one: return []
    case .several(let offices):
      let names = offices.prefix(3).names
      return [finding(.severalMessage(found, names), advice: .severalAdvice, at: place, found: found, expected: names)]
    case .unknown:
      // The unit in whose folder it lies is most likely meant.
      let owner = subject.reception.flatMap { roster.office(ofFolder: $0.folder) }
      let nearest = [owner].compactMap { $0 } + roster.nearest(to: office).filter { $0 != owner }
      let names = nearest.isEmpty ? nil : nearest.prefix(3).names
      return [finding(.message(found), advice: .advice(names), at: place, found: found, expected: names)]
    }
  }
}

extension Sequence<Roster.Office> {
  fileprivate var names: String { map(\.name).joined(separator: "、") }
}

extension String {
  fileprivate static func message(_ office: String) -> String {
    "单位名册里没有“\(office)”。"
  }

  fileprivate static func advice(_ names: String?) -> String {
    let nearest = names.map { "名册里相近的是：\($0)。" } ?? ""
    return "请核对标题里的单位名称。\(nearest)名称没有写错的，不用改，请告诉管理员把它加进名册。"
  }

  fileprivate static func severalMessage(_ office: String, _ names: String) -> String {
    "“\(office)”可能是名册里的几个单位：\(names)。"
  }

  fileprivate static let severalAdvice = "请在标题里写单位的全称，如写上所在的区县。"
}
