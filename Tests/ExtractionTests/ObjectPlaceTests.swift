import DocumentModel
import Testing

/// Pictures and objects of other programs that stand where a text is looked for.
@Suite struct ObjectPlaceTests {
  private static let picture = """
    <w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
    """
  private static let sheet = """
    <w:r><w:object><v:shape><v:imagedata r:id="r9"/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" \
    Type="Embed" ProgID="Excel.Sheet.12" r:id="r8"/></w:object></w:r>
    """
  private static let chart = """
    <w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart \
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="r7"/></a:graphicData></a:graphic></wp:inline>\
    </w:drawing></w:r>
    """

  private static func unread(_ body: String) throws -> [UnreadPart] {
    try FlowReading.document(DocxBuilder(Word.text("前") + body).bytes).unread
  }

  @Test func `in a cell without text each is told, with its place`() throws {
    let cells = [Self.picture, Self.sheet, Self.chart].map { Word.cell(blocks: Word.p($0)) }.joined()
    let place = { Place(table: 1, row: 1, column: $0) }
    #expect(
      try Self.unread(Word.table(Word.row(cells))) == [
        UnreadPart(kind: .picture, name: "", place: place(1)),
        UnreadPart(kind: .object, name: "Excel.Sheet.12", place: place(2)),
        UnreadPart(kind: .object, name: "", place: place(3)),
      ])
  }

  @Test func `in a paragraph without text an object is told, a picture is not`() throws {
    #expect(try Self.unread(Word.p(Self.picture)) == [])
    let told = UnreadPart(kind: .object, name: "Excel.Sheet.12", place: Place(paragraph: 2))
    #expect(try Self.unread(Word.p(Self.sheet)) == [told])
  }

  @Test func `beside a text none is told`() throws {
    #expect(try Self.unread(Word.p(Word.run("甲") + Self.sheet)) == [])
    let cell = Word.cell(blocks: Word.text("7") + Word.p(Self.picture + Self.sheet))
    #expect(try Self.unread(Word.table(Word.row(cell))) == [])
    // A hidden one is not seen.
    let hidden = Self.picture.replacing("<w:r>", with: "<w:r><w:rPr><w:vanish/></w:rPr>")
    #expect(try Self.unread(Word.table(Word.row(Word.cell(blocks: Word.p(hidden))))) == [])
  }

  // MARK: OpenDocument

  @Test func `of OpenDocument the same is told`() throws {
    func frame(_ content: String) -> String { "<text:p><draw:frame>\(content)</draw:frame></text:p>" }
    func table(_ cells: String...) -> String {
      let cells = cells.map { "<table:table-cell>\($0)</table:table-cell>" }.joined()
      return "<table:table><table:table-row>\(cells)</table:table-row></table:table>"
    }
    let (image, object) = ("<draw:image/>", "<draw:object/><draw:image/>")
    let box = "<draw:text-box>\(frame(image))<text:p>7</text:p></draw:text-box>"
    let body =
      "<text:p>前</text:p>" + table(frame(image), frame(object), frame(box), "<text:p>8</text:p>" + frame(image))
      + frame(image) + frame("<draw:object-ole/>")
    #expect(
      try FlowReading.document(ODTBuilder(body).bytes).unread == [
        UnreadPart(kind: .picture, name: "", place: Place(table: 1, row: 1, column: 1)),
        UnreadPart(kind: .object, name: "", place: Place(table: 1, row: 1, column: 2)),
        UnreadPart(kind: .object, name: "", place: Place(paragraph: 3)),
      ])
  }
}
