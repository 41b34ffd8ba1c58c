import DocumentModel
import Testing

/// What is seen of a document, by its characters.
@Suite struct SeenCharactersTests {
  @Test func `every character that is unseen is dropped, and every other is kept or unified`() {
    for value in UInt32(1)...0xE0FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = SeenCharacters.folded("甲\(Character(scalar))乙")
      let isDropped = folded == "甲乙"
      if isDropped != SeenCharacters.isUnseen(scalar) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: ["“依申请公开”", "‘甲’——乙……", "1‰", "甲※乙", "⁇"])
  func `signs of every day stay as they are`(_ text: String) {
    #expect(SeenCharacters.folded(text) == text)
  }

  private static func folded(_ blocks: [Document.Block], author: String? = nil) -> Document {
    let margins = [Paragraph(text: "\u{200E} ", place: .unknown), Paragraph(text: "页\u{200B}眉", place: .unknown)]
    return Document(format: .docx, blocks: blocks, margins: margins, author: author).folded
  }

  @Test func `a paragraph of unseen characters is none`() {
    let blank = Document.Block.paragraph(Paragraph(text: "\u{2060}\u{3000}\u{AD}", place: Place(paragraph: 1)))
    let struck = Paragraph(text: "\u{2060}", place: Place(paragraph: 2), struck: "旧\u{200B}文")
    let text = Paragraph(text: "正\u{200B}文", place: Place(paragraph: 3))
    let document = Self.folded([blank, .paragraph(struck), .paragraph(text)])
    #expect(
      document.blocks == [
        .paragraph(Paragraph(text: "", place: Place(paragraph: 2), struck: "旧文")),
        .paragraph(Paragraph(text: "正文", place: Place(paragraph: 3))),
      ])
    #expect(document.margins.map(\.text) == ["页眉"])
  }

  @Test func `a document of unseen characters is empty`() throws {
    #expect(try FlowReading.obstacle(DocxBuilder(Word.text("\u{AD}\u{2060} ")).bytes) == .empty)
  }

  @Test(arguments: [("王\u{200B}小明", "王小明"), ("\u{202D}⻘禾\u{202C}", "青禾"), ("\u{200B}", nil), ("王小明", "王小明")])
  func `the author is who is seen`(_ author: String, _ seen: String?) {
    #expect(Self.folded([], author: author).author == seen)
  }
}
