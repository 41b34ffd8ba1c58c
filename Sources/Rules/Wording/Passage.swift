import DocumentModel
import Findings
import ReportModel

/// What the rules of wording look at: the preamble or a prose section as it reads, without the white space of its
/// layout, and where its lines begin.
struct Passage {
  /// The section's number; `nil` for the preamble.
  let section: Int?
  let scalars: [Unicode.Scalar]
  /// Where the lines, or the paragraphs where a format knows those, begin in `scalars`.
  let lineStarts: [Int]
  private let places: [Place]
  /// Whether a line may end in the middle of a sentence.
  let isBrokenInLines: Bool

  /// A prose section has some thousands of characters; more are not looked at.
  private static let mostScalars = 100_000

  init(section: Int?, paragraphs: [Paragraph]) {
    self.section = section
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    var places: [Place] = []
    // What a table holds is no prose.
    for paragraph in paragraphs where paragraph.place.table == nil {
      guard scalars.count < Self.mostScalars else { break }
      let start = scalars.count
      for scalar in paragraph.text.unicodeScalars where !scalar.isWhiteSpace {
        guard scalars.count < Self.mostScalars else { break }
        scalars.append(scalar)
      }
      guard scalars.count > start else { continue }
      starts.append(start)
      places.append(paragraph.place)
    }
    self.scalars = scalars
    lineStarts = starts
    self.places = places
    isBrokenInLines = places.contains { $0.line != nil }
  }

  /// The preamble and the prose sections, in the report's order.
  static func all(in report: AnnualReport?) -> [Passage] {
    guard let report else { return [] }
    let prose = Set(report.form.sections.filter { $0.kind == .prose }.map(\.number))
    return [Passage(section: nil, paragraphs: report.preamble)]
      + report.sections.filter { prose.contains($0.number) }.map {
        Passage(section: $0.number, paragraphs: $0.paragraphs)
      }
  }

  /// The character at an index, or `nil` outside.
  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// Whether a word stands at an index.
  func holds(_ word: String, at index: Int) -> Bool {
    (0...scalars.count).contains(index) && scalars[index...].starts(with: word.unicodeScalars)
  }

  /// The first of the words that stands at an index.
  func first(of words: [String], at index: Int) -> String? {
    words.first { holds($0, at: index) }
  }

  /// A few characters before an index, in the same sentence or not.
  func before(_ index: Int, _ count: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[..<min(max(index, 0), scalars.count)].suffix(count)
  }

  /// A few characters from an index on.
  func after(_ index: Int, _ count: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[min(max(index, 0), scalars.count)...].prefix(count)
  }

  /// A few characters before an index as they may be quoted: a number is not cut, lest it be known for nobody's.
  func quotedBefore(_ index: Int, _ count: Int) -> ArraySlice<Unicode.Scalar> {
    var words = before(index, count)
    while words.count < count + Self.longestNumber, let first = words.first, first.isInNumber,
      let earlier = self[words.startIndex - 1], earlier.isInNumber
    {
      words = before(index, words.count + 1)
    }
    return words
  }

  /// A few characters from an index on as they may be quoted, with the whole of a number.
  func quotedAfter(_ index: Int, _ count: Int) -> ArraySlice<Unicode.Scalar> {
    var words = after(index, count)
    while words.count < count + Self.longestNumber, let last = words.last, last.isInNumber,
      let later = self[words.endIndex], later.isInNumber
    {
      words = after(index, words.count + 1)
    }
    return words
  }

  /// No number of a person, written in groups or not, has more characters.
  private static let longestNumber = 30

  /// Which line an index stands in.
  func line(at index: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  func range(ofLine line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line) else { return 0..<0 }
    return lineStarts[line]..<(lineStarts.indices.contains(line + 1) ? lineStarts[line + 1] : scalars.count)
  }

  func startsLine(_ index: Int) -> Bool {
    range(ofLine: line(at: index)).lowerBound == index
  }

  func place(at index: Int) -> FindingPlace {
    let line = line(at: index)
    return FindingPlace(section: section, source: places.indices.contains(line) ? places[line] : .unknown)
  }

  /// The words from an index on, as a finding quotes them: to the end of the sentence or of what stands in brackets,
  /// with a little before them.
  func quotation(at index: Int, before: Int = 0) -> String {
    let lead = quotedBefore(index, before).reversed().prefix { !"。；！？".unicodeScalars.contains($0) }.reversed()
    let end: Unicode.Scalar? = self[index] == "（" ? "）" : self[index] == "【" ? "】" : nil
    var words: [Unicode.Scalar] = Array(lead)
    for scalar in quotedAfter(index, 41) {
      if "。；！？".unicodeScalars.contains(scalar) { break }
      words.append(scalar)
      if scalar == end { break }
    }
    return Quotation.of(String(words))
  }
}

extension [Passage] {
  /// What is found in them, passage by passage, and no more than so many.
  func findings(atMost most: Int, in passage: (Passage) -> [Finding]) -> [Finding] {
    var findings: [Finding] = []
    for next in self where findings.count < most { findings += passage(next) }
    return [Finding](findings.prefix(most))
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  /// A Chinese character.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) }

  /// A full-width digit or letter as the ASCII one.
  var narrowed: Unicode.Scalar {
    (0xFF10...0xFF5A).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in the number of a telephone, a card or a person.
  fileprivate var isInNumber: Bool { isDigit || "-－—Xx".unicodeScalars.contains(self) }
}
