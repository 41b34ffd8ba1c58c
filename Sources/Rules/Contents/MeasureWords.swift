/// How a report says what is done about a problem.
enum MeasureWords {
  /// Whether a part of a sentence names a measure.
  static func nameMeasure(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    if isAnnounced(part) { return true }
    let words = withoutOrdinal(part)
    if mends.contains(where: { words.holdsPrefix($0) }) { return true }
    // 培训力度有待加强, 组织学习不够
    guard !ProblemWords.nameProblem(part) else { return false }
    return verbs.contains { words.holdsPrefix($0) } || part.holds(anyOf: marks) || speaksOfWill(part)
      || adverbs.contains { part.holds($0) }
  }

  /// Whether a sentence tells of something at all, and is no point in a list of problems.
  static func tell(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
    withoutOrdinal(sentence).count == sentence.count && sentence.count(where: \.isHan) >= 8
  }

  private static let headings = [
    "下一步", "下步", "今后", "接下来", "改进措施", "整改措施", "改进情况", "整改情况", "措施", "改进方向", "改进", "改", "努力方向", "打算",
    "解决办法", "对策",
  ]
  private static let mends = ["解决", "改变", "纠正", "扭转", "克服", "避免", "杜绝", "防止", "补齐", "针对"]
  private static let verbs = [
    "加强", "强化", "完善", "健全", "提高", "提升", "优化", "加大", "推进", "推动", "建立", "明确", "规范", "开展", "细化", "拓宽",
    "拓展", "丰富", "增加", "增强", "深化", "加快", "组织", "严格", "制定", "督促", "压实", "探索", "创新", "畅通", "充实", "配齐",
    "配强", "学习", "梳理", "扩大", "落实", "做好", "抓好", "抓实", "聚焦", "定期", "利用", "充分", "坚持", "邀请", "增配", "增设",
    "指定", "实行", "编印", "对照", "使用", "继续", "持续", "不断", "进一步", "切实", "着力", "积极", "认真", "主动", "通过", "采取",
    "设", "请", "把", "统一", "选派", "争取", "安排", "调整", "修订", "改版", "聘请", "列出", "围绕", "结合",
  ]
  private static let marks = [
    "明年", "来年", "后续", "为此", "计划", "力争", "年底前", "已建立", "已完善", "已补", "已恢复", "已组织", "已增", "已整改", "已完成",
    "已制定", "已规定", "已明确", "已安排", "已调整", "已解决", "已改", "现已", "整改到位", "均已", "规定", "一律",
  ]
  private static let adverbs = ["进一步", "继续", "持续", "不断", "切实", "着力"]

  /// 改进措施：, with something behind it
  private static func isAnnounced(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    headings.contains { word in
      part.places(of: word).contains { place in
        let rest = part[place.upperBound...]
        if ["下一步", "下步", "今后", "接下来"].contains(word) { return true }
        guard let colon = rest.prefix(3).firstIndex(where: { "：:".unicodeScalars.contains($0) }) else { return false }
        let said = rest[colon...].drop { !$0.isHan }
        return said.count >= 2 && !["无", "暂无", "没有"].contains { said.holdsPrefix($0) }
      }
    }
  }

  private static func speaksOfWill(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.places(of: "将").contains { place in
      !part[..<place.lowerBound].endsWith(anyOf: ["即", "现"])
    } || part.holds("拟")
  }

  /// Without 一是, 1., （一）, 同时 and 我们 before it.
  private static func withoutOrdinal(_ part: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var words = part.drop { !$0.isHan }
    if let second = words.dropFirst().first, let first = words.first, "一二三四五六七八九十".unicodeScalars.contains(first) {
      if second == "是" { words = words.dropFirst(2) } else if !second.isHan { words = words.dropFirst(2) }
    }
    for lead in ["同时", "我们", "我局", "我镇", "我乡", "我办", "我委", "我县", "我区", "我市", "我街道", "本局", "本单位", "并", "再", "要", "还"]
    where words.holdsPrefix(lead) {
      words = words.dropFirst(lead.unicodeScalars.count)
      break
    }
    return words
  }
}
