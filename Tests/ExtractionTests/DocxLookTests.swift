import DocumentModel
import Extraction
import Testing

/// What the look of a run does to what it says (ECMA-376 Part 1, 17.3.2).
@Suite struct DocxLookTests {
  /// Styles: W is white; S is based on it and strikes.
  static let styles = """
    <w:style w:type="character" w:styleId="W"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="S"><w:basedOn w:val="W"/><w:rPr><w:strike/></w:rPr></w:style>\
    <w:style w:type="table" w:styleId="T"><w:tblStylePr><w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr>\
    </w:tblStylePr></w:style>
    """

  @Test(arguments: [
    ("<w:vertAlign w:val=\"superscript\"/>", "284¹"), ("<w:vertAlign w:val=\"subscript\"/>", "284₁"),
    ("<w:vertAlign w:val=\"baseline\"/>", "2841"), ("<w:position w:val=\"8\"/>", "284¹"),
    ("<w:position w:val=\"2\"/>", "2841"), ("<w:strike/>", "284"), ("<w:dstrike/>", "284"),
    ("<w:strike w:val=\"0\"/>", "2841"), ("<w:color w:val=\"FFFFFF\"/>", "284"), ("<w:color w:val=\"FEFEFE\"/>", "284"),
    ("<w:color w:val=\"auto\"/>", "2841"), ("<w:color w:val=\"FF0000\"/>", "2841"),
    ("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"003366\"/>", "2841"),
    ("<w:color w:val=\"003366\"/><w:shd w:val=\"clear\" w:fill=\"003366\"/>", "284"),
    ("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>", "2841"), ("<w:sz w:val=\"2\"/>", "284"),
    ("<w:rStyle w:val=\"W\"/>", "284"), ("<w:rStyle w:val=\"W\"/><w:color w:val=\"auto\"/>", "2841"),
    ("<w:rStyle w:val=\"S\"/><w:color w:val=\"FF0000\"/><w:strike w:val=\"0\"/>", "2841"),
  ])
  func `a digit behind a number is read as it looks`(_ properties: String, _ printed: String) throws {
    let paragraph = Word.p(Word.run("284") + Word.run("1", properties: properties))
    #expect(try FlowReading.lines(paragraph, styles: Self.styles) == [printed])
  }

  @Test func `white text is seen in a table whose style is shaded, and in no other`() throws {
    let run = Word.run("9", properties: "<w:color w:val=\"FFFFFF\"/>")
    func table(_ style: String) -> String {
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"\(style)\"/></w:tblPr>"
        + Word.row(Word.cell("甲"), Word.cell(blocks: Word.p(run))) + "</w:tbl>"
    }
    #expect(try FlowReading.lines(table("T"), styles: Self.styles) == ["甲 | 9"])
    #expect(try FlowReading.lines(table("none"), styles: Self.styles) == ["甲 | "])
  }
}
