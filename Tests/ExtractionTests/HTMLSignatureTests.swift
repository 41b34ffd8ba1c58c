import DocumentModel
import Extraction
import Testing

@Suite struct HTMLSignatureTests {
  @Test(arguments: [
    "<!DOCTYPE html>", "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", "<html xmlns:o='urn:o'>",
    "\n\r\n \t<HTML>",
    "<head>", "<body bgcolor=white>", "<meta charset=utf-8>", "<title>报告</title>", "<style>td{}</style>",
    "<script>x</script>", "<!-- 保存自 (0067)http://www.qinghe.gov.cn/ --><html>",
    "<!--\(String(repeating: "x", count: 3_000))-->\n<!-- y --><!DOCTYPE html>", "<?xml version='1.0'?><html>",
    "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html>",
    "<![if !x]><html>", "<table><tr><td>1</td></tr></table>", "<div>一</div>", "<p class=MsoNormal>一</p>",
    "<h1>一</h1>", "<span>一</span>",
  ])
  func `pages are told by their beginning`(_ start: String) throws {
    for prefix in ["", "\u{FEFF}"] {
      let extract = try Extractor().extract(Array("\(prefix)\(start)<p>正文。</p>".utf8))
      guard case .document(let document) = extract else {
        Issue.record("read as \(extract)")
        continue
      }
      #expect(document.format == .html)
      #expect(HTMLPage.paragraphs(document).last == "正文。" || start == "<title>报告</title>")
    }
  }

  @Test(arguments: [
    "<关于政府信息公开的说明>\n正文。", "<p 是段落的意思\n", "<p> 是一个标签\n正文。", "< html > 正文", "<1> 一", "<<html>> 正文",
    "<", "<!-- 没有结束的注释\n<html>", "<tablet>电脑</tablet> 正文", "a<html>", "《html》<html>", "<div>没有结束",
    "Content: <html>\n\n一", "Subject: 政府信息公开\n\n正文", "From: 办公室\nContent-Type: text/plain\n\n正文",
  ])
  func `a text that begins like a page is still a text`(_ text: String) throws {
    let extract = try Extractor().extract(Array(text.utf8))
    guard case .document(let document) = extract else {
      Issue.record("read as \(extract)")
      return
    }
    #expect(document.format == .txt)
  }

  @Test func `what Word 2003 saved as XML is converted as its other documents are`() throws {
    let text = "<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>"
    #expect(try Extractor().extract(Array(text.utf8)) == .needsConversion(from: .doc))
  }

  @Test(arguments: [
    "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>", "<?xml version='1.0'?><a/>",
    "<!DOCTYPE note><note/>",
  ])
  func `other XML is named`(_ text: String) throws {
    #expect(try Extractor().extract(Array(text.utf8)) == .obstacle(.unsupportedFormat(found: "xml 文件")))
  }
}
