/// A paragraph while it is read.
struct OpenParagraph {
  private(set) var inked = InkedText()
  var text: String { inked.text }
  /// Where its text begins.
  private(set) var page: Int?
  /// What stands in the frames that are fixed to it.
  var boxes: [FlowBlock] = []
  /// A field hides the whole of it.
  var isHidden = false
  /// Something of it is hidden.
  var hasHiddenText = false
  /// White space is left out here: at the beginning, and behind other white space.
  private var leavesOutSpace = true
  private var endsWithSpace = false

  /// Appends text of the markup, in which white space of any length is one space (OpenDocument 1.3 Part 3, 6.1.2).
  mutating func append(_ markup: String, _ ink: Ink = [], page: Int?) {
    var piece = String.UnicodeScalarView()
    for scalar in markup.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r":
        if leavesOutSpace { continue }
        piece.append(" ")
        leavesOutSpace = true
        endsWithSpace = true
      case "\u{200B}", "\u{FEFF}": break
      default:
        piece.append(scalar)
        leavesOutSpace = false
        endsWithSpace = false
      }
    }
    if piece.isEmpty { return }
    inked.append(String(piece), ink)
    if self.page == nil { self.page = page }
  }

  /// Appends white space that is meant: spaces, a tab, the end of a line.
  mutating func append(space: String, page: Int?) {
    inked.append(space)
    leavesOutSpace = false
    endsWithSpace = false
    if self.page == nil { self.page = page }
  }

  /// Appends the mark of a note.
  mutating func append(mark: String, _ ink: Ink, page: Int?) {
    inked.append(mark: mark, ink)
    leavesOutSpace = false
    endsWithSpace = false
    if self.page == nil { self.page = page }
  }

  /// The text without the white space of the markup at its end.
  var finished: String {
    // The space may have been struck through, and is none of the text then.
    endsWithSpace && text.hasSuffix(" ") ? String(text.dropLast()) : text
  }
}
