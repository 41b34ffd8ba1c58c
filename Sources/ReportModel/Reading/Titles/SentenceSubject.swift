/// The unit that a sentence is about: 白石镇人民政府编制了, 白石镇依据《条例》，编制, 2024年，白石镇认真贯彻.
enum SentenceSubject {
  /// What follows the unit's name in sentences with which reports begin.
  private static let behind = [
    "编制", "撰写", "形成", "公布", "发布", "公开", "现", "特", "向社会", "根据", "依据", "按照", "依照", "遵照", "结合", "围绕", "认真", "严格", "坚持",
    "深入", "全面",
    "紧紧", "紧扣", "高度", "积极", "持续", "始终", "切实", "扎实", "贯彻", "不断", "进一步", "以习近平", "共", "政府信息公开工作",
  ].map { Array($0.unicodeScalars) }

  /// Names that are nobody's own.
  private static let common = [
    "国务院", "中共", "党中央", "上级", "各级", "省", "县", "区", "市", "镇", "乡", "我", "本", "全", "各", "该", "自治区", "以上", "政府", "人民政府",
  ]

  private static let longestName = 30
  private static let mostClauses = 6

  /// - Parameter sentence: Folded and without white space.
  /// - Returns: The unit's name as printed; `nil` for a sentence about nobody, or about us.
  static func unit(of sentence: [Unicode.Scalar]) -> String? {
    for clause in sentence.split(separator: ",").prefix(mostClauses) {
      let head = clause.prefix(longestName + 2)
      let end = head.indices.dropFirst(3).first { index in
        behind.contains { clause[index...].starts(with: $0) } && UnitWords.isUnit(Array(clause[..<index]))
      }
      guard let end else { continue }
      let name = clause[..<end].string
      if !common.contains(where: name.hasPrefix) { return name }
    }
    return nil
  }
}
