/// 许可, 处罚 and 强制, as offices shorten 行政许可, 行政处罚 and 行政强制.
enum DecisionWords {
  /// Whether the short words of a sentence mean the decisions of table 2: it names one of them in full, or counts two of
  /// them side by side.
  static func areMeant(in sentence: ArraySlice<Unicode.Scalar>) -> Bool {
    var counted: Set<String> = []
    // 强制措施 and 强制执行 are parts of 行政强制.
    guard !sentence.indices.contains(where: { sentence[$0...].starts(with: "强制执行".unicodeScalars) }) else {
      return false
    }
    for index in sentence.indices where "许处强".unicodeScalars.contains(sentence[index]) {
      guard let word = short.first(where: { sentence[index...].starts(with: $0.unicodeScalars) }) else { continue }
      let before = sentence[..<index]
      if before.suffix(2).elementsEqual("行政".unicodeScalars) { return true }
      if isBare(before), isCounted(sentence[(index + 2)...]) { counted.insert(word) }
    }
    return counted.count > 1
  }

  private static let short = ["许可", "处罚", "强制"]

  /// Nothing stands before it that would make it another thing: 党纪处罚, 烟花许可.
  private static func isBare(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last else { return true }
    if "，、。；：,;:（(和及与".unicodeScalars.contains(last) { return true }
    return ["作出", "做出", "办理", "实施", "全年", "本年", "予以"].contains { before.suffix(2).elementsEqual($0.unicodeScalars) }
  }

  /// 许可1526件, 处罚决定348件
  private static func isCounted(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = behind
    for word in ["决定", "案件", "措施", "共", "为"] where rest.starts(with: word.unicodeScalars) {
      rest = rest.dropFirst(word.unicodeScalars.count)
    }
    guard let found = NumeralScanner.scan(rest, at: rest.startIndex), found.end < rest.endIndex else { return false }
    return rest[found.end] == "件"
  }
}
