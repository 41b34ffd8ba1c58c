/// Why a worker gave no answer about a file. None of it is the author's fault.
package enum WorkerFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// The worker's program cannot be started.
  case notStarted(String)
  /// It ended without an answer.
  case died(String)
  /// It took longer than it may.
  case timedOut(Duration)
  /// Its answer makes no sense.
  case garbled(String)

  package var description: String {
    switch self {
    case .notStarted(let reason): "the worker could not be started: \(reason)"
    case .died(let how): "the worker \(how) while it read the file"
    case .timedOut(let limit): "the worker did not finish within \(limit.configured)"
    case .garbled(let reason): reason
    }
  }
}
