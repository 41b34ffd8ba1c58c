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
}
