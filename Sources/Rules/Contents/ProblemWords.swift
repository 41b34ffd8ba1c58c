/// How a report says that something is not as it should be.
enum ProblemWords {
  /// Whether a part of a sentence names a problem. That there is none is no problem.
  static func nameProblem(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    if denies(part) { return false }
    return part.holds(anyOf: words) || endsInLack(part) || holdsNegation(part) || isAnnounced(part)
  }

  private static let words = [
    "不足之处是", "欠缺", "缺乏", "缺少", "缺失", "短板", "薄弱", "弱项", "滞后", "单一", "偏少", "偏低", "偏弱", "偏慢", "较少", "较低",
    "较弱", "较慢", "较差", "有待", "差距", "亟待", "亟需", "仍需", "还需", "尚需", "还须", "仍须", "需进一步", "需要进一步", "待进一步",
    "待加强", "待提高", "困难", "难点", "难以", "堵点", "制约", "缺口", "落差", "脱节", "有限", "参差", "淡薄", "流于形式", "未能", "尚未",
    "还未", "尚不", "还没", "没有打通", "没有标注", "没有及时", "未及时", "同质化", "偏差", "出入", "紧张", "偶有", "疏漏", "遗漏", "差错",
    "失误", "停更", "笼统", "失分", "空间", "迟发", "瓶颈", "低质", "雷同", "被动", "盲区", "死角", "空白", "错别字", "拖延", "兼职",
    "过于", "不足", "依赖", "流动频繁", "变动频繁", "任务重", "人手", "经验少", "重发布", "照搬", "看不", "说不清", "费时", "片面", "拘泥",
    "缓慢", "零散", "力度小", "范围小", "差异", "低于", "生硬", "枯燥", "晦涩", "专业性强", "反映", "仅靠", "局限",
  ]

  /// 没有明显的不足, 未发现问题
  private static func denies(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let thing = ["问题", "不足", "困难", "短板"].lazy.compactMap({ part.range(of: $0) }).first else { return false }
    return part[..<thing.lowerBound].holds(anyOf: ["不存在", "没有", "未发现", "未出现", "未发生", "暂无", "无明显", "未存在"])
      || part[..<thing.lowerBound].endsWith(anyOf: ["无", "无主要", "无突出"])
  }

  /// 更新慢, 解读少
  private static func endsInLack(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = part.reversed().drop { !$0.isHan }
    guard let last = words.first, "少慢低弱差浅窄小乱难散".unicodeScalars.contains(last) else { return false }
    guard let before = words.dropFirst().first else { return false }
    return !"减降最至缩大不".unicodeScalars.contains(before)
  }

  /// 不及时, 不够, but not 不断 and 不公开.
  private static func holdsNegation(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.places(of: "不").contains { place in
      guard let next = part[place.upperBound...].first, next.isHan else { return false }
      if let before = part[..<place.lowerBound].last, "毫决绝从并".unicodeScalars.contains(before) { return false }
      return !"断得仅但存予变忘久漏留遗懈涉定收可折动限超少管低高公再以含让见属误等".unicodeScalars.contains(next)
        || part[place.upperBound...].holdsPrefix("高") && !part[place.upperBound...].holdsPrefix("高于")
    }
  }

  /// 存在的问题：, with something behind it
  private static func isAnnounced(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    ["问题", "不足", "困难", "之处"].contains { word in
      part.places(of: word).contains { place in
        let rest = part[place.upperBound...]
        guard let colon = rest.prefix(3).firstIndex(where: { "：:".unicodeScalars.contains($0) }) else { return false }
        let said = rest[colon...].drop { !$0.isHan }
        return said.count >= 4 && !["无", "暂无", "没有", "本年度无"].contains { said.holdsPrefix($0) }
      }
    }
  }
}
