import Foundation
import LinuxSystem
import ServiceLifecycle
import SystemPackage

/// Answers the administrator's commands, at a socket in the state folder that only the service's user and root may use.
actor ControlService: Service {
  private let executor: ThreadExecutor
  private let listener: LocalListener
  private let stop: StopSignal
  private let status: ServiceStatus
  private let reloader: Reloader

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(state: String, status: ServiceStatus, reloader: Reloader) throws(Errno) {
    executor = try ThreadExecutor(name: "control")
    stop = try StopSignal()
    listener = try LocalListener(at: ControlRequest.socket(in: state))
    self.status = status
    self.reloader = reloader
  }

  func run() async throws {
    let stop = stop
    await withTaskCancellationOrGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        while let connection = try? listener.accept(or: stop) {
          serve(MessageSocket(taking: connection), in: &group)
        }
      }
    } onCancelOrGracefulShutdown: {
      stop.raise()
    }
  }

  private func serve(_ socket: consuming MessageSocket, in group: inout DiscardingTaskGroup) {
    guard let request = try? ControlRequest.receive(from: socket) else { return }
    switch request {
    case .status: try? ControlAnswer.facts(status.facts).send(to: socket)
    case .reload:
      // It may take as long as a file in hand does; others may ask meanwhile.
      let connection = Connection(socket)
      group.addTask { [reloader] in
        let answer: ControlAnswer
        do throws(ReloadError) {
          answer = .reloaded(try await reloader.reload())
        } catch {
          answer = .refused(error.description)
        }
        try? answer.send(to: connection.socket)
      }
    }
  }

  /// A connection that a task can hold.
  private final class Connection: Sendable {
    let socket: MessageSocket

    init(_ socket: consuming MessageSocket) {
      self.socket = socket
    }
  }
}

/// What a command asks of the service.
enum ControlRequest: String, Sendable {
  case status, reload

  /// Nobody who asks lets the service wait.
  private static let patience: Duration = .seconds(2)

  static func socket(in state: String) -> FilePath { FilePath(state).appending("control") }

  func send(to socket: borrowing MessageSocket) throws(MessageSocketError) {
    try socket.send(Array(rawValue.utf8), deadline: .now.advanced(by: Self.patience))
  }

  /// - Returns: `nil` for what is no request.
  static func receive(from socket: borrowing MessageSocket) throws(MessageSocketError) -> ControlRequest? {
    let message = try socket.receive(maximumBytes: 64, deadline: .now.advanced(by: patience))
    return ControlRequest(rawValue: String(decoding: message.bytes, as: UTF8.self))
  }
}

/// What the service answers.
enum ControlAnswer: Codable, Sendable {
  case facts(ServiceFacts)
  /// What has changed, in words.
  case reloaded(String)
  /// Why the old configuration stays in force.
  case refused(String)

  func send(to socket: borrowing MessageSocket) throws {
    try socket.send(Array(JSONEncoder().encode(self)), deadline: .now.advanced(by: .seconds(2)))
  }
}
