import DocumentModel
import Extraction
import PageLayout
import Testing

/// What hides what, and lines that nobody sees.
@Suite struct OFDCoverTests {
  private static let white = "<ofd:FillColor Value=\"255 255 255\"/>"
  private static let grey = "<ofd:FillColor Value=\"128 128 128\"/>"
  private static let text = OFDBuilder.text("密")

  /// A PNG as far as its kind is told: what stands between its header and its first data.
  private static func png(colorType: UInt8, _ chunks: String = "") -> [UInt8] {
    let header: [UInt8] =
      [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 1, 0, 0, 0, 1, 8, colorType, 0, 0, 0, 0, 0, 0, 0]
    let extra: [UInt8] = chunks.isEmpty ? [] : [0, 0, 0, 1] + Array(chunks.utf8) + [0, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header + extra + [0, 0, 0, 0] + Array("IDAT".utf8)
  }

  /// What is read of a page of objects, which are never all there is.
  private func read(_ objects: String...) throws -> String {
    let end = OFDBuilder.text("。", y: 280)
    return String(try page(objects.joined() + end).texts().joined().dropLast())
  }

  private func page(_ objects: String) throws -> OFDBuilder {
    var builder = OFDBuilder(objects)
    builder.common = "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
    let media = [
      ("1", "JPEG", "a.jpg"), ("2", "PNG", "opaque.png"), ("3", "PNG", "alpha.png"), ("4", "PNG", "tint.png"),
      ("5", "", "/Doc_0/Res/a.JPG"), ("6", "JPEG", "missing.jpg"), ("7", "", "a"),
    ].map {
      "<ofd:MultiMedia ID=\"\($0)\" Type=\"Image\" Format=\"\($1)\"><ofd:MediaFile>\($2)</ofd:MediaFile></ofd:MultiMedia>"
    }.joined()
    let resources = OFDBuilder.element("Res", "<ofd:MultiMedias>\(media)</ofd:MultiMedias>")
      .replacing("<ofd:Res ", with: "<ofd:Res BaseLoc=\"Res\" ")
    builder.parts = [("Doc_0/Res.xml", resources), ("Doc_0/Res/a.jpg", "picture"), ("Doc_0/Res/a", "picture")]
    builder.files = [
      ("Doc_0/Res/opaque.png", Self.png(colorType: 2)), ("Doc_0/Res/alpha.png", Self.png(colorType: 6)),
      ("Doc_0/Res/tint.png", Self.png(colorType: 3, "tRNS")),
    ]
    return builder
  }

  private func box(
    _ color: String = OFDCoverTests.white, _ attributes: String = "", at boundary: String = "10 20 80 40",
    _ data: String = "M 0 0 L 80 0 L 80 40 L 0 40 C"
  ) -> String {
    """
    <ofd:PathObject ID="7" Boundary="\(boundary)" Fill="true" Stroke="false" \(attributes)>\(color)\
    <ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:PathObject>
    """
  }

  private func picture(
    _ id: String, _ attributes: String = "CTM=\"80 0 0 40 0 0\"", at boundary: String = "10 20 80 40"
  )
    -> String
  {
    "<ofd:ImageObject ID=\"5\" ResourceID=\"\(id)\" Boundary=\"\(boundary)\" \(attributes)/>"
  }

  @Test func `text under an opaque box is not read, and text on it is`() throws {
    #expect(try read(Self.text, box()) == "")
    #expect(try read(Self.text, box(Self.grey)) == "")
    #expect(try read(box(), Self.text) == "密")
    #expect(try read(Self.text, box(), OFDBuilder.text("公")) == "公")
    #expect(try read(Self.text, box(at: "10 60 80 40")) == "密")
    // As a program that mends a figure writes it.
    #expect(try read(OFDBuilder.text("284"), box(at: "20 30 2 5"), OFDBuilder.text("3")) == "843")
  }

  @Test(arguments: [
    ("<ofd:FillColor Value=\"255 255 255\" Alpha=\"200\"/>", ""), ("", ""), (OFDCoverTests.white, "Alpha=\"128\""),
    (OFDCoverTests.white, "Visible=\"false\""), (OFDCoverTests.white, "BlendMode=\"Darken\""),
    ("<ofd:FillColor><ofd:AxialShd StartPoint=\"0 0\" EndPoint=\"1 1\"/></ofd:FillColor>", ""),
    // Cut off by its boundary.
    (OFDCoverTests.white, "CTM=\"1 0 0 1 70 0\""),
  ])
  func `what lets text show through hides nothing`(_ color: String, _ attributes: String) throws {
    #expect(try read(Self.text, box(color, attributes)) == "密")
  }

  @Test func `a box is a cover where it is filled`() throws {
    #expect(try read(Self.text, box(Self.white, "", "M 0 0 L 80 0 L 0 40 C")) == "")
    #expect(try read(Self.text, box(Self.white, "", "M 80 0 L 80 40 L 40 40 C")) == "密")
    let hole = "M 0 0 L 80 0 80 40 0 40 C M 5 5 L 60 5 60 30 5 30 C"
    #expect(try read(Self.text, box(Self.white, "Rule=\"Even-Odd\"", hole)) == "密")
    #expect(try read(Self.text, box(Self.white, "Rule=\"NonZero\"", hole)) == "")
    let drawing = "M 0 0 " + (0..<500).map { "L \($0 % 2 * 80) \(Double($0) / 12.5) " }.joined()
    #expect(try read(Self.text, box(Self.white, "", drawing)) == "密")
    #expect(try read(Self.text, box(Self.white).replacing("Fill=\"true\"", with: "")) == "密")
  }

  @Test(arguments: [
    ("1", ""), ("2", ""), ("3", "密"), ("4", "密"), ("5", ""), ("6", "密"), ("7", "密"), ("9", "密"), ("", "密"),
  ])
  func `a picture hides text when nothing shows through it`(_ id: String, _ text: String) throws {
    #expect(try read(Self.text, picture(id)) == text)
    #expect(try read(picture(id), Self.text) == "密")
  }

  @Test(arguments: [
    "", "CTM=\"1 0 0 1 0 0\"", "CTM=\"80 9 9 40 0 0\"", "CTM=\"80 0 0 40 0 0\" Alpha=\"128\"",
    "CTM=\"80 0 0 40 0 0\" ImageMask=\"3\"", "CTM=\"80 0 0 40 0 0\" BlendMode=\"Multiply\"",
  ])
  func `a picture seen through, aslant or elsewhere hides nothing`(_ attributes: String) throws {
    #expect(try read(Self.text, picture("1", attributes)) == "密")
  }

  @Test func `text under the picture of a scan is not the text of a page`() throws {
    let scan = picture("1", "CTM=\"210 0 0 297 0 0\"", at: "0 0 210 297")
    let words = OFDBuilder.text(String(repeating: "政府信息公开工作年度报告", count: 4), "HScale=\"0.5\"")
    #expect(try page(words + scan).obstacle() == .noTextLayer(pages: 1))
    #expect(try page(scan + words).obstacle() == nil)
  }

  @Test func `pages cover what their templates paint, and templates in front cover them`() throws {
    var builder = try page(box())
    builder.pages = [box() + OFDBuilder.text("。", y: 280), Self.text + OFDBuilder.text("。", y: 280)]
    builder.common += "<ofd:TemplatePage ID=\"31\" BaseLoc=\"T.xml\"/>"
    builder.pageHead = "<ofd:Template TemplateID=\"31\"/>"
    builder.parts.append(("Doc_0/T.xml", OFDBuilder.page(Self.text + OFDBuilder.text("眉", y: 10))))
    #expect(try builder.texts() == ["眉。", "密眉密。"])
    builder.pageHead = "<ofd:Template TemplateID=\"31\" ZOrder=\"Foreground\"/>"
    builder.parts[builder.parts.count - 1].text = OFDBuilder.page(box())
    #expect(try builder.texts() == ["。", "。"])
  }

  private func line(_ y: Double, _ color: String = "", _ attributes: String = "") -> String {
    """
    <ofd:PathObject ID="8" Boundary="10 \(y) 80 1" \(attributes)>\(color)\
    <ofd:AbbreviatedData>M 0 0 L 80 0</ofd:AbbreviatedData></ofd:PathObject>
    """
  }

  /// Where the lines of a page are.
  private func lines(_ objects: String...) throws -> [Double] {
    try page(OFDBuilder.text("。", y: 280) + objects.joined()).lines().map(\.position)
  }

  @Test(arguments: [
    ("<ofd:StrokeColor Value=\"255 255 255\"/>", ""), ("<ofd:StrokeColor Value=\"252 252 252\"/>", ""),
    ("<ofd:StrokeColor Value=\"0 0 0\" Alpha=\"0\"/>", ""), ("<ofd:StrokeColor Value=\"0 0 0\" Alpha=\"5\"/>", ""),
    ("", "Stroke=\"false\""), ("<ofd:FillColor Value=\"0 0 0\"/>", "Stroke=\"false\""), ("", "Alpha=\"4\""),
  ])
  func `a line without ink is no line`(_ color: String, _ attributes: String) throws {
    #expect(try lines(line(30, color, attributes), line(40)) == [40])
  }

  @Test func `a thin box without ink is no line`() throws {
    let thin = { (color: String) in self.box(color, "", at: "10 30 80 1", "M 0 0 L 80 0 80 0.4 0 0.4 C") }
    #expect(try lines(thin(Self.white), line(40)) == [40])
    #expect(try lines(thin("<ofd:FillColor Value=\"0 0 0\" Alpha=\"0\"/>"), line(40)) == [40])
    #expect(try lines(thin(Self.grey), line(40)) == [30.2, 40])
  }

  @Test func `white lines on dark cells are seen, and so are the edges of a dark box`() throws {
    let stroke = "<ofd:StrokeColor Value=\"255 255 255\"/>"
    #expect(try lines(box(Self.grey), line(30, stroke)) == [30])
    #expect(try lines(box(Self.grey), line(30, "<ofd:StrokeColor Value=\"128 128 128\"/>")) == [])
    let framed = box(Self.grey + "<ofd:StrokeColor Value=\"128 128 128\"/>").replacing("Stroke=\"false\"", with: "")
    #expect(try lines(framed).count == 4)
  }

  @Test func `a box cuts the lines beneath it, but for its borders`() throws {
    func spans(_ objects: String...) throws -> [ClosedRange<Double>] {
      try page(OFDBuilder.text("。", y: 280) + objects.joined()).lines().map { $0.start...$0.end }
    }
    #expect(try spans(line(30), box(at: "30 20 20 20")) == [10...30, 50...90])
    #expect(try spans(line(30), box(at: "0 20 50 20")) == [50...90])
    #expect(try spans(line(30), box(at: "0 20 100 20", "M 0 0 L 100 0 100 20 0 20 C")) == [])
    #expect(try spans(line(30), box(at: "30 30 20 20")) == [10...90])
    #expect(try spans(box(at: "30 20 20 20"), line(30)) == [10...90])
  }

  /// A table as spreadsheets paint it: each cell filled, then its borders.
  @Test func `cells filled before their borders leave a table whole`() throws {
    var objects = ""
    for row in 0..<2 {
      for column in 0..<2 {
        let (x, y) = (20 + Double(column) * 40, 30 + Double(row) * 10)
        let frame = "M 0 0 L 40 0 40 10 0 10 C"
        objects += box(row == 0 ? Self.grey : Self.white, "", at: "\(x) \(y) 40 10", frame)
        objects +=
          "<ofd:PathObject ID=\"7\" Boundary=\"\(x) \(y) 40 10\"><ofd:AbbreviatedData>\(frame)</ofd:AbbreviatedData></ofd:PathObject>"
        objects += OFDBuilder.text("\(row)\(column)", x: x + 5, y: y + 2)
      }
    }
    guard case .document(let document) = try Extractor().extract(page(objects).bytes),
      case .table(let table)? = document.blocks.first
    else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.map(\.text) == ["00", "01", "10", "11"])
  }

  @Test(.timeLimit(.minutes(10))) func `boxes over boxes without end are not compared without end`() throws {
    let boxes = String(repeating: box(), count: 30_000)
    let texts = (0..<500).map { OFDBuilder.text("政府信息公开", x: 120, y: Double(30 + $0 % 240)) }.joined()
    #expect(try OFDBuilder(texts + boxes).texts()[0].count == 3000)
  }
}
