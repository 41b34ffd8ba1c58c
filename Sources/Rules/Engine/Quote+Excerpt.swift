import Findings

extension Quote {
  /// No more than the eye takes in at once, in characters.
  private static let most = 160
  /// Of one mark.
  private static let mostMarked = 60
  private static let mostMarks = 8

  /// Places of a text, marked, with the words round them: to the ends of their sentences, or as far as there is room.
  ///
  /// - Parameters:
  ///   - marks: What matters in the text. What lies outside of it, or in another mark, is passed over.
  ///   - scalars: The text.
  ///   - bounds: The part of the text that words may be taken from, such as a paragraph; the whole by default.
  ///   - source: Whose words they are, in Chinese.
  init(around marks: [Range<Int>], in scalars: [Unicode.Scalar], within bounds: Range<Int>? = nil, source: String) {
    let bounds = (bounds ?? scalars.indices).clamped(to: scalars.indices)
    let marks = Self.apart(marks, within: bounds)
    guard let first = marks.first, let last = marks.last else {
      self.init(source: source, runs: [])
      return
    }
    let marked = marks.reduce(0) { $0 + min($1.count, Self.mostMarked) }
    let room = max(Self.most - marked, 0) / (marks.count + 1)
    var runs = [Run(Self.words(before: first.lowerBound, in: scalars[bounds], room: room))]
    for (mark, next) in zip(marks, marks.dropFirst().map(Optional.some) + [nil]) {
      runs.append(Run(Self.beginning(of: scalars[mark], atMost: Self.mostMarked), isMarked: true))
      guard let next else { continue }
      runs.append(Run(Self.beginning(of: scalars[mark.upperBound..<next.lowerBound], atMost: room)))
    }
    runs.append(Run(Self.words(behind: last.upperBound, in: scalars[bounds], room: room)))
    self.init(source: source, runs: runs.filter { !$0.text.isEmpty })
  }

  /// What the words of a section are called: 本报告第一部分.
  static func source(section: Int?) -> String {
    section.map { "\(Comparison.thisReport)第\(ChineseOrdinal.written($0))部分" } ?? Comparison.thisReport
  }

  /// The first marks in their order, none in another.
  private static func apart(_ marks: [Range<Int>], within bounds: Range<Int>) -> [Range<Int>] {
    var apart: [Range<Int>] = []
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let mark = mark.clamped(to: bounds)
      guard !mark.isEmpty, mark.lowerBound >= apart.last?.upperBound ?? 0, apart.count < mostMarks else { continue }
      apart.append(mark)
    }
    return apart
  }

  private static func words(before index: Int, in text: ArraySlice<Unicode.Scalar>, room: Int) -> String {
    let words = text[..<index].suffix(room)
    if let stop = words.lastIndex(where: \.endsSentence) { return String(words[(stop + 1)...]) }
    guard words.startIndex > text.startIndex else { return String(words) }
    // What is left of a person's number would not be known for one, and not be masked.
    return "…" + String(words.drop(while: \.isDigit))
  }

  private static func words(behind index: Int, in text: ArraySlice<Unicode.Scalar>, room: Int) -> String {
    guard !text[..<index].suffix(1).contains(where: \.endsSentence) else { return "" }
    let words = text[index...].prefix(room)
    if let stop = words.firstIndex(where: \.endsSentence) { return String(words[...stop]) }
    return beginning(of: text[index...], atMost: room)
  }

  private static func beginning(of words: ArraySlice<Unicode.Scalar>, atMost most: Int) -> String {
    guard words.count > most else { return String(words) }
    let end = words.prefix(most).lastIndex { !$0.isDigit }
    return String(words[...(end ?? words.startIndex)]) + "…"
  }
}

extension FlowingText {
  /// Places of a section's prose, marked, with the words round them.
  func quote(of marks: [Range<Int>], section: Int?) -> Evidence {
    .quote(Quote(around: marks, in: scalars, source: Quote.source(section: section)))
  }
}

extension Passage {
  /// Places of the passage, marked, with the words round them.
  func quote(of marks: Range<Int>...) -> Evidence { quote(of: marks) }

  func quote(of marks: [Range<Int>]) -> Evidence {
    let source = section == nil ? "\(Comparison.thisReport)开头" : Quote.source(section: section)
    return .quote(Quote(around: marks, in: scalars, within: paragraphs(of: marks), source: source))
  }

  /// The paragraphs that hold all of the marks; everything where only lines are known.
  private func paragraphs(of marks: [Range<Int>]) -> Range<Int> {
    guard !isBrokenInLines, let start = marks.map(\.lowerBound).min(), let end = marks.map(\.upperBound).max(),
      start < end
    else { return scalars.indices }
    let first = range(ofLine: line(at: start))
    return first.lowerBound..<max(first.upperBound, range(ofLine: line(at: end - 1)).upperBound)
  }
}
