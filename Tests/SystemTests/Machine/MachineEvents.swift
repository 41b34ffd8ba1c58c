import Dispatch
import SystemPackage
import TestSockets

/// What systemd-nspawn reports of a machine while it boots, by the protocol of sd_notify(3).
final class MachineEvents: Sendable {
  let address: String

  private let datagrams: AsyncStream<String>
  private let continuation: AsyncStream<String>.Continuation

  init(address: String) throws {
    self.address = address
    let socket = try DatagramSocket(listeningAt: address)
    (datagrams, continuation) = AsyncStream.makeStream()
    // A dispatch source may be cancelled from any thread, which its type does not say.
    nonisolated(unsafe) let source = DispatchSource.makeReadSource(fileDescriptor: socket.descriptor.rawValue)
    unsafe source.setEventHandler { [continuation] in
      guard let bytes = try? socket.receive() else { return }
      continuation.yield(String(decoding: bytes, as: UTF8.self))
    }
    unsafe source.setCancelHandler { try? socket.descriptor.close() }
    continuation.onTermination = { _ in unsafe source.cancel() }
    unsafe source.resume()
  }

  /// Says that nothing more will come: the machine is off.
  func finish() {
    continuation.finish()
  }

  /// The machine's first process once it has booted, by its number outside; `nil` when the machine ended before.
  func leaderOnceReady() async -> String? {
    var leader: String?
    for await datagram in datagrams {
      let assignments = datagram.split(separator: "\n")
      for assignment in assignments where assignment.hasPrefix("X_NSPAWN_LEADER_PID=") {
        leader = String(assignment.dropFirst("X_NSPAWN_LEADER_PID=".count))
      }
      if assignments.contains("READY=1"), let leader { return leader }
    }
    return nil
  }
}
