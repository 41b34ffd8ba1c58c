/// Where the lists of a text stand.
struct WordCounters {
  /// The last number of each level, by definition.
  private var numbers: [String: [Int?]] = [:]
  /// The lists and levels that have begun anew as they were told to.
  private var begun: Set<Begun> = []

  private struct Begun: Hashable {
    var list: String
    var level: Int
  }

  /// Counts a paragraph.
  ///
  /// - Parameters:
  ///   - list: The paragraph's list.
  ///   - id: The list's number.
  ///   - level: Its level, counted from zero.
  /// - Returns: What is printed before the paragraph, with what parts it from the text.
  mutating func next(in list: WordNumbering.List, id: String, level: Int) -> NumberLabel {
    guard let definition = list.levels[level], WordNumbering.levels.contains(level) else { return .none }
    var current = numbers[list.definition] ?? [Int?](repeating: nil, count: WordNumbering.levels.count)
    if let start = list.starts[level], begun.insert(Begun(list: id, level: level)).inserted {
      current[level] = start
    } else {
      current[level] = current[level].map { $0 + 1 } ?? list.starts[level] ?? definition.start
    }
    for deeper in WordNumbering.levels where deeper > level {
      // A level says below which level it restarts, counted from one.
      let restart = list.levels[deeper]?.restart ?? deeper
      if level < min(restart, deeper) { current[deeper] = nil }
    }
    numbers[list.definition] = current
    if definition.isHidden { return .none }
    return NumberLabel(text: text(definition, level: level, current, in: list), suffix: definition.suffix)
  }

  private func text(_ definition: WordNumbering.Level, level: Int, _ current: [Int?], in list: WordNumbering.List)
    -> String
  {
    guard definition.numeral != nil else { return "" }
    var text = ""
    var rest = definition.text[...]
    while let mark = rest.firstIndex(of: "%") {
      text += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      guard let digit = rest.first?.wholeNumberValue, rest.first?.isASCII == true, (1...9).contains(digit) else {
        text += "%"
        continue
      }
      rest = rest.dropFirst()
      guard digit - 1 <= level, let shown = list.levels[digit - 1] else { continue }
      let numeral = definition.isLegal && shown.numeral != Numeral.none ? .decimal : shown.numeral
      // A level above that has not been counted yet is shown as it will begin.
      text += numeral?.text(current[digit - 1] ?? list.starts[digit - 1] ?? shown.start) ?? ""
    }
    return text + rest
  }
}
