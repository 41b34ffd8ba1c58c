import DocumentModel
import Extraction
import PageLayout
import TestFixtures
import Testing

/// A report as an office hands it in.
@Suite struct OFDCorpusTests {
  @Test func `every character of the report is painted`() throws {
    let pages = try OFDReader.pages(of: Corpus.bytes("qinghe-2024.ofd"))
    #expect(pages.map(\.number) == [1, 2, 3, 4])
    #expect(pages.map { $0.glyphs.count } == [585, 350, 222, 272])
    let expected = try Corpus.text("qinghe-2024.raw.txt").unicodeScalars.filter { !$0.properties.isWhitespace }
    let painted = pages.flatMap { $0.glyphs.flatMap { $0.text.unicodeScalars } }
    #expect(painted.sorted() == expected.sorted())
  }

  /// What columns keep apart and lines keep together shows in the order of all figures.
  @Test func `figures come in the order in which they are printed`() throws {
    guard case .document(let document) = try Extractor().extract(Corpus.bytes("qinghe-2024.ofd")) else {
      Issue.record("no document")
      return
    }
    let lines = document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.cells.map(\.text).joined(separator: "\n")
      }
    }
    let printed = try Corpus.text("qinghe-2024.layout.txt").split(separator: "\n").map(String.init)
    let figures = tables(of: lines).flatMap(numbers)
    #expect(figures == tables(of: printed).flatMap(numbers))
    #expect(figures.count == 200)
    #expect(lines.contains { words($0) == ["（七）总计", "284", "26", "18", "52", "23", "17", "420"] })
    for heading in ["一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况"] {
      #expect(lines.contains(heading))
    }
  }

  /// What comes behind the prose of the first section.
  private func tables(of lines: [String]) -> some Sequence<String> {
    lines.drop { !$0.contains("二、主动公开政府信息情况") }
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func numbers(_ text: String) -> [String] {
    words(text).filter { word in word.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." } }
  }
}
