import DocumentModel

/// Where a field is being read: a field's code is not printed, its result is.
enum WordField {
  case code, result
}

extension WordStory {
  /// Reads what stands in a paragraph, or in something that stands round some of its runs.
  mutating func read(runs container: WordElement, into paragraph: inout WordParagraph) throws(Obstacle) {
    for child in container.children {
      switch child.name {
      case .r:
        let properties = child.first(.rPr)
        let look = look(properties, in: paragraph)
        let isHidden = isHidden(properties, in: paragraph) || look.isUnseen(on: grounds.last ?? .paper)
        try read(run: child, isHidden: isHidden, look.ink, into: &paragraph)
      case .hyperlink, .smartTag, .customXml, .fldSimple, .dir, .bdo, .ins, .moveTo:
        try read(runs: child, into: &paragraph)
      case .sdt:
        if let content = child.first(.sdtContent) { try read(runs: content, into: &paragraph) }
      case .math:
        try read(formula: child, into: &paragraph)
      default: break
      }
    }
  }

  /// Whether text or a paragraph mark of such properties is hidden (ECMA-376 Part 1, 17.3.2.41 and 17.7.3): its own
  /// word counts, else its styles', which cancel each other.
  func isHidden(_ properties: WordElement?, in paragraph: WordParagraph) -> Bool {
    var style: String?
    var own: Bool?
    if let properties {
      for property in properties.children {
        switch property.name {
        case .vanish: own = property.isOn
        case .specVanish where property.isOn: return true
        case .rStyle: style = property.value
        default: break
        }
      }
    }
    if let own { return own }
    let isHiddenByRun = definitions.styles.character(style)?.isHidden ?? false
    return definitions.styles.hidesByDefault || isHiddenByRun != paragraph.isHiddenByStyle
  }

  /// The run's own word counts, then its style's, then its paragraph's.
  private func look(_ properties: WordElement?, in paragraph: WordParagraph) -> InkLook {
    guard let properties else { return paragraph.look }
    let style = properties.value(of: .rStyle).flatMap { definitions.styles.character($0)?.look } ?? InkLook()
    return InkLook(properties).completed(by: style).completed(by: paragraph.look)
  }

  private mutating func read(
    run: WordElement, isHidden: Bool, _ ink: Ink = [], into paragraph: inout WordParagraph
  ) throws(Obstacle) {
    var isMark = false
    for child in run.children {
      // Fields and pages go on where nothing is seen.
      let isSeen = !isHidden && !fields.contains(.code)
      switch child.name {
      case .fldChar: follow(field: child, isHidden: isHidden, into: &paragraph)
      case .lastRenderedPageBreak: turnPage(isRendered: true)
      case .br where child.attribute("type") == "page": turnPage(isRendered: false)
      case _ where !isSeen: break
      case .footnoteReference, .endnoteReference:
        if let mark = notes.mark(of: child) { append(mark: mark, ink, to: &paragraph) } else { isMark = true }
      case .t where isMark: append(mark: child.text, ink, to: &paragraph)
      case .sym where isMark: append(mark: child.symbol, ink, to: &paragraph)
      case .t: append(FlowText.printed(child.text), ink, to: &paragraph)
      case .tab, .ptab: append("\t", to: &paragraph)
      case .cr: append("\n", to: &paragraph)
      case .br where child.attribute("type") != "column": append("\n", to: &paragraph)
      case .noBreakHyphen: append("-", ink, to: &paragraph)
      case .sym: append(child.symbol, ink, to: &paragraph)
      case .ruby:
        if let base = child.first(.rubyBase) { try read(runs: base, into: &paragraph) }
      case .drawing, .pict, .object: try read(drawing: child, into: &paragraph)
      default: break
      }
    }
  }

  private mutating func append(_ text: String, _ ink: Ink = [], to paragraph: inout WordParagraph) {
    if text.isEmpty { return }
    // A field with a result shows that.
    if !choices.isEmpty { choices[choices.count - 1] = nil }
    if paragraph.page == nil { paragraph.page = page }
    hasBrokenPage = false
    paragraph.inked.append(text, ink)
  }

  private func append(mark: String, _ ink: Ink, to paragraph: inout WordParagraph) {
    if paragraph.page == nil { paragraph.page = page }
    paragraph.inked.append(mark: mark, ink)
  }

  private mutating func turnPage(isRendered: Bool) {
    defer { hasBrokenPage = !isRendered }
    if isRendered, hasBrokenPage { return }
    page = page.map { $0 + 1 }
  }

  /// Follows a field that is written as several runs (ECMA-376 Part 1, 17.16.18).
  private mutating func follow(field: WordElement, isHidden: Bool, into paragraph: inout WordParagraph) {
    switch field.attribute("fldCharType") {
    case "begin":
      fields.append(.code)
      choices.append(isHidden ? nil : field.first(.ffData)?.first(.ddList)?.choice)
    case "separate": if fields.popLast() != nil { fields.append(.result) }
    case "end":
      _ = fields.popLast()
      let choice = choices.popLast() ?? nil
      if let choice, !fields.contains(.code) { append(FlowText.printed(choice), to: &paragraph) }
    default: break
    }
  }

  private mutating func read(formula: WordElement, into paragraph: inout WordParagraph) throws(Obstacle) {
    if let properties = formula.first(.rPr), isHidden(properties, in: paragraph) { return }
    for child in formula.children {
      switch child.name {
      case .mathText where !fields.contains(.code): append(FlowText.printed(child.text), to: &paragraph)
      case .math, .ins, .moveTo: try read(formula: child, into: &paragraph)
      case .r: try read(run: child, isHidden: isHidden(child.first(.rPr), in: paragraph), into: &paragraph)
      default: break
      }
    }
  }

  /// Looks for text boxes and pictures in a drawing of either kind.
  private mutating func read(drawing: WordElement, into paragraph: inout WordParagraph) throws(Obstacle) {
    if drawing.isHiddenDrawing { return }
    for child in drawing.children {
      switch child.name {
      case .txbxContent:
        // A field does not reach from the text into a box.
        let outer = (fields, choices)
        (fields, choices) = ([], [])
        // What a box is filled with stands in another language.
        grounds.append(.unknown)
        paragraph.boxes += try blocks(of: child)
        grounds.removeLast()
        (fields, choices) = outer
      case .picture:
        pictures += 1
        paragraph.objects.append(UnreadPart(kind: .picture, name: ""))
        try read(drawing: child, into: &paragraph)
      case .foreignObject:
        paragraph.objects.append(UnreadPart(kind: .object, name: child.attribute("ProgID") ?? ""))
        try read(drawing: child, into: &paragraph)
      default:
        try read(drawing: child, into: &paragraph)
      }
    }
  }
}

extension WordElement {
  fileprivate var symbol: String { SymbolFont.text(attribute("char"), font: attribute("font")) }

  /// The entry of a drop-down list that is chosen (ECMA-376 Part 1, 17.16.9): the result, the default, or the first.
  fileprivate var choice: String? {
    let entries = children.filter { $0.name == .listEntry }.compactMap(\.value)
    let index = (value(of: .result) ?? value(of: .defaultResult)).flatMap { Int($0) } ?? 0
    return entries.indices.contains(index) ? entries[index] : entries.first
  }

  fileprivate var isHiddenDrawing: Bool {
    if let hidden = first(.drawingProperties)?.attribute("hidden") { return hidden == "1" || hidden == "true" }
    guard name == .shape, let style = attribute("style") else { return false }
    return style.filter { $0 != " " }.contains("visibility:hidden")
  }
}
