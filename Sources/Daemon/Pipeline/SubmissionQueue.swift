import Spool

/// Submissions that wait in the work folder until somebody gets to them. What is still here when the service stops is found
/// there at the next start.
struct SubmissionQueue<Element: Sendable>: Sendable {
  let waiting: AsyncStream<Element>
  private let continuation: AsyncStream<Element>.Continuation

  init() {
    (waiting, continuation) = AsyncStream.makeStream()
  }

  func add(_ element: Element) {
    continuation.yield(element)
  }

  /// Says that no more will come.
  func finish() {
    continuation.finish()
  }
}

/// A submission that cannot be gone on with at once.
struct PostponedSubmission: Sendable {
  enum Reason: Sendable {
    /// Somebody had it open for writing when it was claimed, or it changed while it was copied.
    case beingWritten
    /// It has changed since it was judged.
    case outdated
    /// It could not be judged or filed, so many times.
    case failed(times: Int, isDiskFault: Bool)
  }

  var id: SubmissionID
  var reason: Reason
  /// Whether it has to be converted.
  var lane: Pipeline.Lane
}
