/// Pale text behind the text of a page, which is no part of it.
enum Watermark {
  /// How often words are repeated over a page that are tiled on it.
  private static let leastTiles = 3
  /// More comparisons of pale signs with others a page is not worth.
  private static let mostComparisons = 20_000_000

  /// - Parameter signs: The signs of a page.
  /// - Returns: Those without the pale ones that are larger than the text, stand over it, or are tiled, and without much
  ///   larger ones that stand over it in any colour. Pale figures of the text's own size, such as zeros in grey, are kept;
  ///   so is all of a page whose text is pale.
  static func cleared(_ signs: [Sign]) -> [Sign] {
    let signs = withoutLarge(signs)
    guard signs.contains(where: \.isPale) else { return signs }
    let text = signs.filter { !$0.isPale && $0.kind != .space }
    let pale = signs.filter { $0.isPale && $0.kind != .space }
    guard !text.isEmpty, text.count * pale.count <= mostComparisons else { return signs }
    let sizes = text.map(\.size).sorted()
    let size = sizes[sizes.count / 2]
    let tiles = tiles(of: pale)
    func isTile(_ sign: Sign) -> Bool { tiles.contains { $0.holds(x: sign.box.middleX, y: sign.box.middleY) } }
    // A page may be pale but for a heading.
    let isText = pale.count { !isTile($0) } > text.count
    return signs.filter { sign in
      guard sign.isPale else { return true }
      if isTile(sign) { return false }
      if isText { return true }
      return sign.size <= size * 1.5 && (sign.kind == .space || !text.contains { $0.box.overlaps(sign.box) })
    }
  }

  /// How many signs of the text a word in large letters must stand over: a title stands over none.
  private static let leastCovered = 3

  private static func withoutLarge(_ signs: [Sign]) -> [Sign] {
    guard let largest = signs.lazy.map(\.size).max() else { return signs }
    let sizes = signs.lazy.filter { $0.kind != .space }.map(\.size).sorted()
    guard !sizes.isEmpty else { return signs }
    let least = sizes[sizes.count / 2] * 2.2
    if largest < least { return signs }
    let large = signs.filter { $0.size >= least }
    guard large.count * signs.count <= mostComparisons else { return signs }
    let areas = runs(of: large).filter { run in
      let covered = signs.lazy.filter {
        $0.size < least && !$0.isPale && $0.kind != .space && $0.box.overlaps(run.box)
      }
      return covered.prefix(leastCovered).count == leastCovered
    }
    if areas.isEmpty { return signs }
    return signs.filter { sign in
      sign.size < least || !areas.contains { $0.box.holds(x: sign.box.middleX, y: sign.box.middleY) }
    }
  }

  /// Where the same words were painted over and over.
  private static func tiles(of pale: [Sign]) -> [Box] {
    // A figure of a few digits may well stand in several cells.
    Dictionary(grouping: runs(of: pale).filter { $0.text.utf8.count >= leastTile }, by: \.text).values
      .filter { $0.count >= leastTiles }.flatMap { $0.map(\.box) }
  }

  /// Signs that were painted right behind each other.
  private static func runs(of signs: [Sign]) -> [(text: String, box: Box)] {
    var runs: [(text: String, box: Box)] = []
    var last: Sign?
    for sign in signs {
      if let previous = last, let run = runs.last, goesOn(previous, sign) {
        runs[runs.count - 1] = (run.text + sign.text, run.box.union(sign.box))
      } else {
        runs.append((sign.text, sign.box))
      }
      last = sign
    }
    return runs
  }

  /// In bytes.
  private static let leastTile = 6

  /// Whether a sign was painted right behind another.
  private static func goesOn(_ left: Sign, _ right: Sign) -> Bool {
    let gap = right.box.left - left.box.right
    return abs(right.box.middleY - left.box.middleY) < left.size * 0.2 && gap > -left.size * 0.3
      && gap < left.size * 1.5
  }
}

extension Box {
  /// Whether a good part of the smaller of the two is common to both.
  fileprivate func overlaps(_ other: Box) -> Bool {
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    guard width > 0, height > 0 else { return false }
    return width * height > 0.15 * min(area, other.area)
  }
}
