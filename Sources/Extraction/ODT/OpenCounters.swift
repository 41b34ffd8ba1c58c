/// Where the lists of a text stand.
struct OpenCounters {
  /// One list, in however many pieces it is written.
  struct ListID: Hashable {
    fileprivate var number: Int
  }

  private var numbers: [ListID: [Int?]] = [:]
  private var named: [String: ListID] = [:]
  /// The last list of each style.
  private var latest: [String: ListID] = [:]
  private var count = 0

  /// The list of the headings.
  static let outline = ListID(number: 0)

  /// Begins a list, or goes on with one that the element says it continues (OpenDocument 1.3 Part 3, 19.780).
  mutating func begin(_ element: OpenElement, style: String) -> ListID {
    let continued =
      if let name = element.attribute("continue-list") {
        named[name]
      } else {
        element.attribute("continue-numbering") == "true" ? latest[style] : nil
      }
    count += 1
    let list = continued ?? ListID(number: count)
    if let id = element.attribute("id") { named[id] = list }
    latest[style] = list
    return list
  }

  /// The list of paragraphs that name their list instead of standing in it.
  mutating func list(named name: String) -> ListID {
    count += 1
    let list = named[name] ?? ListID(number: count)
    named[name] = list
    return list
  }

  /// Counts a paragraph.
  ///
  /// - Parameters:
  ///   - list: Its list.
  ///   - level: Its level, counted from one.
  ///   - style: How the list is numbered.
  ///   - start: The number that it is told to have.
  /// - Returns: What is printed before it.
  mutating func next(in list: ListID, level: Int, style: OpenListStyle?, start: Int?) -> NumberLabel {
    guard let style, (1...OpenListStyle.deepest).contains(level) else { return .none }
    var current = numbers[list] ?? [Int?](repeating: nil, count: OpenListStyle.deepest)
    current[level - 1] = start ?? current[level - 1].map { $0 + 1 } ?? style.levels[level]?.start ?? 1
    for deeper in level..<OpenListStyle.deepest { current[deeper] = nil }
    numbers[list] = current
    return style.label(level, current)
  }
}
