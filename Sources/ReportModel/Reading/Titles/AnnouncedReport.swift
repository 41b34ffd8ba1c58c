/// A report that a sentence says it is: 现公布青禾镇2024年政府信息公开工作年度报告, 我镇编制了《青禾镇2024年…》.
struct AnnouncedReport: Equatable {
  /// As printed; `nil` where the sentence names none, or only 我镇 and 本局.
  var office: String?
  var year: Int?

  private static let verbs = ["公布", "发布", "公开", "编制", "编写", "撰写", "现将", "形成", "制作", "起草", "完成"]
  private static let longestTitle = 60
  /// How often a sentence may speak of reports.
  private static let mostMentions = 4

  /// `nil` for a sentence that announces no report.
  ///
  /// - Parameter sentence: Folded and without white space.
  init?(_ sentence: [Unicode.Scalar]) {
    // The words may stand behind any verb; the last one is next to them.
    for word in ["年度报告", "年报", "工作报告"] {
      let ends = sentence.indices.reversed().lazy.filter { sentence[$0...].starts(with: word.unicodeScalars) }
      for end in ends.prefix(Self.mostMentions) {
        let close = end + word.unicodeScalars.count
        let window = sentence[..<close].suffix(Self.longestTitle)
        for start in Self.starts(in: window) {
          guard let line = TitleLine(Array(window[start...])), line.year != nil || line.office != nil else { continue }
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

  private static func isSelf(_ office: String) -> Bool {
    ["我", "本", "全", "各"].contains { office.hasPrefix($0) } || office.unicodeScalars.count < 3
  }

  /// 本报告由青禾镇人民政府编制; 根据《条例》，青禾镇人民政府编制了; 青禾镇依据《条例》，编制本报告.
  static func author(in sentence: [Unicode.Scalar]) -> String? {
    authorBehindMark(sentence) ?? subject(of: sentence)
  }

  /// The unit that does it, where its clause begins with its name and nothing stands between the name and the verb, or
  /// the ground on which it does it.
  private static func subject(of sentence: [Unicode.Scalar]) -> String? {
    guard let verb = sentence.indices.first(where: { sentence[$0...].begins(with: "编制") }) else { return nil }
    let clauses = sentence[..<verb].split(separator: ",", omittingEmptySubsequences: false)
    guard let last = clauses.last else { return nil }
    let grounds = ["根据", "依据", "按照", "依照", "现", "结合"]
    for clause in last.isEmpty ? clauses.dropLast().reversed() : [last] {
      let end = clause.indices.first { index in grounds.contains { clause[index...].begins(with: $0) } }
      let name = Array(clause[..<(end ?? clause.endIndex)])
      if let name = unit(name) { return name }
    }
    return nil
  }

  private static func unit(_ name: [Unicode.Scalar]) -> String? {
    let printed = name.string
    guard (3...longestUnit).contains(name.count), UnitWords.endUnit(name), name.allSatisfy(Folding.isIdeograph),
      !isSelf(printed), !["国务院", "上级", "省", "县人民政府", "区人民政府", "市人民政府"].contains(where: printed.hasPrefix)
    else { return nil }
    return printed
  }

  private static let longestUnit = 30

  private static func authorBehindMark(_ sentence: [Unicode.Scalar]) -> String? {
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
