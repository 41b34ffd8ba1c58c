/// How the levels of a list are numbered (OpenDocument 1.3 Part 3, 16.30 to 16.36).
struct OpenListStyle {
  struct Level {
    var start = 1
    var numeral = Numeral.none
    var prefix = ""
    var suffix = ""
    /// How many levels are shown: this one and those above it.
    var shownLevels = 1
    /// What is printed, with `%1%` for the number of a level; instead of all the above where it is given.
    var format: String?
    var follower = NumberLabel.Suffix.tab
  }

  /// By level, counted from one. Levels with bullets are not among them.
  private(set) var levels: [Int: Level] = [:]

  static let deepest = 10
  /// A part of a number that is longer was not made by a word processor. In characters.
  private static let longestText = 255

  init(_ element: OpenElement, levels name: OpenName) {
    for child in element.children where child.name == name {
      guard let number = child.attribute("level").flatMap({ Int($0) }), (1...Self.deepest).contains(number) else {
        continue
      }
      levels[number] = Level(child, longestText: Self.longestText)
    }
  }

  /// What is printed at a level.
  ///
  /// - Parameters:
  ///   - level: Counted from one.
  ///   - numbers: The last number of each level; levels that were not counted yet are shown as they will begin.
  /// - Returns: Nothing for bullets.
  func label(_ level: Int, _ numbers: [Int?]) -> NumberLabel {
    guard let style = levels[level] else { return .none }
    func number(_ shown: Int) -> String {
      guard shown <= level, let style = levels[shown] else { return "" }
      let counted = numbers.indices.contains(shown - 1) ? numbers[shown - 1] : nil
      return style.numeral.text(counted ?? style.start)
    }
    if let format = style.format {
      return NumberLabel(text: Self.filled(format, number), suffix: style.follower)
    }
    let first = max(1, level - style.shownLevels + 1)
    let shown = (first...level).map(number).filter { !$0.isEmpty }
    return NumberLabel(text: style.prefix + shown.joined(separator: ".") + style.suffix, suffix: style.follower)
  }

  private static func filled(_ format: String, _ number: (Int) -> String) -> String {
    let pieces = format.split(separator: "%", omittingEmptySubsequences: false)
    var text = ""
    var index = 0
    while index < pieces.count {
      // Between two signs stands the number of a level; anything else between them is text.
      if index % 2 == 1, index + 1 < pieces.count, let level = Int(pieces[index]), (1...deepest).contains(level) {
        text += number(level)
      } else {
        text += pieces[index]
      }
      index += 1
    }
    return text
  }
}

extension OpenListStyle.Level {
  fileprivate init(_ element: OpenElement, longestText: Int) {
    func text(_ name: String) -> String? { element.attribute(name).map { String($0.prefix(longestText)) } }
    start = element.number("start-value") ?? 1
    numeral = Numeral(openFormat: element.attribute("num-format") ?? "")
    prefix = text("num-prefix") ?? ""
    suffix = text("num-suffix") ?? ""
    shownLevels = element.count("display-levels", atMost: OpenListStyle.deepest)
    format = text("num-list-format")
    let alignment = element.first(.levelProperties)?.first(.labelAlignment)
    follower =
      switch alignment?.attribute("label-followed-by") {
      case "space": .space
      case "nothing": .nothing
      default: .tab
      }
  }
}

extension Numeral {
  /// - Parameter format: A value of `style:num-format` (OpenDocument 1.3 Part 3, 19.500): its first number, and as
  ///   LibreOffice writes them, the next ones.
  init(openFormat format: String) {
    let first = String(format.prefix { $0 != "," && $0 != " " })
    switch first {
    case "": self = .none
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    case "１": self = .fullWidth
    case "①": self = .circled
    case "⒈": self = .dotted
    case "⑴": self = .bracketed
    case "㊀": self = .circledChinese
    case "一": self = .chinese
    case "壹": self = format.contains("貳") ? .chineseLegalTraditional : .chineseLegal
    case "甲": self = .stems
    case "子": self = .branches
    case _ where first.count > 1 && first.allSatisfy { $0 == "0" || $0 == "1" }: self = .padded(digits: first.count)
    default: self = .decimal
    }
  }
}
