import Markup
import Testing

@Suite struct XMLTests {
  @Test(arguments: [
    ("<a/>", "<a></a>"),
    ("<a>x<b/>y<b>z</b></a>", "<a>x<b></b>y<b>z</b></a>"),
    ("<a x='1' y=\"2\">&lt;&amp;&gt;&quot;&apos;</a>", "<a x=\"1\" y=\"2\"><&>\"'</a>"),
    ("<a x='&amp;&lt;&#38;&#x4E00;&quot;'/>", "<a x=\"&<&一\"\"></a>"),
    ("<a x=' 1&#10;\n2\t'/>", "<a x=\" 1\n 2 \"></a>"),
    ("<a>&#19968;&#x20087;</a>", "<a>一\u{20087}</a>"),
    ("<a><![CDATA[<b>&amp;]]>c</a>", "<a><b>&amp;c</a>"),
    ("<a>1<!-- <b> -->2<?pi <b>?>3</a>", "<a>123</a>"),
    ("<a> \n </a>", "<a> \n </a>"),
    ("<a>一\r\n二</a>", "<a>一\n二</a>"),
    ("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><a>一</a>", "<a>一</a>"),
    (
      "<w:a xmlns:w='urn:w' w:x='1' xmlns='urn:d'><b/><w:c/></w:a>",
      "<{urn:w}a x=\"1\"><{urn:d}b></b><{urn:w}c></c></a>"
    ),
  ])
  func `XML becomes a tree`(_ xml: String, _ expected: String) throws {
    #expect(try written(xml: xml) == expected)
  }

  @Test func `a text that the parser hands out in pieces is one`() throws {
    let text = String(repeating: "一二三四五", count: 20_000) + "&amp;" + String(repeating: "六", count: 5_000)
    let root = try MarkupTree.read(xml: Array("<a>\(text)</a>".utf8)).root
    #expect(root.children.count { _ in true } == 1)
    #expect(root.text == text.replacing("&amp;", with: "&"))
  }

  @Test func `an element knows the prefixes that it declares`() throws {
    let xml = "<a xmlns:w='u' xmlns='d' x='1'><b/><w:c xmlns:w='v' xmlns:y='u'/></a>"
    let tree = try MarkupTree.read(xml: Array(xml.utf8))
    let declared = (0..<tree.count).map { position in
      tree.namespaceDeclarations(of: position).map { "\($0.prefix)=\($0.namespace)" }
    }
    #expect(declared == [["w=u", "=d"], [], ["w=v", "y=u"]])
  }

  @Test func `an attribute is found by its name without prefix`() throws {
    let root = try MarkupTree.read(xml: Array("<a xmlns:w='u' w:val='1' id='2'/>".utf8)).root
    #expect(root.attribute("val") == "1")
    #expect(root.attribute("id") == "2")
    #expect(root.attribute("w:val") == nil)
    #expect(root.attributeNames == ["val", "id"])
  }

  @Test func `elements are walked by name, by path and in document order`() throws {
    let xml = "<a>0<b>1<c>2<d>3</d></c></b>4<b><c>5</c><e/></b><f>6</f></a>"
    let root = try MarkupTree.read(xml: Array(xml.utf8)).root
    #expect(root.elements("b").map(\.text) == ["123", "5"])
    #expect(root.first("b", "c", "d")?.text == "3")
    #expect(root.first("b", "x") == nil)
    #expect(root.descendants.map(\.name) == ["b", "c", "d", "b", "c", "e", "f"])
    #expect(root.elements("b").map { $0.descendants.map(\.name) } == [["c", "d"], ["c", "e"]])
    #expect(root.first("b", "c", "d")?.parent?.parent?.name == "b")
    #expect(root.parent == nil)
    #expect(root.first("f")?.descendants.map(\.name) == [])
    #expect(root.text == "0123456")
  }

  @Test func `positions number elements and texts in document order`() throws {
    let tree = try MarkupTree.read(xml: Array("<a>0<b x='1'>1</b>2</a>".utf8))
    #expect(tree.count == 5)
    #expect((0..<5).map { tree.nameNumber(at: $0).map { tree.localNames[$0] } } == ["a", nil, "b", nil, nil])
    #expect((0..<5).map { String(decoding: tree.text(at: $0), as: UTF8.self) } == ["", "0", "", "1", "2"])
    #expect((0..<5).map { tree.parent(of: $0) } == [nil, 0, 0, 2, 0])
    #expect(tree.firstChild(of: 0) == 1)
    #expect(tree.nextSibling(of: 1) == 2)
    #expect(tree.nextSibling(of: 4) == nil)
    #expect((0..<5).map { tree.hasAttributes(at: $0) } == [false, false, true, false, false])
    #expect(tree.element(at: 2).position == 2)
  }

  // MARK: Encodings

  private static let gb18030: [UInt8] =
    Array("<?xml version='1.0' encoding='GB18030'?><a x='".utf8) + [0xB9, 0xE6, 0xD5, 0xC2] + Array("'>".utf8)
    + [0x95, 0x32, 0x90, 0x31] + Array("</a>".utf8)

  @Test func `XML in GB18030 is read as it declares`() throws {
    #expect(try written(MarkupTree.read(xml: Self.gb18030).root) == "<a x=\"规章\">\u{20087}</a>")
  }

  @Test(arguments: [true, false], [true, false])
  func `XML in UTF-16 is read, with and without a mark`(_ isBigEndian: Bool, _ hasMark: Bool) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + "<?xml version='1.0' encoding='UTF-16'?><a>规章\u{20087}</a>"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBigEndian ? bytes : bytes.reversed()
    }
    #expect(try written(MarkupTree.read(xml: bytes).root) == "<a>规章\u{20087}</a>")
  }

  @Test(arguments: ["UTF-7", "EBCDIC-CP-US", "ISO-2022-CN", "HZ-GB-2312", "UCS-4", "nonsense"])
  func `encodings in which markup hides are refused`(_ encoding: String) {
    #expect(throws: MarkupError.self) {
      try MarkupTree.read(xml: Array("<?xml version='1.0' encoding='\(encoding)'?><a/>".utf8))
    }
  }

  // MARK: Broken

  @Test(arguments: [
    "", " ", "x", "<", "<a", "<a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a>&nbsp;</a>", "<a>&b;</a>",
    "<a x=1/>", "<a x='1' x='2'/>", "<a x='<'/>", "<a>\u{1}</a>", "</a>", "<a>&#0;</a>", "<a></a>x",
  ])
  func `broken XML is told as such, and nothing of it is kept`(_ xml: String) {
    #expect {
      try MarkupTree.read(xml: Array(xml.utf8))
    } throws: { error in
      if case .malformed(let reason) = error as? MarkupError { !reason.isEmpty } else { false }
    }
  }

  @Test func `the parser's own words say where XML is broken`() {
    #expect(
      throws: MarkupError.malformed("line 2: Opening and ending tag mismatch: b line 2 and a")
    ) { try MarkupTree.read(xml: Array("<a>\n<b></a>".utf8)) }
  }

  @Test func `bytes that are no UTF-8 are broken XML`() {
    #expect(throws: MarkupError.self) { try MarkupTree.read(xml: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) }
  }
}
