import DocumentModel

/// How a piece of text is formatted, as far as that changes what it says.
struct Ink: OptionSet {
  let rawValue: UInt8

  static let raised = Ink(rawValue: 1 << 0)
  static let lowered = Ink(rawValue: 1 << 1)
  static let struck = Ink(rawValue: 1 << 2)
}

/// The text of a paragraph while it is read piece by piece: what is struck through is kept apart, and what is raised or
/// lowered is written with the signs of ``ShiftedText``.
struct InkedText {
  private(set) var struck = ""
  private var shifted = ""
  private var plain = ""
  /// Something that is seen stands on the line.
  private var hasLine = false
  private var isStruckOpen = false

  /// Where all is raised or lowered there is no line that it could be raised from: then it is plain text.
  var text: String { hasLine ? shifted : plain }

  mutating func append(_ piece: String, _ ink: Ink = []) {
    if ink.contains(.struck) {
      if !struck.isEmpty, !isStruckOpen { struck += " " }
      struck += piece
      isStruckOpen = true
      return
    }
    isStruckOpen = false
    plain += piece
    if ink.contains(.raised) {
      shifted += ShiftedText.written(piece, .raised)
    } else if ink.contains(.lowered) {
      shifted += ShiftedText.written(piece, .lowered)
    } else {
      shifted += piece
      hasLine = hasLine || piece.unicodeScalars.contains { !$0.isWhiteSpace }
    }
  }

  /// Appends the mark of a note, which is raised however it is formatted. Alone it says nothing: there is nothing that
  /// it is the mark of.
  mutating func append(mark: String, _ ink: Ink = []) {
    if !ink.contains(.struck) { shifted += Self.raised(mark) }
  }

  /// More than a word is no mark. In characters.
  private static let longestMark = 6

  /// A mark of letters or digits that cannot be raised would be taken for a part of what it stands behind.
  private static func raised(_ mark: String) -> String {
    let signs = ShiftedText.written(mark.lowercased().filter { !$0.isWhitespace }, .raised).unicodeScalars
    let isTold = signs.allSatisfy { sign in
      if ShiftedText.plain(sign) != nil || sign == "注" { return true }
      return !sign.properties.isAlphabetic && sign.properties.generalCategory != .decimalNumber
    }
    return isTold && signs.count <= longestMark ? String(signs) : "※"
  }
}
