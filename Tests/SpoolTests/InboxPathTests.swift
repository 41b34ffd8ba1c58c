import Spool
import SystemPackage
import Testing

struct InboxPathTests {
  @Test func `a path has a folder and a name`() throws {
    let path = try #require(InboxPath("红旗区/小店镇/年报.docx"))
    #expect(path.name == "年报.docx")
    #expect(path.folder == "红旗区/小店镇")
    #expect(try #require(InboxPath("年报.docx")).folder.isEmpty)
  }

  @Test(arguments: ["", ".", "..", "/etc/passwd", "../up", "a/../b", "a/.."])
  func `a path that does not stay below the inbox is none`(_ path: String) {
    #expect(InboxPath(FilePath(path)) == nil)
  }

  @Test func `bytes that are no text survive`() throws {
    let bytes: [UInt8] = [0x61, 0x2F, 0xC4, 0xEA, 0xFF, 0x0A]
    let path = try #require(InboxPath(bytes: bytes))
    #expect(path.bytes == bytes)
    #expect(path.printable == "a/\u{FFFD}\u{FFFD}\u{FFFD}\\u{a}")
    #expect(InboxPath(bytes: [0x61, 0]) == nil)
  }

  @Test(arguments: [
    ("小店镇 2024 年报.docx", "小店镇 2024 年报.docx"),
    ("two\nlines", "two\\u{a}lines"),
    ("\u{1b}[31mred", "\\u{1b}[31mred"),
    ("x\u{202E}cod.exe", "x\\u{202e}cod.exe"),
  ])
  func `the printable form is one harmless line`(_ name: String, _ printable: String) throws {
    #expect(try #require(InboxPath(FilePath(name))).printable == printable)
  }

  @Test func `paths are ordered by their bytes`() throws {
    let paths = try ["b", "a/z", "a", "年", "B"].map { try #require(InboxPath(FilePath($0))) }
    #expect(paths.sorted().map(\.printable) == ["B", "a", "a/z", "b", "年"])
  }
}
