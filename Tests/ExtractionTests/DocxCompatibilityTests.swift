import DocumentModel
import TestFixtures
import Testing

/// Markup that programs may not know (ECMA-376 Part 3).
@Suite struct DocxCompatibilityTests {
  private static func alternatives(_ branches: (requires: String, content: String)..., fallback: String? = nil)
    -> String
  {
    let choices = branches.map { "<mc:Choice \($0.requires)>\($0.content)</mc:Choice>" }.joined()
    let fallback = fallback.map { "<mc:Fallback>\($0)</mc:Fallback>" } ?? ""
    return "<mc:AlternateContent>\(choices)\(fallback)</mc:AlternateContent>"
  }

  private static let unknown = "xmlns:new=\"urn:new\" Requires=\"new\""
  private static let known = "Requires=\"wps w14\""

  /// In each place one branch is read: the first that is understood, or the fallback.
  @Test func `one branch is read, wherever the alternatives stand`() throws {
    func choose(_ content: (String) -> String) -> String {
      Self.alternatives(
        (Self.unknown, content("未知")), (Self.known, content("甲")), (Self.known, content("乙")), fallback: content("丙"))
    }
    #expect(try FlowReading.lines(choose { Word.text($0) }) == ["甲"])
    #expect(try FlowReading.lines(Word.p(choose { Word.run($0) })) == ["甲"])
    #expect(try FlowReading.lines(Word.p("<w:r>\(choose { "<w:t>\($0)</w:t>" })</w:r>")) == ["甲"])
    #expect(try FlowReading.lines(Word.table(choose { Word.row(Word.cell($0)) })) == ["甲"])
    #expect(try FlowReading.lines(Word.table(Word.row(choose { Word.cell($0) }))) == ["甲"])
    #expect(try FlowReading.lines(choose { choose { Word.text($0) } + Word.text($0) }) == ["甲", "甲"])
  }

  @Test func `properties stand in alternatives as well`() throws {
    let vanish = Self.alternatives((Self.unknown, ""), fallback: "<w:vanish/>")
    #expect(try FlowReading.lines(Word.p(Word.run("甲") + Word.run("藏", properties: vanish))) == ["甲"])
    let span = Self.alternatives((Self.known, "<w:gridSpan w:val=\"3\"/>"), fallback: "<w:gridSpan w:val=\"2\"/>")
    let table = try FlowReading.document(DocxBuilder(Word.table(Word.row(Word.cell("甲", span)))).bytes).tables.first
    #expect(table?.layout == ["1,1 1×3 甲"])
  }

  @Test(arguments: [
    ("Requires=\"wps\"", "新"), ("Requires=\"wps w14\"", "新"), ("Requires=\"wps none\"", "旧"),
    ("Requires=\"none\"", "旧"),
    // What counts is the namespace, as its prefix is declared nearest.
    ("xmlns:x=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" Requires=\"x\"", "新"),
    ("xmlns:wps=\"urn:new\" Requires=\"wps\"", "旧"), ("xmlns:w15=\"urn:new\" Requires=\"w15\"", "旧"),
  ])
  func `a choice is understood by its namespaces`(_ requires: String, _ read: String) throws {
    let blocks = Self.alternatives((requires, Word.text("新")), fallback: Word.text("旧"))
    #expect(try FlowReading.lines(blocks + Word.text("后")) == [read, "后"])
    // What is declared in one branch does not hold behind it.
    #expect(try FlowReading.lines(blocks + Self.alternatives((Self.known, Word.text("后")))) == [read, "后"])
  }

  @Test func `a symbol that is not read leaves its place to the text`() throws {
    let symbol = """
      <mc:AlternateContent><mc:Choice xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" \
      Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="2611"/></mc:Choice>\
      <mc:Fallback><w:t>☑</w:t></mc:Fallback></mc:AlternateContent>
      """
    #expect(try FlowReading.lines(Word.p("<w:r>\(symbol)</w:r>" + Word.run("公开"))) == ["☑公开"])
  }

  @Test func `without a branch that is understood nothing is read`() throws {
    #expect(try FlowReading.lines(Self.alternatives((Self.unknown, Word.text("新"))) + Word.text("后")) == ["后"])
    #expect(try FlowReading.lines(Self.alternatives() + Word.text("后")) == ["后"])
  }

  // MARK: Ignorable elements

  private static func lines(_ says: String, _ body: String) throws -> [String] {
    let wrapped = "<w:sdt xmlns:x=\"urn:new\" \(says)><w:sdtContent>\(body)</w:sdtContent></w:sdt>"
    return try FlowReading.lines(wrapped + Word.text("后"))
  }

  @Test(arguments: [
    ("mc:Ignorable=\"x\"", "前后"), ("mc:Ignorable=\"x\" mc:ProcessContent=\"x:a\"", "前中后"),
    ("mc:Ignorable=\"w14 x\" mc:ProcessContent=\"w:p x:*\"", "前中后"),
    ("mc:Ignorable=\"x\" mc:ProcessContent=\"x:b\"", "前后"), ("mc:Ignorable=\"y\" mc:ProcessContent=\"y:a x\"", "前后"),
    ("", "前后"),
  ])
  func `of an unknown element only what is to be processed is read`(_ says: String, _ read: String) throws {
    let inline = Word.p(Word.run("前") + "<x:a>\(Word.run("中"))</x:a>" + Word.run("后"))
    #expect(try Self.lines(says, inline) == [read, "后"])
    let blocks = Word.text("前") + "<x:a>\(Word.text("中"))</x:a>" + Word.text("后")
    #expect(try Self.lines(says, blocks).joined() == read + "后")
    let row = Word.table(Word.row(Word.cell("前"), "<x:a>\(Word.cell("中"))</x:a>", Word.cell("后")))
    #expect(try Self.lines(says, row).joined().replacing(" | ", with: "") == read + "后")
  }

  @Test func `an ignorable element in a drawing is not read, and one that is known is`() throws {
    func drawing(_ content: String) -> String {
      let box = "<w:txbxContent>\(Word.text("框"))</w:txbxContent>"
      return Word.p(
        "<w:r><w:drawing><wp:inline><a:graphic>\(content.replacing("$", with: box))</a:graphic></wp:inline></w:drawing></w:r>"
      )
    }
    #expect(try Self.lines("mc:Ignorable=\"x wps\"", drawing("<x:a>$</x:a>")) == ["后"])
    #expect(try Self.lines("mc:Ignorable=\"x wps\"", drawing("<wps:wsp>$</wps:wsp>")) == ["框", "后"])
    #expect(try Self.lines("mc:Ignorable=\"x\" mc:ProcessContent=\"x:a\"", drawing("<x:a>$</x:a>")) == ["框", "后"])
  }

  @Test func `what is said of one element does not hold behind it`() throws {
    let says = "xmlns:x=\"urn:new\" mc:Ignorable=\"x\" mc:ProcessContent=\"x:a\""
    let body = "<w:sdt \(says)><w:sdtContent><x:a>\(Word.text("甲"))</x:a></w:sdtContent></w:sdt>"
    let behind = "<w:sdt xmlns:x=\"urn:new\"><w:sdtContent><x:a>\(Word.text("乙"))</x:a></w:sdtContent></w:sdt>"
    #expect(try FlowReading.lines(body + behind + Word.text("后")) == ["甲", "后"])
  }

  @Test func `what is declared round a part holds in it`() throws {
    let blocks = Self.alternatives(("Requires=\"g\"", Word.text("新")), fallback: Word.text("旧"))
    let text = DocxBuilder(blocks).flat().text.replacing(
      "<pkg:package ",
      with: "<pkg:package xmlns:g=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" ")
    #expect(try FlowReading.document(Array(text.utf8)).lines == ["新"])
  }

  @Test(.timeLimit(.minutes(10))) func `hundred thousands of alternatives are read in no time`() throws {
    let choice = "<mc:Choice xmlns:new=\"urn:new\" Requires=\"new none w\"/>"
    let body = "<mc:AlternateContent>\(String(repeating: choice, count: 100_000))</mc:AlternateContent>"
    #expect(try FlowReading.lines(body + Word.text("后")) == ["后"])
    let empty = String(repeating: "<mc:AlternateContent><mc:Fallback/></mc:AlternateContent>", count: 100_000)
    #expect(try FlowReading.lines(empty + Word.text("后")) == ["后"])
  }
}
