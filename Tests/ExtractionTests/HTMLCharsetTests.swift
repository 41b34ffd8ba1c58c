import DocumentModel
import Extraction
import Testing

@Suite struct HTMLCharsetTests {
  static let text = "青禾镇2024年政府信息公开工作年度报告"

  static let labels = [
    "", "<meta charset=utf-8>", "<meta charset='GB2312'>", "<meta charset=gbk>", "<META CHARSET = \"x-gbk\" >",
    "<meta http-equiv=Content-Type content=\"text/html; charset=gb_2312-80\">", "<meta charset=utf-16>",
    "<meta http-equiv='content-type' content='text/html;charset=UTF-8'>", "<meta charset=big5>",
    "<meta charset=iso-8859-1>", "<meta charset=>", "<meta name=a content=charset>",
  ]

  @Test(arguments: labels)
  func `the bytes have the last word on the charset`(_ label: String) throws {
    let page = "<html><head>\(label)</head><p>\(Self.text)</p></html>"
    #expect(HTMLPage.shown(try HTMLPage.document(Array(page.utf8))) == Self.text)
    #expect(HTMLPage.shown(try HTMLPage.document(HTMLPage.gb18030(page))) == Self.text)
    #expect(HTMLPage.shown(try HTMLPage.document([0xEF, 0xBB, 0xBF] + Array(page.utf8))) == Self.text)
  }

  @Test(arguments: [true, false], [true, false])
  func `a page in UTF-16 is read, with and without a mark`(_ isBigEndian: Bool, _ hasMark: Bool) throws {
    let page = "<html><head><meta charset=unicode></head><p>\(Self.text)</p></html>"
    let bytes = ((hasMark ? "\u{FEFF}" : "") + page).utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBigEndian ? bytes : bytes.reversed()
    }
    #expect(HTMLPage.shown(try HTMLPage.document(bytes)) == Self.text)
  }

  @Test func `a few damaged bytes do not change what a page declares`() throws {
    let page = "<html><meta charset=utf-8><p>\(String(repeating: Self.text, count: 5))</p>"
    var bytes = Array(page.utf8)
    bytes[60] = 0xFF
    let shown = HTMLPage.shown(try HTMLPage.document(bytes))
    #expect(shown.hasSuffix(Self.text))
    #expect(shown.contains("\u{FFFD}"))
  }

  @Test func `two bytes of GB18030 that happen to be UTF-8 are what is declared`() throws {
    // 芽 (D1 BF) is ѿ in UTF-8.
    #expect(HTMLPage.shown(try HTMLPage.document(Array("<html><meta charset=gbk><p>".utf8) + [0xD1, 0xBF])) == "芽")
    #expect(
      HTMLPage.shown(try HTMLPage.document(Array("<html><meta charset=utf-8><p>".utf8) + [0xD1, 0xBF])) == "\u{47F}")
  }

  @Test func `a charset named too late is not looked for`() throws {
    let late = "<html><!--" + String(repeating: " ", count: 5_000) + "--><meta charset=gbk><p>"
    #expect(HTMLPage.shown(try HTMLPage.document(Array(late.utf8) + [0xD1, 0xBF])) == "\u{47F}")
  }

  @Test func `noise is no page`() throws {
    let noise = Array("<html>".utf8) + (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ $0 / 7) }
    guard case .obstacle(.unreadable) = try Extractor().extract(noise) else {
      Issue.record("it was read")
      return
    }
  }
}
