import Findings
import Foundation
import Rendering
import Testing

@Suite struct RuleSheetTests {
  private let balance = RuleSheet(
    id: "requests-balance", severity: .error, severityInForce: .warning, source: "国办公开办函〔2021〕30号",
    clerk: "本年新收加上年结转，应等于总计加结转下年度。", administrator: "Received and carried in must equal the rest.",
    example: RuleSheet.Example(wrong: "（七）总计 2\n四、结转 1", right: "（七）总计 1\n四、结转 1"))
  private let title = RuleSheet(
    id: "title", severity: .warning, severityInForce: .warning, source: "惯例", clerk: "标题要写全。",
    administrator: "The title | the year.")

  private func list(_ sheets: [RuleSheet]) -> [Substring] {
    String(decoding: RuleSheetsText.list(sheets), as: UTF8.self).split(separator: "\n")
  }

  private func explanation(_ sheet: RuleSheet, width: Int = 80, coloured: Bool = false) -> String {
    String(decoding: RuleSheetsText.explanation(of: sheet, width: width, coloured: coloured), as: UTF8.self)
  }

  @Test func `a list has one line for each rule, in columns`() {
    #expect(
      list([balance, title]) == [
        "requests-balance  error → warning  Received and carried in must equal the rest.",
        "title             warning          The title | the year.",
      ])
    #expect(list([]).isEmpty)
  }

  @Test func `a rule is explained in both languages, with its source and its example`() {
    #expect(
      explanation(balance) == """
        requests-balance

          severity  warning, set by the configuration; error by default
          checks    Received and carried in must equal the rest.
          审核什么  本年新收加上年结转，应等于总计加结转下年度。
          source    国办公开办函〔2021〕30号

          ✗ wrong 错误
            （七）总计 2
            四、结转 1

          ✓ right 正确
            （七）总计 1
            四、结转 1

        """)
    #expect(explanation(title).contains("  severity  warning, the default\n"))
    #expect(!explanation(title).contains("✗"))
  }

  @Test func `a rule that is off says so`() {
    var off = title
    off.severityInForce = nil
    #expect(list([off]) == ["title  warning → off  The title | the year."])
    #expect(explanation(off).contains("  severity  off, set by the configuration; warning by default\n"))
  }

  @Test func `a line that begins with a mark begins without the space before it`() {
    var sheet = title
    sheet.administrator = "runs of runs of runs of ? and more"
    #expect(
      explanation(sheet, width: 35).contains(
        """
          checks    runs of runs of runs of
                    ? and more

        """))
  }

  @Test func `colours are asked for`() {
    #expect(!explanation(balance).contains("\u{1B}"))
    #expect(explanation(balance, coloured: true).hasPrefix("\u{1B}[1;33mrequests-balance\u{1B}[0m\n"))
  }

  @Test func `no text of a rule commands a terminal or breaks a table`() {
    let evil = "a\u{1B}[2Jb\u{202E}c\r\nd"
    let sheet = RuleSheet(
      id: RuleID(rawValue: "evil"), severity: .info, severityInForce: .info, source: evil, clerk: evil,
      administrator: evil, example: RuleSheet.Example(wrong: evil, right: evil))
    let table = RuleSheetsMarkdown.table([sheet])
    for bytes in [RuleSheetsText.list([sheet]), RuleSheetsText.explanation(of: sheet), table] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\r" })
      #expect(text.contains("a[U+001B][2Jb[U+202E]c"))
    }
    #expect(String(decoding: table, as: UTF8.self).split(separator: "\n").count == 3)
  }

  @Test func `the table holds the rules' own severities, whatever is set`() {
    let table = String(decoding: RuleSheetsMarkdown.table([balance, title]), as: UTF8.self)
    #expect(
      table == """
        | id | default | what it checks |
        |---|---|---|
        | `requests-balance` | error | Received and carried in must equal the rest. |
        | `title` | warning | The title \\| the year. |

        """)
  }

  @Test func `the object tells programs the same`() throws {
    struct Sheets: Decodable, Equatable {
      struct Rule: Decodable, Equatable {
        var rule: String
        var severity: String
        var `default`: String
        var checks: [String: String]
        var source: String
        var example: [String: String]?
      }
      var schema: String
      var rules: [Rule]
    }
    var off = title
    off.severityInForce = nil
    let bytes = RuleSheetsJSON.render([balance, off])
    let sheets = try JSONDecoder().decode(Sheets.self, from: Data(bytes))
    #expect(sheets.schema == "nianbaod/rules/1")
    #expect(
      sheets.rules == [
        Sheets.Rule(
          rule: "requests-balance", severity: "warning", default: "error",
          checks: ["en": balance.administrator, "zh": balance.clerk], source: balance.source,
          example: ["wrong": "（七）总计 2\n四、结转 1", "right": "（七）总计 1\n四、结转 1"]),
        Sheets.Rule(
          rule: "title", severity: "off", default: "warning", checks: ["en": title.administrator, "zh": title.clerk],
          source: title.source),
      ])
  }
}
