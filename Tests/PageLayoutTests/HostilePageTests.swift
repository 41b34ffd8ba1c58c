import DocumentModel
import PageLayout
import Testing

/// Pages that no report has. Nothing may trap, and time must stay near to linear.
@Suite struct HostilePageTests {
  private static let numbers: [Double] = [
    0, -0.0, 1, 300, 1e9, -1e9, 1e300, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
  ]

  @Test(arguments: 1...40)
  func `numbers of every kind are survived`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    func number() -> Double {
      Bool.random(using: &random)
        ? Double.random(in: -50...700, using: &random) : Self.numbers.randomElement(using: &random) ?? 0
    }
    func page(_ number: Int, _ value: () -> Double) -> PositionedPage {
      let turns: [Glyph.Turn] = [.none, .right, .over, .left]
      let texts = ["1", "23", "年", "", " ", "\u{301}", "\u{FFFD}", "ﬁ", "👨‍👩‍👧"]
      return PositionedPage(
        number: number, width: value(), height: value(),
        glyphs: (0..<200).map { index in
          Glyph(
            text: texts[index % texts.count], box: Box(left: value(), top: value(), right: value(), bottom: value()),
            turn: turns[index % 7 % 4])
        },
        lines: (0..<100).map { index in
          RuledLine(axis: index % 2 == 0 ? .horizontal : .vertical, position: value(), start: value(), end: value())
        })
    }
    _ = PageLayout.document(of: [page(1, number), page(.max, number), page(-1, number)])
  }

  @Test(arguments: 1...10)
  func `a cloud of characters loses none of them`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var sheet = Sheet()
    for index in 0..<2_000 {
      let (x, y) = (Double.random(in: 20...580, using: &random), Double.random(in: 20...780, using: &random))
      sheet.write(String(UnicodeScalar(0x4E00 + index).map(Character.init) ?? "一"), x, y)
    }
    for _ in 0..<60 {
      let ends = [Double.random(in: 0...600, using: &random), Double.random(in: 0...600, using: &random)].sorted()
      let axis: RuledLine.Axis = Bool.random(using: &random) ? .horizontal : .vertical
      sheet.rule(axis, at: Double.random(in: 0...600, using: &random), from: ends[0], to: ends[1])
    }
    let texts = PageLayout.blocks(of: [sheet.page]).flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph.text, paragraph.struck]
      case .table(let table): table.cells.flatMap { [$0.text, $0.struck] }
      }
    }
    // Lines through characters strike them: then they are kept apart.
    #expect(texts.joined().count { !$0.isWhitespace } == 2_000)
  }

  enum Crowd: CaseIterable {
    case oneLine, oneColumn, onePlace, smallDigits, lattice, rulesInOnePlace, manyTables
  }

  @Test(arguments: Crowd.allCases)
  func `a crowded page takes its time only`(_ crowd: Crowd) {
    var page = PositionedPage(number: 1, width: 10_000, height: 10_000)
    let count = 100_000
    func spread(_ index: Int) -> Double { Double(index) / Double(count) * 9_900 }
    func put(_ text: String, _ x: Double, _ y: Double, size: Double = 10) {
      page.glyphs.append(Glyph(text: text, box: Box(left: x, top: y, right: x + size, bottom: y + size)))
    }
    func line(_ axis: RuledLine.Axis, _ position: Double, _ start: Double, _ end: Double) {
      page.lines.append(RuledLine(axis: axis, position: position, start: start, end: end))
    }
    for index in 0..<count {
      switch crowd {
      case .oneLine: put("\(index % 10)", spread(index), 100)
      case .oneColumn: put("年", 100, spread(index))
      case .onePlace: put("\(index % 10)", 100, 100)
      case .smallDigits: put("\(index % 10)", spread(index), 100, size: index % 3 == 0 ? 3 : 9)
      case .lattice:
        if index < 2_000 {
          line(.horizontal, spread(index * 50), 0, 9_900); line(.vertical, spread(index * 50), 0, 9_900)
        }
        put("年", spread(index), spread(index))
      case .rulesInOnePlace:
        line(index % 2 == 0 ? .horizontal : .vertical, 100 + spread(index) / 10_000, 50, 5_000)
      case .manyTables:
        let (x, y) = (Double(index % 300) * 30, Double(index / 300) * 29)
        if index < 1_900 {
          for step in [0.0, 10, 20] { line(.vertical, x + step, y, y + 20); line(.horizontal, y + step, x, x + 20) }
        }
        put("年", x, y)
      }
    }
    let time = ContinuousClock().measure { _ = PageLayout.blocks(of: [page]) }
    #expect(time < .seconds(20))
  }

  @Test func `no pages and empty pages are nothing`() {
    #expect(PageLayout.blocks(of: []).isEmpty)
    #expect(PageLayout.blocks(of: [Sheet().page, Sheet(2, width: 0, height: 0).page]).isEmpty)
  }
}

/// Random numbers that are the same in each run (S. Vigna's splitmix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
