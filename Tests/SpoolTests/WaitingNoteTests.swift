import LinuxSystem
import Spool
import SystemPackage
import Testing

@Suite struct WaitingNoteTests {
  private let temporary: TemporarySpool
  private let spool: Spool
  private let path: InboxPath
  private let note: FilePath = "inbox/青禾镇/年报.docx.审核结果.txt"

  init() throws {
    temporary = try TemporarySpool()
    spool = try temporary.open()
    path = try #require(InboxPath("青禾镇/年报.docx"))
    try temporary.write("inbox/青禾镇/年报.docx")
  }

  @Test func `a note lies beside the file and is not taken for a report`() throws {
    try spool.leaveNote(beside: path, "还没有写完")
    #expect(try temporary.read(note) == Array("还没有写完".utf8))
    #expect(IgnoredNames().ignores(try #require(note.lastComponent)))
    #expect(try temporary.status(of: note).permissions == [.ownerReadWrite, .groupReadWrite])
  }

  @Test func `what has the note's name is not overwritten`() throws {
    try temporary.write(note, [7])
    #expect(throws: Errno.fileExists) { try spool.leaveNote(beside: path, "还没有写完") }
    #expect(try temporary.read(note) == [7])
  }

  @Test func `a claim takes the note back, and leaves alone what is another's`() throws {
    try spool.leaveNote(beside: path, "还没有写完")
    _ = try spool.claimed("青禾镇/年报.docx")
    #expect(try temporary.files(below: "inbox") == [])

    try temporary.write("inbox/青禾镇/年报.docx")
    try temporary.makeLink(note, to: "/etc/passwd")
    _ = try spool.claimed("青禾镇/年报.docx")
    #expect(try temporary.files(below: "inbox") == ["青禾镇/年报.docx.审核结果.txt"])
  }
}
