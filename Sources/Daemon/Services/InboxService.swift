import ServiceLifecycle
import Spool

/// Takes reports from the inbox, and waits for the inbox while it is lost.
struct InboxService: Service {
  let first: Intake
  let factory: IntakeFactory

  /// While the inbox is lost nothing tells of its return, and it is looked for so often.
  private static let pause: Duration = .seconds(2)

  /// Ends when the service is to stop and every file in hand has its outcome.
  func run() async throws {
    var intake = first
    while try await intake.run() == .lost {
      guard let next = await reopen() else { return }
      factory.reporter.inboxIsBack()
      intake = next
    }
  }

  /// - Returns: `nil` when the service is to stop.
  private func reopen() async -> Intake? {
    while await PauseUntilShutdown.pause(for: Self.pause) {
      if let intake = try? await factory.open(afterLoss: true) { return intake }
    }
    return nil
  }
}
