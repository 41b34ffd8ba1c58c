/// Words that are put together from parts, each in every order that reports have.
extension Lexicon {
  /// 结转至下年度继续办理, 转次年办理; 上年度遗留, 上一年未办结转入本年.
  static let carryovers: [(Word, String)] = [
    (
      .key(.stage(.carriedOut)),
      phrases(
        ["结转", "结转至", "结转到", "结转入", "转", "转入", "转至", "转到", "顺延至", "延至", "延续至", "延期至", "留待", "待"], years,
        ["", "继续办理", "继续处理", "办理", "处理", "答复", "续办"])
        + phrases(years, ["继续办理", "继续处理", "续办", "结转", "办理"])
    ),
    (
      .key(.stage(.carriedIn)),
      phrases(
        ["上年", "上年度", "上一年", "上一年度", "去年", "去年度", "以前年度"],
        ["结转", "未办结", "未办结转入", "遗留", "转入", "转来", "跨年", "跨年度", "接转", "转接", "顺延", "延续", "结余"],
        ["", "申请", "办理", "办理件", "至本年", "至本年度", "至今年", "到本年", "本年", "本年度", "转入本年"])
    ),
  ]

  /// 公民、法人或其他组织, who are all that may ask.
  static let everyone: [(Word, String)] = [
    (
      .filler,
      phrases(
        ["公民", "自然人", "个人"], ["、", "和", "及", "与", "或"], ["法人"], ["、", "和", "及", "以及", "与", "或", "或者"],
        ["其他组织", "其它组织"])
    ),
    // Of whom the form has several columns.
    (.unknown, "企业法人 社团法人 事业单位法人 其他组织 其它组织"),
    (.key(.applicant(.naturalPerson)), "个人申请 公民个人 公民个人申请 公民申请"),
    (.key(.applicant(.organization)), "单位申请 组织申请"),
  ]

  private static let years = ["下年", "下年度", "下一年", "下一年度", "次年", "次年度", "明年", "来年", "翌年"]

  private static func phrases(_ parts: [String]...) -> String {
    parts.reduce([""]) { begun, next in begun.flatMap { start in next.map { start + $0 } } }.joined(separator: " ")
      + " "
  }
}
