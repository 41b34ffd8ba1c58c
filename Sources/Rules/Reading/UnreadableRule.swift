import DocumentModel
package import Findings

package struct UnreadableRule: Rule {
  package static let description = RuleDescription(
    id: "unreadable", severity: .error, stage: .reading,
    source: "A report can only be judged when its file can be opened.",
    clerk: "文件是空的、已损坏，或者设置了打开密码，读不出内容。",
    administrator: "The file is empty, broken or protected by a password.",
    example: RuleExample(
      wrong: "报告.docx，0 字节；或者打开时要输入密码的报告.docx",
      right: "报告.docx，没有设密码，双击就能打开看到全文"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    switch subject.obstacle {
    case .empty:
      [finding(.emptyMessage, advice: .emptyAdvice)]
    case .unreadable:
      [finding(.brokenMessage, advice: .brokenAdvice)]
    case .encrypted:
      [finding(.encryptedMessage, advice: .encryptedAdvice)]
    case .tooLarge(let limit):
      [finding(.largeMessage(limit), advice: .largeAdvice)]
    case .tooLong(let lines):
      [finding(.longMessage(lines), advice: .longAdvice)]
    case .tooMuch(let excess, let limit):
      [finding(.excessMessage(excess, limit), advice: .excessAdvice(excess))]
    case .unreadParts(let parts):
      [finding(.partsMessage(parts), advice: .partsAdvice)]
    case .unsupportedFormat, .noTextLayer:
      []
    case nil:
      // The report is likely to stand in what could not be read.
      subject.hidesReport ? [finding(.partsMessage(subject.unreadParts), advice: .partsAdvice)] : []
    }
  }
}

extension String {
  fileprivate static let emptyMessage = "文件是空的，没有任何文字。"
  fileprivate static let emptyAdvice = "可能保存或复制时中断了。请打开原文件确认有内容，再重新放入一次。"
  fileprivate static let brokenMessage = "文件读不出文字，可能已经损坏。"
  fileprivate static let brokenAdvice = "请在自己的电脑上打开原文件，确认能正常显示后另存一份，再重新放入。"
  fileprivate static let partsAdvice = "请在 Word 或 WPS 中打开，全选后复制到一个新建的文档里，另存为 .docx，再重新放入。"

  fileprivate static func partsMessage(_ parts: [UnreadPart]) -> String {
    let names = parts.map(\.name).filter { !$0.isEmpty }.prefix(3)
    let list = names.isEmpty ? "" : "（\(names.map { Quotation.of($0) }.joined(separator: "、"))）"
    return "文件的正文是嵌在里面的另一个文件\(list)，其中的文字读不出来。"
  }

  fileprivate static let longAdvice = "年度报告通常只有几百行。请确认放对了文件。"

  fileprivate static func longMessage(_ lines: Int) -> String {
    "文件太长，超过了 \(lines) 行，没有读取。"
  }

  fileprivate static func excessMessage(_ excess: Excess, _ limit: Int) -> String {
    switch excess {
    case .unpacked: "文件展开后太大，超过了 \(limit >> 20) MB，没有读取。"
    case .entries: "文件里包含的部件太多，超过了 \(limit) 个，没有读取。"
    case .nesting: "文件里的内容层层嵌套，超过了 \(limit) 层，没有读取。"
    case .pages: "文件太长，超过了 \(limit) 页，没有读取。"
    }
  }

  fileprivate static func excessAdvice(_ excess: Excess) -> String {
    switch excess {
    case .unpacked, .entries: "请删去不需要的图片和附件，另存一份，再重新放入。"
    case .nesting: "请在 Word 或 WPS 中打开，把内容复制到一个新建的文档里另存，再重新放入。"
    case .pages: "年度报告通常只有十几页。请确认放对了文件。"
    }
  }

  fileprivate static let encryptedMessage = "文件设置了打开密码，读不出内容。"
  fileprivate static let largeAdvice = "请删去不需要的图片后另存一份，再重新放入。"

  fileprivate static func largeMessage(_ limit: Int) -> String {
    "文件太大，超过了 \(limit >> 20) MB，没有读取。"
  }

  fileprivate static let encryptedAdvice = "请取消密码保护后另存一份，再重新放入。"
}
