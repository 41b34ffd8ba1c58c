import Glibc
import Systemd
import TestSockets
import Testing

/// journald's end of its socket, in a /run that only the calling thread sees.
struct JournalSocket {
  private let socket: DatagramSocket

  init() throws {
    try Self.hideRuntimeFolder()
    try #require(unsafe mkdir("/run/systemd", 0o755) == 0)
    try #require(unsafe mkdir("/run/systemd/journal", 0o755) == 0)
    socket = try DatagramSocket(listeningAt: "/run/systemd/journal/socket")
  }

  /// Lays an empty folder over /run, for the calling thread alone.
  static func hideRuntimeFolder() throws {
    try takeOwnMounts()
    try #require(unsafe mount(nil, "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0, "errno \(errno)")
    try #require(unsafe mount("tmpfs", "/run", "tmpfs", 0, nil) == 0, "errno \(errno)")
  }

  /// unshare(2) with CLONE_NEWNS, which Glibc's headers keep from programs that do not define _GNU_SOURCE.
  private static func takeOwnMounts() throws {
    let symbol = try unsafe #require(dlsym(nil, "unshare"))
    let unshare = unsafe unsafeBitCast(symbol, to: (@convention(c) (CInt) -> CInt).self)
    try #require(unshare(0x20000) == 0, "errno \(errno)")
  }

  /// The next record, read as systemd.io/JOURNAL_NATIVE_PROTOCOL writes it: `NAME=value` and a newline, or, for a value
  /// with a newline inside, the name alone on its line, the value's length in eight bytes, the value, a newline.
  func receive() throws -> [JournalField] {
    var rest = try socket.receive()[...]
    var fields: [JournalField] = []
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest.dropFirst(line.count + 1)
      if let equals = line.firstIndex(of: UInt8(ascii: "=")) {
        fields.append(try JournalField(Self.name(line[..<equals]), line[(equals + 1)...]))
      } else {
        let length = rest.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        fields.append(try JournalField(Self.name(line), rest.dropFirst(8).prefix(length)))
        rest = rest.dropFirst(8 + length + 1)
      }
    }
    return fields
  }

  private static func name(_ bytes: ArraySlice<UInt8>) throws -> JournalField.Name {
    try #require(JournalField.Name(rawValue: String(decoding: bytes, as: UTF8.self)))
  }
}
