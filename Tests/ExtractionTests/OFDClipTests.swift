import Extraction
import PageLayout
import Testing

/// What clips leave to be seen.
@Suite struct OFDClipTests {
  /// A clip of one area.
  private func clip(_ data: String, _ path: String = "", _ area: String = "") -> String {
    "<ofd:Clip>\(self.area(data, path, area))</ofd:Clip>"
  }

  private func area(_ data: String, _ path: String = "", _ area: String = "") -> String {
    "<ofd:Area \(area)><ofd:Path \(path)><ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:Path></ofd:Area>"
  }

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "M \(x) \(y) L \(x + width) \(y) L \(x + width) \(y + height) L \(x) \(y + height) C"
  }

  /// What is read of four characters of 4 mm each from the corner of their boundary on.
  private func read(_ clips: String, _ attributes: String = "", clipAttributes: String = "") throws -> String {
    let text = """
      <ofd:TextObject ID="9" Boundary="20 30 100 20" Size="4" \(attributes)>\
      <ofd:Clips \(clipAttributes)>\(clips)</ofd:Clips>\
      <ofd:TextCode X="0" Y="4">公开办理</ofd:TextCode></ofd:TextObject>
      """
    return String(try OFDBuilder(text + OFDBuilder.text("。", y: 280)).texts().joined().dropLast())
  }

  @Test func `text outside its clip is not read, and text that a clip cuts is`() throws {
    #expect(try read(clip(box(0, 0, 100, 20))) == "公开办理")
    #expect(try read(clip(box(0, 0, 7.5, 20))) == "公开")
    #expect(try read(clip(box(9, 1, 30, 2))) == "办理")
    #expect(try read(clip(box(0, 6, 100, 9))) == "")
    #expect(try read(clip(box(0, 1, 0, 0))) == "公")
    // As some draw it: a little beside.
    #expect(try read(clip(box(0, 4.8, 100, 9))) == "公开办理")
  }

  @Test func `all clips count, and any of their areas`() throws {
    #expect(try read(clip(box(0, 0, 7.5, 20)) + clip(box(5, 0, 50, 20))) == "开")
    #expect(try read("<ofd:Clip>\(area(box(0, 0, 3, 20)))\(area(box(13, 0, 9, 20)))</ofd:Clip>") == "公开办理")
    #expect(try read("<ofd:Clip>\(area(box(0, 0, 3, 20)))\(area(box(5, 0, 2, 20)))</ofd:Clip>") == "公开")
  }

  @Test func `boundaries and matrices move a clip`() throws {
    #expect(try read(clip(box(0, 0, 2, 20), "Boundary=\"5 0 2 20\"")) == "开")
    #expect(try read(clip(box(0, 0, 2, 20), "CTM=\"1 0 0 1 5 0\"")) == "开")
    #expect(try read(clip(box(0, 0, 2, 20), "", "CTM=\"1 0 0 1 5 0\"")) == "开")
    #expect(try read(clip(box(0, 0, 1, 20), "CTM=\"2 0 0 1 5 0\"", "CTM=\"1 0 0 1 4 0\"")) == "办")
  }

  /// Whether clips move with what they clip, and what is then read of text of twice the size.
  @Test(arguments: [("TransFlag=\"true\"", "公开"), ("TransFlag=\"false\"", "公"), ("", "公开")])
  func `the matrix of the text moves its clips or not`(_ flag: String, _ read: String) throws {
    #expect(try self.read(clip(box(0, 0, 7, 20)), "CTM=\"2 0 0 2 0 0\"", clipAttributes: flag) == read)
  }

  @Test(arguments: [
    // Within the circle, though beside the ends of its arcs.
    "M 8 0 A 8 8 0 0 1 8 16 A 8 8 0 0 1 8 0 C", "M 8 0 A 1 1 0 0 1 8 16 A 1 1 0 0 1 8 0 C",
    "M 8 0 Q 40 8 8 16 Q -24 8 8 0 C", "M 8 0 B 30 0 30 16 8 16 B -14 16 -14 0 8 0 C",
  ])
  func `curves reach beyond their ends`(_ data: String) throws {
    #expect(try read(clip(data)) == "公开办理")
  }

  @Test(arguments: [
    "", "<ofd:Clip/>", "<ofd:Clip><ofd:Area/></ofd:Clip>",
    "<ofd:Clip><ofd:Area><ofd:Path Boundary=\"0 0 1 1\"/></ofd:Area></ofd:Clip>",
    "<ofd:Clip><ofd:Area><ofd:Path><ofd:AbbreviatedData>nan</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip>",
    "<ofd:Clip><ofd:Area><ofd:Text Boundary=\"0 0 1 1\"><ofd:TextCode>公</ofd:TextCode></ofd:Text></ofd:Area></ofd:Clip>",
  ])
  func `a clip that nobody knows hides nothing`(_ clips: String) throws {
    #expect(try read(clips) == "公开办理")
  }

  @Test func `drawings are clipped with all they hold`() throws {
    var builder = OFDBuilder(
      OFDBuilder.text("。", y: 280)
        + """
        <ofd:CompositeObject ID="6" ResourceID="1" Boundary="20 30 100 100">\
        <ofd:Clips><ofd:Clip>\(area(box(0, 0, 50, 20)))</ofd:Clip></ofd:Clips></ofd:CompositeObject>
        """)
    builder.common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
    builder.parts = [
      (
        "Doc_0/Res.xml",
        OFDBuilder.element(
          "Res",
          """
          <ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="1"><ofd:Content>\
          \(OFDBuilder.text("公", x: 5, y: 5))\(OFDBuilder.text("密", x: 60, y: 5))\(OFDBuilder.text("密", x: 5, y: 60))\
          </ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>
          """)
      )
    ]
    #expect(try builder.texts() == ["。公"])
  }

  @Test func `lines end where their clip does`() throws {
    func lines(_ clips: String) throws -> [ClosedRange<Double>] {
      let path = """
        <ofd:PathObject ID="8" Boundary="10 20 80 40"><ofd:Clips>\(clips)</ofd:Clips>\
        <ofd:AbbreviatedData>M 0 9 L 80 9</ofd:AbbreviatedData></ofd:PathObject>
        """
      return try OFDBuilder(OFDBuilder.text("。", y: 280) + path).lines().map { $0.start...$0.end }
    }
    #expect(try lines("") == [10...90])
    #expect(try lines(clip(box(0, 20, 80, 9))) == [])
    let cut = try #require(lines(clip(box(20, 0, 30, 20))).first)
    #expect((28...30).contains(cut.lowerBound) && (60...62).contains(cut.upperBound))
  }

  @Test func `what is clipped covers no more than its clip`() throws {
    func read(_ clips: String) throws -> String {
      let cover = """
        <ofd:PathObject ID="7" Boundary="10 20 80 40" Fill="true" Stroke="false"><ofd:Clips>\(clips)</ofd:Clips>\
        <ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>\(box(0, 0, 80, 40))</ofd:AbbreviatedData></ofd:PathObject>
        """
      let end = OFDBuilder.text("。", y: 280)
      return String(try OFDBuilder(OFDBuilder.text("密件") + cover + end).texts().joined().dropLast())
    }
    #expect(try read("") == "")
    #expect(try read(clip(box(0, 0, 80, 40))) == "")
    #expect(try read(clip(box(0, 0, 14, 40))) == "件")
    #expect(try read(clip("M 0 0 L 80 0 L 0 40 C")) == "密件")
  }
}
