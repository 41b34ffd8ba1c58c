import DocumentModel
package import Findings
import ReportModel

package struct PlaceholderTextRule: Rule {
  package static let description = RuleDescription(
    id: "placeholder-text", severity: .error,
    source: "Practice: a template whose blanks were not filled in.",
    clerk: "稿子里还留着待填的空，如“××镇”“XX次”“____”“此处填写”“[单位名称]”。",
    administrator: "The blank of a template was not filled in: ××镇, XX次, a run of underscores, 此处填写, [单位名称], 20XX年.",
    example: RuleExample(wrong: "全年共举办培训XX次", right: "全年共举办培训3次"))

  package init() {}

  private static let most = 5

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for passage in subject.passages {
      for blank in Blank.all(in: passage, atMost: Self.most) where findings.count < Self.most {
        let index = blank.lowerBound
        findings.append(
          finding(
            .message, advice: .advice, at: passage.place(at: index), found: passage.quotation(at: index, before: 8),
            expected: "填好的内容", evidence: [passage.quote(of: blank)]))
      }
    }
    return findings
  }
}

/// A blank of a template that nobody filled in.
private struct Blank {
  /// Where the blanks of a passage stand, one for each sentence at most.
  static func all(in passage: Passage, atMost most: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < passage.scalars.count, found.count < most {
      guard let end = end(ofBlankAt: index, in: passage) else {
        index += 1
        continue
      }
      found.append(index..<end)
      index = end
      // A sentence with three blanks is one thing to mend.
      while index < passage.scalars.count, !"。；！？;".unicodeScalars.contains(passage.scalars[index]) { index += 1 }
    }
    return found
  }

  private static func end(ofBlankAt index: Int, in passage: Passage) -> Int? {
    let scalar = passage.scalars[index]
    switch scalar {
    case "×", "✕", "╳", "X", "x", "Ｘ", "ｘ": return crosses(index, passage)
    case "_", "＿": return underscores(index, passage)
    case "*", "＊", "○", "◯", "●", "□", "某": return stars(index, passage)
    case "N", "Ｎ": return letter(index, passage)
    case "条", "件", "篇": return leftOut(index, passage)
    case "0", "０": return isYearOfZeros(index, passage) ? index + 5 : nil
    case "[", "［", "【", "（", "(", "｛", "{", "<", "〈", "〔": return bracket(index, passage)
    case "此", "在":
      return passage.first(of: ["此处填", "此处插入", "此处补充", "此处写", "在此填写", "在此处填写", "在此输入"], at: index)
        .map { index + $0.unicodeScalars.count }
    default: return nil
    }
  }

  private static func length(ofRunAt index: Int, in passage: Passage, of same: String) -> Int {
    passage.after(index, 200).prefix { same.unicodeScalars.contains($0) }.count
  }

  private static let units = ["镇", "乡", "街道", "街", "县", "区", "市", "局", "办", "村", "社区", "单位", "部门", "同志", "省", "委"]
  private static let counts = ["年", "月", "日", "件", "条", "次", "人", "元", "万", "场", "期", "篇", "份", "个", "项", "名"]
  /// Round these a name is hidden on purpose: 申请人王××不服.
  private static let parties = ["申请人", "原告", "上诉人", "当事人", "第三人", "诉", "居民", "村民", "群众", "业主"]
  private static let partyVerbs = ["诉", "不服", "申请", "等人", "一案", "与", "案"]

  /// ××镇, XX次, 20XX年, X月X日.
  private static func crosses(_ index: Int, _ passage: Passage) -> Int? {
    let count = length(ofRunAt: index, in: passage, of: "×✕╳XxＸｘ")
    let end = index + count
    let previous = passage[index - 1]
    let next = passage[end]
    guard next.map({ $0.narrowed.isLatinLetter || $0.isDigit || "%％-—/_.".unicodeScalars.contains($0) }) != true else {
      return nil
    }
    if passage.first(of: ["年"], at: end) != nil {
      let digits = String(passage.before(index, 4).map(\.narrowed).reversed().prefix { $0.isDigit }.reversed())
      if count == 2, digits == "20" || digits == "" { return end }
      if count == 1, digits == "202" || passage.before(index, 3).elementsEqual("二〇二".unicodeScalars) { return end }
    }
    if let previous, previous.narrowed.isLatinLetter || previous.isDigit || "-—/_.×".unicodeScalars.contains(previous) {
      return nil
    }
    if count == 1 {
      // 3×5, 数量×次数
      guard passage.first(of: ["月", "日"], at: end) != nil || (passage.scalars[index] != "×" && isCounted(end, passage))
      else { return nil }
      return end
    }
    let isName =
      isInTitle(index, passage) || passage.first(of: partyVerbs, at: end) != nil
      || parties.contains { passage.before(index, 6).holds($0) } && passage.first(of: units + counts, at: end) == nil
    return isName ? nil : end
  }

  /// 发布解读N篇
  private static func letter(_ index: Int, _ passage: Passage) -> Int? {
    guard passage[index - 1]?.isHan == true,
      passage.first(of: ["件", "条", "次", "篇", "场", "期", "份", "项", "人次"], at: index + 1) != nil,
      passage[index + 2] != "方"
    else { return nil }
    return index + 1
  }

  /// 共公开信息条，收到申请件: a measure word ends the clause, and its number was left out.
  private static func leftOut(_ index: Int, _ passage: Passage) -> Int? {
    guard passage[index + 1].map({ "，。、；,;（(".unicodeScalars.contains($0) }) ?? false else { return nil }
    let nouns: [Unicode.Scalar: [String]] = [
      "条": ["信息", "公开", "动态", "公告", "通知", "消息", "发布", "留言"], "件": ["申请"], "篇": ["解读", "稿件", "文章", "信息"],
    ]
    let before = passage.before(index, 24)
    guard nouns[passage.scalars[index]]?.contains(where: { String(before).hasSuffix($0) }) ?? false else { return nil }
    let clause = before.reversed().prefix { !"，。；：、,;:（）()".unicodeScalars.contains($0) }.reversed()
    let opens = ["共", "收到", "受理", "办理", "累计", "发布"].contains { clause.holds($0) }
    let isDenied = ["的", "未", "没有", "无", "各", "每", "对", "依申请公开", "逐", "若"].contains { clause.holds($0) }
    guard opens, !isDenied, !clause.contains(where: { $0.isDigit || "一二三四五六七八九十百两".unicodeScalars.contains($0) })
    else { return nil }
    return index + 1
  }

  /// 《××路改造公告》: the title of a document, in which a name is hidden on purpose.
  private static func isInTitle(_ index: Int, _ passage: Passage) -> Bool {
    let before = passage.before(index, 20)
    guard let open = before.lastIndex(of: "《") else { return false }
    return !before[open...].contains("》") && passage.after(index, 40).contains("》")
  }

  private static func isCounted(_ index: Int, _ passage: Passage) -> Bool {
    passage.first(of: counts + ["镇"], at: index) != nil && passage[index + 1] != "数"
  }

  /// 共____件. Not a line that parts the page, nor the line for a signature.
  private static func underscores(_ index: Int, _ passage: Passage) -> Int? {
    let count = length(ofRunAt: index, in: passage, of: "_＿")
    guard count >= 2, passage[index - 1] != passage[index] else { return nil }
    let sides = [passage[index - 1], passage[index + count]].compactMap { $0 }
    if sides.contains(where: { $0.isASCII && ($0.isDigit || $0.isLatinLetter || $0 == "/" || $0 == ".") }) {
      return nil
    }
    let line = passage.range(ofLine: passage.line(at: index))
    if passage.scalars[line].allSatisfy({ "_＿".unicodeScalars.contains($0) }) { return nil }
    let before = passage.scalars[line.lowerBound..<index].suffix(16)
    let signed = ["签字", "签名", "签章", "盖章", "负责人", "填表人", "审核人", "审签", "签发", "联系人", "填报人", "经办人"]
    let isLabelled = before.last.map { "：:）)".unicodeScalars.contains($0) } == true
    let isSigned = signed.contains { isLabelled ? before.holds($0) : String(before).hasSuffix($0) }
    return isSigned ? nil : index + count
  }

  /// ＊＊镇, ○○街道, 某某局.
  private static func stars(_ index: Int, _ passage: Passage) -> Int? {
    guard let first = passage[index], passage[index - 1] != first else { return nil }
    let count = length(ofRunAt: index, in: passage, of: String([first]))
    let end = index + count
    guard count >= 2, passage[index - 1]?.isDigit != true else { return nil }
    guard let unit = passage.first(of: first == "某" ? units : units + counts, at: end) else { return nil }
    // 李某某与, 王某某区别对待
    if first == "某", unit.unicodeScalars.count == 1, passage[end + 1] == "别" { return nil }
    return end
  }

  private static func isYearOfZeros(_ index: Int, _ passage: Passage) -> Bool {
    length(ofRunAt: index, in: passage, of: "0０") == 4 && passage[index + 4] == "年"
      && passage[index - 1]?.isDigit != true
      && passage[index - 1] != "." && passage[index - 1] != "," && passage[index - 1] != "，"
  }

  private static let opening: [Unicode.Scalar: Unicode.Scalar] = [
    "[": "]", "［": "］", "【": "】", "（": "）", "(": ")", "｛": "｝", "{": "}", "<": ">", "〈": "〉", "〔": "〕",
  ]

  /// [单位名称], 【年份】, （填写具体数字）.
  private static func bracket(_ index: Int, _ passage: Passage) -> Int? {
    guard let open = passage[index], let close = opening[open] else { return nil }
    let rest = passage.after(index + 1, 25)
    guard let last = rest.firstIndex(of: close) else { return nil }
    let inside = String(rest[..<last])
    let names = [
      "单位名称", "单位名", "机关名称", "部门名称", "镇名", "乡镇名称", "街道名称", "年份", "年度", "日期", "数字", "数量", "具体数字", "具体数量", "姓名", "联系电话",
      "电话号码", "待填", "待补充", "待定", "待补", "空", "内容", "XX",
    ]
    let isRound = open == "（" || open == "("
    let begins = ["填写", "请填写", "请填入", "填入", "此处", "请输入", "请插入", "插入", "待填写", "具体数字"]
    // A hint what might be written here is told of as such.
    if inside.hasPrefix("此处可") { return nil }
    if begins.contains(where: { inside.unicodeScalars.starts(with: $0.unicodeScalars) }) { return last + 1 }
    if isRound {
      return ["单位名称", "待填", "待补充", "待补", "待定", "具体数量", "乡镇名称", "街道名称", "部门名称"].contains(inside) ? last + 1 : nil
    }
    return names.contains(inside) ? last + 1 : nil
  }
}

extension String {
  fileprivate static let message = "这里还留着待填的空。"
  fileprivate static let advice = "请填上实际内容；用不着的，整句删去。再通读一遍，看看还有没有漏填的地方。"
}
