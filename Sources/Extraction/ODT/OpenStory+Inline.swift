import DocumentModel

extension OpenStory {
  /// Spaces in a row that are believed.
  private static let mostSpaces = 1000

  /// Reads what stands in a paragraph or in a part of one.
  mutating func read(
    inline container: OpenElement, _ look: InkLook, into paragraph: inout OpenParagraph
  ) throws(Obstacle) {
    let isUnseen = look.isUnseen(on: grounds.last ?? .paper)
    for child in container.content {
      switch child {
      case .text(let text):
        if isUnseen { paragraph.hasHiddenText = true } else { paragraph.append(text, look.ink, page: page) }
      case .element(let element):
        try read(element, look, into: &paragraph)
      }
    }
  }

  private mutating func read(
    _ element: OpenElement, _ look: InkLook, into paragraph: inout OpenParagraph
  ) throws(Obstacle) {
    switch element.name {
    case .softPageBreak: page = page.map { $0 + 1 }
    case .span:
      let look = styles.text(element.attribute("style-name")).look.completed(by: look)
      try read(inline: element, look, into: &paragraph)
    case .hiddenParagraph:
      if element.attribute("is-hidden") == "true" { paragraph.isHidden = true }
    case .annotation, .rubyText, .number, .script, .trackedChanges: break
    case .hiddenText where element.attribute("is-hidden") == "true": paragraph.hasHiddenText = true
    case _ where look.isHidden == true:
      // A frame is hidden with the text that it is fixed to.
      try read(inline: element, look, into: &paragraph)
    case .spaces:
      let count = element.count("c", atMost: Self.mostSpaces)
      paragraph.append(space: String(repeating: " ", count: count), page: page)
    case .tab: paragraph.append(space: "\t", page: page)
    case .lineBreak: paragraph.append(space: "\n", page: page)
    case .note:
      if let citation = element.first(.noteCitation), !look.isUnseen(on: grounds.last ?? .paper) {
        paragraph.append(mark: citation.text, look.ink, page: page)
      }
      if let body = element.first(.noteBody) { notes += try blocks(of: body) }
    case .fieldMark where element.chosenEntry != nil:
      let isUnseen = look.isUnseen(on: grounds.last ?? .paper)
      if let entry = element.chosenEntry, !isUnseen { paragraph.append(entry, look.ink, page: page) }
    case .control where element.attribute("display") != "none":
      if let value = controls.value(element.attribute("control")) { paragraph.append(value, page: page) }
    case _ where element.name.isDrawing:
      try read(drawing: element, into: &paragraph.boxes)
    default:
      // Links, fields, marks: what stands in them is what is printed.
      try read(inline: element, look, into: &paragraph)
    }
  }

  /// Reads frames, groups and shapes: text boxes, and shapes that hold text themselves.
  mutating func read(drawing: OpenElement, into blocks: inout [FlowBlock]) throws(Obstacle) {
    if drawing.attribute("display") == "none" { return }
    switch drawing.name {
    case .image:
      pictures += 1
      objects.append(UnreadPart(kind: .picture, name: ""))
    case .object, .linkedObject: objects.append(UnreadPart(kind: .object, name: ""))
    default: break
    }
    if drawing.children.contains(where: { $0.name == .paragraph || $0.name == .list || $0.name == .table }) {
      // What a box is filled with stands in its graphic style.
      grounds.append(.unknown)
      defer { grounds.removeLast() }
      blocks += try self.blocks(of: drawing)
      return
    }
    for child in drawing.children where child.name.isDrawing {
      try read(drawing: child, into: &blocks)
    }
  }
}

extension OpenElement {
  /// The entry that a drop-down list of Word shows, as LibreOffice keeps it: entries in order, and the number of the
  /// chosen one.
  fileprivate var chosenEntry: String? {
    var entries: [String] = []
    var chosen = 0
    for parameter in children where parameter.name == .fieldParameter {
      switch parameter.attribute("name") {
      case "Dropdown_ListEntry": entries.append(parameter.attribute("value") ?? "")
      case "Dropdown_Selected": chosen = parameter.attribute("value").flatMap { Int($0) } ?? 0
      default: break
      }
    }
    return entries.indices.contains(chosen) ? entries[chosen] : entries.first
  }
}
