import LinuxSystem
import SystemPackage
import Testing

@testable import Spool

struct HeldReportsTests {
  private let temporary: TemporarySpool
  private let spool: Spool

  init() throws {
    temporary = try TemporarySpool()
    spool = try temporary.open()
  }

  private func open() throws -> HeldReports {
    try HeldReports(root: temporary.root, suffixes: [".审核结果.html", ".审核结果.json"])
  }

  private func hold(_ path: FilePath, _ bytes: [UInt8] = [1]) throws {
    try temporary.write(FilePath("inbox").pushing(path), bytes)
    _ = try spool.process(path, as: .held, diagnostics: [.page, .object])
  }

  @Test func `a report goes back to where it was handed in, without what was said about it`() throws {
    try hold("区/镇/年报.docx", [1, 2, 3])
    let held = try open()
    #expect(try held.reports(at: "").map(\.printable) == ["区/镇/年报.docx"])
    #expect(try held.putBack(#require(InboxPath("区/镇/年报.docx"))) == InboxPath("区/镇/年报.docx"))
    #expect(try temporary.files(below: "held") == [])
    #expect(try temporary.read("inbox/区/镇/年报.docx") == [1, 2, 3])
    #expect(try held.reports(at: "") == [])
  }

  @Test func `a name that is taken in the inbox gets a number`() throws {
    try hold("a.docx", [1])
    try temporary.write("inbox/A.docx", [9])
    #expect(try open().putBack(#require(InboxPath("a.docx"))).printable == "a (2).docx")
    #expect(try temporary.read("inbox/A.docx") == [9])
    #expect(try temporary.read("inbox/a (2).docx") == [1])
  }

  @Test func `a folder of the inbox that is gone is made again as its counterpart is`() throws {
    try hold("office/a.docx")
    try temporary.remove("inbox/office")
    try temporary.setPermissions(0o2750, of: "held/office")
    _ = try open().putBack(#require(InboxPath("office/a.docx")))
    #expect(try temporary.files(below: "inbox") == ["office/a.docx"])
    #expect(try temporary.status(of: "inbox/office").permissions.rawValue == 0o2750)
  }

  @Test func `only our own diagnostics go`() throws {
    try hold("a.docx")
    try temporary.write("held/a.docx.notes.html", [9])
    try temporary.remove("held/a.docx.审核结果.json")
    try temporary.makeLink("held/a.docx.审核结果.json", to: "/etc/passwd")
    _ = try open().putBack(#require(InboxPath("a.docx")))
    #expect(try temporary.files(below: "held") == ["a.docx.notes.html", "a.docx.审核结果.json"])
  }

  @Test func `the longest name finds its diagnostics`() throws {
    let name = String(repeating: "年", count: 83) + "1.docx"
    try hold(FilePath(name))
    #expect(try temporary.files(below: "held").count == 3)
    _ = try open().putBack(#require(InboxPath(FilePath(name))))
    #expect(try temporary.files(below: "held") == [])
  }

  @Test func `reports of one folder, of one name, of no name`() throws {
    try hold("a/1.docx")
    try hold("a/b/2.docx")
    try hold("c/3.docx")
    try temporary.makeLink("held/link.docx", to: "c/3.docx")
    let held = try open()
    #expect(try held.reports(at: "a").map(\.printable) == ["a/1.docx", "a/b/2.docx"])
    #expect(try held.reports(at: "c/3.docx").map(\.printable) == ["c/3.docx"])
    for path in ["link.docx", "no such", "c/3.docx/below", "link.docx/x"] as [FilePath] {
      #expect(try held.reports(at: path) == [])
    }
  }

  @Test func `no link is followed`() throws {
    try temporary.write("elsewhere/a.docx")
    try temporary.makeLink("held/office", to: "../elsewhere")
    #expect(throws: SpoolError.self) { _ = try open().putBack(#require(InboxPath("office/a.docx"))) }
    #expect(try temporary.files(below: "elsewhere") == ["a.docx"])
  }
}
