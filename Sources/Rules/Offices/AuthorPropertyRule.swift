import DocumentModel
package import Findings
import ReportModel

package struct AuthorPropertyRule: Rule {
  package static let description = RuleDescription(
    id: "author-property", severity: .info,
    source: "Practice: a file's properties are published with it, and tell where its text came from.",
    clerk: "文件属性里的“作者”会随文件一起公开。写着个人姓名、电话、邮箱，或者别的单位、公司的，公开前最好改掉。",
    administrator:
      "The file's author property names a person, a company, another unit, a telephone number or an address.",
    example: RuleExample(wrong: "小店镇的报告，作者：某某文库", right: "小店镇的报告，作者：小店镇人民政府，或者留空"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let author = subject.document?.author,
      let named = AuthorName(author).meaning(besides: report.office)
    else { return [] }
    if case .office(let name) = named, let unit = subject.unit, subject.roster?.match(name) == .one(unit) { return [] }
    let place = FindingPlace(source: report.title?.place ?? .unknown)
    return [
      finding(
        .message(named), advice: .advice, at: place, found: named.shown, expected: report.office.map { "\($0)，或者留空" })
    ]
  }
}

extension String {
  fileprivate static func message(_ named: AuthorName.Meaning) -> String {
    switch named {
    case .contact: "文件属性的“作者”里有电话号码或邮箱。"
    case .person: "文件属性的“作者”是个人姓名。"
    case .company: "文件属性的“作者”不是本单位，像是公司或网站。"
    case .office: "文件属性的“作者”是另一个单位，文稿可能沿用了别人的文件。"
    }
  }

  fileprivate static let advice = "请在文字处理软件的“文件—属性（信息）”里清空作者，或改为本单位名称；沿用别人文件的，请再核对正文。"
}
