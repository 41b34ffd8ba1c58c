import DocumentModel
package import Findings
import ReportModel

package struct WrongOfficeRule: Rule {
  package static let description = RuleDescription(
    id: "wrong-office", severity: .warning,
    source:
      "Practice: a report made from a neighbour's in which its name was left, or one put into a neighbour's folder.",
    clerk: "该写本单位名称的地方写着别的单位，多半是沿用别人的稿子时漏改了；或者政府办公室的报告写成了政府的，政府的写成了办公室的；或者报告放进了别的单位的文件夹。文中顺带提到上级、部门和兄弟单位的不算。",
    administrator:
      "The report lies in the folder of another unit of the roster, or speaks of another unit as its own: in the opening sentence, in what announces the report, in its signature. The report of a government's office that announces the government's own is one, and the reverse. Without a roster only towns and streets are known by their names.",
    example: RuleExample(
      wrong: "现公布白杨镇2024年政府信息公开工作年度报告。（青禾镇的报告）", right: "现公布青禾镇2024年政府信息公开工作年度报告。"))

  package init() {}

  private static let most = 3

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let office = report.office else { return [] }
    return inFolder(subject, report, office) + ofOtherBody(subject, office)
      + ForeignUnit.all(in: subject).prefix(Self.most).map { foreign in
        finding(
          .message(foreign.name, office), advice: .advice(foreign.name),
          at: foreign.passage.place(at: foreign.range.lowerBound),
          found: foreign.name, expected: office, evidence: [foreign.passage.quote(of: foreign.range)])
      }
  }

  private func ofOtherBody(_ subject: Subject, _ office: String) -> [Finding] {
    guard let other = OfficeOrGovernment.first(in: subject) else { return [] }
    return [
      finding(
        .bodyMessage(other.name, office), advice: .bodyAdvice, at: other.passage.place(at: other.range.lowerBound),
        found: other.name, expected: office, evidence: [other.passage.quote(of: other.range)])
    ]
  }

  private func inFolder(_ subject: Subject, _ report: AnnualReport, _ office: String) -> [Finding] {
    guard let unit = subject.unit, let folder = subject.reception?.folder,
      let owner = subject.roster?.office(ofFolder: folder), owner != unit
    else { return [] }
    return [
      finding(
        .folderMessage(office, folder, owner.name, isTitle: report.attribution.officeSource == .title),
        advice: .folderAdvice(unit), at: FindingPlace(source: report.title?.place ?? .unknown),
        found: report.title.map { Quotation.of($0.text) } ?? office, expected: "\(owner.name)的报告")
    ]
  }
}

extension String {
  fileprivate static func message(_ other: String, _ own: String) -> String {
    "这是\(own)的报告，这里却写着\(other)。"
  }

  fileprivate static func advice(_ other: String) -> String {
    "如果是沿用别人的稿子时漏改的，请改为本单位名称，并把这一段的内容和数字核对一遍；确实是说\(other)的，请写明与本单位工作的关系。"
  }

  fileprivate static func bodyMessage(_ other: String, _ own: String) -> String {
    "标题是\(own)的报告，这里公布的是\(other)的报告。"
  }

  fileprivate static let bodyAdvice = "政府和政府办公室各有一份年度报告：政府的写全地区的情况，办公室的只写本单位的情况。请核对这是哪一份，把标题和开头改为同一个单位。"

  fileprivate static func folderMessage(_ office: String, _ folder: [String], _ owner: String, isTitle: Bool) -> String
  {
    "\(isTitle ? "标题" : "报告里")写的是\(office)，文件却放在\(owner)的文件夹“\(Quotation.of(folder.joined(separator: "/")))”里。"
  }

  fileprivate static func folderAdvice(_ unit: Roster.Office) -> String {
    "放错了文件夹的，请放到“\(unit.folder)”文件夹；没有放错的，请核对标题里的单位名称。"
  }
}
