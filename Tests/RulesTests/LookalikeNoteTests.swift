import DocumentModel
import Findings
import ReportModel
import TestFixtures
import Testing

@testable import Rules

/// A finding that shows two texts which look the same says what differs.
@Suite struct LookalikeNoteTests {
  @Test(arguments: [
    ("2O24年", "2024年", "第 2 个字不同：文件里是字母“O”（U+004F），应为数字“0”（U+0030）"),
    ("五、存在的主要问题及改迸情况", "五、存在的主要问题及改进情况", nil),
    ("日照镇", "曰照镇", "第 1 个字不同：文件里是汉字“日”（U+65E5），应为汉字“曰”（U+66F0）"),
    ("l5", "15", "第 1 个字不同：文件里是字母“l”（U+006C），应为数字“1”（U+0031）"),
    ("А区", "红旗区、A区", "第 1 个字不同：文件里是西里尔字母“А”（U+0410），应为字母“A”（U+0041）"),
    ("2O2O", "2020", "第 2 个字不同：文件里是字母“O”（U+004F），应为数字“0”（U+0030），后面还有。"),
    ("青禾镇", "青禾镇", nil), ("青 禾镇", "青禾镇", nil), ("418", "419", nil), ("青和镇", "青禾镇", nil),
  ])
  func `what differs is named`(_ found: String, _ expected: String, _ words: String?) {
    let note = LookalikeNote.note(found: found, expected: expected)
    #expect((note == nil) == (words == nil))
    if let words { #expect(note?.contains(words) == true, "\(note ?? "")") }
  }

  @Test func `a unit's name with a letter of another script is told from the roster's`() throws {
    let text = try Corpus.text().replacing("青禾镇", with: "A青禾镇")
    let document = try #require(try Judging.document(Array(text.utf8)))
    let roster = Roster(offices: [.init(name: "А青禾镇", folder: "a1")])
    let subject = Subject(
      extract: .document(document), reader: ReportReader(library: try FormLibrary.builtIn()), roster: roster)
    let finding = try #require(RuleBook().findings(on: subject).first { $0.rule == "unknown-office" })
    #expect(finding.advice.contains("第 1 个字不同：文件里是字母“A”（U+0041），应为西里尔字母“А”（U+0410）"))
  }

  @Test(arguments: ["⾭禾镇", "青\u{200B}禾镇", "青禾镇\u{FEFF}"])
  func `a roster's name is known by how it looks`(_ name: String) throws {
    let document = try #require(try Judging.document(Array(Corpus.text().utf8)))
    let roster = Roster(offices: [.init(name: name, folder: "q")])
    let subject = Subject(
      extract: .document(document), reader: ReportReader(library: try FormLibrary.builtIn()), roster: roster)
    #expect(!RuleBook().findings(on: subject).contains { $0.rule == "unknown-office" })
  }
}
