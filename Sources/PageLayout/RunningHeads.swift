import DocumentModel

/// Headers, footers and page numbers: lines that most pages have at one place near their upper or lower edge.
enum RunningHeads {
  /// The part of the page's height that they stand in.
  private static let margin = 0.12

  private struct Key: Hashable {
    var words: String
    var isAtTop: Bool
  }

  private struct Occurrence {
    var page: Int
    var line: Int
    /// How far from the page's edge, and how large, in points.
    var distance: Double
    var size: Double
  }

  /// Takes them out of the lines of the pages.
  ///
  /// - Parameter pages: The pages of a document.
  /// - Returns: Each once, as on the first page that has it. Page numbers are left out.
  static func take(from pages: inout [LaidOutPage]) -> [Paragraph] {
    guard pages.count > 1 else { return [] }
    var occurrences: [Key: [Occurrence]] = [:]
    for (pageIndex, page) in pages.enumerated() {
      for index in page.marginLines(margin) {
        guard let (key, occurrence) = key(of: page.lines[index], on: page) else { continue }
        occurrences[key, default: []].append(
          Occurrence(page: pageIndex, line: index, distance: occurrence, size: page.lines[index].size))
      }
    }
    var taken = [Set<Int>](repeating: [], count: pages.count)
    var heads: [(place: Place, text: String)] = []
    for (key, found) in occurrences {
      guard let first = found.first else { continue }
      // The title of the report may be its running head as well, but is larger.
      let alike = found.filter { abs($0.distance - usual(found).distance) < 4 && abs($0.size - usual(found).size) < 1 }
      guard Set(alike.map(\.page)).count * 2 > pages.count else { continue }
      for head in alike { taken[head.page].insert(head.line) }
      if key.words != pageNumber {
        let page = pages[(alike.first ?? first).page]
        heads.append((Place(page: page.number), page.lines[(alike.first ?? first).line].text))
      }
    }
    for index in pages.indices where !taken[index].isEmpty {
      let lines = pages[index].lines
      pages[index].lines = lines.indices.filter { !taken[index].contains($0) }.map { lines[$0] }
    }
    return heads.sorted { ($0.place.page ?? 0, $0.text) < ($1.place.page ?? 0, $1.text) }
      .map { Paragraph(text: $0.text, place: $0.place) }
  }

  private static func usual(_ found: [Occurrence]) -> Occurrence { found[found.count / 2] }

  private static let pageNumber = "#"

  private static func key(of line: PrintedLine, on page: LaidOutPage) -> (Key, Double)? {
    let isAtTop = line.box.middleY < page.height / 2
    let distance = isAtTop ? line.box.middleY : page.height - line.box.middleY
    let text = line.text
    guard text.utf8.count <= 400 else { return nil }
    return (Key(words: isNumber(text, of: page.number) ? pageNumber : text, isAtTop: isAtTop), distance)
  }

  /// Whether a line is the number of its page: the digits may only count pages, whatever is round them. Figures of a
  /// table without rules that go on over pages are not taken for one, but by the rarest chance.
  private static func isNumber(_ text: String, of page: Int) -> Bool {
    let scalars = text.unicodeScalars.filter { $0 != " " }
    guard scalars.count <= 12, scalars.allSatisfy({ isDigit($0) || marks.contains($0) }) else { return false }
    let numbers = scalars.split { !isDigit($0) }.compactMap { Int(String(String.UnicodeScalarView($0))) }
    return (1...2).contains(numbers.count) && numbers.first == page
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let marks = Set("-—–－―~·•/第共页".unicodeScalars)
}

extension LaidOutPage {
  /// The outermost lines that stand in the margins, three at each edge at most.
  fileprivate func marginLines(_ share: Double) -> [Int] {
    let top = lines.indices.prefix(3).filter { lines[$0].box.middleY < height * share }
    let bottom = lines.indices.suffix(3).filter { lines[$0].box.middleY > height * (1 - share) }
    return top + bottom
  }
}
