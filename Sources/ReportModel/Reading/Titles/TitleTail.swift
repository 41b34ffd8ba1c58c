/// What stands behind the words of a title: a year, a remark, the ending of a file's name, a page's own words.
enum TitleTail {
  case year(Int, String)
  case words(String)
  /// A mark that closes what was opened before the title.
  case mark

  static let closingMarks = Set("》”\"〉」】".unicodeScalars)
  private static let marks = Set("。.、;,:—-*_|·".unicodeScalars)
  private static let longestRemark = 16
  /// What of a page's own words is shown.
  private static let longestShown = 12

  /// - Returns: `nil` when the line goes on: 年度报告的通知, 年度报告公布如下.
  static func parts(of words: ArraySlice<Unicode.Scalar>) -> [TitleTail]? {
    var rest = words
    var tail: [TitleTail] = []
    while let first = rest.first {
      if "(〔[【".unicodeScalars.contains(first) {
        guard let close = rest.firstIndex(where: { ")〕]】".unicodeScalars.contains($0) }),
          close - rest.startIndex <= longestRemark
        else { return nil }
        let inside = Array(rest[(rest.startIndex + 1)..<close])
        let shown = rest[...close].string
        if let year = year(alone: inside) { tail.append(.year(year, shown)) } else { tail.append(.words(shown)) }
        rest = rest[(close + 1)...]
      } else if closingMarks.contains(first) {
        tail.append(.mark)
        rest = rest.dropFirst()
      } else if marks.contains(first) {
        let run = rest.prefix(while: marks.contains)
        rest = rest[run.endIndex...]
        // 报告.docx
        for ending in ["docx", "doc", "pdf", "wps", "html", "ofd", "odt"] where rest.begins(with: ending) {
          rest = rest.dropFirst(ending.unicodeScalars.count)
        }
        if rest.isEmpty, run.first != "—", run.first != "-" { tail.append(.words(run.string)) }
      } else if let year = year(alone: Array(rest)) {
        tail.append(.year(year, rest.string))
        rest = []
      } else if let length = addition(to: rest) {
        tail.append(.words(shown(rest.prefix(length))))
        rest = rest.dropFirst(length)
      } else {
        return nil
      }
    }
    return tail
  }

  /// How much of a line has been added behind a title without a mark.
  private static func addition(to words: ArraySlice<Unicode.Scalar>) -> Int? {
    // 报告表, 报告正文, 报告(修改稿) without its brackets.
    for word in additions where words.begins(with: word) && isOver(words.dropFirst(word.unicodeScalars.count)) {
      return word.unicodeScalars.count
    }
    // 2025-01-15 10:30
    let date = words.prefix { Folding.isDigit($0) || "-./:年月日".unicodeScalars.contains($0) }
    if date.count == words.count, date.count(where: Folding.isDigit) >= 6, date.count <= 24 { return date.count }
    // The page's own words on the same line: 发布时间：2025-01-15 来源：白石镇.
    if labels.contains(where: { words.begins(with: $0) }) { return words.count }
    return nil
  }

  private static func isOver(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = words.first else { return true }
    return !Folding.isIdeograph(first) || labels.contains { words.begins(with: $0) }
  }

  private static let additions = [
    "表", "书", "正文", "全文", "文本", "原文", "初稿", "终稿", "定稿", "修改稿", "修订稿", "修订版", "送审稿", "公开稿", "公示稿", "公开版", "发布稿", "上报稿",
    "报送稿",
    "盖章版", "最终版", "的公示", "公示", "的公告", "公告", "的公布", "公布",
  ]

  private static let labels = [
    "发布时间", "发布日期", "发布单位", "发布机构", "发布人", "发文", "成文", "生成日期", "公开日期", "信息来源", "文章来源", "来源", "作者", "时间:", "日期:", "浏览",
    "阅读", "访问", "点击",
    "字号", "字体", "索引号", "打印", "分享", "编辑:",
  ]

  private static func shown(_ words: ArraySlice<Unicode.Scalar>) -> String {
    words.count <= longestShown ? words.string : words.prefix(longestShown).string + "…"
  }

  /// 2024, 2024年, 2024年度, 二〇二四年度 and nothing else.
  private static func year(alone words: [Unicode.Scalar]) -> Int? {
    if let found = YearWords.all(in: words).first {
      return found.range.lowerBound == 0 && found.range.upperBound == words.count ? found.year : nil
    }
    guard words.count == 4, words.allSatisfy(Folding.isDigit) else { return nil }
    return YearWords.all(in: words + ["年"]).first?.year
  }
}
