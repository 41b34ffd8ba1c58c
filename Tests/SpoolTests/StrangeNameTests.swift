import Foundation
import LinuxSystem
import SystemPackage
import Testing

@testable import Spool

/// Names that somebody can give a file, from the inbox to the outcome and through a crash.
struct StrangeNameTests {
  private let temporary: TemporarySpool

  init() throws {
    temporary = try TemporarySpool()
  }

  private static let names: [[UInt8]] =
    [
      "two\nlines.docx", "-rf.docx", "--", " leading.docx", "trailing ", "trailing.", "trailing. .", "<b>&amp;.docx",
      "%s%n",
      "\u{FEFF}.docx", "\u{202E}xcod.docx", "\u{1B}[31m.docx", "CON.txt", "a:b?.docx", "\\\\server\\x", "report",
      "copy",
      "plan", "diagnostics.0", "attempt.1", "aside", "年报.审核结果", "e\u{301}.docx",
    ].map { Array($0.utf8) } + [
      [0xC4, 0xEA, 0xB1, 0xA8, 0x2E, 0x64, 0x6F, 0x63], [0xFF], [0xC0, 0x80], Array(repeating: 0x61, count: 255),
      Array(String(repeating: "年", count: 85).utf8), [UInt8](repeating: 0xC4, count: 250) + Array(".docx".utf8),
    ]

  private func name(_ bytes: [UInt8]) throws -> FilePath.Component {
    try #require(FilePath.Component(bytes: bytes))
  }

  @Test(arguments: names, [false, true]) func `a name is kept byte for byte, also as a folder's, also after a crash`(
    _ bytes: [UInt8], isFolder: Bool
  ) throws {
    let own = try name(bytes)
    let path = isFolder ? FilePath(root: nil, [own, "年报.docx"]) : FilePath(root: nil, [own])
    try temporary.write(FilePath("inbox").pushing(path), [1, 2, 3])
    let id = try temporary.open().claimed(path).id

    let spool = try temporary.open()
    #expect(try spool.recover() == [id])
    guard case .claimed(let claim) = try spool.resume(id) else { throw Unexpected("not claimed") }
    #expect(claim.path.path == path)
    let settled = try claim.settle(as: .accepted, diagnostics: [.page, .object])
    guard case .planned(let planned) = try temporary.open().resume(id) else { throw Unexpected("not planned") }
    #expect(planned.path.path == path)
    #expect(try spool.complete(planned).settled() == settled)
    try spool.finish(settled)

    #expect(settled.report.bytes == FilePath("accepted").pushing(path).bytes)
    #expect(try temporary.read(settled.report) == [1, 2, 3])
    #expect(try temporary.read(settled.diagnostics[0]) == DiagnosticsFile.page.bytes)
    #expect(settled.diagnostics.allSatisfy { ($0.lastComponent?.bytes.count ?? 0) <= 255 })
    #expect(try temporary.workEntries() == [])
    #expect(!settled.path.printable.contains { $0.isNewline || $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  /// Fifteen folders of the longest names: with the spool's own path longer than a path may be.
  @Test func `a path as long as a path can be is kept`() throws {
    let folders = (0..<15).map { "\($0)".padded(to: 255) }
    let path = FilePath((folders + ["年报.docx"]).joined(separator: "/"))
    let spool = try temporary.open()
    var folder = try Directory(at: temporary.root.appending("inbox"))
    for name in folders {
      let name = try #require(FilePath.Component(name))
      try folder.makeDirectory(name, permissions: .ownerReadWriteExecute)
      folder = try folder.directory(at: FilePath(root: nil, [name]))
    }
    try folder.createFile("年报.docx").close()
    let settled = try spool.process(path)
    #expect(settled.report == FilePath("accepted").pushing(path))
    #expect(try spool.layout.accepted.status(of: path).kind == .regular)
    #expect(try temporary.workEntries() == [])
    #expect(try spool.recover() == [])
    // Foundation does not remove what has so long a path.
    try Process.run(URL(filePath: "/bin/rm"), arguments: ["-rf", temporary.root.string]).waitUntilExit()
  }

  @Test func `a folder that goes between the look and the claim leaves nothing behind`() throws {
    let temporary = temporary
    let spool = try temporary.open { checkpoint throws(SpoolError) in
      if checkpoint == .workFolderMade { try? temporary.remove("inbox/office") }
    }
    try temporary.write("inbox/office/a.docx")
    guard case .gone = try spool.claim(#require(InboxPath("office/a.docx"))) else { throw Unexpected("not gone") }
    #expect(try temporary.workEntries() == [])
  }

  @Test func `diagnostics of names that differ in case only lie side by side`() throws {
    let spool = try temporary.open()
    try temporary.write("accepted/a.docx.审核结果.HTML", [9])
    for (name, expected) in [("a.docx", "a (2).docx"), ("A.DOCX", "A (3).DOCX")] {
      try temporary.write(FilePath("inbox/\(name)"))
      #expect(try spool.process(FilePath(name)).report.string == "accepted/\(expected)")
    }
    #expect(try temporary.read("accepted/a.docx.审核结果.HTML") == [9])
    #expect(try temporary.files(below: "accepted").count == 5)
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String { self + String(repeating: "x", count: count - utf8.count) }
}
