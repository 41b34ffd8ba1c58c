import DocumentModel
import Extraction
import Foundation
import PageLayout
import TestFixtures
import Testing

/// Files that cannot be read, and files that are meant to wear a reader out.
@Suite struct OFDHostileTests {
  private static let scan =
    "<ofd:ImageObject ID=\"5\" ResourceID=\"1\" Boundary=\"0 0 210 297\" CTM=\"210 0 0 297 0 0\"/>"

  @Test func `pages that are pictures have no text`() throws {
    #expect(try OFDBuilder(Self.scan, Self.scan).obstacle() == .noTextLayer(pages: 2))
    let hidden = OFDBuilder.text("政府信息公开工作年度报告总体情况一二三四五六", "Fill=\"false\"")
    #expect(try OFDBuilder(Self.scan + hidden).obstacle() == .noTextLayer(pages: 1))
    let numbered = Self.scan + OFDBuilder.text("— 1 —", y: 280)
    #expect(try OFDBuilder(numbered, numbered, "").obstacle() == .noTextLayer(pages: 2))
    let letters = "M 0 0 " + String(repeating: "Q 1 1 2 2 B 1 1 2 2 3 3 ", count: 300)
    let outlined =
      "<ofd:PathObject ID=\"5\" Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>\(letters)</ofd:AbbreviatedData></ofd:PathObject>"
    #expect(try OFDBuilder(outlined).obstacle() == .noTextLayer(pages: 1))
  }

  @Test func `a picture in a template counts for every page`() throws {
    var builder = OFDBuilder("", "")
    builder.common = "<ofd:TemplatePage ID=\"1\" BaseLoc=\"T.xml\"/>"
    builder.pageHead = "<ofd:Template TemplateID=\"1\"/>"
    builder.parts = [("Doc_0/T.xml", OFDBuilder.page(Self.scan))]
    #expect(try builder.obstacle() == .noTextLayer(pages: 2))
  }

  @Test func `text with a picture behind it or beside it is text`() throws {
    let text = OFDBuilder.text(String(repeating: "政府信息公开工作年度报告", count: 4), "HScale=\"0.5\"")
    #expect(try OFDBuilder(Self.scan + text).obstacle() == nil)
    #expect(try OFDBuilder(text, Self.scan, Self.scan).obstacle() == nil)
    let logo = "<ofd:ImageObject ID=\"5\" ResourceID=\"1\" Boundary=\"10 10 40 40\"/>"
    #expect(try OFDBuilder(logo + OFDBuilder.text("公")).obstacle() == nil)
  }

  @Test(arguments: ["", "　 ", "\u{200B}"])
  func `a file without anything is empty`(_ text: String) throws {
    #expect(try OFDBuilder(OFDBuilder.text(text)).obstacle() == .empty)
  }

  @Test(arguments: ["Encryptions.xml", "decryptseed.dat", "/ENTRIESMAP.dat"])
  func `an encrypted file is known by its way to the keys`(_ part: String) throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.parts = [(part, "")]
    #expect(try builder.obstacle() == .encrypted)
  }

  @Test func `a zip with a password is encrypted`() throws {
    let bytes = StoredZip.bytes([("OFD.xml", Array(repeating: 7, count: 40))], flags: 1)
    #expect(try Extractor().extract(bytes) == .obstacle(.encrypted))
  }

  @Test func `encryption that OFD.xml speaks of is known`() throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.rewriting = {
      $0.replacing("</ofd:DocBody>", with: "<ofd:Encryptions>E.xml</ofd:Encryptions></ofd:DocBody>")
    }
    #expect(try builder.obstacle() == .encrypted)
  }

  @Test(arguments: ["OFD.xml", "Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"])
  func `a file is broken when a part it stands on is`(_ part: String) throws {
    for text in ["", "<", "<ofd:Page", "\0\0\0", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"] {
      var builder = OFDBuilder(OFDBuilder.text("一"))
      builder.parts = [(part, text)]
      guard case .unreadable(let detail) = try builder.obstacle() else {
        Issue.record("\(part) with \(text) is read")
        continue
      }
      #expect(detail.contains(part))
    }
  }

  @Test func `a file is broken when a page is missing, not when a template or resource is`() throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.common = "<ofd:TemplatePage ID=\"1\" BaseLoc=\"T.xml\"/><ofd:PublicRes>P.xml</ofd:PublicRes>"
    builder.pageHead = "<ofd:Template TemplateID=\"1\"/><ofd:PageRes/>"
    #expect(try builder.texts() == ["一"])
    builder.parts = [("Doc_0/P.xml", "<Res")]
    #expect(try builder.texts() == ["一"])
    builder.pageLocation = { _ in "Pages/Page_9/Content.xml" }
    guard case .unreadable(let detail) = try builder.obstacle() else {
      Issue.record("a missing page is read")
      return
    }
    #expect(detail.contains("Page_9"))
  }

  @Test(arguments: ["<ofd:DocBody/>", "<ofd:DocBody><ofd:DocRoot>No.xml</ofd:DocRoot></ofd:DocBody>", ""])
  func `a file that leads nowhere is broken`(_ bodies: String) throws {
    var builder = OFDBuilder(OFDBuilder.text("一"))
    builder.parts = [("OFD.xml", OFDBuilder.element("OFD", bodies))]
    guard case .unreadable = try builder.obstacle() else {
      Issue.record("it is read")
      return
    }
  }

  @Test func `pages and levels are limited`() throws {
    let text = OFDBuilder.text("一")
    #expect(try OFDBuilder(text, text, text).obstacle(limits: DocumentLimits(pages: 2)) == .tooMuch(.pages, limit: 2))
    func nested(_ levels: Int) -> OFDBuilder {
      OFDBuilder(
        String(repeating: "<ofd:PageBlock>", count: levels) + text
          + String(repeating: "</ofd:PageBlock>", count: levels))
    }
    #expect(try nested(200).texts() == ["一"])
    #expect(try nested(10_000).obstacle() == .tooMuch(.nesting, limit: 256))
  }

  private func unfolding(_ objects: String, width: Int, levels: Int) -> OFDBuilder {
    func use(_ id: Int) -> String {
      String(repeating: "<ofd:CompositeObject ResourceID=\"\(id)\" Boundary=\"0 0 210 297\"/>", count: width)
    }
    var builder = OFDBuilder(use(1))
    builder.common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
    let units = (1...levels).map { level in
      "<ofd:CompositeGraphicUnit ID=\"\(level)\"><ofd:Content>\(level == levels ? objects : use(level + 1))</ofd:Content></ofd:CompositeGraphicUnit>"
    }.joined()
    builder.parts = [
      ("Doc_0/Res.xml", OFDBuilder.element("Res", "<ofd:CompositeGraphicUnits>\(units)</ofd:CompositeGraphicUnits>"))
    ]
    return builder
  }

  @Test(.timeLimit(.minutes(10))) func `drawings that unfold without end are not followed`() throws {
    let limits = DocumentLimits(unpacked: 8 << 20)
    #expect(
      try unfolding("", width: 10, levels: 30).obstacle(limits: limits) == .tooMuch(.unpacked, limit: 8 << 20))
    let path =
      "<ofd:PathObject Boundary=\"0 0 9 9\"><ofd:AbbreviatedData>\(String(repeating: "L 0 0 ", count: 5000))</ofd:AbbreviatedData></ofd:PathObject>"
    #expect(
      try unfolding(path, width: 10, levels: 6).obstacle(limits: limits) == .tooMuch(.unpacked, limit: 8 << 20))
  }

  /// Drawings in each other, each a million times larger, leave no number to go by.
  @Test(arguments: ["1e6 0 0 1e6 0 0", "1e6 1e6 -1e6 1e6 1e6 -1e6", "1e-6 0 0 1e-6 0 0", "0 0 0 0 0 0"])
  func `drawings that grow out of all numbers are not seen`(_ matrix: String) throws {
    let box = "M 0 0 L 9 0 L 9 9 L 0 9 C"
    let clips =
      "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary=\"0 0 9 9\"><ofd:AbbreviatedData>\(box)</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>"
    let objects = """
      <ofd:TextObject Boundary="1 1 9 9" Size="4">\(clips)<ofd:TextCode X="0" Y="4">藏</ofd:TextCode></ofd:TextObject>
      <ofd:PathObject Boundary="1 1 9 9" Fill="true">\(clips)<ofd:FillColor Value="9 9 9"/><ofd:AbbreviatedData>\(box)</ofd:AbbreviatedData></ofd:PathObject>
      <ofd:ImageObject Boundary="1 1 9 9" CTM="9 0 0 9 0 0" ResourceID="1">\(clips)</ofd:ImageObject>
      """
    var builder = unfolding(objects, width: 1, levels: 70)
    builder.pages[0] = OFDBuilder.text("公", y: 200) + builder.pages[0]
    builder.parts[0].text = builder.parts[0].text.replacing(
      "Boundary=\"0 0 210 297\"", with: "Boundary=\"0 0 210 297\" CTM=\"\(matrix)\"")
    #expect(try builder.texts() == ["公"])
  }

  @Test(.timeLimit(.minutes(10))) func `a template on every page is not painted without end`() throws {
    var builder = OFDBuilder()
    builder.pages = Array(repeating: "", count: 300)
    builder.common = "<ofd:TemplatePage ID=\"1\" BaseLoc=\"T.xml\"/>"
    builder.pageHead = "<ofd:Template TemplateID=\"1\"/>"
    let code = "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"0.01\">" + String(repeating: "公", count: 5000)
    builder.parts = [
      (
        "Doc_0/T.xml",
        OFDBuilder.page("<ofd:TextObject Boundary=\"9 9 90 9\" Size=\"4\">\(code)</ofd:TextCode></ofd:TextObject>")
      )
    ]
    #expect(try builder.obstacle() == .tooLong(lines: Document.mostPieces))
  }

  @Test(.timeLimit(.minutes(10))) func `drawing parameters in a circle are left alone`() throws {
    var builder = OFDBuilder(
      String(
        repeating:
          "<ofd:TextObject DrawParam=\"1\" Boundary=\"20 30 9 9\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">公</ofd:TextCode></ofd:TextObject>",
        count: 2))
    builder.common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
    builder.parts = [
      (
        "Doc_0/Res.xml",
        OFDBuilder.element(
          "Res",
          "<ofd:DrawParams><ofd:DrawParam ID=\"1\" Relative=\"2\"/><ofd:DrawParam ID=\"2\" Relative=\"1\"/></ofd:DrawParams>"
        )
      )
    ]
    #expect(try builder.texts() == ["公公"])
  }

  /// Numbers where lengths, counts and matrices should be.
  @Test(arguments: [
    "nan", "-nan", "inf", "1e308", "-1e308", "1e999", "99999999999", "-1", "0", "", "1e-999", "..", "+-1",
  ])
  func `no number is too strange`(_ number: String) throws {
    let matrix = Array(repeating: number, count: 6).joined(separator: " ")
    let builder = OFDBuilder(
      """
      <ofd:TextObject Boundary="\(number) \(number) \(number) \(number)" CTM="\(matrix)" Size="\(number)"
       HScale="\(number)" ReadDirection="\(number)" CharDirection="\(number)" Alpha="\(number)">
      <ofd:TextCode X="\(number)" Y="\(number)" DeltaX="\(number) g \(number) \(number)" DeltaY="g 3 \(number)">公开办理</ofd:TextCode>
      </ofd:TextObject>
      <ofd:PathObject Boundary="\(number) \(number) \(number) \(number)" CTM="\(matrix)" LineWidth="\(number)">
      <ofd:AbbreviatedData>M \(number) \(number) L \(number) \(number) A \(matrix) \(number) C</ofd:AbbreviatedData></ofd:PathObject>
      <ofd:ImageObject Boundary="\(number) \(number) \(number) \(number)" CTM="\(matrix)"/>
      """ + OFDBuilder.text("一"))
    for glyph in try #require(builder.painted().first).glyphs {
      for edge in [glyph.box.left, glyph.box.top, glyph.box.right, glyph.box.bottom] { #expect(abs(edge) < 2000) }
    }
    #expect(try builder.texts()[0].hasSuffix("一"))
  }

  @Test func `a file cut anywhere is broken, and does no harm`() throws {
    let bytes = try Corpus.bytes("qinghe-2024.ofd")
    let extractor = try Extractor()
    for part in 1..<60 {
      guard case .obstacle(.unreadable) = extractor.extract(Array(bytes.prefix(bytes.count * part / 60))) else {
        Issue.record("a file of \(part) sixtieths is read")
        return
      }
    }
  }

  @Test(arguments: 0..<8) func `no damage in the file brings the reader down`(_ seed: UInt64) throws {
    let bytes = try Corpus.bytes("qinghe-2024.ofd")
    let extractor = try Extractor()
    var numbers = SeededNumbers(state: seed)
    for _ in 0..<20 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...8, using: &numbers) {
        damaged[Int.random(in: damaged.indices, using: &numbers)] ^= UInt8.random(in: 1...255, using: &numbers)
      }
      _ = extractor.extract(damaged)
    }
  }

  /// As above, but in the XML itself, where the sums of a zip do not tell.
  @Test(arguments: 0..<8) func `no damage in the XML brings the reader down`(_ seed: UInt64) throws {
    let page = OFDBuilder.page(
      OFDBuilder.text("一、总体情况", "CTM=\"1 0 0 1 0 0\" HScale=\"0.9\"")
        + """
        <ofd:TextObject Boundary="20 60 99 9" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 3 4 5" DeltaY="0 1 0">本年新收</ofd:TextCode>
        </ofd:TextObject><ofd:PathObject Boundary="0 0 90 90" LineWidth="1" Fill="true" Stroke="true">
        <ofd:FillColor Value="#F0 9 250" Alpha="99" ColorSpace="1" Index="3"/>
        <ofd:Clips TransFlag="true"><ofd:Clip><ofd:Area CTM="1 0 0 1 9 9"><ofd:Path Boundary="0 0 90 90">
        <ofd:AbbreviatedData>M 0 0 A 9 9 0 1 0 90 0 B 1 2 3 4 5 6 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>
        <ofd:AbbreviatedData>M 0 0 L 90 0 L 90 90 Q 1 2 3 4 C</ofd:AbbreviatedData></ofd:PathObject>
        <ofd:ImageObject Boundary="9 9 30 30" CTM="30 0 0 30 0 0" ResourceID="1" Alpha="255"/>
        """)
    let text = Array(page.utf8)
    let extractor = try Extractor()
    var numbers = SeededNumbers(state: seed)
    for _ in 0..<80 {
      var damaged = text
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        damaged[Int.random(in: 100..<damaged.count, using: &numbers)] =
          Array("0123456789-.eg ML<>&\"\0\u{7F}".utf8).randomElement(using: &numbers) ?? 0
      }
      var builder = OFDBuilder("")
      builder.parts = [("Doc_0/Pages/Page_0/Content.xml", String(decoding: damaged, as: UTF8.self))]
      _ = extractor.extract(builder.bytes)
    }
  }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
