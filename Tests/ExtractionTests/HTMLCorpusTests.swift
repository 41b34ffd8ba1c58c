import DocumentModel
import Extraction
import Foundation
import TestFixtures
import Testing

/// Reports as pages, written in the ways in which word processors and sites write them.
@Suite struct HTMLCorpusTests {
  @Test(arguments: ["qinghe-2023.gbk", "qinghe-2024", "xiaodian-2024"])
  func `each figure of a report stands in a cell of its own`(_ name: String) throws {
    let document = try HTMLPage.document(Corpus.bytes("\(name).html"))
    let expectations = try JSONDecoder().decode(
      [String: Corpus.Expectation].self, from: Data(Corpus.bytes("figures.json")))
    let expected = try #require(expectations[String(name.prefix { $0 != "." })])
    let read = HTMLPage.tables(document).flatMap(\.cells).compactMap { Decimal(string: $0.text) }.sorted()
    // Labels begin with digits too, but are more than a number.
    let cells = HTMLPage.tables(document).flatMap(\.cells).filter { Double($0.text) != nil }
    #expect(cells.count == 200)
    #expect(read.count >= 200)
    #expect(cells.compactMap { Decimal(string: $0.text) }.sorted() == expected.figures.values.sorted())
    #expect(HTMLPage.paragraphs(document).first == "\(expected.office)\(expected.year)年政府信息公开工作年度报告")
  }

  @Test func `tables stand in their grid`() throws {
    let tables = HTMLPage.tables(try HTMLPage.document(Array(HTMLPage.report().utf8)))
    #expect(tables.map { $0.cells.compactMap(\.place.row).max() } == [14, 28, 4])
    #expect(tables.map { $0.cells.map { ($0.place.column ?? 0) + $0.columnSpan - 1 }.max() } == [4, 10, 15])
    let total = try #require(tables[1].cells.first { $0.text == "（七）总计" })
    #expect(total.place == Place(table: 2, row: 27, column: 2))
    #expect(total.columnSpan == 2)
    // Each place is covered once.
    for table in tables {
      var covered: Set<[Int]> = []
      for cell in table.cells {
        let (row, column) = (try #require(cell.place.row), try #require(cell.place.column))
        for place in (row..<(row + cell.rowSpan)).flatMap({ r in (column..<(column + cell.columnSpan)).map { [r, $0] } }
        ) {
          #expect(covered.insert(place).inserted)
        }
      }
    }
  }

  /// Ways to write the same page.
  static let rewritings: [(name: String, rewrite: @Sendable (String) -> String)] = [
    ("as it is", { $0 }),
    ("tags in capitals", { replace($0, #"</?[a-z0-9]+"#) { $0.uppercased() } }),
    ("without end tags of cells, rows and paragraphs", { replace($0, #"</(td|tr|p|span|tbody|strong)>"#) { _ in "" } }),
    (
      "digits in spans of their own",
      { replace($0, #"(?<=>)[0-9]+(?=<)"#) { $0.map { "<span>\($0)</span>" }.joined() } }
    ),
    (
      "cells as a word processor writes them",
      {
        replace($0, #"<td +(?=style)"#) { _ in "<td width=57 valign=top " }
          .replacingOccurrences(
            of: "<p style=\"text-align:center\"><span>",
            with:
              "<p class=MsoNormal align=center\nstyle='text-align:center'><span lang=EN-US\nstyle='font-family:宋体;mso-hide:none'>"
          )
          .replacingOccurrences(of: "</span></p></td>", with: "<o:p></o:p></span></p>\n  </td>")
      }
    ),
    ("indented", { $0.replacingOccurrences(of: "<", with: "\n   <").replacingOccurrences(of: "\n   </", with: "</") }),
    ("in a table of one cell", { $0.replacingOccurrences(of: "<body>", with: "<body><table><tr><td>") + "</table>" }),
    (
      "tables in divisions",
      {
        $0.replacingOccurrences(of: "<table>", with: "<div><div class=tb><table border=1>").replacingOccurrences(
          of: "</table>", with: "</table></div></div>")
      }
    ),
    (
      "each table in a cell",
      {
        $0.replacingOccurrences(of: "<table>", with: "<table><tr><td><table>").replacingOccurrences(
          of: "</table>", with: "</table></td></tr></table>")
      }
    ),
    (
      "as XHTML",
      {
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
          + $0.replacingOccurrences(of: "<html>", with: "<html xmlns=\"http://www.w3.org/1999/xhtml\">")
      }
    ),
    ("with carriage returns", { $0.replacingOccurrences(of: "<tr>", with: "\r\n<tr>") }),
  ]

  static func replace(_ text: String, _ pattern: String, with replacement: (String) -> String) -> String {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return text }
    let source = text as NSString
    var result = ""
    var end = 0
    for match in expression.matches(in: text, range: NSRange(location: 0, length: source.length)) {
      result += source.substring(with: NSRange(location: end, length: match.range.location - end))
      result += replacement(source.substring(with: match.range))
      end = match.range.location + match.range.length
    }
    return result + source.substring(from: end)
  }

  @Test(arguments: rewritings.map(\.name))
  func `the same page reads the same however it is written`(_ name: String) throws {
    let rewrite = try #require(Self.rewritings.first { $0.name == name }).rewrite
    let page = try HTMLPage.report()
    let rewritten = rewrite(page)
    if name != "as it is" { #expect(rewritten != page) }
    let document = try HTMLPage.document(Array(rewritten.utf8))
    #expect(try document == HTMLPage.document(Array(page.utf8)))
  }

  @Test func `blank cells stay where they are`() throws {
    let blanked = Self.replace(try HTMLPage.report(), #"(?<=<span>)[0-9.]+(?=</span>)"#) { _ in "&nbsp;" }
    let whole = HTMLPage.tables(try HTMLPage.document(Array(HTMLPage.report().utf8))).flatMap(\.cells)
    let cells = HTMLPage.tables(try HTMLPage.document(Array(blanked.utf8))).flatMap(\.cells)
    #expect(cells.map(\.place) == whole.map(\.place))
    #expect(cells.count { $0.text.isEmpty } == 200)
  }
}
