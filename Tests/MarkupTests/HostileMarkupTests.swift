import Markup
import Testing

/// Documents that are made to wear a parser out. Each must end at once, with an error or a tree.
@Suite(.timeLimit(.minutes(10))) struct HostileMarkupTests {
  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
    "<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\"><a/>",
    "<!DOCTYPE a [<!ENTITY % b SYSTEM \"file:///etc/passwd\">%b;]><a/>",
    "<?xml version='1.0'?><!-- --><!DOCTYPE a><a/>",
  ])
  func `a document type is refused before it declares anything`(_ xml: String) {
    #expect(throws: MarkupError.documentType) { try MarkupTree.read(xml: Array(xml.utf8)) }
  }

  @Test func `a document type in UTF-16 is refused as well`() {
    let bytes = "\u{FEFF}<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    #expect(throws: MarkupError.documentType) { try MarkupTree.read(xml: bytes) }
  }

  @Test(arguments: [10, 256, 5_000])
  func `XML may be as deep as is said, and not deeper`(_ depth: Int) throws {
    func nested(_ levels: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)).utf8)
    }
    #expect(try MarkupTree.read(xml: nested(depth), depth: depth).root.descendants.count { _ in true } == depth - 1)
    #expect(throws: MarkupError.tooDeep(limit: depth)) { try MarkupTree.read(xml: nested(depth + 1), depth: depth) }
    #expect(throws: MarkupError.tooDeep(limit: depth)) { try MarkupTree.read(xml: nested(100_000), depth: depth) }
  }

  @Test(arguments: ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<font>a", "<p><span>", "<a href=x>", "<button>"])
  func `HTML nested without end is read`(_ start: String) throws {
    let html = String(repeating: start, count: 10_000) + "终"
    #expect(try MarkupTree.read(html: Array(html.utf8)).root.text.hasSuffix("终"))
  }

  static let crowded = String(repeating: " a=1 b c='' d e", count: 200_000)

  @Test func `a tag of a million attributes is read in HTML and refused in XML`() throws {
    let paragraph = try MarkupTree.read(html: Array("<p\(Self.crowded)>x".utf8)).root.first("p")
    #expect(paragraph?.text == "x")
    #expect(paragraph?.attributeNames.count == 1_000_000)
    let quoted = String(repeating: " a='' b='' c='' d=''", count: 250_000)
    #expect(throws: MarkupError.tooLarge) { try MarkupTree.read(xml: Array("<p\(quoted)/>".utf8)) }
    #expect(throws: MarkupError.tooLarge) {
      try MarkupTree.read(xml: Array("<x><!-- <b c='--><![CDATA[ ' ]]><p\(quoted)/></x>".utf8))
    }
  }

  @Test func `a million attributes in UTF-16 are refused`() {
    let text = "\u{FEFF}<p" + (0..<10_000).map { " \u{3C3C}\($0)=''" }.joined() + "/>"
    let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(throws: MarkupError.tooLarge) { try MarkupTree.read(xml: bytes) }
  }

  @Test func `as many attributes as real tags have are read`() throws {
    let xml = "<p" + (0..<512).map { " a\($0)='=>\"'" }.joined() + "/>"
    #expect(try MarkupTree.read(xml: Array(xml.utf8)).root.attributeNames.count == 512)
  }

  @Test func `scripts and comments may hold what looks like a tag`() throws {
    let script = "for(i=0;i<n;i++)" + String(repeating: "a b c d e f g ", count: 1_000)
    for html in ["<script>\(script)</script><p>x", "<!-- \(script) --><p>x", "<STYLE>\(script)</STYLE><p>x"] {
      #expect(try MarkupTree.read(html: Array(html.utf8)).root.descendants.contains { $0.name == "p" })
    }
  }

  @Test func `namespaces beyond number are refused`() {
    let level = "<a" + (0..<100).map { " xmlns:n\($0)='u\($0)'" }.joined() + ">"
    let deep = Array(String(repeating: level, count: 20).utf8)
    #expect(throws: MarkupError.tooLarge) { try MarkupTree.read(xml: deep) }
    let beside = "<x>" + String(repeating: level + "</a>", count: 20) + "</x>"
    #expect(throws: Never.self) { try MarkupTree.read(xml: Array(beside.utf8)) }
  }

  @Test func `names beyond number are refused`() {
    let names = (0..<20_000).map { "<n\($0)/>" }.joined()
    #expect(throws: MarkupError.tooLarge) { try MarkupTree.read(xml: Array("<x>\(names)</x>".utf8)) }
    #expect(throws: MarkupError.tooLarge) { try MarkupTree.read(html: Array(names.utf8)) }
  }

  @Test func `ten megabytes on one line are read`() throws {
    let text = String(repeating: "政府信息公开年度报告", count: 300_000)
    #expect(try MarkupTree.read(html: Array("<p>\(text)".utf8)).root.text.utf8.count == text.utf8.count)
    #expect(try MarkupTree.read(xml: Array("<p>\(text)</p>".utf8)).root.text.utf8.count == text.utf8.count)
    let attribute = try MarkupTree.read(html: Array("<p title='\(text)'>x".utf8)).root.descendants
      .first { $0.name == "p" }?.attribute("title")
    #expect(attribute?.utf8.count == text.utf8.count)
  }

  @Test(arguments: [
    "</b>", "<li></li>", "<p></p>", "<tr>", "<p", "<!--", "<!", "&", "&#", "<a href='", "<td>", "</table>", "<script>",
    "<![CDATA[", "<?",
  ])
  func `one piece of HTML over and over is read in time`(_ piece: String) {
    let html = Array((String(repeating: "<div>", count: 500) + String(repeating: piece, count: 5_000)).utf8)
    #expect(throws: Never.self) {
      do throws(MarkupError) { _ = try MarkupTree.read(html: html) } catch {}
    }
  }

  @Test(arguments: 1...40)
  func `XML cut anywhere is broken, HTML cut anywhere is a tree`(_ cut: Int) throws {
    let text = "<a x='一&amp;'><b>二<c/>三<![CDATA[四]]></b><!-- 五 --><d y=\"六\">&#19971;</d>八</a>"
    let bytes = Array(text.utf8)
    let part = Array(bytes.prefix(bytes.count * cut / 41))
    #expect(throws: MarkupError.self) { try MarkupTree.read(xml: part) }
    #expect(throws: Never.self) { try MarkupTree.read(html: part) }
  }
}
