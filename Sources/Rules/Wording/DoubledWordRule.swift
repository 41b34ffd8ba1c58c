import DocumentModel
package import Findings
import ReportModel

package struct DoubledWordRule: Rule {
  package static let description = RuleDescription(
    id: "doubled-word", severity: .warning,
    source: "Practice: a slip of the keyboard, or a sentence that was changed and not read again.",
    clerk: "同一个字、词或标点接连写了两遍，如“的的”“进行进行”“，，”。",
    administrator: "A character, word or punctuation mark stands twice in a row by a slip: 的的, 进行进行, ，，.",
    example: RuleExample(wrong: "对公开内容进行进行审查", right: "对公开内容进行审查"))

  package init() {}

  private static let most = 5

  package func check(_ subject: Subject) -> [Finding] {
    subject.passages.findings(atMost: Self.most) { passage in
      Doubling.all(in: passage, atMost: Self.most).map { doubling in
        let word = String(passage.after(doubling.index, doubling.length))
        return finding(
          .message(word), advice: .advice(word), at: passage.place(at: doubling.index),
          found: passage.quotation(of: doubling), expected: word,
          evidence: [passage.quote(of: doubling.index..<(doubling.index + 2 * doubling.length))])
      }
    }
  }
}

/// The same characters twice in a row.
struct Doubling {
  /// Where the first of them begins.
  var index: Int
  /// How many characters stand twice.
  var length: Int

  private static let marks = "，。、；：,;".unicodeScalars
  private static let longest = 12
  /// What 全 begins: 全面, 全区.
  private static let starts = "面体部程员市镇县区国年局乡省过方力覆流域周社街村系链新州旗民文天球场盘校".unicodeScalars
  /// The words that end so: 信息, 政府.
  private static let wordsBefore: [Unicode.Scalar: String] = [
    "息": "信", "府": "政", "况": "情", "众": "公群", "障": "保", "容": "内", "训": "培", "序": "程", "渠": "沟",
  ]

  static func all(in passage: Passage, atMost most: Int) -> [Doubling] {
    var found: [Doubling] = []
    var index = 0
    while index + 1 < passage.scalars.count, found.count < most {
      // The longest first.
      let length = (1...longest).reversed().first { standsTwice(index, $0, passage) && isSlip(index, $0, passage) }
      if let length {
        found.append(Doubling(index: index, length: length))
        index += 2 * length
        // 。。。。。。 is one slip.
        while length == 1, index < passage.scalars.count, passage[index] == passage[index - 1] { index += 1 }
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether so many characters are the same again.
  private static func standsTwice(_ index: Int, _ length: Int, _ passage: Passage) -> Bool {
    let scalars = passage.scalars
    return index + 2 * length <= scalars.count && scalars[index] == scalars[index + length]
      && scalars[index..<(index + length)].elementsEqual(scalars[(index + length)..<(index + 2 * length)])
  }

  private static func isSlip(_ index: Int, _ length: Int, _ passage: Passage) -> Bool {
    let middle = index + length
    // A heading and the sentence below it may share their words.
    let first = passage.line(at: index)
    let last = passage.line(at: middle + length - 1)
    if passage.startsLine(middle) || (first != last && !passage.isBrokenInLines) { return false }
    let word = passage.scalars[index..<middle]
    if length == 1 { return isSlipOfOne(index, passage) }
    guard word.allSatisfy(\.isHan) else { return false }
    // 一步一步, 逐条逐条, 年年
    if word.contains(where: { "一二三两逐每".unicodeScalars.contains($0) }) || Set(word).count == 1 { return false }
    return length > 2 || DoubledWords.isSlip(String(word), before: passage[middle + length])
  }

  private static func isSlipOfOne(_ index: Int, _ passage: Passage) -> Bool {
    let scalar = passage.scalars[index]
    if marks.contains(scalar) { return true }
    let previous = passage[index - 1]
    let next = passage[index + 2]
    switch scalar {
    // 目的的, 标的的, 的的确确
    case "的": return previous != "目" && previous != "标" && previous != "有" && next != "确" && next != "士"
    // 为了了解, 了了事
    case "了": return next.map { "解结却断如事然".unicodeScalars.contains($0) } != true && previous != "目"
    case "们", "我", "且", "很", "您": return true
    // 过程性性信息, 健全全工作; but 男性性别, 健全全面, 全全覆盖 is none
    case "性": return next.map { "别格质能状情命价感".unicodeScalars.contains($0) } != true
    case "全": return previous == "健" || previous == "安" ? next.map { starts.contains($0) } != true : false
    // 信息息, 政府府
    case "息", "府", "况", "众", "障", "容", "训", "序", "渠":
      // 信息息息相关
      return next != scalar && previous.map { wordsBefore[scalar]?.unicodeScalars.contains($0) ?? false } ?? false
    case "理":
      return previous.map { "管办处".unicodeScalars.contains($0) } ?? false
        && next.map { "念论事顺解由财想性".unicodeScalars.contains($0) } != true
    default: return false
    }
  }
}

/// Words that stand twice by a slip, and where they do with good reason.
private enum DoubledWords {
  /// What a word that stands twice may belong to the second time: 信息公开｜公开栏, 应急管理｜管理部门.
  private static let compounds: [String: String] = [
    "公开": "透内事指栏率条日电目平指屏", "工作": "人组机流任台要计方总报领部会专日量站者室秘", "信息": "化系技平员管网中专", "管理": "部员办局平站制服人机体者系",
    "服务": "群人中大窗对平站热业型体", "建设": "局项单部厅", "部门": "预决间", "单位": "预决", "监督": "员管局所", "解读": "率材稿", "情况": "说通", "发布": "会",
    "保障": "局卡中房水性金", "制度": "化", "规范": "性化文", "更新": "率", "政策": "性法", "回应": "率", "机制": "", "平台": "",
    "内容": "", "渠道": "", "进行": "", "推进": "", "加强": "", "完善": "", "落实": "率", "开展": "", "提高": "", "提升": "", "及时": "性率",
    "严格": "",
    "积极": "性", "主动": "性", "以及": "", "同时": "", "按照": "", "根据": "", "对于": "", "关于": "", "有关": "", "相关": "性",
    "问题": "导",
    "不断": "", "继续": "", "全面": "", "切实": "", "确保": "", "其中": "", "没有": "", "我镇": "", "我局": "", "我办": "", "我县": "",
    "我区": "", "我乡": "",
    "我市": "", "本镇": "", "本局": "", "群众": "性", "审查": "员", "依法": "", "持续": "性", "并且": "", "主要": "", "存在": "",
    "围绕": "",
    "群体": "", "重点": "", "公众": "号", "申请": "人表书单", "答复": "书率", "办理": "", "结合": "", "进一": "", "利用": "率", "需要": "",
    "目录": "", "报告": "书人单制会期中", "年度": "", "依据": "", "公布": "", "通过": "率",
  ]

  static func isSlip(_ word: String, before next: Unicode.Scalar?) -> Bool {
    guard let compounds = compounds[word] else { return false }
    return next.map { compounds.unicodeScalars.contains($0) } != true
  }
}

extension Passage {
  fileprivate func quotation(of doubling: Doubling) -> String {
    let end = doubling.index + 2 * doubling.length
    return String(quotedBefore(doubling.index, 6)) + String(after(doubling.index, 2 * doubling.length))
      + String(quotedAfter(end, 6))
  }
}

extension String {
  fileprivate static func message(_ word: String) -> String {
    "“\(word)”接连写了两遍。"
  }

  fileprivate static func advice(_ word: String) -> String {
    "请删去一个“\(word)”。"
  }
}
