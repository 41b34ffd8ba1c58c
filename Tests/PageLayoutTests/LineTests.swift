import DocumentModel
import PageLayout
import Testing

@Suite struct LineTests {
  @Test func `a line is one paragraph with its page and number`() {
    var sheet = Sheet(3)
    sheet.write("息公开工作年度报告", 60, 120)
    sheet.write("根据条例的规定", 60, 100)
    #expect(
      PageLayout.blocks(of: [sheet.page]) == [
        .paragraph(Paragraph(text: "根据条例的规定", place: Place(page: 3, line: 1))),
        .paragraph(Paragraph(text: "息公开工作年度报告", place: Place(page: 3, line: 2))),
      ])
  }

  /// Pieces of a line with the gap before each, in points; the size is 10.
  struct Gaps: CustomStringConvertible {
    var pieces: [String]
    var gaps: [Double]
    var description: String

    init(_ pieces: [String], _ gaps: [Double], _ expected: String) {
      (self.pieces, self.gaps, description) = (pieces, gaps, expected)
    }
  }

  static let gaps: [Gaps] = [
    Gaps(["信息", "公开"], [0, 0], "信息公开"),
    Gaps(["信", "息", "公", "开"], [0, 4, 4, 4], "信息公开"),
    Gaps(["总", "体", "情", "况"], [0, 12, 12, 12], "总体情况"),
    Gaps(["开", "密", "8"], [0, 32, 36], "开 密 8"),
    Gaps(["申请", "418", "件"], [0, 2.5, 2.5], "申请418件"),
    Gaps(["申请", "418"], [0, 8], "申请 418"),
    Gaps(["自然人", "商业企业"], [0, 12], "自然人 商业企业"),
    Gaps(["Open", "Data"], [0, 2.5], "Open Data"),
    Gaps(["申请1", "2件"], [0, 0.3], "申请12件"),
  ]

  @Test(arguments: gaps)
  func `words are parted where gaps say so`(_ line: Gaps) {
    var sheet = Sheet()
    var x = 60.0
    for (text, gap) in zip(line.pieces, line.gaps) {
      sheet.write(text, x + gap, 100)
      x += gap + text.reduce(0.0) { $0 + ($1.isASCII ? 5 : 10) }
    }
    #expect(sheet.lines.map { $0.split(separator: " ").joined(separator: " ") } == [line.description])
  }

  @Test func `spaces that are painted part words, and are never more than one`() {
    var sheet = Sheet()
    sheet.write(" 收到  申请　3 件 ", 60, 100)
    #expect(sheet.lines == ["收到 申请 3 件"])
  }

  @Test func `a character painted twice counts once, wherever it comes in the file`() {
    var sheet = Sheet()
    sheet.write("一、总体情况11", 60, 100)
    sheet.write("一、总体情况11", 60.4, 100.2)
    #expect(sheet.lines == ["一、总体情况11"])
  }

  @Test func `a digit over another is none`() {
    var sheet = Sheet()
    sheet.write("计284件", 60, 100)
    sheet.write("7", 75, 100)
    #expect(sheet.lines == ["计2\u{FFFD}4件"])
  }

  @Test(arguments: [Glyph.Turn.right, .over, .left])
  func `a page is turned until most of its text is upright`(_ turn: Glyph.Turn) {
    var sheet = Sheet(width: 600, height: 800)
    sheet.write("第一行", 60, 100)
    sheet.write("第二行", 60, 120)
    sheet.grid([100, 200, 300], [200, 230])
    sheet.write("甲", 110, 215)
    sheet.write("1", 250, 215)
    let turned = Sheet.turned(sheet.page, turn)
    #expect(PageLayout.blocks(of: [turned]) == PageLayout.blocks(of: [sheet.page]))
  }

  @Test func `headers, footers and page numbers are told by standing on most pages`() {
    let pages = (1...4).map { number in
      var sheet = Sheet(number)
      sheet.write("青禾镇人民政府", 60, 40)
      sheet.write("正文第\(number)页", 60, 100)
      sheet.write("\(number)", 60, 400)
      sheet.write("\(number)", 295, 770)
      return sheet.page
    }
    let document = PageLayout.document(of: pages)
    #expect(document.margins == [Paragraph(text: "青禾镇人民政府", place: Place(page: 1))])
    #expect(document.blocks.count == 8)
  }

  @Test func `a title that is also the running head stays on its page`() {
    let pages = (1...3).map { number in
      var sheet = Sheet(number)
      sheet.write("青禾镇2024年报告", 60, 40, size: number == 1 ? 18 : 9)
      sheet.write("正文第\(number)页", 60, 200)
      return sheet.page
    }
    let document = PageLayout.document(of: pages)
    #expect(document.margins == [Paragraph(text: "青禾镇2024年报告", place: Place(page: 2))])
    guard case .paragraph(let title) = document.blocks.first else {
      Issue.record("no title")
      return
    }
    #expect(title == Paragraph(text: "青禾镇2024年报告", place: Place(page: 1, line: 1)))
  }

  @Test func `figures at the foot of pages are no page numbers`() {
    let pages = (1...3).map { number in
      var sheet = Sheet(number)
      sheet.write("正文", 60, 100)
      for (index, figure) in ["0", "7", "\(number)"].enumerated() { sheet.write(figure, 200 + 60 * Double(index), 770) }
      return sheet.page
    }
    #expect(PageLayout.document(of: pages).blocks.count == 6)
  }
}

extension Sheet {
  /// The page as it is if somebody has turned all that is on it clockwise.
  static func turned(_ page: PositionedPage, _ turn: Glyph.Turn) -> PositionedPage {
    func turned(_ box: Box) -> Box {
      switch turn {
      case .none: box
      case .right:
        Box(left: page.height - box.bottom, top: box.left, right: page.height - box.top, bottom: box.right)
      case .over:
        Box(
          left: page.width - box.right, top: page.height - box.bottom, right: page.width - box.left,
          bottom: page.height - box.top)
      case .left: Box(left: box.top, top: page.width - box.right, right: box.bottom, bottom: page.width - box.left)
      }
    }
    var result = page
    if turn != .over { (result.width, result.height) = (page.height, page.width) }
    result.glyphs = page.glyphs.map { Glyph(text: $0.text, box: turned($0.box), turn: turn) }
    result.lines = page.lines.map { line in
      let box =
        line.axis == .horizontal
        ? turned(Box(left: line.start, top: line.position, right: line.end, bottom: line.position))
        : turned(Box(left: line.position, top: line.start, right: line.position, bottom: line.end))
      return box.top == box.bottom
        ? RuledLine(axis: .horizontal, position: box.top, start: box.left, end: box.right)
        : RuledLine(axis: .vertical, position: box.left, start: box.top, end: box.bottom)
    }
    return result
  }
}
