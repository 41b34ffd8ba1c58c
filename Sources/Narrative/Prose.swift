import DocumentModel

/// Paragraphs as they read, with the line breaks and spaces of their layout taken out.
struct Prose {
  /// As printed.
  private(set) var printed: [Unicode.Scalar] = []
  /// The same, with full-width digits and signs made plain.
  private(set) var folded: [Unicode.Scalar] = []
  private var starts: [(index: Int, place: Place)] = []

  /// What lies beyond is not read: no report's section is as long.
  private static let limit = 200_000
  private static let longestSentence = 1_500

  init(_ paragraphs: [Paragraph]) {
    for paragraph in paragraphs {
      starts.append((printed.count, paragraph.place))
      for scalar in paragraph.text.unicodeScalars where !scalar.isWhiteSpace {
        guard printed.count < Self.limit else { return }
        printed.append(scalar)
        folded.append(Self.fold(scalar))
      }
    }
  }

  func place(at index: Int) -> Place {
    // By halves: a hostile text may have a paragraph for every character.
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].index <= index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1].place : .unknown
  }

  /// The sentences, without the mark that ends them. One that has no end is none.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in folded.indices where ["。", "！", "？", "!", "?"].contains(folded[index]) {
      sentences.append(start..<index)
      start = index + 1
    }
    sentences.append(start..<folded.count)
    return sentences.filter { !$0.isEmpty && $0.count <= Self.longestSentence }
  }

  /// The parts of a sentence between commas and brackets, and whether they stand in brackets. A comma inside a number
  /// parts nothing.
  func clauses(of sentence: Range<Int>) -> [(range: Range<Int>, isBracketed: Bool)] {
    var clauses: [(range: Range<Int>, isBracketed: Bool)] = []
    var start = sentence.lowerBound
    var isBracketed = false
    for index in sentence where parts(at: index, of: sentence) {
      clauses.append((start..<index, isBracketed))
      if ["（", "("].contains(folded[index]) { isBracketed = true }
      if ["）", ")"].contains(folded[index]) { isBracketed = false }
      start = index + 1
    }
    clauses.append((start..<sentence.upperBound, isBracketed))
    return clauses.filter { !$0.range.isEmpty }
  }

  private func parts(at index: Int, of sentence: Range<Int>) -> Bool {
    if folded[index] == "," || folded[index] == "，" { return !isInsideNumber(index, of: sentence) }
    guard ["；", ";", "：", ":", "（", "）", "(", ")"].contains(folded[index]) else { return false }
    // 207（二百零七）件 is one number.
    return !Restatement.isBracket(folded[sentence], at: index)
  }

  private func isInsideNumber(_ index: Int, of sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound, NumeralScanner.digit(folded[index - 1]) != nil else { return false }
    let next = folded[(index + 1)..<sentence.upperBound].prefix(4).prefix { NumeralScanner.digit($0) != nil }
    return next.count == 3
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF0E, 0xFF05: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }
}
