import DocumentModel
package import Findings

package struct NoTextLayerRule: Rule {
  package static let description = RuleDescription(
    id: "no-text-layer", severity: .error, stage: .reading,
    source: "Figures are read, never guessed from a picture.",
    clerk: "文件是扫描件或图片，没有可以读取的文字。",
    administrator: "The document's pages hold pictures only; the text cannot be read without guessing.",
    example: RuleExample(
      wrong: "盖章后扫描成的报告.pdf：每一页都是图片，文字选不中",
      right: "从 Word 或 WPS 直接导出的报告.pdf：文字可以选中、复制"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard case .noTextLayer(let pages) = subject.obstacle else { return [] }
    return [finding(.message, advice: .advice, found: "\(pages) 页图片", expected: .expected)]
  }
}

extension String {
  fileprivate static let message = "文件是扫描件或图片，读不出文字和数字。"
  fileprivate static let advice = "请放入制作报告时的原始电子文件，不要放扫描件或照片。"
  fileprivate static let expected = "可以选中、复制文字的电子文件"
}
