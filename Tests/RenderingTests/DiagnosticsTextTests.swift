import Findings
import Rendering
import ReportModel
import Testing

struct DiagnosticsTextTests {
  private func text(_ judged: JudgedReport, width: Int = 80, coloured: Bool = false) -> String {
    String(decoding: DiagnosticsText.render(judged, width: width, coloured: coloured), as: UTF8.self)
  }

  @Test(arguments: [
    (Judgement.accepted, "✓ 通过  "), (.rejected, "✗ 退回修改  "), (.held, "‖ 暂不能审核  "),
  ])
  func `the verdict and the file stand first`(judgement: Judgement, start: String) throws {
    let first = try #require(text(judgement.judged).split(separator: "\n").first)
    #expect(first == start + judgement.judged.file.name)
  }

  @Test
  func `findings are numbered through and grouped by weight`() {
    let lines = text(ReportFixture.rejected).split(separator: "\n").map(String.init)
    #expect(lines.contains("需要修改（3 处）"))
    #expect(lines.contains("请核实或说明（2 处）"))
    #expect(lines.contains("提示（1 处）"))
    #expect(lines.contains("  1. 这一行六类申请人加起来是 2，总计填的是 3。"))
    #expect(lines.contains("     填的是：3"))
    #expect(lines.contains("     应该是：2"))
    #expect(lines.contains { $0.hasPrefix("  4. 正文说") })
    #expect(lines.contains { $0.hasPrefix("  6. 数字后面附有说明") })
  }

  @Test
  func `findings of mixed order are still shown errors first`() {
    let judged = ReportFixture.judged(
      .rejected, findings: [ReportFixture.cellRemark, ReportFixture.carriedIn, ReportFixture.rowTotal])
    let lines = text(judged).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("  1. 这一行六类申请人") })
    #expect(lines.contains { $0.hasPrefix("  3. 数字后面附有说明") })
  }

  @Test
  func `a held report asks nothing of the office`() {
    var judged = ReportFixture.held
    judged.findings = [ReportFixture.rowTotal]
    let text = text(judged)
    #expect(text.contains("不是贵单位的问题") && text.contains("仅供参考"))
    #expect(!text.contains("需要修改"))
  }

  @Test(arguments: [40, 60, 80])
  func `no line is wider than asked for`(width: Int) {
    for line in text(ReportFixture.rejected, width: width).split(separator: "\n") {
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
      // A closing mark may hang over the edge of a line that it must not begin.
      #expect(columns <= width + 4, "\(line)")
      #expect(!"，。、；：）".contains(line.drop { $0 == " " }.prefix(1)) || line.allSatisfy { $0 == " " }, "\(line)")
    }
  }

  @Test
  func `a line breaks between words and keeps them whole`() {
    let finding = Finding(
      rule: "x", severity: .error, message: "请把 nianbaod-extract 与 libarchive 一并安装到服务器上再试一次", advice: "")
    let text = text(ReportFixture.judged(.rejected, findings: [finding]), width: 30)
    #expect(text.contains("nianbaod-extract") && text.contains("libarchive"))
  }

  @Test
  func `colours are codes around words and only where asked for`() {
    #expect(!text(ReportFixture.rejected).unicodeScalars.contains("\u{1B}"))
    let coloured = text(ReportFixture.rejected, coloured: true)
    #expect(coloured.contains("\u{1B}[1;31m需要修改（3 处）\u{1B}[0m"))
    let plain = coloured.replacing("\u{1B}[1;31m", with: "").replacing("\u{1B}[1;33m", with: "")
      .replacing("\u{1B}[1;36m", with: "").replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
    #expect(plain == text(ReportFixture.rejected))
  }

  @Test(arguments: HostileText.all)
  func `no text of a file commands the terminal`(hostile: HostileText) {
    for judged in [hostile.judged, hostile.held] {
      let text = text(judged)
      for scalar in text.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(category), "\(scalar.value)")
      }
      #expect(text.utf8.count < 25_000)
    }
  }
}
