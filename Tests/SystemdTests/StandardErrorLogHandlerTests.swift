import Logging
import SystemPackage
import Systemd
import Testing

struct StandardErrorLogHandlerTests {
  @Test func `an event is one line with its metadata sorted`() throws {
    #expect(
      try line("Service started", metadata: ["workers": "2", "spool": "/srv/nianbao", "rules": ["late", "title"]])
        == "Service started rules=late rules=title spool=/srv/nianbao workers=2\n")
  }

  @Test(arguments: [
    ("报告.docx", "报告.docx"),
    ("", #""""#),
    ("two words", #""two words""#),
    ("a=b", #""a=b""#),
    (#"say "hi"\now"#, #""say \"hi\"\\now""#),
    ("a\nPRIORITY=0", #""a\nPRIORITY=0""#),
    ("\u{1B}[2Jgone", #""\u{1B}[2Jgone""#),
    ("\u{85}\u{2028}\u{7F}\t\r", #""\u{85}\u{2028}\u{7F}\t\r""#),
    ("report\u{202E}xcod.exe", #""report\u{202E}xcod.exe""#),
  ])
  func `a value stays on its line and does nothing to a terminal`(value: String, printed: String) throws {
    #expect(try line("m", metadata: ["name": "\(value)"]) == "m name=\(printed)\n")
  }

  @Test func `a message and a key stay on the line too`() throws {
    #expect(try line("one\ntwo\u{1B}", metadata: ["k\ney": "v"]) == #"one\ntwo\u{1B} k\ney=v"# + "\n")
  }

  @Test func `the priority is printed only when it is asked for`() throws {
    let metadata = [JournalPriority.metadataKey: JournalPriority.warning.metadataValue]
    #expect(try line("held", prefixesPriority: true, metadata: metadata) == "<4>held\n")
    #expect(try line("held", prefixesPriority: false, metadata: metadata) == "held\n")
  }

  /// What a logger with this handler writes, read back from a pipe.
  private func line(
    _ message: String, prefixesPriority: Bool = false, metadata: Logger.Metadata
  ) throws -> String {
    let (readEnd, writeEnd) = try FileDescriptor.pipe()
    defer { try? readEnd.close() }
    try writeEnd.closeAfter {
      let handler = StandardErrorLogHandler(prefixesPriority: prefixesPriority, descriptor: writeEnd)
      Logger(label: "test", factory: { _ in handler }).info("\(message)", metadata: metadata)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = try unsafe chunk.withUnsafeMutableBytes({ try unsafe readEnd.read(into: $0) }), count > 0 {
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
