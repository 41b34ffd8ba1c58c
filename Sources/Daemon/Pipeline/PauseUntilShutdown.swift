import ServiceLifecycle

/// Waiting that a shutdown ends.
enum PauseUntilShutdown {
  /// - Parameter time: How long to wait.
  /// - Returns: `false` when the service is to stop.
  static func pause(for time: Duration) async -> Bool {
    let slept: Void? = try? await cancelWhenGracefulShutdown { try await Task.sleep(for: time) }
    return slept != nil && !Task.isShuttingDownGracefully
  }
}
