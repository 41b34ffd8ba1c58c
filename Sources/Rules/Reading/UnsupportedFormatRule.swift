import DocumentModel
package import Findings

package struct UnsupportedFormatRule: Rule {
  package static let description = RuleDescription(
    id: "unsupported-format", severity: .error, stage: .reading,
    source: "Only formats that can be read exactly are judged.",
    clerk: "文件的格式不在能自动审核的范围内：能审核的是 docx、wps、doc、rtf、odt、pdf、ofd、html 和 txt。",
    administrator: "The file, by its content and not by its name, is in a format without a reader.",
    example: RuleExample(
      wrong: "报告.jpg：手机拍下来的报告",
      right: "报告.docx：写报告时用的原始文件"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard case .unsupportedFormat(let found) = subject.obstacle else { return [] }
    return [
      finding(.message, advice: .advice, found: found.map { "\($0) 格式" }, expected: .expected)
    ]
  }
}

extension String {
  fileprivate static let message = "这种格式的文件不能自动审核。"
  fileprivate static let advice = "请在制作报告的软件里打开，另存为 Word（.docx）或 PDF（.pdf），再重新放入。只改文件名不会改变格式。"
  fileprivate static let expected = "Word 或 WPS 文档（.docx、.doc、.wps、.rtf、.odt）、PDF、OFD、网页（.html）或纯文本（.txt）"
}
