import DocumentModel
package import Findings

package struct UnreadPartRule: Rule {
  package static let description = RuleDescription(
    id: "unread-part", severity: .warning,
    source: "What a reader of the report sees has to be judged with it.",
    clerk: "文件里有的内容打开时看得见，但系统读不出来，如嵌在正文里的另一个文件。这部分没有审核。",
    administrator: "Something that is seen when the file is opened could not be read, such as another file inside it.",
    example: RuleExample(
      wrong: "第三部分的表格是插入的另一个文档",
      right: "第三部分的表格直接做在正文里"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let parts = subject.unreadParts
    guard let first = parts.first else { return [] }
    return [finding(.message(parts), advice: .advice(parts), at: FindingPlace(source: first.place))]
  }
}

extension String {
  /// More names than these nobody reads.
  private static let mostNames = 5

  fileprivate static func message(_ parts: [UnreadPart]) -> String {
    let names = parts.map { part in
      part.name.isEmpty ? kind(part.kind) : "\(kind(part.kind))“\(Quotation.of(part.name))”"
    }
    let rest = names.count > mostNames ? "等" : ""
    return "文件里有 \(parts.count) 处内容读不出来，没有审核：\(names.prefix(mostNames).joined(separator: "、"))\(rest)。"
  }

  fileprivate static func advice(_ parts: [UnreadPart]) -> String {
    if parts.allSatisfy({ $0.kind == .picture || $0.kind == .object }) {
      return "图片和嵌入的对象里的文字系统读不出来。请把里面的内容直接打成文字或做成表格，删去图片或对象，再重新放入。"
    }
    return parts.contains { $0.kind != .frame }
      ? "请在 Word 或 WPS 中打开，把这部分内容复制到正文里，另存后重新放入。"
      : "请在浏览器中打开网页，等内容全部显示后，改用“打印为 PDF”保存，再重新放入。"
  }

  private static func kind(_ kind: UnreadPart.Kind) -> String {
    switch kind {
    case .embeddedFile: "嵌入的文件"
    case .frame: "框架页面"
    case .field: "表单域"
    case .picture: "表格里的图片"
    case .object: "嵌入的对象"
    }
  }
}
