import LinuxSystem
import Spool
import SystemPackage
import Testing

struct IgnoredNamesTests {
  @Test(arguments: [
    "~$年报.docx", ".~lock.年报.odt#", ".hidden", "._年报.docx", "年报.tmp", "~WRD0001.TMP", "年报.docx.part",
    "年报.PARTIAL", "x.crdownload", "x.FilePart", "Thumbs.db", "THUMBS.DB", "Desktop.ini", "ehthumbs.db", "@eaDir",
    "$RECYCLE.BIN", "年报.docx.审核结果.html", "年报.docx.审核结果.json", "年报.docx.审核结果.TXT",
  ])
  func `what is nobody's report is passed over`(_ name: String) throws {
    #expect(IgnoredNames().ignores(try #require(FilePath.Component(name))))
  }

  @Test(arguments: [
    "年报.docx", "年报.审核结果.docx", "tmp", "part.docx", "~年报.docx", "审核结果.html", "Thumbs.db.docx", "$年报.doc",
  ])
  func `a report is not passed over`(_ name: String) throws {
    #expect(!IgnoredNames().ignores(try #require(FilePath.Component(name))))
  }

  @Test(arguments: [
    ("draft-*", "Draft-", true), ("draft-*", "a draft-1", false), ("??.txt", "年报.txt", true),
    ("??.txt", "年.txt", false), ("*草稿*", "我的草稿2.docx", true), ("a*b*c", "aXXbYYbZc", true),
    ("a*b*c", "aXXbYY", false), ("", "x", false), ("*", "x", true), ("[a]", "a", false), ("[a]", "[A]", true),
  ])
  func `patterns of the configuration are added`(_ pattern: String, _ name: String, _ isIgnored: Bool) throws {
    let names = IgnoredNames(adding: [pattern])
    #expect(names.ignores(try #require(FilePath.Component(name))) == isIgnored)
    #expect(names.ignores("x.tmp"))
  }

  @Test func `a name that is no text can be matched`() throws {
    let name = try #require(FilePath.Component(bytes: [0x7E, 0x24, 0xC4, 0xEA, 0xFF]))
    #expect(IgnoredNames().ignores(name))
    #expect(!IgnoredNames().ignores(try #require(FilePath.Component(bytes: [0xC4, 0xEA, 0xFF]))))
  }

  @Test func `a file in a folder that is passed over is passed over`() throws {
    #expect(IgnoredNames().ignores(try #require(InboxPath("office/@eaDir/年报.docx"))))
    #expect(!IgnoredNames().ignores(try #require(InboxPath("office/年报.docx"))))
  }

  @Test func `a pattern of many stars does not take for ever`() throws {
    let names = IgnoredNames(adding: [String(repeating: "*a", count: 60) + "b"])
    #expect(!names.ignores(try #require(FilePath.Component(String(repeating: "a", count: 255)))))
  }

  @Test(arguments: [("~$年报.docx", true), ("年报.docx.part", true), ("thumbs.db", false), ("a.docx.审核结果.html", false)])
  func `an ignored file is told of when it has lain there for a day`(_ name: String, isTold: Bool) throws {
    #expect(IgnoredNames().mayStay(try #require(FilePath.Component(name))) != isTold)
    #expect(IgnoredNames().ignores(try #require(FilePath.Component(name))))
  }
}
