import DocumentModel
import Extraction
import TestFixtures
import Testing

/// Damaged pages are read somehow, always the same way, and never end the process.
@Suite struct HTMLRobustnessTests {
  @Test(arguments: 1...40)
  func `a page cut anywhere is read up to the cut`(_ cut: Int) throws {
    let bytes = Array(try HTMLPage.report().utf8)
    let whole = HTMLPage.paragraphs(try HTMLPage.document(bytes))
    let part = Array(bytes.prefix(bytes.count * cut / 41))
    guard case .document(let document) = try Extractor().extract(part) else {
      #expect(cut < 3)
      return
    }
    let paragraphs = HTMLPage.paragraphs(document)
    #expect(paragraphs.dropLast().elementsEqual(whole.prefix(max(paragraphs.count - 1, 0))))
  }

  @Test(arguments: 0..<60)
  func `a page with random damage is read the same way each time`(_ seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var bytes = try Corpus.bytes(seed % 3 == 0 ? "qinghe-2023.gbk.html" : "qinghe-2024.html")
    for _ in 0..<Int.random(in: 1...60, using: &dice) {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(place..<min(place + Int.random(in: 1...40, using: &dice), bytes.count))
      case 2: bytes.insert(contentsOf: Self.pieces.randomElement(using: &dice)?.utf8 ?? "".utf8, at: place)
      case 3: bytes.insert(contentsOf: bytes[..<min(place, 500)], at: place)
      case 4: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &dice))
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      }
      if bytes.isEmpty { bytes = [0x3C] }
    }
    let first = try Extractor().extract(bytes)
    #expect(try Extractor().extract(bytes) == first)
  }

  static let pieces = [
    "<", ">", "</td>", "</table>", "<table>", "<tr>", "<td rowspan=99999 colspan=999>", "<td rowspan=0>", "<!--", "-->",
    "<script>", "</script>", "<pre>", "<ol start=-5><li>", "\"", "'", "&#", "&#x110000;", "<p style=\"display:none\">",
    "<a href=x>", "</a>", "<title>", "<textarea>", "\u{0}", "<caption>", "<nav>", "<footer>", "<thead>", "<br>",
    "<svg><path/>", "<select>", "<plaintext>", "<frameset>", "<html>", "</body>", "<tfoot>", "<li value=99>",
  ]

  @Test(arguments: 0..<40)
  func `a page that has lost tags keeps its text`(_ seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) &+ 1_000)
    let page = try HTMLPage.article()
    let damaged = HTMLCorpusTests.replace(page, "</?(td|tr|tbody|table|p|span|div|strong)[^>]*>") { tag in
      Int.random(in: 0..<20, using: &dice) == 0 ? "" : tag
    }
    #expect(damaged != page)
    let letters = { (document: Document) in
      document.blocks.flatMap { block in
        switch block {
        case .paragraph(let paragraph): [paragraph.text]
        case .table(let table): table.cells.map(\.text)
        }
      }.joined().filter { !$0.isWhitespace }
    }
    let whole = try letters(HTMLPage.document(Array("<html>\(page)</html>".utf8)))
    let read = try letters(HTMLPage.document(Array("<html>\(damaged)</html>".utf8)))
    #expect(read.count == whole.count)
    #expect(read.sorted() == whole.sorted())
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "<div>", "<table><tr><td>", "<ol><li>", "<a href=x>一", "<p style='", "<td rowspan=9 colspan=9>", "<nav>",
      "<pre>\n", "&nbsp;", "<p class=nav><a href=1>一</a>",
    ])
  func `one piece of a page over and over is read in time`(_ piece: String) throws {
    _ = try Extractor().extract(Array("<html>\(String(repeating: piece, count: 4_000))一".utf8))
  }
}
