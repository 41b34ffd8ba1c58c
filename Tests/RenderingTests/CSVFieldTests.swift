import Foundation
import Rendering
import Testing

/// Names that somebody made up to be carried out by a spreadsheet or a terminal.
@Suite struct CSVFieldTests {
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "﹢1", "﹣1", "﹫x", " =1", "\u{3000}=1", "\t=1",
    "\r\n=1",
  ])
  func `a field that begins like a formula is text`(_ name: String) {
    #expect(CSVField.text(name).first == "'")
  }

  @Test(arguments: ["\u{FEFF}=1", "\u{200B}=1", "\u{202E}=1", "\u{1B}[31m=1", "\u{9B}31m", "a\u{2066}b", "\u{E0041}"])
  func `what cannot be seen is shown, and hides no formula`(_ name: String) {
    let field = CSVField.text(name)
    #expect(!field.unicodeScalars.contains { $0.isUnseen })
    #expect(field.contains("[U+"))
    #expect(!["=", "＝"].contains(field.first))
  }

  @Test func `what needs no care stays as it is, and quotes are doubled`() {
    #expect(CSVField.text("青禾镇/2024年报.docx") == "青禾镇/2024年报.docx")
    #expect(CSVField.text("a,\"b\"") == "\"a,\"\"b\"\"\"")
    #expect(CSVField.text("") == "")
  }

  @Test(arguments: ["\u{1B}[2J", "\u{9B}2J", "\u{202E}txt.exe", "\u{FEFF}", "\u{E0041}", "\u{FFFE}", "普通"])
  func `JSON says the same with nothing unseen in it`(_ text: String) throws {
    let json = String(decoding: try JSONEncoder().encode([text]), as: UTF8.self).withoutUnseenInJSON
    #expect(!json.unicodeScalars.contains { $0.isUnseen })
    #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [text])
  }
}
