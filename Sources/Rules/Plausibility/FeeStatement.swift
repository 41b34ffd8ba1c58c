import ReportModel

/// What a report's last section says of the 信息处理费.
struct FeeStatement {
  /// Whether the fee is spoken of at all.
  var isMade = false
  /// The words that name an amount collected, when others deny that anything was collected.
  private(set) var contradiction: Range<Int>?
  /// Words on the fee that leave no room for notices that were sent and not paid, when nothing else speaks of notices.
  private(set) var sentenceWithoutNotices: Range<Int>?

  init(in text: FlowingText) {
    let sentences = text.sentences.filter { Self.isOnFee(text.scalars[$0]) }
    isMade = sentences.contains { Self.isTold(text.scalars[$0]) }
    let clauses = sentences.flatMap { Self.clauses(of: text.scalars, in: $0) }
    let isDenied = clauses.contains { Self.isWholeDenial(text.scalars[$0]) }
    let collected = clauses.first { Self.isCollection(text.scalars[$0]) }
    // Rates, and amounts of other years or of other things, are no contradiction.
    let isPlain = sentences.allSatisfy { !text.scalars[$0].holds(anyOf: Self.qualifiers) }
    contradiction = isDenied && isPlain ? collected : nil
    sentenceWithoutNotices = sentences.first { sentence in
      let words = text.scalars[sentence]
      return words.holds(anyOf: Self.noNotices)
    }
    let speaksOfNotices = sentences.contains {
      text.scalars[$0].holds(anyOf: ["通知", "逾期", "未缴", "不缴", "未按", "未在"])
    }
    // That nothing was collected is true also where notices were sent and nobody paid.
    if sentenceWithoutNotices == nil, !speaksOfNotices, collected != nil, !isDenied {
      sentenceWithoutNotices = sentences.first
    }
  }

  /// What was collected, or that nothing was. The rules of collecting, and a heading, tell neither.
  private static func isTold(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.holds(anyOf: ["未", "没有", "没收", "无", "零", "为0", "不存在", "不涉及", "不收", "免费", "免收", "免予", "元", "万", "件"])
  }

  private static func isOnFee(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    if words.holds(anyOf: ["处理费", "信息公开费", "信息公开收费", "收费通知", "缴费通知", "缴纳费", "任何费", "免费", "费用"]) { return true }
    // 行政事业性收费 is a figure of table two.
    if words.holds("事业性收费"), !words.holds("申请") { return false }
    return words.holds("收费") || words.holds("收取") && words.holds("费")
  }

  private static func clauses(of scalars: [Unicode.Scalar], in sentence: Range<Int>) -> [Range<Int>] {
    let marks = Set("，,、：:（）()".unicodeScalars)
    return sentence.split { index in
      guard marks.contains(scalars[index]) else { return false }
      // 1,200元
      let isBetweenDigits =
        index > sentence.lowerBound && index + 1 < sentence.upperBound
        && scalars[index - 1].properties.numericType != nil && scalars[index + 1].properties.numericType != nil
      return !isBetweenDigits
    }.compactMap { part in
      guard let first = part.first, let last = part.last else { return nil }
      return first..<(last + 1)
    }
  }

  private static func isWholeDenial(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    clause.holds(anyOf: ["未收取", "未收费", "没有收取", "没有收费", "未产生", "没有产生", "未发生", "没有发生", "未向申请人收取"])
      // 四季度未收取 says nothing of the other three.
      && !clause.holds(anyOf: ["件", "部分", "除", "此外", "季度", "半年", "月份"])
  }

  private static func isCollection(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    guard clause.holds(anyOf: ["收取", "实收", "共收", "收费"]), !clause.holds(anyOf: ["未", "没有", "无"]) else { return false }
    return Quantity.all(in: clause).contains { $0.unit == .yuan && !$0.amount.isZero }
  }

  private static let noNotices = [
    "未发出收费通知", "未发出信息处理费收费通知", "没有发出收费通知", "未发出缴费通知", "未下达收费通知", "未出具收费通知", "未产生信息处理费", "没有产生信息处理费", "未发生信息处理费",
    "没有发生信息处理费", "发出收费通知0件", "未发送收费通知", "未制发收费通知",
  ]
  private static let qualifiers = [
    "标准", "每件", "每页", "/件", "/页", "超过", "上年", "去年", "往年", "同比", "其余", "其他申请", "其它申请", "个别", "事业性收费", "退还", "退回", "拟收取",
    "应收取", "经费", "支出",
  ]
}
