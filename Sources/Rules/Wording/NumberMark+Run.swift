extension NumberMark {
  /// A list is known again by the few numbers before the slip.
  private static let mostBefore = 3

  /// The characters that it takes: （三）, 3., 三是.
  func range(in passage: Passage) -> Range<Int> {
    let rest = passage.after(index, 6)
    let end: Int?
    switch form {
    case .heading, .numberInBrackets: end = rest.firstIndex { $0 == "）" || $0 == ")" }
    case .number: end = rest.firstIndex { !$0.isDigit }
    case .point: end = rest.firstIndex(of: "是")
    case .ordinal, .ofThese: end = rest.index(rest.startIndex, offsetBy: 1, limitedBy: rest.endIndex)
    case .barePoint, .circled: end = nil
    }
    return index..<min((end ?? index) + 1, passage.scalars.count)
  }

  /// The numbers of its own list that stand before it, and itself, in their order.
  ///
  /// - Parameter marks: all numbers of the passage.
  /// - Returns: a few, of which this is the last.
  func run(in marks: [NumberMark]) -> [NumberMark] {
    var run = [self]
    for mark in marks.reversed() where mark.index < index {
      if mark.form.depth < form.depth || run.count > Self.mostBefore { break }
      guard mark.form.depth == form.depth else { continue }
      run.append(mark)
      if mark.value == 1 { break }
    }
    return run.reversed()
  }
}
