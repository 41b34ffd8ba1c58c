/// What names of units end in.
enum UnitWords {
  private static let ends = [
    "镇", "乡", "街道", "苏木", "省", "市", "区", "县", "旗", "州", "盟", "政府", "人民", "办事处", "街道办", "局", "委", "会", "院", "厅", "部",
    "处", "办",
    "室", "中心", "公司", "大学", "学院", "学校", "中学", "小学", "医院", "队", "所", "站", "厂", "场", "库", "馆", "社", "团", "法院", "检察院", "银行",
    "集团",
  ].map { Array($0.unicodeScalars) }

  /// Whether words end as the name of a unit does. They may begin with anything.
  static func endUnit(_ words: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    words.count >= 2 && ends.contains { $0.count < words.count && words.reversed().starts(with: $0.reversed()) }
  }

  /// Whether words are the name of a unit and nothing else.
  static func isUnit(_ words: [Unicode.Scalar]) -> Bool {
    (3...40).contains(words.count) && words.allSatisfy { Folding.isIdeograph($0) || Folding.isDigit($0) }
      && endUnit(words) && YearWords.all(in: words).isEmpty
  }
}
