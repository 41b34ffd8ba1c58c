import CLinux
import Glibc
import SystemPackage

/// One end of a connection between two processes of this machine that passes messages, each with at most one open file.
///
/// A message is its length (four bytes, big end first) and its bytes; a passed descriptor travels with the length. Calls
/// block the thread. After an error the position in the stream is unknown: close the socket.
package struct MessageSocket: ~Copyable, Sendable {
  private let descriptor: OwnedDescriptor

  /// Takes over a connected stream socket, such as a worker's standard input.
  package init(taking descriptor: consuming OwnedDescriptor) {
    self.descriptor = descriptor
  }

  /// One message as it came.
  package struct Message: ~Copyable, Sendable {
    package let bytes: [UInt8]
    private var descriptor: OwnedDescriptor?

    init(bytes: [UInt8], descriptor: consuming OwnedDescriptor?) {
      self.bytes = bytes
      self.descriptor = descriptor
    }

    /// The file that was passed along, the first time it is asked for. Not taken, it is closed with the message.
    package mutating func takeDescriptor() -> OwnedDescriptor? {
      descriptor.take()
    }
  }

  // MARK: Sending

  /// Sends one message.
  ///
  /// - Parameters:
  ///   - bytes: At most `UInt32.max` bytes.
  ///   - file: A descriptor of which the other side gets a copy.
  ///   - deadline: When to give up, in the time that the machine is awake; `nil` waits for ever.
  /// - Throws: `closed`, `timedOut`, or `tooLarge` for a message whose length does not fit into its four bytes.
  package func send(
    _ bytes: [UInt8], passing file: borrowing OwnedDescriptor, deadline: SuspendingClock.Instant?
  ) throws(MessageSocketError) {
    try send(bytes, passing: file.raw, deadline: deadline)
  }

  /// Sends one message without a file.
  package func send(_ bytes: [UInt8], deadline: SuspendingClock.Instant?) throws(MessageSocketError) {
    try send(bytes, passing: nil, deadline: deadline)
  }

  private func send(
    _ bytes: [UInt8], passing file: CInt?, deadline: SuspendingClock.Instant?
  ) throws(MessageSocketError) {
    guard let length = UInt32(exactly: bytes.count) else {
      throw .tooLarge(announced: bytes.count, limit: Int(UInt32.max))
    }
    let header = (0..<4).reversed().map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
    let frame = header + bytes
    var sent = 0
    while sent < frame.count {
      try wait(for: POLLOUT, deadline: deadline)
      // The descriptor goes with the first bytes that leave, and only once.
      sent += try transmit(frame, from: sent, passing: sent == 0 ? file : nil)
    }
  }

  /// Sends what fits at the moment; the result may be zero.
  private func transmit(_ frame: [UInt8], from start: Int, passing file: CInt?) throws(MessageSocketError) -> Int {
    let socket = descriptor.raw
    let flags = CInt(MSG_NOSIGNAL | MSG_DONTWAIT)
    let rest = frame.span.extracting(droppingFirst: start)
    do throws(Errno) {
      return try unsafe rest.withUnsafeBytes { buffer throws(Errno) in
        try checked {
          guard let file else { return unsafe Glibc.send(socket, buffer.baseAddress, buffer.count, flags) }
          return unsafe clinux_send_with_descriptor(socket, buffer.baseAddress, buffer.count, file, flags)
        }
      }
    } catch .resourceTemporarilyUnavailable {
      return 0
    } catch {
      throw MessageSocketError(error)
    }
  }

  // MARK: Receiving

  /// Waits for the next message.
  ///
  /// - Parameters:
  ///   - maximumBytes: The most that is taken into memory.
  ///   - deadline: When the whole message must be here, in the time that the machine is awake; `nil` waits for ever.
  /// - Returns: The bytes, and the file if one came.
  /// - Throws: `closed`, `timedOut` or `tooLarge`.
  package func receive(
    maximumBytes: Int, deadline: SuspendingClock.Instant?
  ) throws(MessageSocketError) -> Message {
    var file: OwnedDescriptor?
    var header: [UInt8] = []
    while header.count < 4 {
      var piece = try receivePiece(atMost: 4 - header.count, deadline: deadline)
      header += piece.bytes
      if let passed = piece.takeDescriptor() { file = consume passed }
    }
    let length = header.reduce(0) { $0 << 8 | Int($1) }
    guard length <= maximumBytes else { throw .tooLarge(announced: length, limit: maximumBytes) }

    var bytes: [UInt8] = []
    while bytes.count < length {
      // Room is made for what comes, not for what is announced. A file that comes with the bytes is closed at once.
      bytes += try receivePiece(atMost: min(length - bytes.count, 256 << 10), deadline: deadline).bytes
    }
    return Message(bytes: bytes, descriptor: file.take())
  }

  /// At least one byte.
  private func receivePiece(
    atMost count: Int, deadline: SuspendingClock.Instant?
  ) throws(MessageSocketError) -> Message {
    let socket = descriptor.raw
    while true {
      try wait(for: POLLIN, deadline: deadline)
      var file: CInt = -1
      do throws(Errno) {
        let bytes = try unsafe [UInt8](capacity: count) { buffer throws(Errno) in
          try checked {
            unsafe clinux_receive_with_descriptor(
              socket, buffer.baseAddress, buffer.count, &file, CInt(MSG_DONTWAIT))
          }
        }
        guard !bytes.isEmpty else { throw Errno.brokenPipe }
        return Message(bytes: bytes, descriptor: file < 0 ? nil : OwnedDescriptor(taking: file))
      } catch .resourceTemporarilyUnavailable {
        continue
      } catch {
        throw MessageSocketError(error)
      }
    }
  }

  /// A closed connection counts as ready: the call that follows says so.
  private func wait(for event: CInt, deadline: SuspendingClock.Instant?) throws(MessageSocketError) {
    var interests = [pollfd(fd: descriptor.raw, events: Int16(event), revents: 0)]
    do throws(Errno) {
      guard try waitUntilReady(&interests, deadline: deadline) else { throw Errno.timedOut }
    } catch {
      throw MessageSocketError(error)
    }
  }
}
