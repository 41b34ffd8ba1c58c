import Markup

/// What stands in each element of a page, all that is inside it together. Only what is shown counts.
struct PageFacts {
  /// How much of what there is. Amounts of text are in bytes, white space left out.
  struct Amounts {
    var text: Int32 = 0
    /// Text in links.
    var linked: Int32 = 0
    var links: Int32 = 0
    /// Texts that hold a whole sentence.
    var sentences: Int32 = 0
    /// Texts that begin as numbered headings do: 一、 or （二）.
    var ordinals: Int32 = 0
    /// Digits and what stands between them in a number.
    var digits: Int32 = 0
    /// Cells that hold a number and nothing else.
    var figures: Int32 = 0
    /// Headings of the first three levels that are no links.
    var headings: Int32 = 0
    var rows: Int32 = 0
    /// Tables with cells beside each other.
    var grids: Int32 = 0
    var pictures: Int32 = 0

    static func += (left: inout Amounts, right: Amounts) {
      left.text &+= right.text
      left.linked &+= right.linked
      left.links &+= right.links
      left.sentences &+= right.sentences
      left.ordinals &+= right.ordinals
      left.digits &+= right.digits
      left.figures &+= right.figures
      left.headings &+= right.headings
      left.rows &+= right.rows
      left.grids &+= right.grids
      left.pictures &+= right.pictures
    }
  }

  private(set) var amounts: [Amounts]
  private(set) var styles: [PageStyle]
  /// All looks that there are, the plain one first, and for each element and text the number of its own.
  private var looks = [InkLook()]
  private var lookNumbers: [Int32]
  /// Text that styles hide, in bytes.
  private(set) var hiddenText = 0
  /// The entries of lists that are chosen.
  private var chosen: Set<Int> = []
  private var sheet: PageStyleSheet
  private var knownStyles = KnownStyles()
  /// What holds so much text, in bytes, is not hidden: the page was saved before its script had run.
  private let unhidden: Int
  /// The tables that have cells beside each other.
  private var grids: Set<Int> = []

  /// Whether an element is not to be read, by itself or by what it stands in.
  func isHidden(_ position: Int) -> Bool { styles[position].contains(.hidden) }

  /// How a text or an element looks.
  func look(at position: Int) -> InkLook { looks[Int(lookNumbers[position])] }

  init(_ page: PageTree) {
    self.init(page, unhidden: .max, texts: [])
    guard hiddenText > Int(amounts.first?.text ?? 0) else { return }
    // More is hidden than shown: what holds most of the page is hidden until a script shows it.
    let texts = Self.textLengths(page)
    self.init(page, unhidden: (texts.first ?? 0) / 2, texts: texts)
  }

  private init(_ page: PageTree, unhidden: Int, texts: [Int]) {
    self.unhidden = unhidden
    sheet = PageStyleSheet(page)
    lookNumbers = Array(repeating: 0, count: page.tree.count)
    let count = page.tree.count
    amounts = Array(repeating: Amounts(), count: count)
    styles = Array(repeating: [], count: count)
    var cells = [Int32](repeating: 0, count: count)
    // Elements stand before what is inside them: going forward what hides them is known, going back what they hold.
    for position in 0..<count {
      look(at: position, page, &cells, isMost: unhidden < .max && texts[position] > unhidden)
    }
    for position in (1..<max(count, 1)).reversed() where !isHidden(position) {
      sum(at: position, page, cells)
      if styles[position].contains(.margin) { continue }
      if let parent = page.tree.parent(of: position) { amounts[parent] += amounts[position] }
    }
  }

  /// How much text stands in each element, hidden or not. In bytes.
  private static func textLengths(_ page: PageTree) -> [Int] {
    var lengths = [Int](repeating: 0, count: page.tree.count)
    for position in (1..<max(page.tree.count, 1)).reversed() {
      guard let role = page.role(at: position) else {
        lengths[position] = Int(TextLook.amounts(of: page.tree.text(at: position)).text)
        if let parent = page.tree.parent(of: position) { lengths[parent] += lengths[position] }
        continue
      }
      if case .dropped = role { continue }
      if let parent = page.tree.parent(of: position) { lengths[parent] += lengths[position] }
    }
    return lengths
  }

  private mutating func look(at position: Int, _ page: PageTree, _ cells: inout [Int32], isMost: Bool) {
    let parent = page.tree.parent(of: position)
    if let parent {
      lookNumbers[position] = lookNumbers[parent]
      if isHidden(parent) {
        styles[position] = styles[parent].intersection([.hidden, .noText])
        if page.role(at: position) == nil { countHidden(position, page) }
        return
      }
    }
    guard let role = page.role(at: position) else {
      guard lookNumbers[position] == 0 || !look(at: position).isUnseen(on: .paper) else {
        styles[position] = .hidden
        return countHidden(position, page)
      }
      amounts[position] = TextLook.amounts(of: page.tree.text(at: position))
      return
    }
    if !sheet.isEmpty {
      for rule in sheet.rules(at: position, page) {
        styles[position].apply(rule.style)
        take(rule.look, at: position)
      }
    }
    if let look = page.look(at: position) { take(look, at: position) }
    if page.tree.hasAttributes(at: position) { readAttributes(at: position, page) }
    if isMost {
      // What it says of being seen is for its script to change.
      styles[position].remove(.hidden)
      if let parent { lookNumbers[position] = lookNumbers[parent] }
    }
    switch role {
    case .dropped: styles[position].formUnion([.hidden, .noText])
    case .cell:
      // The parser puts a cell into a row wherever there is a table.
      if let parent, case .row = page.role(at: parent), !isHidden(position) { cells[parent] += 1 }
    case .input:
      if let value = fieldValue(at: position, page) { amounts[position] = TextLook.amounts(of: value) }
    case .select: choose(in: position, page)
    case .option: if !chosen.contains(position) { styles[position].insert(.hidden) }
    default: break
    }
  }

  private mutating func countHidden(_ position: Int, _ page: PageTree) {
    guard !styles[position].contains(.noText) else { return }
    hiddenText += Int(TextLook.amounts(of: page.tree.text(at: position)).text)
  }

  /// A look that says something becomes one of its own.
  private mutating func take(_ look: InkLook, at position: Int) {
    guard look != InkLook() else { return }
    let whole = look.completed(by: self.look(at: position))
    guard whole != self.look(at: position), looks.count < Int(Int32.max) else { return }
    lookNumbers[position] = Int32(looks.count)
    looks.append(whole)
  }

  private mutating func readAttributes(at position: Int, _ page: PageTree) {
    if let style = page.bytes(of: .style, at: position) {
      let meaning = knownStyles.meaning(of: style)
      styles[position].apply(meaning.style)
      take(meaning.look, at: position)
    }
    var look = InkLook()
    if let colour = page.value(of: .bgcolor, at: position) {
      look.ground = InkColour(css: colour.lowercased()).map(InkGround.colour) ?? .unknown
    }
    if let colour = page.value(of: .color, at: position) { look.colour = InkColour(css: colour.lowercased()) }
    take(look, at: position)
    if page.bytes(of: .hidden, at: position) != nil { styles[position].insert(.hidden) }
    if Self.isReviewMark(page, at: position) { styles[position].formUnion([.hidden, .noText]) }
    // As LibreOffice marks headers and footers.
    let title = page.bytes(of: .title, at: position)
    if title?.elementsEqual("header".utf8) == true || title?.elementsEqual("footer".utf8) == true {
      styles[position].insert(.margin)
    }
  }

  // MARK: Forms

  /// What is seen of a field: those that a site has for searching stand outside of tables and can be filled in.
  func fieldValue(at position: Int, _ page: PageTree) -> ArraySlice<UInt8>? {
    let kind = page.value(of: .type, at: position)?.lowercased() ?? "text"
    guard ["text", "number", "tel", "date", "month", ""].contains(kind) else { return nil }
    let isFixed = page.bytes(of: .readonly, at: position) != nil || page.bytes(of: .disabled, at: position) != nil
    guard isFixed || page.isInCell(position) else { return nil }
    return page.bytes(of: .value, at: position)
  }

  /// The entry that says it is chosen, else the first.
  private mutating func choose(in position: Int, _ page: PageTree) {
    guard page.isInCell(position) else { return }
    let entries = page.children(of: position).flatMap { child -> [Int] in
      if case .option = page.role(at: child) { return [child] }
      return page.children(of: child).filter { if case .option = page.role(at: $0) { true } else { false } }
    }
    if let entry = entries.first(where: { page.bytes(of: .selected, at: $0) != nil }) ?? entries.first {
      chosen.insert(entry)
    }
  }

  /// What Word writes for changes and remarks of reviewers.
  private static func isReviewMark(_ page: PageTree, at position: Int) -> Bool {
    guard let value = page.bytes(of: .class, at: position), let first = value.first, first | 0x20 == UInt8(ascii: "m"),
      value.count <= 32
    else { return false }
    return ["msodel", "msocomanchor", "msocommentreference"].contains(
      String(decoding: value, as: UTF8.self).lowercased())
  }

  /// Adds what an element is to what it holds.
  private mutating func sum(at position: Int, _ page: PageTree, _ cells: [Int32]) {
    guard let role = page.role(at: position) else { return }
    switch role {
    case .link:
      // A link of many words is no way through a site, but one that its author forgot to end.
      guard amounts[position].text <= Self.longestLink, page.bytes(of: .href, at: position) != nil else { return }
      amounts[position].linked = amounts[position].text
      amounts[position].links = amounts[position].text == 0 ? 0 : 1
      amounts[position].sentences = 0
      amounts[position].ordinals = 0
    case .heading(let level):
      let own = amounts[position]
      if level <= 3, own.text > 0, own.linked * 2 < own.text { amounts[position].headings += 1 }
    case .cell:
      let own = amounts[position]
      if own.text > 0, own.text == own.digits, own.links == 0 { amounts[position].figures += 1 }
    case .row:
      if cells[position] > 0 { amounts[position].rows += 1 }
      if cells[position] > 1, let table = page.table(around: position) { grids.insert(table) }
    case .table:
      if grids.contains(position), amounts[position].text > 0 { amounts[position].grids += 1 }
    case .picture:
      amounts[position].pictures += 1
    default: break
    }
  }

  private static let longestLink = 240
}

/// What styles of elements say. A page of an office program says the same thousands of times.
private struct KnownStyles {
  typealias Meaning = (style: PageStyle, look: InkLook)

  /// Bytes that are hashed in one go.
  private struct Key: Hashable {
    var bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  private var meanings: [Key: Meaning] = [:]

  /// More are as many different styles as nobody writes.
  private static let most = 1_024
  /// Longer ones are rare, or hostile. In bytes.
  private static let longest = 512

  mutating func meaning(of style: ArraySlice<UInt8>) -> Meaning {
    if style.count <= Self.longest, let known = meanings[Key(bytes: style)] { return known }
    let meaning = (PageStyle(style), InkLook(style: style))
    if style.count <= Self.longest, meanings.count < Self.most { meanings[Key(bytes: style)] = meaning }
    return meaning
  }
}
