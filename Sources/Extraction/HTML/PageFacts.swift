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
  /// The tables that have cells beside each other.
  private var grids: Set<Int> = []

  /// Whether an element is not to be read, by itself or by what it stands in.
  func isHidden(_ position: Int) -> Bool { styles[position].contains(.hidden) }

  init(_ page: PageTree) {
    let count = page.tree.count
    amounts = Array(repeating: Amounts(), count: count)
    styles = Array(repeating: [], count: count)
    var cells = [Int32](repeating: 0, count: count)
    // Elements stand before what is inside them: going forward what hides them is known, going back what they hold.
    for position in 0..<count { look(at: position, page, &cells) }
    for position in (1..<max(count, 1)).reversed() where !isHidden(position) {
      sum(at: position, page, cells)
      if styles[position].contains(.margin) { continue }
      if let parent = page.tree.parent(of: position) { amounts[parent] += amounts[position] }
    }
  }

  private mutating func look(at position: Int, _ page: PageTree, _ cells: inout [Int32]) {
    let parent = page.tree.parent(of: position)
    if let parent, isHidden(parent) { return styles[position] = .hidden }
    guard let role = page.role(at: position) else {
      amounts[position] = TextLook.amounts(of: page.tree.text(at: position))
      return
    }
    if page.tree.hasAttributes(at: position) {
      if let style = page.bytes(of: .style, at: position) { styles[position] = PageStyle(style) }
      if page.bytes(of: .hidden, at: position) != nil { styles[position].insert(.hidden) }
      if Self.isReviewMark(page, at: position) { styles[position].insert(.hidden) }
      // As LibreOffice marks headers and footers.
      let title = page.bytes(of: .title, at: position)
      if title?.elementsEqual("header".utf8) == true || title?.elementsEqual("footer".utf8) == true {
        styles[position].insert(.margin)
      }
    }
    switch role {
    case .dropped: styles[position].insert(.hidden)
    case .cell:
      // The parser puts a cell into a row wherever there is a table.
      if let parent, case .row = page.role(at: parent), !isHidden(position) { cells[parent] += 1 }
    default: break
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
