package import Findings

package struct DuplicateSubmissionRule: Rule {
  package static let description = RuleDescription(
    id: "duplicate-submission", severity: .info,
    source: "Practice: the file before it was corrected is handed in once more.",
    clerk: "放入的文件与以前放入过的一份完全相同，可能是放错了文件。",
    administrator: "The same bytes were handed in before.",
    example: RuleExample(
      wrong: "1 月 12 日放入 年报.docx，被退回；1 月 13 日把没有改过的 年报.docx 又放了一遍",
      right: "1 月 12 日放入 年报.docx，被退回；1 月 13 日放入改好的 年报.docx"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let earlier = subject.memory.sameContent else { return [] }
    return [
      finding(.message(earlier), advice: earlier.isAccepted ? .advice : .uncorrectedAdvice)
    ]
  }
}

extension String {
  fileprivate static func message(_ earlier: EarlierSubmission) -> String {
    let verdict = earlier.isAccepted ? "通过审核" : "退回修改"
    return "内容与以前放入的“\(earlier.name)”完全相同，那一份已于 \(earlier.time)（北京时间）\(verdict)。"
  }

  fileprivate static let advice = "如果只是重复放入，不需要再做什么。如果想交的是修改后的报告，请检查是不是放错了文件。"
  fileprivate static let uncorrectedAdvice = "请检查放入的是不是修改后的文件。"
}
