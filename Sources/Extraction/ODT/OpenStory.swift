import DocumentModel

/// Reads the text of a document's body, or what stands round it, into flowing blocks.
///
/// Everything it walks through stands inside each other no deeper than the parser allows.
struct OpenStory {
  let styles: OpenStyles
  var budget: FlowBudget
  /// The page being read; `nil` in a document that does not say where its pages end.
  var page: Int?
  /// Pictures that stand in the text.
  var pictures = 0
  /// Pictures and objects in the paragraph that is being read.
  var objects: [UnreadPart] = []
  var controls = OpenControls()
  /// Footnotes and endnotes.
  var notes: [FlowBlock] = []
  /// What lies under the text, in each cell and box that it stands in.
  var grounds: [InkGround] = [.paper]
  private var counters = OpenCounters()
  private var hasBegun = false

  init(_ styles: OpenStyles, budget: FlowBudget, hasPages: Bool) {
    self.styles = styles
    self.budget = budget
    page = hasPages ? 1 : nil
  }

  /// The blocks of a body, a cell, a text box, a header or a note.
  mutating func blocks(of container: OpenElement) throws(Obstacle) -> [FlowBlock] {
    var blocks: [FlowBlock] = []
    try read(container, into: &blocks)
    return blocks
  }

  private mutating func read(_ container: OpenElement, into blocks: inout [FlowBlock]) throws(Obstacle) {
    for child in container.children {
      switch child.name {
      case .paragraph, .heading:
        try paragraph(child, in: nil, into: &blocks)
      case .list:
        let style = child.attribute("style-name") ?? ""
        let list = counters.begin(child, style: style)
        try read(list: child, Item(list: list, style: style, level: 1), into: &blocks)
      case .numberedParagraph:
        try read(numbered: child, into: &blocks)
      case .table:
        if styles.table(child.attribute("style-name")).beginsPage == true { turnPage() }
        try budget.spend()
        blocks.append(.table(try table(child)))
      case .section where !child.isHiddenSection:
        try read(child, into: &blocks)
      case .tableOfContent, .illustrationIndex, .tableIndex, .objectIndex, .userIndex, .alphabeticalIndex,
        .bibliography, .indexBody, .indexTitle:
        try read(child, into: &blocks)
      case .softPageBreak:
        page = page.map { $0 + 1 }
      case _ where child.name.isDrawing:
        try read(drawing: child, into: &blocks)
      default: break
      }
    }
  }

  /// Where in a list a paragraph stands.
  private struct Item {
    var list: OpenCounters.ListID
    var style: String
    /// Counted from one.
    var level: Int
    var start: Int?
    /// The number as the file has it, for programs that do not count.
    var number: String?
  }

  private mutating func read(list: OpenElement, _ place: Item, into blocks: inout [FlowBlock]) throws(Obstacle) {
    for item in list.children where item.name == .listItem || item.name == .listHeader {
      // Only the first paragraph of an item is numbered; a header is not.
      var own: Item? = item.name == .listItem ? place : nil
      own?.start = item.number("start-value")
      for child in item.children {
        switch child.name {
        case .number: own?.number = child.text
        case .paragraph, .heading:
          try paragraph(child, in: own, isInList: true, into: &blocks)
          own = nil
        case .list:
          let deeper = Item(
            list: place.list, style: child.attribute("style-name") ?? place.style, level: place.level + 1)
          try read(list: child, deeper, into: &blocks)
          own = nil
        case .softPageBreak: page = page.map { $0 + 1 }
        default: break
        }
      }
    }
  }

  private mutating func read(numbered element: OpenElement, into blocks: inout [FlowBlock]) throws(Obstacle) {
    let style = element.attribute("style-name") ?? ""
    let list = element.attribute("list-id").map { counters.list(named: $0) } ?? counters.begin(element, style: style)
    var item: Item? = Item(
      list: list, style: style, level: element.count("level", atMost: OpenListStyle.deepest))
    item?.start = element.number("start-value")
    item?.number = element.first(.number)?.text
    for child in element.children where child.name == .paragraph || child.name == .heading {
      try paragraph(child, in: item, isInList: true, into: &blocks)
      item = nil
    }
  }

  private mutating func paragraph(
    _ element: OpenElement, in item: Item?, isInList: Bool = false, into blocks: inout [FlowBlock]
  ) throws(Obstacle) {
    let style = styles.paragraph(element.attribute("style-name"))
    if style.beginsPage == true, hasBegun { turnPage() }
    hasBegun = true
    var paragraph = OpenParagraph()
    // What stands in a box that is fixed to a paragraph is not the paragraph's.
    let outer = objects
    objects = []
    defer { objects = outer }
    try read(inline: element, style.look, into: &paragraph)
    let isHidden = paragraph.isHidden || (paragraph.text.isEmpty && paragraph.hasHiddenText)
    var text = isHidden ? "" : paragraph.finished
    if !isHidden {
      let label = isInList ? item.map { number(of: $0) } : heading(element, style: style)
      text = label?.before(text) ?? text
    }
    try budget.spend(bytes: text.utf8.count)
    blocks.append(
      .paragraph(
        FlowParagraph(text: text, page: paragraph.page ?? page, struck: paragraph.inked.struck, objects: objects)))
    blocks += paragraph.boxes
  }

  private mutating func number(of item: Item) -> NumberLabel {
    var label = counters.next(in: item.list, level: item.level, style: styles.list(item.style), start: item.start)
    if let number = item.number, !number.isEmpty { label.text = FlowText.printed(number) }
    return label
  }

  /// Headings outside of lists are numbered by the outline.
  private mutating func heading(_ element: OpenElement, style: OpenStyles.Style) -> NumberLabel? {
    guard element.name == .heading, element.attribute("is-list-header") != "true", style.list != "",
      let outline = styles.outline
    else { return nil }
    let restarts = element.attribute("restart-numbering") == "true"
    let start = restarts ? element.number("start-value") : nil
    let level = element.count("outline-level", atMost: OpenListStyle.deepest)
    return counters.next(in: OpenCounters.outline, level: level, style: outline, start: start)
  }

  private mutating func turnPage() {
    page = page.map { $0 + 1 }
  }
}

extension OpenElement {
  fileprivate var isHiddenSection: Bool {
    attribute("display") == "none" || attribute("is-hidden") == "true"
  }
}
