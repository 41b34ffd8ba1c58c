import Foundation
import LinuxSystem
import SystemPackage

/// Asks a running service.
package enum ControlClient {
  /// Why there is no answer.
  package enum Failure: Error, Equatable, CustomStringConvertible {
    /// No service runs with this state folder.
    case notRunning(state: String)
    /// It may not be asked by whom it was.
    case notAllowed
    /// The service refuses: why.
    case refused(String)
    case failed(String)

    package var description: String {
      switch self {
      case .notRunning(let state): "no service answers at \(state)/control"
      case .notAllowed: "only root and the service's own user may ask the service"
      case .refused(let reason): reason
      case .failed(let reason): "the service does not answer: \(reason)"
      }
    }
  }

  /// - Parameter state: The service's state folder.
  /// - Returns: How it fares.
  /// - Throws: ``Failure``.
  package static func status(state: String) throws(Failure) -> ServiceFacts {
    guard case .facts(let facts) = try ask(.status, state: state, within: .seconds(5)) else {
      throw .failed("it answers something else")
    }
    return facts
  }

  /// Has it read its configuration anew, and waits until that is in force.
  ///
  /// - Parameter state: The service's state folder.
  /// - Returns: What has changed, in words.
  /// - Throws: ``Failure``; what was in force still is.
  package static func reload(state: String) throws(Failure) -> String {
    // What is in hand is finished first. systemd's own patience ends sooner.
    switch try ask(.reload, state: state, within: .seconds(600)) {
    case .reloaded(let changes): return changes
    case .refused(let reason): throw .refused(reason)
    case .facts: throw .failed("it answers something else")
    }
  }

  private static func ask(
    _ request: ControlRequest, state: String, within patience: Duration
  ) throws(Failure) -> ControlAnswer {
    do {
      let socket = try MessageSocket(connectingTo: ControlRequest.socket(in: state))
      try request.send(to: socket)
      let message = try socket.receive(maximumBytes: 1 << 20, deadline: .now.advanced(by: patience))
      return try JSONDecoder().decode(ControlAnswer.self, from: Data(message.bytes))
    } catch let error as Errno where [.noSuchFileOrDirectory, .connectionRefused].contains(error) {
      throw .notRunning(state: state)
    } catch let error as Errno where [.permissionDenied, .notPermitted].contains(error) {
      throw .notAllowed
    } catch {
      throw .failed("\(error)")
    }
  }
}
