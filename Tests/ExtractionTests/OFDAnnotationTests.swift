import DocumentModel
import Extraction
import PageLayout
import Testing

/// What is read of what is laid on pages.
@Suite struct OFDAnnotationTests {
  /// A document whose pages, of which the first has the number 1000, have the annotations of the parts A0.xml and so on.
  private func document(_ pages: [String], annotations: [String]) -> OFDBuilder {
    var builder = OFDBuilder()
    builder.pages = pages.map { $0 + OFDBuilder.text("。", y: 280) }
    builder.documentEnd = "<ofd:Annotations> Annots/Annotations.xml </ofd:Annotations>"
    let list = annotations.indices.map {
      "<ofd:Page PageID=\" \(1000 + $0)\"><ofd:FileLoc>A\($0).xml</ofd:FileLoc></ofd:Page>"
    }.joined()
    builder.parts = [("Doc_0/Annots/Annotations.xml", OFDBuilder.element("Annotations", list))]
    for (index, annotations) in annotations.enumerated() {
      builder.parts.append(("Doc_0/Annots/A\(index).xml", OFDBuilder.element("PageAnnot", annotations)))
    }
    return builder
  }

  private func annotation(
    _ objects: String, _ attributes: String = "Type=\"Path\"", at boundary: String = "Boundary=\"0 0 210 297\""
  ) -> String {
    """
    <ofd:Annot ID="2" Creator="x" \(attributes)><ofd:Remark>说明</ofd:Remark>\
    <ofd:Parameters><ofd:Parameter Name="Text">数</ofd:Parameter></ofd:Parameters>\
    <ofd:Appearance \(boundary)>\(objects)</ofd:Appearance></ofd:Annot>
    """
  }

  private func box(_ color: String, _ attributes: String = "Stroke=\"false\"", _ data: String? = nil) -> String {
    """
    <ofd:PathObject ID="7" Boundary="10 20 80 40" Fill="true" \(attributes)><ofd:FillColor \(color)/>\
    <ofd:AbbreviatedData>\(data ?? "M 0 0 L 80 0 L 80 40 L 0 40 C")</ofd:AbbreviatedData></ofd:PathObject>
    """
  }

  /// What is read of a page with something laid on it.
  private func read(_ page: String, _ annotations: String...) throws -> String {
    let texts = try document([page], annotations: [annotations.joined()]).texts().joined()
    return texts.replacing("。", with: "")
  }

  @Test(arguments: [
    "Type=\"Stamp\"", "Type=\"Path\" Subtype=\"Typewriter\"", "Type=\"Highlight\"", "Type=\"Link\"",
    "Type=\"Stamp\" Visible=\"true\"", "Type=\"Path\" Print=\"false\"", "",
  ])
  func `words that are typed in or stamped are read`(_ attributes: String) throws {
    #expect(try read(OFDBuilder.text("一"), annotation(OFDBuilder.text("二", x: 40), attributes)) == "一二")
  }

  @Test(arguments: [
    "Type=\"Watermark\"", "Type=\"watermark\"", "Type=\"Stamp\" Subtype=\"Watermark\"",
    "Type=\"Stamp\" Visible=\"false\"", "Type=\"Path\" Visible=\"0\"", "Type=\"Path\" Alpha=\"0\"",
  ])
  func `watermarks and what is switched off are not`(_ attributes: String) throws {
    #expect(try read(OFDBuilder.text("一"), annotation(OFDBuilder.text("密", x: 40), attributes)) == "一")
  }

  @Test func `they stand where their boundary begins`() throws {
    let builder = document(
      [""], annotations: [annotation(OFDBuilder.text("公", x: 1, y: 2), at: "Boundary=\"50 60 20 10\"")])
    #expect(try builder.placed().last == PlacedText("公", 51, 62.48, 55, 66.48))
    let bare = document([""], annotations: [annotation(OFDBuilder.text("公", x: 1, y: 2), at: "")])
    #expect(try bare.placed().last == PlacedText("公", 1, 2.48, 5, 6.48))
  }

  @Test func `each page has its own`() throws {
    let builder = document(
      [OFDBuilder.text("一"), OFDBuilder.text("二"), OFDBuilder.text("三")],
      annotations: [annotation(OFDBuilder.text("甲", x: 40)), "", annotation(OFDBuilder.text("丙", x: 40))])
    #expect(try builder.texts() == ["一。甲", "二。", "三。丙"])
  }

  /// A figure typed into an empty cell is the figure of the report.
  @Test func `a figure typed in stands in its cell`() throws {
    let grid =
      "<ofd:PathObject ID=\"7\" Boundary=\"20 30 80 20\"><ofd:AbbreviatedData>M 0 0 L 80 0 L 80 20 L 0 20 C M 0 10 L 80 10 M 40 0 L 40 20</ofd:AbbreviatedData></ofd:PathObject>"
    let words = OFDBuilder.text("收到", x: 22, y: 32) + OFDBuilder.text("办结", x: 62, y: 32)
    let typed = annotation(OFDBuilder.text("284", x: 1, y: 1), at: "Boundary=\"25 41 20 6\"")
    let builder = document([grid + words], annotations: [typed])
    guard case .document(let document) = try Extractor().extract(builder.bytes),
      case .table(let table)? = document.blocks.first
    else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.map(\.text).filter { !$0.isEmpty } == ["收到", "办结", "284"])
  }

  @Test func `a box laid on text hides it, a highlight does not`() throws {
    let text = OFDBuilder.text("密")
    let white = "Value=\"255 255 255\""
    #expect(try read(text, annotation(box(white) + OFDBuilder.text("公"))) == "公")
    #expect(try read(text, annotation(box(white), "Type=\"Stamp\"")) == "")
    #expect(try read(text, annotation(box("Value=\"255 255 0\""), "Type=\"Highlight\"")) == "密")
    #expect(try read(text, annotation(box("Value=\"255 255 0\" Alpha=\"100\""))) == "密")
    #expect(try read(text, annotation(box("Value=\"255 255 0\"", "Stroke=\"false\" BlendMode=\"Darken\""))) == "密")
    #expect(try read(text, annotation(box(white), "Type=\"Path\" Visible=\"false\"")) == "密")
    #expect(try read(text, annotation(box(white), "Type=\"Watermark\"")) == "密")
  }

  @Test func `the picture of a stamp is laid on as ink is`() throws {
    let picture = "<ofd:ImageObject ID=\"5\" ResourceID=\"1\" Boundary=\"10 20 80 40\" CTM=\"80 0 0 40 0 0\"/>"
    func read(_ type: String) throws -> String {
      var builder = document([OFDBuilder.text("密")], annotations: [annotation(picture, "Type=\"\(type)\"")])
      builder.common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
      let media =
        "<ofd:MultiMedias><ofd:MultiMedia ID=\"1\" Format=\"JPEG\"><ofd:MediaFile>a.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"
      builder.parts += [("Doc_0/Res.xml", OFDBuilder.element("Res", media)), ("Doc_0/a.jpg", "picture")]
      return try builder.texts().joined()
    }
    #expect(try read("Stamp") == "密。")
    #expect(try read("Path") == "。")
  }

  @Test func `frames laid on a page are no rules, lines are`() throws {
    func lines(_ attributes: String) throws -> Int {
      let frame = box("Alpha=\"0\"", "")
      let line = box("Alpha=\"0\"", "", "M 0 9 L 80 9")
      return try document([""], annotations: [annotation(frame + line, attributes)]).lines().count
    }
    #expect(try lines("Type=\"Path\"") == 1)
    #expect(try lines("Type=\"Highlight\" Subtype=\"StrikeOut\"") == 1)
    #expect(try lines("Type=\"Stamp\"") == 0)
  }

  @Test func `what cannot be found or read is as if it was not there`() throws {
    let good = document([OFDBuilder.text("一")], annotations: [annotation(OFDBuilder.text("二", x: 40))])
    for index in good.parts.indices {
      var builder = good
      builder.parts[index].text = "<broken"
      #expect(try builder.texts() == ["一。"])
      builder.parts.remove(at: index)
      #expect(try builder.texts() == ["一。"])
    }
    for annotations in ["<ofd:Annot/>", "<ofd:Annot><ofd:Appearance Boundary=\"nan\"/></ofd:Annot>"] {
      #expect(try document([OFDBuilder.text("一")], annotations: [annotations]).texts() == ["一。"])
    }
  }

  @Test(.timeLimit(.minutes(10))) func `annotations are limited as pages are`() throws {
    var builder = document(
      [OFDBuilder.text("一")], annotations: [annotation(OFDBuilder.text("二", x: 40))])
    // The same part over and over is one.
    let same = String(repeating: "<ofd:FileLoc>A0.xml</ofd:FileLoc>", count: 100_000)
    builder.parts[0].text = OFDBuilder.element("Annotations", "<ofd:Page PageID=\"1000\">\(same)</ofd:Page>")
    #expect(try builder.texts() == ["一。二"])
    let many = String(repeating: annotation(OFDBuilder.text("二")), count: 20_000)
    #expect(
      try document([""], annotations: [many]).obstacle(limits: DocumentLimits(unpacked: 2 << 20))
        == .tooMuch(.unpacked, limit: 2 << 20))
    let deep = String(repeating: "<ofd:PageBlock>", count: 300) + String(repeating: "</ofd:PageBlock>", count: 300)
    #expect(try document([""], annotations: [annotation(deep)]).obstacle() == .tooMuch(.nesting, limit: 256))
  }

  @Test func `a line laid on text strikes it, as one of the page does`() throws {
    let line = { (y: Double) in
      "<ofd:PathObject ID=\"8\" Boundary=\"20 \(y) 12 1\"><ofd:AbbreviatedData>M 0 0 L 12 0</ofd:AbbreviatedData></ofd:PathObject>"
    }
    let report = OFDBuilder.text("原报数现报数")
    for (page, laid) in [(report + line(32.5), ""), (report, line(32.5))] {
      let builder = document([page], annotations: [annotation(laid, "Type=\"Highlight\" Subtype=\"StrikeOut\"")])
      guard case .document(let document) = try Extractor().extract(builder.bytes),
        case .paragraph(let paragraph)? = document.blocks.first
      else {
        Issue.record("no paragraph")
        return
      }
      #expect(paragraph.struck == "原报数")
      #expect(paragraph.text == "现报数")
    }
  }
}
