package import LinuxSystem

/// Why a worker gave no answer about a file.
package enum WorkerFailure: ReadingFailure, Equatable {
  /// The worker's program cannot be started, or refuses to work.
  case notStarted(String)
  /// It ended without an answer.
  case died(TerminationStatus)
  /// It needed more memory than it may have, in bytes.
  case outOfMemory(limit: Int)
  /// It took longer than it may.
  case timedOut(Duration)
  /// Its answer makes no sense.
  case garbled(String)

  package var description: String {
    switch self {
    case .notStarted(let reason): "the worker could not be started: \(reason)"
    case .died(let how): "the worker \(how) while it read the file"
    case .outOfMemory(let limit):
      "the worker needed more memory than the \(ByteSize.configured(limit)) of limits.memory to read the file"
    case .timedOut(let limit): "the worker did not finish within \(limit.configured)"
    case .garbled(let reason): reason
    }
  }

  package var clerkReason: String {
    switch self {
    case .notStarted: "读取文件的程序没能启动，这是服务器的问题。"
    case .died(let how) where how.isEndOfProcessorTime: "读取这个文件花的时间太长，两次都没能读完。"
    case .died: "读取文件的程序两次都没能读完这个文件。"
    case .outOfMemory: "读取这个文件需要的内存太多，两次都没能读完。"
    case .timedOut: "读取这个文件花的时间太长，两次都没能读完。"
    case .garbled: "读取文件的程序给出的结果不完整。"
    }
  }

  package var endedProcess: Bool {
    if case .notStarted = self { false } else { true }
  }
}
