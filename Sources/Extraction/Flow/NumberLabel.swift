/// What stands before a numbered paragraph.
struct NumberLabel: Equatable {
  /// What stands between the number and the text.
  enum Suffix {
    case tab, space, nothing
  }

  var text: String
  var suffix: Suffix

  static let none = NumberLabel(text: "", suffix: .nothing)

  /// The paragraph as it is printed. The tab behind most numbers only aligns the text: it is no column.
  func before(_ paragraph: String) -> String {
    if text.isEmpty { return paragraph }
    if paragraph.isEmpty { return text }
    let needsSpace =
      switch suffix {
      case .nothing: false
      case .space: true
      // 一、 needs nothing to part it from the words, 一 does.
      case .tab: text.last.map { $0.isLetter || $0.isNumber } ?? false
      }
    return text + (needsSpace ? " " : "") + paragraph
  }
}
