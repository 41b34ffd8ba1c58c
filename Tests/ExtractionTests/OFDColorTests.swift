import DocumentModel
import Extraction
import PageLayout
import Testing

/// Which colours are seen on which ground.
@Suite struct OFDColorTests {
  private static let resources = """
    <ofd:ColorSpaces><ofd:ColorSpace ID="1" Type="GRAY"/><ofd:ColorSpace ID="2" Type="RGB" BitsPerComponent="8"/>\
    <ofd:ColorSpace ID="3" Type="CMYK"/><ofd:ColorSpace ID="4" Type="RGB" BitsPerComponent="4">\
    <ofd:Palette><ofd:CV>15 15 15</ofd:CV><ofd:CV>0 0 0</ofd:CV></ofd:Palette></ofd:ColorSpace></ofd:ColorSpaces>
    <ofd:DrawParams><ofd:DrawParam ID="11"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam>
    <ofd:DrawParam ID="12" Relative="11"><ofd:StrokeColor Value="0 0 0"/></ofd:DrawParam>
    <ofd:DrawParam ID="13" Relative="11"><ofd:FillColor Value="0 0 0"/></ofd:DrawParam></ofd:DrawParams>
    <ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="21"><ofd:Content>\(OFDBuilder.text("图"))</ofd:Content>\
    </ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>
    """

  /// A page of objects that may refer to the resources above.
  private func page(_ objects: String...) -> OFDBuilder {
    var builder = OFDBuilder(objects.joined())
    builder.common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
    builder.parts = [("Doc_0/Res.xml", OFDBuilder.element("Res", Self.resources))]
    return builder
  }

  /// What is read of a page of objects, which are never all there is.
  private func read(_ objects: String...) throws -> String {
    let end = OFDBuilder.text("。", y: 280)
    return String(try page(objects.joined() + end).texts().joined().dropLast())
  }

  private func text(_ text: String, _ inner: String, _ attributes: String = "") -> String {
    """
    <ofd:TextObject ID="9" Boundary="20 30 100 5" Size="4" \(attributes)>\(inner)\
    <ofd:TextCode X="0" Y="4">\(text)</ofd:TextCode></ofd:TextObject>
    """
  }

  private func box(_ color: String, _ boundary: String = "10 20 80 40", _ attributes: String = "") -> String {
    """
    <ofd:PathObject ID="7" Boundary="\(boundary)" Fill="true" Stroke="false" \(attributes)>\(color)\
    <ofd:AbbreviatedData>M 0 0 L 80 0 L 80 40 L 0 40 C</ofd:AbbreviatedData></ofd:PathObject>
    """
  }

  private static let white = "<ofd:FillColor Value=\"255 255 255\"/>"
  private static let navy = "<ofd:FillColor Value=\"0 32 96\"/>"

  @Test(arguments: [
    "Value=\"255 255 255\"", "Value=\"#FF #ff #FF\"", "Value=\"250 251 252\"", "Value=\"255,255,255\"",
    "Value=\"255\" ColorSpace=\"1\"", "Value=\"255\"", "Value=\"255 255 255\" ColorSpace=\"2\"",
    "Value=\"255 255 255\" ColorSpace=\"99\"", "Value=\"255 255 255\" ColorSpace=\"1\"",
    "Value=\"0 0 0 0\" ColorSpace=\"3\"", "Value=\"0 0 0 0\"", "ColorSpace=\"3\"",
    "Value=\"#F #F #F\" ColorSpace=\"4\"",
    "Index=\"0\" ColorSpace=\" 4 \"", "Value=\"0 0 0\" Alpha=\"0\"", "Value=\"0 0 0\" Alpha=\"9\"",
    "Value=\"200 200 200\" Alpha=\"20\"",
  ])
  func `text in the colour of paper is not read`(_ color: String) throws {
    #expect(try page(text("密", "<ofd:FillColor \(color)/>"), OFDBuilder.text("公")).texts() == ["公"])
  }

  @Test(arguments: [
    "", "Value=\"0 0 0\"", "Value=\"255 0 0\"", "Value=\"#0 #0 #0\"", "Value=\"0\" ColorSpace=\"1\"",
    "Value=\"0 0 0 255\" ColorSpace=\"3\"", "Value=\"0 0 0\" ColorSpace=\"4\"", "Index=\"1\" ColorSpace=\"4\"",
    // What is no colour is the default: black.
    "Value=\"256 256 256\"", "Value=\"-1 255 255\"", "Value=\"nan inf 1e308\"", "Value=\"255 255\"", "Value=\"\"",
    "Value=\"white\"", "Value=\"#GG\"", "Value=\"16 16 16\" ColorSpace=\"4\"", "Index=\"2\" ColorSpace=\"4\"",
    "Index=\"-1\" ColorSpace=\"4\"", "Value=\"255 255 255 255 255 255 255 255 255 255 255\"",
  ])
  func `text in another colour is read`(_ color: String) throws {
    let glyphs = try #require(page(text("公", "<ofd:FillColor \(color)/>")).painted().first).glyphs
    #expect(glyphs.map(\.text) == ["公"])
    #expect(glyphs.map(\.isPale) == [false])
  }

  @Test(arguments: [
    "Value=\"200 200 200\"", "Value=\"255 255 200\"", "Value=\"200\" ColorSpace=\"1\"", "Value=\"0 0 0\" Alpha=\"60\"",
    "Value=\"153 153 153\" Alpha=\"80\"", "Value=\"0 0 0 50\" ColorSpace=\"3\"",
  ])
  func `text that hardly stands out is pale`(_ color: String) throws {
    let glyphs = try #require(page(text("密", "<ofd:FillColor \(color)/>")).painted().first).glyphs
    #expect(glyphs.map(\.text) == ["密"])
    #expect(glyphs.map(\.isPale) == [true])
  }

  @Test func `pale words over the text are a watermark`() throws {
    let pale = text("内部资料", "<ofd:FillColor Value=\"220 220 220\"/>")
    let report = OFDBuilder.text("政府信息公开工作年度报告")
    guard case .document(let document) = try Extractor().extract(page(pale, report).bytes) else {
      Issue.record("no document")
      return
    }
    #expect(document.blocks == [.paragraph(Paragraph(text: "政府信息公开工作年度报告", place: Place(page: 1, line: 1)))])
  }

  @Test(arguments: [("11", ""), ("12", ""), (" 12 ", ""), ("13", "密"), ("99", "密"), ("", "密")])
  func `a colour may come from drawing parameters, and from those they follow`(_ id: String, _ read: String) throws {
    #expect(try page(text("密", "", "DrawParam=\"\(id)\""), OFDBuilder.text("公")).texts() == [read + "公"])
    // A colour of its own comes first.
    let own = text("密", "<ofd:FillColor Value=\"0 0 0\"/>", "DrawParam=\"\(id)\"")
    #expect(try page(own).texts() == ["密"])
  }

  @Test func `a colour may come from the layer or the drawing that text stands in`() throws {
    var builder = page()
    func read(_ layer: String, _ objects: String) throws -> String {
      let content = "<ofd:Content><ofd:Layer ID=\"2\" \(layer)>\(objects)</ofd:Layer></ofd:Content>"
      builder.parts[1...] = [("Doc_0/Pages/Page_0/Content.xml", OFDBuilder.element("Page", content))]
      return try builder.texts().joined()
    }
    let block = "<ofd:PageBlock ID=\"3\">\(OFDBuilder.text("密"))</ofd:PageBlock>"
    let drawing = "<ofd:CompositeObject ID=\"6\" ResourceID=\"21\" Boundary=\"0 0 210 297\""
    #expect(try read("DrawParam=\"12\"", block + drawing + "/>" + text("公", "", "DrawParam=\"13\"")) == "公")
    #expect(try read("DrawParam=\"13\"", block + drawing + "/>") == "密图")
    #expect(try read("", block + drawing + " DrawParam=\"11\"/>") == "密")
    #expect(try read("", block + drawing + " Alpha=\"5\"/>") == "密")
  }

  @Test func `the document's colour space counts for colours that name none`() throws {
    var builder = page(text("密", "<ofd:FillColor/>"), text("公", "<ofd:FillColor Value=\"0 0 0\"/>"))
    builder.common += "<ofd:DefaultCS> 3 </ofd:DefaultCS>"
    #expect(try builder.texts() == ["公"])
  }

  @Test func `text in the colour of the box beneath it is not read, and white text on a dark one is`() throws {
    #expect(try read(box(Self.navy), text("公", Self.white)) == "公")
    #expect(try read(box(Self.navy), text("密", Self.navy)) == "")
    #expect(try read(box(Self.navy), box(Self.white, "15 25 80 40"), text("密", Self.white)) == "")
    #expect(try read(box(Self.navy, "10 100 80 40"), text("密", Self.white)) == "")
    // A light veil over the dark is still dark; a heavy one is not.
    let veil = { (alpha: Int) in self.box("<ofd:FillColor Value=\"255 255 255\" Alpha=\"\(alpha)\"/>") }
    #expect(try read(box(Self.navy), veil(40), text("公", Self.white)) == "公")
    #expect(try read(box(Self.navy), veil(250), text("密", Self.white)) == "")
  }

  @Test(arguments: [
    // A triangle that text stands in, one that it does not, and a frame with a hole.
    ("M 0 0 L 80 0 L 0 40 C", "", "公"), ("M 80 0 L 80 40 L 40 40 C", "", ""),
    ("M 0 0 L 80 0 80 40 0 40 C M 5 5 L 60 5 60 30 5 30 C", "Rule=\"Even-Odd\"", ""),
    ("M 0 0 L 80 0 80 40 0 40 C M 5 5 L 60 5 60 30 5 30 C", "Rule=\"NonZero\"", "公"),
    ("M 0 12 Q 12 0 24 12 Q 12 24 0 12 C", "", "公"), ("M 0 12 B 0 4 24 4 24 12 B 24 20 0 20 0 12 C", "", "公"),
  ])
  func `the ground is what a path encloses`(_ data: String, _ rule: String, _ read: String) throws {
    let shape = """
      <ofd:PathObject ID="7" Boundary="10 20 80 40" Fill="true" Stroke="false" \(rule)>\(Self.navy)\
      <ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:PathObject>
      """
    #expect(try self.read(shape, text("公", Self.white)) == read)
  }

  @Test func `on a picture, a pattern or a gradient all colours are seen`() throws {
    let picture = "<ofd:ImageObject ID=\"5\" ResourceID=\"1\" Boundary=\"10 20 80 40\" CTM=\"80 0 0 40 0 0\"/>"
    let gradient =
      "<ofd:FillColor><ofd:AxialShd StartPoint=\"0 0\" EndPoint=\"80 0\"><ofd:Segment><ofd:Color Value=\"0 0 0\"/></ofd:Segment></ofd:AxialShd></ofd:FillColor>"
    #expect(try read(picture, text("公", Self.white)) == "公")
    #expect(try read(box(gradient), text("公", Self.white)) == "公")
    #expect(try read(text("公", gradient)) == "公")
  }

  @Test func `the ground may be of the template`() throws {
    var builder = page(text("公", Self.white))
    builder.common += "<ofd:TemplatePage ID=\"31\" BaseLoc=\"T.xml\"/>"
    builder.pageHead = "<ofd:Template TemplateID=\"31\"/>"
    builder.parts.append(("Doc_0/T.xml", OFDBuilder.page(box(Self.navy))))
    #expect(try builder.texts() == ["公"])
  }

  /// Each way of painting the outlines of letters, in white inside.
  @Test(arguments: [
    ("Stroke=\"true\"", "<ofd:StrokeColor Value=\"0 0 0\"/>", "公"), ("Stroke=\"true\"", "", ""),
    ("", "<ofd:StrokeColor Value=\"0 0 0\"/>", ""), ("Stroke=\"true\"", "<ofd:StrokeColor Value=\"255 255 255\"/>", ""),
    ("Stroke=\"true\" Fill=\"false\"", "<ofd:StrokeColor Value=\"0 0 0\"/>", "公"),
    ("Stroke=\"true\" Fill=\"false\"", "<ofd:StrokeColor Value=\"255 255 255\"/>", ""),
  ])
  func `outlines are seen where they are drawn`(_ attributes: String, _ color: String, _ read: String) throws {
    #expect(try self.read(text("公", Self.white + color, attributes)) == read)
  }

  @Test(arguments: ["Size=\"0\"", "Size=\"0.2\"", "CTM=\"0.01 0 0 0.01 0 0\" Size=\"4\"", "HScale=\"0.01\" Size=\"4\""])
  func `text too small for the eye is not read`(_ attributes: String) throws {
    let small =
      "<ofd:TextObject ID=\"9\" Boundary=\"20 60 100 5\" \(attributes)><ofd:TextCode X=\"0\" Y=\"4\">密</ofd:TextCode></ofd:TextObject>"
    #expect(try read(OFDBuilder.text("公") + small) == "公")
  }
}
