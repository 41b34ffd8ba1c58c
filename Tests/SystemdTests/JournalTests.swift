import Glibc
import Systemd
import SystemPackage
import Testing

/// Each test runs in a process and a mount namespace of its own, where it plays journald. The machine's is not touched.
struct JournalTests {
  @Test(.enabled(if: geteuid() == 0, "mounting over /run takes root"))
  func `a file name cannot forge a field`() async {
    await #expect(processExitsWith: .success) {
      let journald = try JournalSocket()
      let hostile = Array("报告\nPRIORITY=0\nNIANBAO_OUTCOME=accepted\n.docx".utf8) + [0xFF, 0x00]
      let fields = [
        JournalField("SYSLOG_IDENTIFIER", "nianbaod"), JournalField("NIANBAO_OUTCOME", "rejected"),
        JournalField("NIANBAO_FILE", hostile),
      ]
      try Journal.send(fields)
      try #require(try journald.receive() == fields)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "mounting over /run takes root"))
  func `a record is one datagram, with a name as often as it was given`() async {
    await #expect(processExitsWith: .success) {
      let journald = try JournalSocket()
      let fields = [
        JournalField("SYSLOG_IDENTIFIER", "nianbaod"), JournalField("MESSAGE", ""),
        JournalField("NIANBAO_RULE", "requests-balance"), JournalField("NIANBAO_RULE", "blank-cell"),
      ]
      try Journal.send(fields)
      try #require(try journald.receive() == fields)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "mounting over /run takes root"))
  func `without journald nothing is written and nothing fails`() async {
    await #expect(processExitsWith: .success) {
      try JournalSocket.hideRuntimeFolder()
      try Journal.send([JournalField("MESSAGE", "nobody listens")])
    }
  }

  @Test func `the log goes to the journal when systemd connected it, otherwise to standard error`() async {
    await #expect(processExitsWith: .success) {
      unsafe unsetenv("JOURNAL_STREAM")
      try #require(ServiceLog.handler(identifier: "nianbaod") is StandardErrorLogHandler)

      var status = stat()
      try #require(unsafe fstat(STDERR_FILENO, &status) == 0)
      unsafe setenv("JOURNAL_STREAM", "\(status.st_dev):\(status.st_ino)", 1)
      try #require(ServiceLog.handler(identifier: "nianbaod") is JournalLogHandler)
    }
  }

  @Test func `standard error counts as the journal only when it is the named stream`() async {
    await #expect(processExitsWith: .success) {
      unsafe unsetenv("JOURNAL_STREAM")
      try #require(!Journal.isAvailable, "no stream is named")

      var status = stat()
      try #require(unsafe fstat(STDERR_FILENO, &status) == 0)
      unsafe setenv("JOURNAL_STREAM", "\(status.st_dev):\(status.st_ino)", 1)
      try #require(Journal.isAvailable)

      unsafe setenv("JOURNAL_STREAM", "\(status.st_dev):\(status.st_ino + 1)", 1)
      try #require(!Journal.isAvailable, "the stream was turned elsewhere")

      unsafe setenv("JOURNAL_STREAM", "stderr", 1)
      try #require(!Journal.isAvailable)
    }
  }
}
