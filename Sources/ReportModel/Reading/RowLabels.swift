/// Tells by the words on its own line which row a line of figures is, or is not.
struct RowLabels: Sendable {
  private let rows: [Row]
  /// Whole labels, with and without the head of their group.
  private let numbers: [[Unicode.Scalar]: Int]

  private struct Row {
    /// So short that it is not broken over lines, and has no remark of its own in brackets.
    var isShort: Bool
    /// 其他对外管理服务事项
    var isOfOthers: Bool
  }

  init(_ printed: [PrintedRow]) {
    rows = printed.map { row in
      Row(
        isShort: row.rows.count == 1 && row.labels.allSatisfy { $0.count <= Self.short },
        isOfOthers: row.labels.contains(where: Self.isOfOthers))
    }
    var numbers: [[Unicode.Scalar]: Int] = [:]
    var ambiguous: Set<[Unicode.Scalar]> = []
    for (number, row) in printed.enumerated() where row.rows.count == 1 {
      for label in row.labels {
        for key in [label, Folding.key(row.rows[0].group ?? "") + label] {
          if let other = numbers[key], other != number { ambiguous.insert(key) }
          numbers[key] = number
        }
      }
    }
    for key in ambiguous { numbers[key] = nil }
    self.numbers = numbers
  }

  /// In characters.
  private static let short = 11

  /// The row whose label stands whole on a line of figures.
  func row(of line: ReadingLine) -> Int? {
    guard !line.key.isEmpty else { return nil }
    return numbers[line.key] ?? numbers[Folding.key(line.label)]
      ?? numbers[Folding.key(Remarks.removed(from: line.label))]
  }

  /// Whether the words on a line say that it is another row: one that the form does not have.
  func isOther(_ line: ReadingLine, than row: Int) -> Bool {
    guard rows[row].isShort, !rows[row].isOfOthers, !line.label.isEmpty else { return false }
    return Self.isOfOthers(Folding.key(line.label))
  }

  /// Whether a label begins with what sets apart from the others: 其他, 除…外, 非.
  private static func isOfOthers(_ label: [Unicode.Scalar]) -> Bool {
    let words = label.drop { Folding.isDigit($0) || "一二三四五六七八九十".unicodeScalars.contains($0) }
    return ["其他", "其它", "除", "非"].contains { words.starts(with: $0.unicodeScalars) }
  }
}

/// Remarks in brackets behind words, which name other things than the words do: 其他文件（规范性文件除外）.
enum Remarks {
  /// Shorter ones are ordinals: 第（一）项. In characters.
  private static let shortest = 4
  private static let longest = 120

  static func mayStand(in text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "（" || $0 == "(" }
  }

  /// A text without the remarks in it; what does not close stays.
  static func removed(from text: String) -> String {
    guard mayStand(in: text) else { return text }
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let isOpen = Folding.fold(scalars[index]) == "("
      if isOpen, kept.last(where: { !Folding.isSpace($0) }).map(Folding.isIdeograph) == true,
        let end = end(of: scalars, from: index), end - index - 1 >= shortest
      {
        index = end + 1
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return String(kept)
  }

  private static func end(of scalars: [Unicode.Scalar], from open: Int) -> Int? {
    var depth = 0
    for index in open..<min(scalars.count, open + longest) {
      switch Folding.fold(scalars[index]) {
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }
}
