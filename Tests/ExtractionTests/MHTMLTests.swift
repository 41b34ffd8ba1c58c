import DocumentModel
import Extraction
import Foundation
import Testing

@Suite struct MHTMLTests {
  /// How the bytes of a page are carried.
  enum Carriage: String, CaseIterable {
    case quotedPrintable = "quoted-printable"
    case base64, binary
    case eightBit = "8bit"

    func carry(_ bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .binary, .eightBit: return bytes
      case .base64: return Array(Data(bytes).base64EncodedString(options: .lineLength76Characters).utf8)
      case .quotedPrintable:
        var carried: [UInt8] = []
        var width = 0
        for byte in bytes {
          let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")
          let piece = isPlain ? [byte] : Array(String(format: "=%02X", byte).utf8)
          if width + piece.count > 75 {
            carried += Array("=\r\n".utf8)
            width = 0
          }
          carried += piece
          width += piece.count
        }
        return carried
      }
    }
  }

  /// An archive as Word saves one: the page first, then its list of files.
  static func archive(
    _ page: [UInt8], _ carriage: Carriage, charset: String, boundary: String = "----=_NextPart_01DA.6C3F2B40"
  ) -> [UInt8] {
    let head = """
      MIME-Version: 1.0\r
      Content-Type: multipart/related; type="text/html";\r
      \tboundary="\(boundary)"\r
      \r
      此文档为“单个文件网页”。\r
      \r
      --\(boundary)\r
      Content-Location: file:///C:/6C3F2B40/report.htm\r
      Content-Transfer-Encoding: \(carriage.rawValue)\r
      Content-Type: text/html;\(charset.isEmpty ? "" : " charset=\"\(charset)\"")\r
      \r

      """
    let tail = """
      \r
      --\(boundary)\r
      Content-Location: file:///C:/6C3F2B40/filelist.xml\r
      Content-Transfer-Encoding: quoted-printable\r
      Content-Type: text/xml; charset="utf-8"\r
      \r
      <xml xmlns:o=3D"urn:schemas-microsoft-com:office:office"></xml>\r
      --\(boundary)--\r

      """
    return Array(head.utf8) + carriage.carry(page) + Array(tail.utf8)
  }

  @Test(arguments: Carriage.allCases, [true, false])
  func `a report in an archive is the report in its page`(_ carriage: Carriage, _ isGB18030: Bool) throws {
    let page = try HTMLPage.report()
    let bytes = isGB18030 ? HTMLPage.gb18030(page) : Array(page.utf8)
    // What the message says of the charset goes before what the page says, which is UTF-8.
    let archive = Self.archive(bytes, carriage, charset: isGB18030 ? "gb2312" : "")
    let document = try HTMLPage.document(archive)
    #expect(document.format == .html)
    #expect(try document == HTMLPage.document(Array(page.utf8)))
  }

  @Test func `an archive as browsers save it is read`() throws {
    let archive = """
      From: <Saved by Blink>
      Snapshot-Content-Location: http://www.qinghe.gov.cn/1.html
      Subject: =?utf-8?Q?=E6=8A=A5=E5=91=8A?=
      Date: Mon, 20 Jan 2025 08:00:00 -0000
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";
      \tboundary="----MultipartBoundary--abc----"


      ------MultipartBoundary--abc----
      Content-Type: text/html
      Content-ID: <frame-1@mhtml.blink>
      Content-Transfer-Encoding: quoted-printable
      Content-Location: http://www.qinghe.gov.cn/1.html

      <html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=
      =3DUTF-8"></head><body><p>=E6=80=BB=E4=BD=93  =20
      =E6=83=85=E5=86=B5</p></body></html>
      ------MultipartBoundary--abc----
      Content-Type: text/css

      p { color: red }
      ------MultipartBoundary--abc------
      """
    #expect(HTMLPage.shown(try HTMLPage.document(Array(archive.utf8))) == "总体情况")
  }

  @Test func `the root is the part that the message names`() throws {
    let archive = """
      Content-Type: multipart/related; boundary=b; start="<2>"

      --b
      Content-Type: text/html
      Content-ID: <1>

      <p>框</p>
      --b
      Content-Type: text/html
      Content-ID: <2>

      <p>文</p>
      --b--
      """
    #expect(HTMLPage.shown(try HTMLPage.document(Array(archive.utf8))) == "文")
  }

  @Test func `a page inside of alternatives is found`() throws {
    let archive = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary="a;b"

      --a;b
      Content-Type: multipart/alternative; boundary=c

      --c
      Content-Type: text/plain

      文字
      --c
      Content-Type: TEXT/HTML; charset=utf-8

      <p>页</p>
      --c--
      --a;b--
      """
    #expect(HTMLPage.shown(try HTMLPage.document(Array(archive.utf8))) == "页")
  }

  @Test(arguments: [
    // One part and no boundary at all; a boundary that is not named; no end.
    "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>页</p>",
    "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\nContent-Type: text/html\n\n<p>页</p>\n--x--\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>页</p>",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--xy\n--x \t\nContent-Type: text/html\n\n<p>页</p>",
    "\n\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+6a G1!!PC9w\nPg==",
    "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p class==3D>=E9=A1=B5</p>=",
  ])
  func `broken archives are read as far as they go`(_ archive: String) throws {
    #expect(HTMLPage.shown(try HTMLPage.document(Array(archive.utf8))) == "页")
  }

  @Test(arguments: [
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"\"\n\n--\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--",
  ])
  func `an archive without a page is no report`(_ archive: String) throws {
    #expect(try Extractor().extract(Array(archive.utf8)) == .obstacle(.unsupportedFormat(found: "不含网页的 mht 文件")))
  }

  @Test(.timeLimit(.minutes(10))) func `archives made to wear a reader out end at once`() throws {
    let start = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x; start=1\n"
    let nested = String(repeating: start + "Content-ID: 1\n\n--x\n", count: 20_000)
    let parts = start + "\n" + String(repeating: "--x\nContent-Type: text/plain\n\n", count: 20_000)
    let header = start + String(repeating: "X: y\n", count: 100_000) + "\n--x\n"
    let folded = start + "X: y\n" + String(repeating: " y\n", count: 100_000)
    for archive in [nested, parts, header, folded] {
      guard case .obstacle = try Extractor().extract(Array(archive.utf8)) else {
        Issue.record("it was read")
        continue
      }
    }
  }

  @Test(arguments: 1...40)
  func `an archive cut anywhere is read up to the cut, or refused`(_ cut: Int) throws {
    let archive = Self.archive(Array(try HTMLPage.report().utf8), .quotedPrintable, charset: "utf-8")
    let part = Array(archive.prefix(archive.count * cut / 41))
    if case .document(let document) = try Extractor().extract(part), document.format == .html {
      #expect(HTMLPage.paragraphs(document).first?.hasPrefix("青禾镇2024") ?? false)
    }
  }
}
