/// A line that is a title, taken apart: what stands before it, unit and year, the words, and what stands behind them.
///
/// 国办公开办函〔2021〕30号 asks for unit, year and 政府信息公开工作年度报告; offices write it in dozens of ways.
struct TitleLine: Equatable {
  /// As printed, folded and without white space.
  var text: String
  /// As printed; `nil` where the line names none.
  var office: String?
  var year: Int?
  var flaws: [Title.Flaw]
  /// Whether its words may mean more than this report: 政务公开工作报告.
  var isBroader: Bool

  /// In characters.
  static let longest = 90

  /// `nil` for a line that is no title: a sentence, a heading, the name of a notice.
  ///
  /// - Parameter scalars: A line, folded and without white space.
  init?(_ scalars: [Unicode.Scalar]) {
    guard scalars.count <= Self.longest else { return nil }
    var flaws: [Title.Flaw] = []
    var line = scalars[...]
    // 名称： is none of what it names.
    var nameLabel = 0
    if let label = Self.label(of: line) {
      if label.isName {
        nameLabel = label.length
      } else {
        flaws.append(.before(line.prefix(label.length).string))
      }
      line = line.dropFirst(label.length)
    }
    while let first = line.first, Self.openingMarks.contains(first), let last = line.last {
      flaws.append(.before(String(first)))
      line = line.dropFirst()
      if TitleTail.closingMarks.contains(last) { line = line.dropLast() }
    }
    guard let core = TitleCore(in: line), let tail = TitleTail.parts(of: line[core.range.upperBound...]),
      let head = TitleHead(line[..<core.range.lowerBound])
    else { return nil }
    flaws += head.flaws
    var year = head.year ?? core.year
    if let between = core.year, head.year == nil { flaws.append(.yearBehind("\(between)年")) }
    if core.words != TitleCore.prescribed { flaws.append(.wording(core.words)) }
    for part in tail {
      switch part {
      case .year(let behind, let words):
        if year == nil {
          year = behind
          flaws.append(.yearBehind(words))
        } else {
          flaws.append(.behind(words))
        }
      case .words(let words): flaws.append(.behind(words))
      case .mark: break
      }
    }
    self.year = year
    office = head.office.count >= 2 && head.office.contains(where: Folding.isIdeograph) ? head.office.string : nil
    self.flaws = flaws
    isBroader = core.isBroader
    text = scalars[nameLabel...].string
  }

  private static let openingMarks = Set("《“\"〈「".unicodeScalars)

  /// 附件1：, 名称：, 标题：
  private static func label(of line: ArraySlice<Unicode.Scalar>) -> (length: Int, isName: Bool)? {
    for word in ["附件", "附"] where line.begins(with: word) {
      let number = line.dropFirst(word.unicodeScalars.count).prefix { YearWords.digit($0) != nil || $0 == "十" }
      let rest = line[number.endIndex...]
      guard let mark = rest.first, ":、.-".unicodeScalars.contains(mark) || word == "附件" else { return nil }
      let hasMark = ":、.-".unicodeScalars.contains(mark)
      // 附件2024年…: the digits are the year's.
      let length = number.count >= 4 ? word.unicodeScalars.count : number.endIndex - line.startIndex + (hasMark ? 1 : 0)
      return (length, false)
    }
    for word in ["名称", "标题", "题名", "题目", "文件名称", "信息名称", "公开事项名称"] where line.begins(with: word) {
      let rest = line.dropFirst(word.unicodeScalars.count)
      guard rest.first == ":" else { continue }
      return (word.unicodeScalars.count + 1, true)
    }
    return nil
  }
}
