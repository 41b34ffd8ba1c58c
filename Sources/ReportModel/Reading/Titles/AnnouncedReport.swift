/// A report that a sentence says it is: 现公布青禾镇2024年政府信息公开工作年度报告, 我镇编制了《青禾镇2024年…》.
struct AnnouncedReport: Equatable {
  /// As printed; `nil` where the sentence names none, or only 我镇 and 本局.
  var office: String?
  var year: Int?

  private static let verbs = ["公布", "发布", "公开", "编制", "编写", "撰写", "现将", "形成", "制作", "起草", "完成", "汇报"]
  private static let longestTitle = 60
  /// How often a sentence may speak of reports.
  private static let mostMentions = 4

  /// `nil` for a sentence that announces no report.
  ///
  /// - Parameter sentence: Folded and without white space.
  init?(_ sentence: [Unicode.Scalar]) {
    // The words may stand behind any verb; the last one is next to them.
    for word in ["年度报告", "年报", "工作报告", "情况报告", "工作情况"] {
      let ends = sentence.indices.reversed().lazy.filter { sentence[$0...].starts(with: word.unicodeScalars) }
      for end in ends.prefix(Self.mostMentions) {
        let close = end + word.unicodeScalars.count
        // 工作情况公布如下 hands a report over; 与2023年工作情况相比 does not.
        let isReport = word != "工作情况" || Self.handsOver(sentence[close...])
        guard isReport else { continue }
        let window = sentence[..<close].suffix(Self.longestTitle)
        for start in Self.starts(in: window) + Self.beginning(of: sentence, window, behind: sentence[close...]) {
          let title = Array(window[start...]) + (word == "工作情况" ? Array("报告".unicodeScalars) : [])
          guard let line = TitleLine(title), line.year != nil || line.office != nil else { continue }
          office = line.office.flatMap { Self.isSelf($0) ? nil : $0 }
          year = line.year
          return
        }
      }
    }
    return nil
  }

  /// Where the title may begin: behind a verb, behind an opening mark.
  private static func starts(in window: ArraySlice<Unicode.Scalar>) -> [Int] {
    var starts: [Int] = []
    for index in window.indices {
      if "《“\"".unicodeScalars.contains(window[index]) { starts.append(index + 1) }
      for verb in verbs where window[index...].starts(with: verb.unicodeScalars) {
        let behind = index + 2
        starts.append(behind)
        if behind < window.endIndex, "了的".unicodeScalars.contains(window[behind]) { starts.append(behind + 1) }
      }
    }
    return starts.filter { $0 < window.endIndex }.sorted(by: >)
  }

  /// A sentence may begin with the report: 青禾镇2024年…年度报告由青禾镇编制.
  private static func beginning(
    of sentence: [Unicode.Scalar], _ window: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>
  ) -> [Int] {
    let isSubject = ["由", "如下", "全文", "包括", "包含", "分为", "共分", "公布如下"].contains { behind.begins(with: $0) }
    return isSubject && window.startIndex == 0 ? [0] : []
  }

  private static func handsOver(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    ["报告", "公布", "汇报", "总结", "通报", "公示", "公开", "如下"].contains { words.begins(with: $0) }
  }

  private static func isSelf(_ office: String) -> Bool {
    ["我", "本", "全", "各"].contains { office.hasPrefix($0) } || office.unicodeScalars.count < 3
  }

  /// 本报告由青禾镇人民政府编制
  static func author(in sentence: [Unicode.Scalar]) -> String? {
    guard let mark = sentence.firstIndex(of: "由") else { return nil }
    let words = sentence[(mark + 1)...].prefix(40)
    guard let verb = words.indices.first(where: { words[$0...].starts(with: "编制".unicodeScalars) }) else { return nil }
    var name = Array(words[..<verb])
    // The office of a government draws its report up.
    for tail in ["人民政府办公室", "人民政府党政办公室", "办事处党政办公室"] where name.reversed().starts(with: tail.unicodeScalars.reversed())
    {
      name.removeLast(tail.unicodeScalars.count - (tail.hasPrefix("人民") ? 4 : 3))
    }
    let printed = String(String.UnicodeScalarView(name))
    guard UnitWords.endUnit(name), name.allSatisfy(Folding.isIdeograph), !isSelf(printed) else { return nil }
    return printed
  }
}
