/// Page numbers as word processors print them between the lines of a report.
enum PageNumber {
  /// Whether a line holds nothing but a page number: `-3-`, `— 4 —`, `第 3 页 共 5 页`, `3/5`.
  static func isAlone(in text: String) -> Bool {
    // Longer lines hold words.
    guard text.utf8.count <= 64 else { return false }
    // Most short lines begin with a word.
    guard let start = text.unicodeScalars.lazy.map(Folding.fold).first(where: { !Folding.isSpace($0) }),
      isDash(start) || Folding.isDigit(start) || start == "第" || start == "共"
    else { return false }
    let scalars = Folding.compactScalars(text)
    // A row of a table may be all digits and dashes as well, but holds more of them.
    guard (3...12).contains(scalars.count), scalars.count(where: Folding.isDigit) <= 6, let first = scalars.first,
      let last = scalars.last
    else { return false }
    if isDash(first), isDash(last) {
      return scalars.allSatisfy { isDash($0) || Folding.isDigit($0) }
        && scalars.contains(where: Folding.isDigit)
    }
    if scalars.contains("页") {
      return scalars.allSatisfy { "第共页/,,-—".unicodeScalars.contains($0) || Folding.isDigit($0) }
    }
    let parts = scalars.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(Folding.isDigit) }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "−", "―", "－", "~", "·", "•": true
    default: false
    }
  }
}
