import DocumentModel

/// Prose as it reads, with the line breaks and spaces of its layout taken out.
struct FlowingText {
  let scalars: [Unicode.Scalar]
  private var starts: [(index: Int, place: Place)] = []

  init(_ paragraphs: [Paragraph]) {
    var scalars: [Unicode.Scalar] = []
    for paragraph in paragraphs {
      starts.append((scalars.count, paragraph.place))
      scalars.append(contentsOf: paragraph.text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace })
    }
    self.scalars = scalars
  }

  /// Where the character at an index stands in the document.
  func place(at index: Int) -> Place {
    starts.last { $0.index <= index }?.place ?? .unknown
  }

  /// The sentences, without the mark that ends them.
  var sentences: [Range<Int>] {
    scalars.indices.split { "。；！？;!?".unicodeScalars.contains(scalars[$0]) }.map { $0.startIndex..<$0.endIndex }
  }

  /// Years such as 2024年, with where their digits begin and where what follows 年 begins.
  static func years(in scalars: [Unicode.Scalar]) -> [(year: Int, start: Int, end: Int)] {
    scalars.indices.compactMap { mark in
      guard scalars[mark] == "年", mark >= 4 else { return nil }
      let digits = scalars[(mark - 4)..<mark]
      guard digits.allSatisfy({ ("0"..."9").contains($0) }), let year = Int(String(digits)) else { return nil }
      return (1990...2999).contains(year) ? (year, mark - 4, mark + 1) : nil
    }
  }
}

extension BidirectionalCollection<Unicode.Scalar> {
  func holds(_ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    return indices.contains { self[$0...].starts(with: word) }
  }

  /// Where a word first stands.
  func range(of word: String) -> Range<Index>? {
    let word = Array(word.unicodeScalars)
    return indices.first { self[$0...].starts(with: word) }.map { $0..<index($0, offsetBy: word.count) }
  }

  func holdsPrefix(_ word: String) -> Bool {
    starts(with: word.unicodeScalars)
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
