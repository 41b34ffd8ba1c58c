/// Pale text behind the text of a page, which is no part of it.
enum Watermark {
  /// How often words are repeated over a page that are tiled on it.
  private static let leastTiles = 3
  /// More comparisons of pale signs with others a page is not worth.
  private static let mostComparisons = 20_000_000

  /// - Parameter signs: The signs of a page.
  /// - Returns: Those without the pale ones that are larger than the text, stand over it, or are tiled. Pale figures of
  ///   the text's own size, such as zeros in grey, are kept; so is all of a page whose text is pale.
  static func cleared(_ signs: [Sign]) -> [Sign] {
    guard signs.contains(where: \.isPale) else { return signs }
    let text = signs.filter { !$0.isPale && $0.kind != .space }
    let pale = signs.filter { $0.isPale && $0.kind != .space }
    guard text.count >= pale.count, text.count * pale.count <= mostComparisons else { return signs }
    let sizes = text.map(\.size).sorted()
    let size = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
    let tiles = tiles(of: pale)
    return signs.filter { sign in
      guard sign.isPale, sign.kind != .space else { return true }
      return sign.size <= size * 1.5 && !text.contains { $0.box.overlaps(sign.box) }
        && !tiles.contains { $0.holds(x: sign.box.middleX, y: sign.box.middleY) }
    }
  }

  private static func tiles(of pale: [Sign]) -> [Box] {
    let words = TextLine.lines(of: pale).flatMap(LineText.words).filter { !$0.isNumber }
    return Dictionary(grouping: words, by: \.text).values.filter { $0.count >= leastTiles }.flatMap { $0.map(\.box) }
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
