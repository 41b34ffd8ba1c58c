import Systemd
import Testing

struct JournalFieldTests {
  @Test(arguments: ["MESSAGE", "A", "NIANBAO_FILE", "X9_", String(repeating: "A", count: 64)])
  func `a name of capitals, digits and underscores is taken`(name: String) {
    #expect(JournalField.Name(rawValue: name)?.rawValue == name)
  }

  @Test(arguments: [
    "", "_PID", "9LIVES", "message", "NIANBAO-FILE", "NIANBAO FILE", "A=B", "A\n", "文件", "Ä",
    String(repeating: "A", count: 65),
  ])
  func `a name that journald would drop or keep for itself is refused`(name: String) {
    #expect(JournalField.Name(rawValue: name) == nil)
  }

  @Test(arguments: [
    ("nianbao.file", "NIANBAO_FILE"), ("message.id", "MESSAGE_ID"), ("worker-pid", "WORKER_PID"), ("Rule2", "RULE2"),
  ])
  func `a metadata key is folded into a name`(key: String, name: String) {
    #expect(JournalField.Name(metadataKey: key)?.rawValue == name)
  }

  @Test(arguments: ["", "_pid", ".pid", "2nd", "文件", String(repeating: "a", count: 65)])
  func `a metadata key that makes no name is refused`(key: String) {
    #expect(JournalField.Name(metadataKey: key) == nil)
  }
}
