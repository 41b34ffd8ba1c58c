import Foundation
import Glibc
import LinuxSystem
import SystemPackage
import Testing

@Suite struct WriterCheckTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func check() throws -> WriterCheck {
    try folder.open().openForReading("file").checkForWriters()
  }

  @Test func `a writer is seen for as long as the file is open, whether it writes or not`() throws {
    let writer = try folder.open().createFile("file")
    #expect(try check() == .somebody)
    try writer.writeAll([1, 2, 3])
    #expect(try check() == .somebody)
    try writer.close()
    #expect(try check() == .nobody)
    let appending = try folder.open().openForAppending("file")
    #expect(try check() == .somebody)
    try appending.close()
    let reader = try folder.open().openForReading("file")
    #expect(try check() == .nobody)
    _ = consume reader
  }

  @Test func `whoever wants to write is not kept waiting, and we do not die of it`() throws {
    try folder.open().createFile("file").close()
    let reader = try folder.open().openForReading("file")
    for _ in 0..<100 {
      #expect(reader.checkForWriters() == .nobody)
      // It would fail with EWOULDBLOCK while a lease is held, and send us SIGIO.
      let raw = unsafe open(folder.path.appending("file").string, O_WRONLY | O_NONBLOCK)
      #expect(raw >= 0)
      close(raw)
    }
  }

  @Test func `a file open for writing gives no answer`() throws {
    let writer = try folder.open().createFile("file")
    #expect(writer.checkForWriters() == .somebody)
  }

  /// In a process of its own, which gives up its rights.
  @Test func `of a file of another user nothing is known without CAP_LEASE`() async {
    await #expect(processExitsWith: .success) {
      guard geteuid() == 0 else {
        FileHandle.standardError.write(Data("Not root: the check without CAP_LEASE is NOT tested.\n".utf8))
        return
      }
      let folder = try TemporaryFolder()
      let directory = try folder.open()
      try directory.createFile("file", permissions: FilePermissions(rawValue: 0o644)).close()
      let foreign = try directory.openForReading("file")
      #expect(foreign.checkForWriters() == .nobody)
      try #require(unsafe chown(folder.path.string, 65534, .max) == 0 && setuid(65534) == 0)
      #expect(foreign.checkForWriters() == .unknown(.permissionDenied))
      try directory.createFile("own").close()
      let own = try directory.openForReading("own")
      #expect(own.checkForWriters() == .nobody)
    }
  }
}
