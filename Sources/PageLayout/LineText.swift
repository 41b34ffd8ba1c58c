import DocumentModel

/// The words of a printed line.
enum LineText {
  struct Word: Equatable {
    var text: String
    var box: Box
    var isNumber: Bool
  }

  /// Parts a line where gaps say so. Chinese has no spaces, and justified lines are set apart: between two ideographs
  /// a gap must be wide, and wider than most in its line.
  static func words(of line: TextLine) -> [Word] {
    let letterSpace = letterSpace(of: line)
    let shifts = ShiftedSigns.shifts(in: line.signs)
    var words: [Word] = []
    var previous: Sign?
    var spaceBetween = false
    for (index, sign) in line.signs.enumerated() {
      if sign.isStruck { continue }
      if sign.kind == .space {
        spaceBetween = spaceBetween || previous != nil
        continue
      }
      let shift = shifts?[index]
      let text = shift.map { ShiftedText.written(sign.text, $0) } ?? sign.text
      // A mark at a number makes no word of it.
      let isNumber = sign.kind == .digit || (shift != nil && previous != nil)
      if let last = previous, !isGap(last, sign, spaceBetween: spaceBetween, letterSpace: letterSpace) {
        words[words.count - 1].text += text
        words[words.count - 1].box = words[words.count - 1].box.union(sign.box)
        words[words.count - 1].isNumber = words[words.count - 1].isNumber && isNumber
      } else {
        words.append(Word(text: text, box: sign.box, isNumber: sign.kind == .digit))
      }
      previous = sign
      spaceBetween = false
    }
    return words
  }

  private static func isGap(_ left: Sign, _ right: Sign, spaceBetween: Bool, letterSpace: Double) -> Bool {
    let size = min(left.size, right.size)
    let gap = right.box.left - left.box.right
    if spaceBetween, gap > size * 0.08 { return true }
    return switch (left.kind, right.kind) {
    case (.ideograph, .ideograph): gap > max(size * 0.9, letterSpace * 1.8)
    case (.ideograph, _), (_, .ideograph): gap > max(size * 0.5, letterSpace * 1.8)
    default: gap > size * 0.22
    }
  }

  /// The gap that stands between most of a line's ideographs, in points. Where they stand in several columns, the gap is no
  /// space between letters.
  private static func letterSpace(of line: TextLine) -> Double {
    let gaps = zip(line.signs, line.signs.dropFirst()).lazy
      .filter { $0.kind == .ideograph && $1.kind == .ideograph }
      .map { max(0, $1.box.left - $0.box.right) }.sorted()
    return gaps.isEmpty ? 0 : min(gaps[gaps.count / 2], line.size * 1.5)
  }
}
