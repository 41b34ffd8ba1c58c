import Spool

/// Submissions that wait in the work folder until the converter gets to them. What is still here when the service stops
/// is found there at the next start.
struct ConversionQueue: Sendable {
  let waiting: AsyncStream<SubmissionID>
  private let continuation: AsyncStream<SubmissionID>.Continuation

  init() {
    (waiting, continuation) = AsyncStream.makeStream()
  }

  func add(_ id: SubmissionID) {
    continuation.yield(id)
  }

  /// Says that no more will come.
  func finish() {
    continuation.finish()
  }
}
