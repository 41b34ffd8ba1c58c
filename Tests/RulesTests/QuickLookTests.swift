import DocumentModel
import ReportModel
import TestFixtures
import Testing

@testable import Rules

/// What is looked at quickly must be seen as by the slow look that it spares.
@Suite struct QuickLookTests {
  @Test func `white space is what Unicode calls so`() {
    let characters = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    #expect(characters.filter { $0.isWhiteSpace != $0.properties.isWhitespace } == [])
  }

  @Test func `a set of characters holds those and no others`() {
    let set = ScalarSet("锛〇a。\u{FFFD}")
    let characters = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    #expect(Array(characters.filter(set.contains)) == ["a", "。", "〇", "锛", "\u{FFFD}"])
    #expect(!ScalarSet("").contains("a"))
  }

  @Test(arguments: Mutation.cells + Mutation.contents)
  func `a table is balanced when there is nothing to explain in it`(_ mutation: Mutation) throws {
    let document = try #require(try Judging.document(Array(mutation.change(Corpus.text()).utf8)))
    let report = try #require(ReportReader(library: try FormLibrary.builtIn()).read(document))
    for table in report.tables {
      #expect(table.isBalanced == Reconciliation(of: table).imbalances.isEmpty)
    }
  }

  @Test(arguments: [
    ("本年度", "年度", true), ("年年度", "年度", true), ("年度", "年度", true), ("年", "年度", false), ("度年", "年度", false),
    ("", "年", false),
  ])
  func `a word is found wherever it stands`(_ text: String, _ word: String, _ isHeld: Bool) {
    #expect(Array(text.unicodeScalars).holds(word) == isHeld)
    #expect(Array("前\(text)".unicodeScalars).dropFirst().holds(word) == isHeld)
  }

  @Test func `parts stand between marks, and none between two marks side by side`() {
    let text = Array("。甲乙；；丙。".unicodeScalars)
    #expect(text.ranges(between: \.endsClause) == [1..<3, 5..<6])
    #expect(text.ranges(between: \.endsSentence) == [1..<6])
  }
}
