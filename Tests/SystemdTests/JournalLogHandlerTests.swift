import Logging
import Testing

@testable import Systemd

struct JournalLogHandlerTests {
  @Test func `an outcome becomes the fields of the contract`() {
    let fields = fields(
      "审核通过", level: .notice,
      metadata: [
        "nianbao.file": "小店镇\n2024.docx", "nianbao.rule": ["blank-cell", "late"],
        JournalPriority.metadataKey: JournalPriority.info.metadataValue,
        JournalEvent.metadataKey: "\(JournalEvent.outcomeAccepted.rawValue)",
      ])
    #expect(
      fields == [
        JournalField("MESSAGE", "审核通过"), JournalField("PRIORITY", "6"),
        JournalField("SYSLOG_IDENTIFIER", "nianbaod"), JournalField("CODE_FILE", "Daemon/Filing.swift"),
        JournalField("CODE_LINE", "7"), JournalField("CODE_FUNC", "file()"),
        JournalField("MESSAGE_ID", JournalEvent.outcomeAccepted.rawValue),
        JournalField("NIANBAO_FILE", "小店镇\n2024.docx"), JournalField("NIANBAO_RULE", "blank-cell"),
        JournalField("NIANBAO_RULE", "late"),
      ])
  }

  @Test(arguments: [
    (Logger.Level.critical, "2"), (.error, "3"), (.warning, "4"), (.notice, "5"), (.info, "6"), (.debug, "7"),
    (.trace, "7"),
  ])
  func `the level sets the priority`(level: Logger.Level, priority: String) {
    #expect(fields("m", level: level).contains(JournalField(.priority, priority)))
  }

  @Test(arguments: ["0", "8", "urgent", "", "-1"])
  func `a priority that is none leaves the level's and is not lost`(text: String) {
    let fields = fields("m", level: .error, metadata: ["priority": "\(text)"])
    #expect(fields.filter { $0.name == .priority } == [JournalField(.priority, "3")])
    #expect(fields.contains(JournalField("METADATA", "priority=\(text)")))
  }

  @Test func `metadata cannot pass for the record's own fields`() {
    let fields = fields("m", metadata: ["message": "forged", "syslog.identifier": "sshd", "_pid": "1", "": "nameless"])
    #expect(fields.filter { $0.name == .message } == [JournalField(.message, "m")])
    #expect(fields.filter { $0.name == .syslogIdentifier } == [JournalField(.syslogIdentifier, "nianbaod")])
    #expect(
      fields.filter { $0.name == "METADATA" }.map { String(decoding: $0.value, as: UTF8.self) }
        == ["=nameless", "_pid=1", "message=forged", "syslog.identifier=sshd"])
  }

  @Test func `a dictionary becomes a field for each of its keys`() {
    let fields = fields("m", metadata: ["worker": ["pid": .stringConvertible(42), "signals": ["9", "15"]]])
    #expect(
      fields.suffix(3) == [
        JournalField("WORKER_PID", "42"), JournalField("WORKER_SIGNALS", "9"), JournalField("WORKER_SIGNALS", "15"),
      ])
  }

  @Test func `what is said nearest to the event wins`() {
    var handler = JournalLogHandler(
      identifier: "nianbaod", metadataProvider: Logger.MetadataProvider { ["b": "provider", "c": "provider"] })
    handler.metadata = ["a": "handler", "b": "handler", "c": "handler"]
    let fields = handler.fields(of: event("m", metadata: ["c": "event"]))
    #expect(
      fields.suffix(3) == [JournalField("A", "handler"), JournalField("B", "provider"), JournalField("C", "event")])
  }

  @Test func `an error that comes with an event is a field`() {
    var event = event("m")
    event.error = ExampleError()
    let fields = JournalLogHandler(identifier: "nianbaod").fields(of: event)
    #expect(fields.last == JournalField("ERROR", "the disk is full"))
  }

  @Test func `every event has an id of its own that journald takes`() {
    let ids = JournalEvent.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.count == 32 && id.allSatisfy { "0123456789abcdef".contains($0) }, "\(id)")
    }
  }

  private func fields(
    _ message: String, level: Logger.Level = .info, metadata: Logger.Metadata = [:]
  ) -> [JournalField] {
    JournalLogHandler(identifier: "nianbaod").fields(of: event(message, level: level, metadata: metadata))
  }

  private func event(
    _ message: String, level: Logger.Level = .info, metadata: Logger.Metadata = [:]
  ) -> LogEvent {
    LogEvent(
      level: level, message: "\(message)", metadata: metadata, source: nil, file: "Daemon/Filing.swift",
      function: "file()", line: 7)
  }
}

private struct ExampleError: Error, CustomStringConvertible {
  var description: String { "the disk is full" }
}
