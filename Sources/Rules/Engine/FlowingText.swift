import DocumentModel

/// Prose as it reads, with the line breaks and spaces of its layout taken out.
struct FlowingText {
  private(set) var scalars: [Unicode.Scalar] = []
  private var starts: [(index: Int, place: Place)] = []

  /// - Parameters:
  ///   - paragraphs: the prose as printed.
  ///   - most: how many of its characters are looked at.
  init(_ paragraphs: some Sequence<Paragraph>, atMost most: Int = .max) {
    var left = most
    for paragraph in paragraphs where left > 0 {
      starts.append((scalars.count, paragraph.place))
      for scalar in paragraph.text.unicodeScalars {
        guard left > 0 else { break }
        left -= 1
        // A raised digit is the mark of a note and none of the number before it.
        if !scalar.isWhiteSpace, ShiftedText.plain(scalar) == nil { scalars.append(scalar) }
      }
    }
  }

  /// Where the character at an index stands in the document.
  func place(at index: Int) -> Place {
    starts.last { $0.index <= index }?.place ?? .unknown
  }

  /// The sentences and the parts of long ones, without the mark that ends them.
  var sentences: [Range<Int>] {
    scalars.ranges(between: \.endsClause)
  }
}

extension Unicode.Scalar {
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?": true
    default: false
    }
  }

  /// Ends a sentence, or one of the parts of a long one.
  var endsClause: Bool { endsSentence || self == "；" || self == ";" }
}

extension [Unicode.Scalar] {
  /// The parts between marks, without the marks. Where two marks stand side by side, there is no part between.
  func ranges(between isMark: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in indices where isMark(self[index]) {
      if index > start { ranges.append(start..<index) }
      start = index + 1
    }
    if start < count { ranges.append(start..<count) }
    return ranges
  }
}

extension BidirectionalCollection<Unicode.Scalar> {
  func holds(_ word: String) -> Bool {
    range(of: word) != nil
  }

  /// Where a word first stands.
  func range(of word: String) -> Range<Index>? {
    let word = word.unicodeScalars
    guard let first = word.first else { return startIndex..<startIndex }
    // Most places are told by the first character.
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      rest = self[place...]
      if rest.starts(with: word) { return place..<index(place, offsetBy: word.count) }
      rest.removeFirst()
    }
    return nil
  }

  func holdsPrefix(_ word: String) -> Bool {
    starts(with: word.unicodeScalars)
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.underestimatedCount)
    for scalar in scalars { bytes.append(contentsOf: scalar.utf8) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
