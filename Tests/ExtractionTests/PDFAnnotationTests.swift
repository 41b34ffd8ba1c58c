import DocumentModel
import Extraction
import TestFixtures
import Testing

/// What viewers show on a page besides what it paints itself.
@Suite struct PDFAnnotationTests {
  struct Field: CustomStringConvertible, Sendable {
    var description: String
    var entries: String
    var form = ""
    var shown: [String]
  }

  private static let place = "/Subtype /Widget /Rect [50 300 150 320]"

  static let fields: [Field] = [
    Field(description: "a text", entries: "\(place) /FT /Tx /V (18) /DA (/Helv 10 Tf 0 g)", shown: ["18"]),
    Field(description: "a text in UTF-16", entries: "\(place) /FT /Tx /V <FEFF\(utf16("18件"))>", shown: ["18件"]),
    Field(description: "a text that its parent has", entries: "\(place) /Parent 12 0 R", shown: ["27"]),
    Field(
      description: "several lines", entries: "/Subtype /Widget /Rect [50 260 150 320] /FT /Tx /Ff 4096 /V (18\\n19)",
      shown: ["18", "19"]),
    Field(
      description: "a choice", entries: "\(place) /FT /Ch /Ff 131072 /V (b) /Opt [[(a) (17)] [(b) (18)]]", shown: ["18"]
    ),
    Field(
      description: "a choice of plain words", entries: "\(place) /FT /Ch /Ff 131072 /V (18) /Opt [(17) (18)]",
      shown: ["18"]),
    Field(description: "a password", entries: "\(place) /FT /Tx /Ff 8192 /V (18)", shown: ["**"]),
    Field(description: "a hidden field", entries: "\(place) /F 2 /FT /Tx /V (18)", shown: []),
    Field(description: "a field not for the screen", entries: "\(place) /F 32 /FT /Tx /V (18)", shown: []),
    Field(description: "a field of a layer that is off", entries: "\(place) /OC 13 0 R /FT /Tx /V (18)", shown: []),
    Field(description: "a field in white", entries: "\(place) /FT /Tx /V (18) /DA (1 g /Helv 10 Tf)", shown: []),
    Field(description: "a tick", entries: "\(place) /FT /Btn /V /Yes", shown: []),
    Field(
      description: "an appearance", entries: "\(place) /FT /Tx /V (18) /AP << /N 11 0 R >>", shown: ["17"]),
    Field(
      description: "an appearance out of date", entries: "\(place) /FT /Tx /V (18) /AP << /N 11 0 R >>",
      form: "/NeedAppearances true", shown: ["18"]),
    Field(
      description: "a text box", entries: "/Subtype /FreeText /Rect [50 300 150 320] /Contents (18) /DA (/Helv 10 Tf)",
      shown: ["18"]),
    Field(
      description: "a note to be opened", entries: "/Subtype /Text /Rect [50 300 150 320] /Contents (18)", shown: []),
    Field(
      description: "a watermark", entries: "/Subtype /Watermark /Rect [50 300 150 320] /AP << /N 11 0 R >>", shown: []),
  ]

  @Test(arguments: fields)
  func `what is shown of`(_ field: Field) throws {
    let document = try document(of: field, content: painted("申请", 50, 500))
    #expect(document.paragraphs.map { $0.text.filter { $0 != " " } } == ["申请"] + field.shown)
  }

  @Test func `a box laid over text hides it and makes no table`() throws {
    let box = "/Subtype /Square /Rect [40 490 150 520] /AP << /N 14 0 R >>"
    let content = painted("看不见", 50, 500) + painted("看得见", 50, 400)
    let document = try document(of: Field(description: "", entries: box, shown: []), content: content)
    #expect(document.paragraphs.map(\.text) == ["看得见"])
    #expect(document.tables.isEmpty)
  }

  @Test func `what is struck through by a remark is struck`() throws {
    let strike = "/Subtype /StrikeOut /Rect [50 398 90 410] /QuadPoints [50 410 90 410 50 398 90 398]"
    let content = painted("13761377件", 50, 400)
    let document = try document(of: Field(description: "", entries: strike, shown: []), content: content)
    #expect(document.paragraphs.map(\.text) == ["1377件"])
    #expect(document.paragraphs.map(\.struck) == ["1376"])
  }

  private func document(of field: Field, content: String) throws -> Document {
    var draft = PDFDraft(pages: [.init(content: content, entries: "/Annots [10 0 R]")])
    func form(_ content: String) -> String {
      PDFDraft.stream(
        content,
        entries: "/Type /XObject /Subtype /Form /BBox [0 0 120 30] /Resources << /Font << /F 3 0 R >> >>")
    }
    draft.objects = [
      "<< /Type /Annot \(field.entries) >>", form(painted("17", 2, 2)), "<< /FT /Tx /V (27) /Kids [10 0 R] >>",
      "<< /Type /OCG /Name (Off) >>", form("1 g 0 0 120 30 re f 0 G 0 0 110 30 re S"),
    ]
    draft.catalog = """
      /AcroForm << /Fields [10 0 R] \(field.form) >> /OCProperties << /OCGs [13 0 R] /D << /OFF [13 0 R] >> >>
      """
    guard case .document(let document) = try Extractor().extract(draft.bytes) else {
      return Document(format: .pdf, blocks: [])
    }
    return document
  }
}
