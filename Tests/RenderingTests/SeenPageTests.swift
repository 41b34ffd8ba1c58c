import Findings
import Foundation
import Rendering
import ReportModel
import Testing

/// What a page comes to in a real browser. One after the other: each test starts a browser.
@Suite(.serialized, .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)), .timeLimit(.minutes(3)))
struct SeenPageTests {
  @Test
  func `the rejected page prints on few sheets of A4 with the whole third table on one`() throws {
    try Browser.inFolder { folder in
      let sheet = try Browser.print(write(ReportFixture.rejected, in: folder), in: folder)
      let facts = try Browser.run("pdfinfo", [sheet.path])
      #expect(facts.contains("(A4)"), "\(facts)")
      let text = try Browser.run("pdftotext", ["-raw", sheet.path, "-"])
      let pages = text.split(separator: "\u{C}").map { $0.filter { !$0.isWhitespace } }
      #expect((2...4).contains(pages.count))
      let first = try #require(pages.first)
      #expect(first.contains("退回修改") && first.contains("有3处需要修改"))
      #expect(first.contains("第三部分表格·（三）不予公开1.属于国家秘密·总计列"))
      let table = try #require(pages.first { $0.contains("一、本年新收政府信息公开申请数量") })
      for row in FormFixture.requestRows {
        #expect(table.contains(row.label.filter { !$0.isWhitespace }), "\(row.label)")
      }
      #expect(table.contains("差+1126≠125"))
      let last = try #require(pages.last)
      #expect(last.contains("此页由nianbaod自动生成"))
    }
  }

  @Test(arguments: [
    (Judgement.accepted, "eaf6ed", "1a7f37"), (.rejected, "fdeeec", "b42318"), (.held, "fbf4dd", "7a5b00"),
  ])
  func `the verdict's colour fills its band on the screen`(judgement: Judgement, band: String, ink: String) throws {
    try Browser.inFolder { folder in
      let picture = try Browser.screenshot(write(judgement.judged, in: folder), in: folder)
      let colours = try countColours(of: picture, rows: 240, in: folder)
      // The band is 900 pixels wide and more than 100 high; its bar, circle and headline are in the strong colour.
      #expect(colours[band, default: 0] > 60_000)
      #expect(colours[ink, default: 0] > 1000)
      for other in ["eaf6ed", "fdeeec", "fbf4dd"] where other != band { #expect(colours[other, default: 0] == 0) }
      // Words in dark ink on the band, and the white sheet round it.
      #expect(colours["1f2328", default: 0] > 200)
      #expect(colours["ffffff", default: 0] > 20_000)
    }
  }

  @Test
  func `quoted words are highlighted on the screen, and figures of two years stand side by side on paper`() throws {
    try Browser.inFolder { folder in
      let page = try write(ReportFixture.acceptedWithWarnings, in: folder)
      let colours = try countColours(of: Browser.screenshot(page, in: folder), rows: 1000, in: folder)
      // Seven Chinese characters and three digits of 15 pixels, with a line below them.
      #expect(colours["ffe8a3", default: 0] > 1000)
      #expect(colours["b06f00", default: 0] > 200)
      let sheet = try Browser.print(page, in: folder)
      let text = try Browser.run("pdftotext", ["-layout", sheet.path, "-"])
      let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      #expect(lines.contains("对照 2023年报告 本报告") || lines.contains("2023年报告 本报告"), "\(text)")
      #expect(lines.contains("结转下年度／上年结转 · 总计 4 3"), "\(text)")
      #expect(text.contains("上年 4"))
      #expect(text.filter { !$0.isWhitespace }.contains("全年共收到申请126件，均在法定期限内答复。"))
    }
  }

  @Test
  func `a hostile page runs no script in a browser`() throws {
    let scripts = [
      "<script>document.title='SEIZED'</script>", "\" onload=\"document.title='SEIZED'",
      "</title><script>document.title='SEIZED'</script>",
      "</style><script>document.title='SEIZED'</script>", "<img src=x onerror=\"document.title='SEIZED'\">",
    ]
    try Browser.inFolder { folder in
      for text in scripts {
        let judged = HostileText(name: "", text: text).judged
        // The page's own ban on scripts would hide a hole in the escaping.
        let page = String(decoding: DiagnosticsPage.render(judged), as: UTF8.self)
          .replacing("Content-Security-Policy", with: "none")
        let file = folder.appending(path: "hostile.html")
        try Data(page.utf8).write(to: file)
        let dom = try Browser.dump(file, in: folder)
        #expect(dom.contains("id=\"verdict\""))
        #expect(!dom.contains("<title>SEIZED"))
        #expect(!dom.contains("<script") && !dom.contains("<img"))
      }
    }
  }

  private func write(_ judged: JudgedReport, in folder: URL) throws -> URL {
    let file = folder.appending(path: "page.html")
    try Data(DiagnosticsPage.render(judged)).write(to: file)
    return file
  }

  /// How many pixels of the picture's upper rows have each colour, as the browser itself decodes the picture.
  private func countColours(of picture: URL, rows: Int, in folder: URL) throws -> [String: Int] {
    let data = try Data(contentsOf: picture).base64EncodedString()
    let counter = """
      <img id="i" src="data:image/png;base64,\(data)"><pre id="o"></pre><script>
      onload = function () {
        var c = document.createElement("canvas"); c.width = i.naturalWidth; c.height = \(rows);
        var g = c.getContext("2d"); g.drawImage(i, 0, 0);
        var p = g.getImageData(0, 0, c.width, c.height).data, n = {};
        for (var k = 0; k < p.length; k += 4) {
          var h = (16777216 + p[k] * 65536 + p[k + 1] * 256 + p[k + 2]).toString(16).slice(1); n[h] = (n[h] || 0) + 1;
        }
        o.textContent = "COLOURS" + JSON.stringify(n) + "END"; document.body.removeChild(i);
      };
      </script>
      """
    let file = folder.appending(path: "counter.html")
    try Data(counter.utf8).write(to: file)
    let dom = try Browser.dump(file, in: folder)
    let start = try #require(dom.range(of: "COLOURS{"))
    let end = try #require(dom.range(of: "}END", range: start.upperBound..<dom.endIndex))
    let json = Data(("{" + dom[start.upperBound..<end.lowerBound] + "}").utf8)
    return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Int])
  }
}
