import DocumentModel
import Testing

/// The marks of notes in Word (ECMA-376 Part 1, 17.11) and OpenDocument (1.3 Part 3, 6.3): raised, as they are seen.
@Suite struct NoteReferenceTests {
  private static func reference(_ kind: String = "footnote", look: String = "") -> String {
    "<w:r><w:rPr>\(look)</w:rPr><w:\(kind)Reference w:id=\"2\"/></w:r>"
  }

  @Test func `references are counted as they are met, each kind for itself`() throws {
    let note = Self.reference()
    let end = Self.reference("endnote")
    let hidden = Self.reference(look: "<w:vanish/>") + "<w:del>\(note)</w:del>"
    let body =
      Word.p(Word.run("甲") + note + Word.run("乙") + hidden + note)
      + Word.table(Word.row(Word.cell(blocks: Word.p(Word.run("284") + end + note))))
      + Word.p(Word.run("丙") + end)
    #expect(try FlowReading.lines(body) == ["甲¹乙²", "284ⁱ³", "丙ⁱⁱ"])
  }

  @Test func `a mark of the author's own is none of the figure, and is not counted`() throws {
    func marked(_ mark: String) -> String {
      "<w:r><w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/>\(mark)</w:r>"
    }
    let body = Word.p(
      Word.run("284") + marked("<w:t>3</w:t>") + Word.run("，") + marked("<w:t>*</w:t>")
        + marked("<w:sym w:font=\"宋体\" w:char=\"203B\"/>") + Self.reference())
    #expect(try FlowReading.lines(body) == ["284³，*※¹"])
  }

  @Test(arguments: [
    ("decimalEnclosedCircleChinese", "284①"), ("lowerRoman", "284ⁱ"), ("upperRoman", "284ⁱ"), ("lowerLetter", "284ᵃ"),
    // Behind a figure these would be digits or words.
    ("chineseCounting", "284※"), ("decimalFullWidth", "284※"), ("ideographTraditional", "284※"), ("chicago", "284¹"),
  ])
  func `a mark is written as the section says, unless it would be a part of the figure`(
    _ format: String, _ printed: String
  ) throws {
    let section = "<w:sectPr><w:footnotePr><w:numFmt w:val=\"\(format)\"/></w:footnotePr></w:sectPr>"
    #expect(try FlowReading.lines(Word.p(Word.run("284") + Self.reference()) + section) == [printed])
  }

  @Test func `numbers begin where the section says`() throws {
    let section = "<w:sectPr><w:footnotePr><w:numStart w:val=\"5\"/></w:footnotePr></w:sectPr>"
    #expect(try FlowReading.lines(Word.p(Word.run("284") + Self.reference()) + section) == ["284⁵"])
  }

  @Test func `a mark alone is no figure, and a struck one is no mark`() throws {
    let alone = Word.cell(blocks: Word.p(Self.reference()))
    let struck = Word.cell(blocks: Word.p(Word.run("7") + Self.reference(look: "<w:strike/>")))
    #expect(try FlowReading.lines(Word.table(Word.row(alone, struck, Word.cell("8")))) == [" | 7 | 8"])
  }

  // MARK: OpenDocument

  private static func note(_ mark: String) -> String {
    """
    <text:note text:note-class="footnote"><text:note-citation>\(mark)</text:note-citation>\
    <text:note-body><text:p>含转办件</text:p></text:note-body></text:note>
    """
  }

  @Test(arguments: [
    ("1", "284¹"), ("12", "284¹²"), ("①", "284①"), ("注1", "284注¹"), ("*", "284*"), ("二", "284※"), (" ", "284"),
  ])
  func `a citation is raised, and the note stands in the margins`(_ mark: String, _ printed: String) throws {
    let cell = "<table:table-cell><text:p>284\(Self.note(mark))</text:p></table:table-cell>"
    let table = "<table:table><table:table-row>\(cell)</table:table-row></table:table>"
    let document = try FlowReading.document(ODTBuilder(table).bytes)
    #expect(document.lines == [printed])
    #expect(document.margins.map(\.text) == ["含转办件"])
  }

  @Test func `a citation alone is no figure, and one that is hidden is not seen`() throws {
    let body =
      "<text:p>\(Self.note("1"))</text:p><text:p>甲<text:span text:style-name=\"W\">\(Self.note("2"))</text:span></text:p>"
    #expect(try FlowReading.openLines(body, styles: ODTTextTests.styles) == ["甲"])
  }
}
