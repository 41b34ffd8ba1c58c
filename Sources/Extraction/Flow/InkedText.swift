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
}
