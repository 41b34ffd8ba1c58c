import Glibc
import LinuxSystem
import SystemPackage
import Testing

private func isEmpty(_ descriptor: consuming OwnedDescriptor?) -> Bool {
  switch consume descriptor {
  case .none: true
  case .some: false
  }
}

/// A pair of sockets that closures can share.
private final class Connection: Sendable {
  let near: MessageSocket
  let far: MessageSocket

  init() throws {
    var pair = try SocketPair()
    guard let near = pair.takeEnd(), let far = pair.takeEnd() else { throw Errno.badFileDescriptor }
    self.near = MessageSocket(taking: near)
    self.far = MessageSocket(taking: far)
  }
}

struct MessageSocketTests {
  /// Far enough away that a test which waits for it has failed.
  private var later: SuspendingClock.Instant { .now.advanced(by: .seconds(60)) }
  private var soon: SuspendingClock.Instant { .now.advanced(by: .milliseconds(20)) }

  @Test(arguments: [0, 1, 255, 256, 65_536, (5 << 20) + 3])
  func `a message arrives as it was sent`(_ count: Int) async throws {
    let connection = try Connection()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 13) }
    let later = later
    let received = ThreadWork { try connection.far.receive(maximumBytes: count, deadline: later).bytes }
    try await ThreadWork { try connection.near.send(bytes, deadline: later) }.value
    #expect(try await received.value == bytes)
  }

  @Test func `messages keep their bounds`() throws {
    let connection = try Connection()
    for text in ["first", "", "third"] { try connection.near.send(Array(text.utf8), deadline: later) }
    for text in ["first", "", "third"] {
      #expect(try connection.far.receive(maximumBytes: 9, deadline: later).bytes == Array(text.utf8))
    }
  }

  @Test func `a file travels with its message`() throws {
    let temporary = try TemporaryFolder()
    let folder = try temporary.open()
    try folder.write("file", [1, 2, 3])
    let file = try folder.openForReading("file")
    let connection = try Connection()
    try connection.near.send([9], deadline: later)
    try connection.near.send([8], passing: file, deadline: later)
    var first = try connection.far.receive(maximumBytes: 9, deadline: later)
    let nothing = isEmpty(first.takeDescriptor())
    #expect(nothing)
    var second = try connection.far.receive(maximumBytes: 9, deadline: later)
    #expect(second.bytes == [8])
    let passed = try required(second.takeDescriptor())
    #expect(passed.raw != file.raw)
    #expect(try passed.status().isSameFile(as: file.status()))
    #expect(try passed.readAll(upTo: 9) == [1, 2, 3])
    #expect(fcntl(passed.raw, F_GETFD) & FD_CLOEXEC != 0)
    let isTaken = isEmpty(second.takeDescriptor())
    #expect(isTaken)
  }

  @Test func `a file that nobody takes is closed`() throws {
    let connection = try Connection()
    var pair = try SocketPair()
    let kept = MessageSocket(taking: try required(pair.takeEnd()))
    try connection.near.send([1], passing: try required(pair.takeEnd()), deadline: later)
    // Only the copy on its way holds the other end open now.
    #expect(throws: MessageSocketError.timedOut) { _ = try kept.receive(maximumBytes: 1, deadline: soon).bytes }
    _ = try connection.far.receive(maximumBytes: 1, deadline: later).bytes
    #expect(throws: MessageSocketError.closed) { _ = try kept.receive(maximumBytes: 1, deadline: later).bytes }
  }

  @Test func `a peer that has hung up is told apart`() throws {
    var pair = try SocketPair()
    let near = MessageSocket(taking: try required(pair.takeEnd()))
    try required(pair.takeEnd()).close()
    #expect(throws: MessageSocketError.closed) { _ = try near.receive(maximumBytes: 9, deadline: later).bytes }
    #expect(throws: MessageSocketError.closed) { try near.send([1], deadline: later) }
  }

  @Test(arguments: [[0, 0], [0, 0, 0, 5], [0, 0, 0, 5, 1, 2]] as [[UInt8]])
  func `a message that breaks off is a closed connection`(_ beginning: [UInt8]) throws {
    var pair = try SocketPair()
    let near = MessageSocket(taking: try required(pair.takeEnd()))
    let far = try required(pair.takeEnd())
    try far.writeAll(beginning)
    try far.close()
    #expect(throws: MessageSocketError.closed) { _ = try near.receive(maximumBytes: 9, deadline: later).bytes }
  }

  @Test(arguments: [[], [0, 0], [0, 0, 0, 5, 1]] as [[UInt8]])
  func `a message that does not go on runs into the deadline`(_ beginning: [UInt8]) throws {
    var pair = try SocketPair()
    let near = MessageSocket(taking: try required(pair.takeEnd()))
    let far = try required(pair.takeEnd())
    try far.writeAll(beginning)
    #expect(throws: MessageSocketError.timedOut) { _ = try near.receive(maximumBytes: 9, deadline: soon).bytes }
  }

  @Test func `a peer that does not read runs into the deadline`() throws {
    let connection = try Connection()
    let bytes = [UInt8](repeating: 0, count: 8 << 20)
    #expect(throws: MessageSocketError.timedOut) { try connection.near.send(bytes, deadline: soon) }
  }

  @Test func `an announced length over the limit is refused`() throws {
    let connection = try Connection()
    try connection.near.send([1, 2, 3], deadline: later)
    #expect(throws: MessageSocketError.tooLarge(announced: 3, limit: 2)) {
      _ = try connection.far.receive(maximumBytes: 2, deadline: later).bytes
    }
  }

  @Test func `a message that arrives a byte at a time is put together`() async throws {
    var pair = try SocketPair()
    let near = MessageSocket(taking: try required(pair.takeEnd()))
    let far = try required(pair.takeEnd()).release()
    let written = ThreadWork {
      let far = OwnedDescriptor(taking: far)
      for byte in [0, 0, 0, 3, 7, 8, 9] as [UInt8] {
        try far.writeAll([byte])
        sched_yield()
      }
    }
    let later = later
    #expect(try near.receive(maximumBytes: 9, deadline: later).bytes == [7, 8, 9])
    try await written.value
  }

  @Test(arguments: [
    (MessageSocketError.closed, "the other process has closed the connection"),
    (.timedOut, "the other process did not answer in time"),
    (.tooLarge(announced: 3, limit: 2), "the message has 3 bytes where 2 are allowed"),
  ])
  func `an error says what happened`(_ error: MessageSocketError, _ text: String) {
    #expect(error.description == text)
  }
}
