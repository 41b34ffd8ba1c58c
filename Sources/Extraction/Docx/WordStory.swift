import DocumentModel

/// Reads the text of one part, the body or what stands round it, into flowing blocks.
///
/// Everything it walks through stands inside each other no deeper than the parser allows.
struct WordStory {
  let definitions: WordDefinitions
  var budget: FlowBudget
  var counters = WordCounters()
  /// Fields whose code or result is being read, the innermost last.
  var fields: [WordField] = []
  /// For each of them the choice that is shown unless a result is.
  var choices: [String?] = []
  /// What lies under the text, in each cell and box that it stands in.
  var grounds: [InkGround] = [.paper]
  /// The page being read; `nil` in a document that does not say where its pages end.
  var page: Int?
  /// A page was ended by hand: the next rendered end is the same one.
  var hasBrokenPage = false
  var notes: WordNotes
  /// Pictures that stand in the text.
  var pictures = 0
  /// The relationships to headers and footers, in order, each once.
  private(set) var marginReferences: [String] = []
  /// Embedded files that could not be read.
  private(set) var unread: [UnreadPart] = []
  private var lists: [String: WordNumbering.List] = [:]

  init(_ definitions: WordDefinitions, budget: FlowBudget, hasPages: Bool, notes: WordNotes = WordNotes()) {
    self.definitions = definitions
    self.notes = notes
    self.budget = budget
    page = hasPages ? 1 : nil
  }

  /// The blocks of a body, a cell, a text box, a header or a note.
  mutating func blocks(of container: WordElement) throws(Obstacle) -> [FlowBlock] {
    var sequence = Sequence()
    try read(container, into: &sequence)
    if let open = sequence.open { try end(open, in: &sequence) }
    return sequence.blocks
  }

  /// The blocks of a header, a footer, or of all notes but the lines that part them from the text.
  mutating func blocks(ofMargin root: WordElement) throws(Obstacle) -> [FlowBlock] {
    var blocks: [FlowBlock] = []
    for note in root.children where note.name == .footnote || note.name == .endnote {
      blocks += try self.blocks(of: note)
    }
    return try blocks + self.blocks(of: root)
  }

  /// Blocks that follow each other, and the paragraph that goes on in the next.
  private struct Sequence {
    var blocks: [FlowBlock] = []
    var open: WordParagraph?
  }

  private mutating func read(_ container: WordElement, into sequence: inout Sequence) throws(Obstacle) {
    for child in container.children {
      switch child.name {
      case .p:
        try paragraph(child, in: &sequence)
      case .tbl:
        if let open = sequence.open { try end(open, in: &sequence) }
        sequence.open = nil
        try budget.spend()
        sequence.blocks.append(.table(try table(child)))
      case .sdt:
        if let content = child.first(.sdtContent) { try read(content, into: &sequence) }
      case .customXml, .smartTag, .ins, .moveTo:
        try read(child, into: &sequence)
      case .sectPr:
        takeMargins(of: child)
      case .altChunk:
        if let open = sequence.open { try end(open, in: &sequence) }
        sequence.open = nil
        if let id = child.attribute("id") { try read(chunk: id, into: &sequence) }
      default: break
      }
    }
  }

  /// What stands in another file inside the document is a part of its text (ECMA-376 Part 1, 17.17.2.1).
  private mutating func read(chunk id: String, into sequence: inout Sequence) throws(Obstacle) {
    switch definitions.chunks[id] {
    case .read(let document):
      for block in document { try budget.spend(block.pieceCount, bytes: 0) }
      try budget.spend(bytes: document.reduce(0) { $0 + $1.textLength })
      sequence.blocks += document.map(FlowBlock.init)
    case .unread(let part): unread.append(part)
    case nil: break
    }
  }

  private mutating func paragraph(_ element: WordElement, in sequence: inout Sequence) throws(Obstacle) {
    let properties = element.first(.pPr)
    let styleID = properties?.value(of: .pStyle)
    let style = definitions.styles.paragraph(styleID)
    if let section = properties?.first(.sectPr) { takeMargins(of: section) }

    var paragraph = sequence.open ?? WordParagraph()
    sequence.open = nil
    paragraph.isHiddenByStyle = style?.isHidden ?? false
    paragraph.look = (style?.look ?? InkLook()).completed(by: definitions.styles.defaultLook)
    if let ground = properties?.first(.shd)?.ground { paragraph.look.ground = ground }
    try read(runs: element, into: &paragraph)
    fields.removeAll { $0 == .code }
    choices.removeLast(max(0, choices.count - fields.count))

    let number = WordNumberReference(properties?.first(.numPr), style: style, styleID: styleID)
    let mark = properties?.first(.rPr)
    if mark?.children.contains(where: { $0.name == .del || $0.name == .moveFrom }) == true {
      // Without its mark a paragraph is the beginning of the next one, and looks like that.
      sequence.open = paragraph
    } else if isHidden(mark, in: paragraph) {
      // What is seen of the two stands in one line, the number of the first before it.
      if !paragraph.text.isEmpty, paragraph.number == nil { paragraph.number = number }
      sequence.open = paragraph
    } else {
      if paragraph.number == nil { paragraph.number = number }
      try end(paragraph, in: &sequence)
    }
  }

  private mutating func end(_ paragraph: WordParagraph, in sequence: inout Sequence) throws(Obstacle) {
    let text = paragraph.number.map { label($0).before(paragraph.text) } ?? paragraph.text
    try budget.spend(bytes: text.utf8.count)
    sequence.blocks.append(
      .paragraph(
        FlowParagraph(
          text: text, page: paragraph.page ?? page, struck: paragraph.inked.struck, objects: paragraph.objects)))
    sequence.blocks += paragraph.boxes
  }

  /// The number of a paragraph, counted on.
  private mutating func label(_ number: WordNumberReference) -> NumberLabel {
    guard let list = lists[number.list] ?? definitions.numbering.list(number.list, styles: definitions.styles) else {
      return .none
    }
    lists[number.list] = list
    return counters.next(in: list, id: number.list, level: number.level(in: list))
  }

  private mutating func takeMargins(of section: WordElement) {
    for child in section.children where child.name == .headerReference || child.name == .footerReference {
      guard let id = child.attribute("id"), !marginReferences.contains(id) else { continue }
      marginReferences.append(id)
    }
  }
}

/// A paragraph while it is read.
struct WordParagraph {
  var inked = InkedText()
  var text: String { inked.text }
  /// Where its text begins.
  var page: Int?
  /// What stands in the text boxes that are fixed to it.
  var boxes: [FlowBlock] = []
  /// Pictures and objects that stand in it.
  var objects: [UnreadPart] = []
  var number: WordNumberReference?
  var isHiddenByStyle = false
  /// What its style says of the look of its text.
  var look = InkLook()
}

/// By what a paragraph is numbered.
struct WordNumberReference {
  var list: String
  private var level: Int?
  /// The paragraph's style, and the one that names the list.
  private var styles: [String] = []

  /// The paragraph's own word counts before its style's (ECMA-376 Part 1, 17.9.22).
  ///
  /// - Returns: `nil` for a paragraph without a number.
  init?(_ own: WordElement?, style: WordStyles.Style?, styleID: String?) {
    let ownList = own?.value(of: .numId)
    guard let list = ownList ?? style?.number?.list, list != "0" else { return nil }
    self.list = list
    level = own?.value(of: .ilvl).flatMap { Int($0) }
    if ownList == nil {
      level = level ?? style?.number?.level
      styles = [styleID, style?.number?.style].compactMap(\.self)
    }
  }

  /// A style that names no level has the level that names the style.
  func level(in list: WordNumbering.List) -> Int {
    if let level { return level }
    let named = styles.lazy.compactMap { style in list.levels.first { $0.value.style == style }?.key }
    return named.first ?? 0
  }
}
