import DocumentModel
package import Findings

package struct UnsupportedFormatRule: Rule {
  package static let description = RuleDescription(
    id: "unsupported-format", severity: .error, stage: .reading,
    source: "Only formats that can be read exactly are judged.",
    clerk: "文件的格式不在能自动审核的范围内。",
    administrator: "The file, by its content and not by its name, is in a format without a reader.")

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard case .unsupportedFormat(let found) = subject.obstacle else { return [] }
    return [
      finding(.message, advice: .advice, found: found.map { "\($0) 格式" }, expected: .expected)
    ]
  }
}

extension String {
  fileprivate static let message = "这种格式的文件还不能自动审核。"
  fileprivate static let advice = "请打开报告，用“另存为”保存成纯文本（.txt），再重新放入。"
  fileprivate static let expected = "纯文本（.txt）"
}
