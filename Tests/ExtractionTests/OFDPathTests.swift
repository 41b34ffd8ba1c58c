import PageLayout
import Testing

/// Which paths are lines of tables.
@Suite struct OFDPathTests {
  private static let boundary = "10 20 100 50"

  private func lines(_ data: String, _ attributes: String = "", boundary: String = Self.boundary, inner: String = "")
    throws -> [RuledLine]
  {
    try OFDBuilder(
      OFDBuilder.text("公")
        + """
        <ofd:PathObject ID="7" Boundary="\(boundary)" \(attributes)>\(inner)\
        <ofd:AbbreviatedData>\(data)</ofd:AbbreviatedData></ofd:PathObject>
        """
    ).lines()
  }

  private func across(_ y: Double, _ x: ClosedRange<Double>) -> RuledLine {
    RuledLine(axis: .horizontal, position: y, start: x.lowerBound, end: x.upperBound)
  }

  private func down(_ x: Double, _ y: ClosedRange<Double>) -> RuledLine {
    RuledLine(axis: .vertical, position: x, start: y.lowerBound, end: y.upperBound)
  }

  @Test(arguments: [
    "M 0 1 L 100 1", "S 0 1 L 100 1", "M 0 1 L 100 1 C", "M0 1L100 1", "m 0,1 l 100,1", " M 0 1\n L 1e2 1 ",
  ])
  func `a stroke is a line`(_ data: String) throws {
    #expect(try lines(data) == [across(21, 10...110)])
  }

  @Test func `a stroked rectangle has four sides, and a grid its lines`() throws {
    let sides = [across(20, 10...110), down(110, 20...70), across(70, 10...110), down(10, 20...70)]
    #expect(try lines("M 0 0 L 100 0 L 100 50 L 0 50 C") == sides)
    #expect(try lines("M 0 0 L 100 0 100 50 0 50 0 0") == sides)
    #expect(try lines("M 0 9 L 100 9 M 30 0 L 30 50 M 99 0") == [across(29, 10...110), down(40, 20...70)])
  }

  @Test func `a thin filled rectangle is one line, a thick one is a shade`() throws {
    #expect(
      try lines("M 0 0 L 100 0 L 100 0.4 L 0 0.4 C", "Stroke=\"false\" Fill=\"true\"") == [across(20.2, 10...110)])
    #expect(try lines("M 1 0 L 1.5 0 L 1.5 50 L 1 50 C", "Fill=\"true\"") == [down(11.25, 20...70)])
    #expect(try lines("M 0 0 L 100 0 L 100 50 L 0 50 C", "Stroke=\"false\" Fill=\"true\"") == [])
  }

  @Test func `what is drawn after a rectangle is closed begins at its corner`() throws {
    #expect(try lines("M 5 5 L 9 30 L 40 9 C L 5 45") == [down(15, 25...65)])
  }

  @Test func `strokes that are slanted, curved or as short as those of letters are no lines`() throws {
    #expect(try lines("M 0 0 L 100 50") == [])
    #expect(try lines("M 0 0 L 1 0") == [])
    #expect(try lines("M 0 0 Q 5 5 100 0 B 1 1 2 2 0 50 A 3 3 0 0 1 100 50") == [])
    let rounded = "M 5 0 L 95 0 A 5 5 0 0 1 100 5 L 100 45 Q 100 50 95 50 L 5 50 B 2 50 0 48 0 45 L 0 5 Q 0 0 5 0 C"
    #expect(
      try lines(rounded) == [across(20, 15...105), down(110, 25...65), across(70, 15...105), down(10, 25...65)])
    let letter = String(repeating: "L 20 0 Q 1 1 20 30 ", count: 9)
    #expect(try lines("M 0 0 " + letter) == [])
  }

  @Test func `lines are moved, stretched and turned, and cut off at the boundary`() throws {
    #expect(try lines("M 0 2 L 20 2", "CTM=\"2 0 0 2 1 1\"") == [across(25, 11...51)])
    #expect(try lines("M 0 2 L 20 2", "CTM=\"0 1 -1 0 30 0\"") == [down(38, 20...40)])
    // As converters from PDF write it: upwards from the bottom of the page.
    #expect(
      try lines("M 0 841.89 L 28.346 841.89", "CTM=\"0.352778 0 0 -0.352778 0 297\"") == [across(20, 10...20)])
    let cut = try lines("M -500 10 L 500 10 M 0 300 L 100 300")
    #expect(cut.count == 1)
    #expect(try #require(cut.first).start > 5 && #require(cut.first).end < 115)
  }

  @Test(arguments: ["Visible=\"false\"", "Alpha=\"0\"", "Stroke=\"false\"", "DrawParam=\"5\"", "DrawParam=\" 6 \""])
  func `what is not seen is no line`(_ attributes: String) throws {
    var builder = OFDBuilder(
      OFDBuilder.text("公")
        + "<ofd:PathObject ID=\"7\" Boundary=\"10 20 100 50\" \(attributes)><ofd:AbbreviatedData>M 0 1 L 100 1</ofd:AbbreviatedData></ofd:PathObject>"
    )
    builder.common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
    builder.parts = [
      (
        "Doc_0/Res.xml",
        OFDBuilder.element(
          "Res",
          """
          <ofd:DrawParams><ofd:DrawParam ID="5" LineWidth="1"><ofd:StrokeColor Alpha="0"/></ofd:DrawParam>
          <ofd:DrawParam ID="6" Relative="5"/></ofd:DrawParams>
          """)
      )
    ]
    #expect(try builder.lines() == [])
  }

  @Test(arguments: [
    "", "M", "L", "M 0", "L 100 1", "M nan 1 L 100 1", "M 0 1e308 L 1e308 1", "M 0 99999999999 L 100 99999999999",
    "M 0 1 X 100 1", "C C C", "Q 1 1 2 2", "M 0 0 A 1", "—",
  ])
  func `a path that is none draws nothing`(_ data: String) throws {
    #expect(try lines(data) == [])
  }
}
