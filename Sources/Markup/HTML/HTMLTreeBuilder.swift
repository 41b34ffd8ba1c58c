/// Opens and closes elements by the rules of HTML: which start tag ends what is still open, and how far an end tag
/// reaches (HTML Living Standard, 13.2.6, without moving what is misplaced).
struct HTMLTreeBuilder {
  private(set) var builder: TreeBuilder
  private var names = HTMLNames()
  /// The elements that are open, the outermost first.
  private var open: [(number: Int32, tag: HTMLTag)] = []
  /// How many elements of each name are open: most searches for one are in vain.
  private var openCounts: [Int] = []
  private var openParagraphs = 0
  private let depthLimit: Int
  private var holdsHTML = false
  private var holdsBody = false

  init(depth: Int, bytes: Int) {
    depthLimit = max(depth, 8)
    builder = TreeBuilder(depthLimit: depthLimit + 1)
    builder.reserve(forBytes: bytes)
    builder.start(names.number("", in: &builder))
  }

  mutating func number(_ name: ArraySlice<UInt8>) -> Int32 { names.number(name, in: &builder) }

  func tag(_ number: Int32) -> HTMLTag { names.tags[Int(number)] }

  /// What has become of a start tag.
  enum Start {
    case opened
    /// There is an element, but nothing stands inside it: its attributes may be added, then it must be ended.
    case empty
    /// There is no element: a page has one body.
    case ignored
  }

  /// Starts an element, after what it ends.
  mutating func start(_ number: Int32) -> Start {
    let tag = tag(number)
    guard isWanted(tag) else { return .ignored }
    if tag.traits.contains(.endsParagraph) { closeParagraph() }
    switch tag.kind {
    case .heading: if open.last?.tag.kind == .heading { close(open.count - 1) }
    case .listItem, .definition: closeItem(tag.kind)
    case .option: if open.last?.tag.kind == .option { close(open.count - 1) }
    case .cell: prepareCell()
    case .row: back(to: [.rowGroup, .table], or: .row)
    case .rowGroup, .caption, .columnGroup: back(to: [.table], or: tag.kind)
    default: break
    }
    // A form may stand between the rows of a table, without holding them.
    let parent = open.last?.tag.kind
    let isFormInTable = tag.kind == .form && (parent == .table || parent == .rowGroup || parent == .row)
    push(number, tag)
    return isFormInTable || tag.traits.contains(.void) ? .empty : .opened
  }

  mutating func attribute(_ name: Int32, value: some Sequence<UInt8>) { builder.attribute(name, value: value) }

  /// Ends the element that was started last.
  mutating func endLast() { close(open.count - 1) }

  mutating func text(_ text: some Collection<UInt8>) {
    // Words in a head: the body has begun.
    if open.last?.tag.kind == .head, !text.allSatisfy({ $0 <= 0x20 }) { close(open.count - 1) }
    builder.text(text)
  }

  /// Ends what an end tag ends.
  mutating func end(_ number: Int32) {
    let tag = tag(number)
    switch tag.kind {
    case .html, .body: return
    case .br: if start(number) != .ignored { endLast() }
    case .p: closeParagraph()
    case .heading: close(reaching: { $0.tag.kind == .heading }, until: { $0.traits.contains(.barrier) })
    case .table, .row, .rowGroup, .cell, .caption, .columnGroup:
      close(reaching: { $0.tag.kind == tag.kind }, until: { $0.kind == .table })
    default:
      guard Int(number) < openCounts.count, openCounts[Int(number)] > 0 else { return }
      let barrier: HTMLTag.Traits = tag.traits.contains(.special) ? .barrier : .special
      close(reaching: { $0.number == number }, until: { !$0.traits.isDisjoint(with: barrier) })
    }
  }

  // MARK: Rules

  private mutating func isWanted(_ tag: HTMLTag) -> Bool {
    switch tag.kind {
    case .html:
      defer { holdsHTML = true }
      return !holdsHTML && open.isEmpty
    case .body:
      defer { holdsBody = true }
      if let head = open.lastIndex(where: { $0.tag.kind == .head }) { close(head) }
      return !holdsBody && open.count <= 1
    case .head:
      return !holdsBody && open.count <= 1
    default:
      if open.last?.tag.kind == .head, !tag.traits.contains(.metadata) { close(open.count - 1) }
      return true
    }
  }

  private mutating func closeParagraph() {
    guard openParagraphs > 0 else { return }
    close(reaching: { $0.tag.kind == .p }, until: { $0.traits.contains(.barrier) })
  }

  private mutating func closeItem(_ kind: HTMLTag.Kind) {
    close(
      reaching: { $0.tag.kind == kind },
      until: { $0.traits.contains(.special) && !$0.traits.contains(.endsWithListItem) })
  }

  private mutating func prepareCell() {
    back(to: [.row, .rowGroup, .table], or: .cell)
    guard let context = open.last?.tag.kind, context == .rowGroup || context == .table else { return }
    let row = names.number("tr", in: &builder)
    push(row, tag(row))
  }

  /// Closes what is open inside the nearest part of the table, or outside of tables the nearest of `sibling`.
  private mutating func back(to kinds: [HTMLTag.Kind], or sibling: HTMLTag.Kind) {
    var index = open.count - 1
    while index >= 0 {
      let kind = open[index].tag.kind
      if kinds.contains(kind) { return close(index + 1) }
      if kind == .table { break }
      index -= 1
    }
    close(reaching: { $0.tag.kind == sibling }, until: { $0.kind == .table })
  }

  private mutating func close(
    reaching isMeant: ((number: Int32, tag: HTMLTag)) -> Bool, until isBarrier: (HTMLTag) -> Bool
  ) {
    var index = open.count - 1
    while index >= 0 {
      if isMeant(open[index]) { return close(index) }
      if isBarrier(open[index].tag) { return }
      index -= 1
    }
  }

  /// Closes the element at `index` and all inside it.
  private mutating func close(_ index: Int) {
    while open.count > max(index, 0) {
      let (number, tag) = open.removeLast()
      openCounts[Int(number)] -= 1
      if tag.kind == .p { openParagraphs -= 1 }
      builder.end()
    }
  }

  private mutating func push(_ number: Int32, _ tag: HTMLTag) {
    if open.count >= depthLimit { close(depthLimit - 1) }
    builder.start(number)
    open.append((number, tag))
    while openCounts.count <= Int(number) { openCounts.append(0) }
    openCounts[Int(number)] += 1
    if tag.kind == .p { openParagraphs += 1 }
  }
}
