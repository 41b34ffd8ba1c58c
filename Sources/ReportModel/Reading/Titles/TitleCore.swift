/// The words that make a line a title: 政府信息公开工作年度报告, and what offices write for it.
struct TitleCore {
  static let prescribed = "政府信息公开工作年度报告"

  /// Where the words stand in the line.
  var range: Range<Int>
  var words: String
  /// A year between them: 政府信息公开2024年度报告.
  var year: Int?

  /// What such a report is about, the longest first.
  private static let subjects = ["信息依申请公开", "信息主动公开", "信息公开", "政务公开"].map { Array($0.unicodeScalars) }

  /// 政府信息公开和政务公开
  private static let joints = ["和", "与", "及", "暨", "、"]

  /// What may stand behind that, the longest first.
  private static let kinds = [
    "工作情况年度报告", "工作年度情况报告", "工作年度总结报告", "工作的年度报告", "情况的年度报告", "工作年度报告", "年度工作报告", "情况年度报告", "工作情况的报告", "工作情况报告",
    "的年度报告", "年度情况报告", "工作总结报告", "工作年报", "工作报告", "年度报告", "情况报告", "年度年报", "年报",
  ].map { Array($0.unicodeScalars) }

  /// `nil` for a line without the words.
  init?(in line: ArraySlice<Unicode.Scalar>) {
    // Of several the last: 信息公开办公室2024年政府信息公开工作年度报告.
    for place in line.indices.reversed() {
      guard let subject = Self.subjects.first(where: { line[place...].starts(with: $0) }) else { continue }
      let behind = Array(line[(place + subject.count)...])
      for (words, year) in [(behind, nil)] + Self.withoutYear(behind) {
        guard let kind = Self.kinds.first(where: { words.starts(with: $0) }) else { continue }
        let start = Self.start(of: line[..<place])
        range = start..<(line.endIndex - (words.count - kind.count))
        self.words = line[start..<(place + subject.count)].string + kind.string
        self.year = year
        return
      }
    }
    return nil
  }

  /// Whether other words than the prescribed ones may be meant by them: 政务公开 is more than 政府信息公开.
  var isBroader: Bool { !words.unicodeScalars.map(\.self).holds("信息") }

  /// Where the subject begins whose last words stand behind `line`.
  private static func start(of line: ArraySlice<Unicode.Scalar>) -> Int {
    var rest = line
    for joint in joints where rest.ends(with: "信息公开" + joint) { rest = rest.dropLast(5) }
    for word in ["政府", "政务"] where rest.ends(with: word) { rest = rest.dropLast(2) }
    return rest.endIndex
  }

  /// 工作2024年度报告 may be 工作年度报告 with 2024 in it or 工作报告 with 2024年度.
  private static func withoutYear(_ words: [Unicode.Scalar]) -> [(words: [Unicode.Scalar], year: Int?)] {
    guard let found = YearWords.all(in: Array(words.prefix(16))).first else { return [] }
    let digits = found.range.lowerBound..<(found.range.lowerBound + 4)
    return [digits, digits.lowerBound..<(digits.upperBound + 1), found.range].map { range in
      (Array(words[..<range.lowerBound]) + Array(words[range.upperBound...]), found.year)
    }
  }
}
