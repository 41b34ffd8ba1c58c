/// The definitions of lists (ECMA-376 Part 1, 17.9).
struct WordNumbering {
  struct Level: Equatable {
    /// The number of the first paragraph. By the standard zero, when nothing is said.
    var start = 0
    /// `nil` for signs that are no numbers.
    var numeral: Numeral? = .decimal
    /// What is printed, with `%1` to `%9` for the numbers of the levels.
    var text = ""
    /// Restarted after which levels: those above it unless said otherwise; after none for 0.
    var restart: Int?
    var suffix = NumberLabel.Suffix.tab
    /// Numbers of all levels in digits.
    var isLegal = false
    var isHidden = false
    /// The paragraph style that goes with the level.
    var style: String?
  }

  /// A list: levels, and whose numbers it continues.
  struct List {
    /// Lists of one definition count on from each other.
    var definition: String
    var levels: [Int: Level]
    /// Where it begins anew.
    var starts: [Int: Int]
  }

  private struct Definition {
    var levels: [Int: Level]
    /// The numbering style that holds the levels instead.
    var styleLink: String?
  }

  static let levels = 0...8

  /// A text of a level that is longer was not made by a word processor. In characters.
  private static let longestText = 255

  private var definitions: [String: Definition] = [:]
  private var lists: [String: (definition: String, overrides: [Int: Override])] = [:]

  private struct Override {
    var start: Int?
    var level: Level?
  }

  init() {}

  /// - Parameter root: The element `numbering`.
  init(_ root: WordElement) {
    for element in root.children {
      switch element.name {
      case .abstractNum:
        guard let id = element.attribute("abstractNumId") else { continue }
        definitions[id] = Definition(
          levels: Self.levels(in: element), styleLink: element.value(of: .numStyleLink))
      case .num:
        guard let id = element.attribute("numId"), let definition = element.value(of: .abstractNumId) else { continue }
        lists[id] = (definition, Self.overrides(in: element))
      default: break
      }
    }
  }

  /// - Parameters:
  ///   - id: The list's number, as paragraphs and styles name it.
  ///   - styles: The styles, where definitions may be kept.
  /// - Returns: `nil` when there is no such list, as for 0, which means none.
  func list(_ id: String, styles: WordStyles) -> List? {
    guard let own = lists[id] else { return nil }
    var definition = own.definition
    // A definition may be but a link to a style, whose list has the definition; a link there is followed no further
    // than a few times, since links may lead round.
    for _ in 0..<4 {
      guard let style = definitions[definition]?.styleLink, let list = styles.list(ofNumberingStyle: style),
        let next = lists[list]?.definition
      else { break }
      definition = next
    }
    guard var levels = definitions[definition]?.levels else { return nil }
    for (number, override) in own.overrides {
      if let level = override.level { levels[number] = level }
    }
    return List(definition: definition, levels: levels, starts: own.overrides.compactMapValues(\.start))
  }

  private static func levels(in element: WordElement) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in element.children where child.name == .lvl {
      guard let number = levelNumber(of: child) else { continue }
      levels[number] = Level(child, longestText: longestText)
    }
    return levels
  }

  private static func overrides(in element: WordElement) -> [Int: Override] {
    var overrides: [Int: Override] = [:]
    for child in element.children where child.name == .lvlOverride {
      guard let number = levelNumber(of: child) else { continue }
      overrides[number] = Override(
        start: child.value(of: .startOverride).flatMap(Level.number),
        level: child.first(.lvl).map { Level($0, longestText: longestText) })
    }
    return overrides
  }

  private static func levelNumber(of element: WordElement) -> Int? {
    guard let number = element.attribute("ilvl").flatMap({ Int($0) }), levels.contains(number) else { return nil }
    return number
  }
}

extension WordNumbering.Level {
  fileprivate init(_ element: WordElement, longestText: Int) {
    for child in element.children {
      switch child.name {
      case .start: start = child.value.flatMap(Self.number) ?? 0
      case .numFmt: numeral = Self.numeral(child)
      case .lvlText: text = String((child.value ?? "").prefix(longestText))
      case .lvlRestart: restart = child.value.flatMap { Int($0) }
      case .isLgl: isLegal = child.isOn
      case .suff: suffix = child.value == "space" ? .space : child.value == "nothing" ? .nothing : .tab
      case .rPr: isHidden = child.first(.vanish)?.isOn ?? false
      case .pStyle: style = child.value
      default: break
      }
    }
  }

  /// Numbers are 32 bits wide in a document.
  static func number(_ text: String) -> Int? {
    Int(text).map { Int(Int32(clamping: $0)) }
  }

  private static func numeral(_ format: WordElement) -> Numeral? {
    guard format.value == "custom" else { return Numeral(word: format.value) }
    // 001, 002, 003, ...
    let first = format.attribute("format")?.prefix { $0 != "," } ?? ""
    return first.count > 1 && first.allSatisfy(\.isNumber) ? .padded(digits: first.count) : .decimal
  }
}

extension Numeral {
  /// `nil` for bullets; digits for what is not used in Chinese offices.
  ///
  /// - Parameter name: A value of ST_NumberFormat (ECMA-376 Part 1, 17.18.59).
  init?(word name: String?) {
    switch name {
    case "bullet": return nil
    case "none": self = .none
    case "decimalZero": self = .padded(digits: 2)
    case "decimalFullWidth", "decimalFullWidth2": self = .fullWidth
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .circled
    case "decimalEnclosedFullstop": self = .dotted
    case "decimalEnclosedParen": self = .bracketed
    case "ideographEnclosedCircle": self = .circledChinese
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand":
      self = .chinese
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital": self = .chineseDigits
    case "chineseLegalSimplified": self = .chineseLegal
    case "ideographLegalTraditional": self = .chineseLegalTraditional
    case "ideographTraditional": self = .stems
    case "ideographZodiac": self = .branches
    case "ideographZodiacTraditional": self = .stemsAndBranches
    default: self = .decimal
    }
  }
}
