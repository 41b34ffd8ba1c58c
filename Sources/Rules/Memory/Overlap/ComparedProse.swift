/// Prose as it is compared: without marks, numbers and names, and without what every report says alike.
struct ComparedProse: Sendable {
  /// The words as written.
  let source: [Unicode.Scalar]
  /// The characters that count, in their order.
  private(set) var signs: [UInt32] = []
  /// Where in the source each of them stands.
  private(set) var origins: [Range<Int>] = []

  /// Below, a report says little but what the form asks for, and that can hardly be worded in two ways.
  static let leastSigns = 200
  /// What is left of a sentence without its stock phrases is no sentence below.
  private static let leastInSentence = 6

  /// - Parameters:
  ///   - source: white space has no meaning, but for the ends of paragraphs.
  ///   - office: whose report it is.
  init(_ source: [Unicode.Scalar], office: String?) {
    self.source = source
    let scan = SignScan(source: source, office: office)
    var start = 0
    for index in source.indices {
      guard Self.ends(source[index]) || opensPoint(index) else { continue }
      add(scan.signs(in: start..<index))
      start = index + 1
    }
    add(scan.signs(in: start..<source.count))
  }

  /// Whether there is enough to be compared.
  var isTelling: Bool { signs.count >= Self.leastSigns }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "？", "：", ";", "!", "?", ":", "\n": true
    default: false
    }
  }

  /// （一）, behind which a new sentence begins although none has ended.
  private func opensPoint(_ index: Int) -> Bool {
    guard source[index] == "（" || source[index] == "(" else { return false }
    let inside = source[(index + 1)...].prefix(4)
    guard let close = inside.firstIndex(where: { $0 == "）" || $0 == ")" }), close > inside.startIndex else {
      return false
    }
    return inside[..<close].allSatisfy { SignScan.isNumeral($0.narrowed) }
  }

  /// Takes a sentence in, as far as it is its author's own.
  private mutating func add(_ sentence: [SignScan.Sign]) {
    let count = sentence.count
    guard count >= Self.leastInSentence else { return }
    // 公开信息#条，其中政策解读#条，回应关切#条: the counts differ, and the words for them are given.
    let figures = sentence.count { $0.value == SignScan.number && source[$0.origin.lowerBound].isDigit }
    if figures >= 3, count <= figures * 8 { return }
    let isStock = StockPhrases.cover(sentence.map(\.value))
    let own = isStock.count { !$0 }
    guard own * 5 > count * 2, own >= Self.leastInSentence else { return }
    for (sign, isStock) in zip(sentence, isStock) where !isStock {
      signs.append(sign.value)
      origins.append(sign.origin)
    }
  }
}
