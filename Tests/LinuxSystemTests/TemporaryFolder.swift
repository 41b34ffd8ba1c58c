import Foundation
import Glibc
import LinuxSystem
import SystemPackage

/// A folder of a test's own, removed with everything in it.
final class TemporaryFolder: Sendable {
  let path: FilePath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "linux-system-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = FilePath(url.path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path.string)
  }

  func open() throws -> Directory {
    try Directory(at: path)
  }

  func makeLink(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path.appending(name).string, withDestinationPath: destination)
  }

  func makeFIFO(_ name: String) throws {
    guard unsafe mkfifo(path.appending(name).string, 0o600) == 0 else { throw Errno(rawValue: errno) }
  }
}

extension Directory {
  func write(_ name: FilePath.Component, _ bytes: [UInt8]) throws {
    try createFile(name).writeAll(bytes)
  }
}

/// Blocking work on a thread of its own, begun at once: the threads that tests share may be busy for a minute.
struct ThreadWork<Value: Sendable>: Sendable {
  private let outcome: AsyncStream<Result<Value, any Error>>

  init(_ work: @escaping @Sendable () throws -> Value) {
    let (stream, continuation) = AsyncStream.makeStream(of: Result<Value, any Error>.self)
    outcome = stream
    Thread.detachNewThread { continuation.yield(Result { try work() }) }
  }

  /// What the work gave, once it is done.
  var value: Value {
    get async throws {
      for await result in outcome { return try result.get() }
      throw CancellationError()
    }
  }
}

/// `#require` for what cannot be copied.
func required<Value: ~Copyable>(_ value: consuming Value?) throws -> Value {
  guard let value = consume value else { throw Errno.noSuchFileOrDirectory }
  return value
}
