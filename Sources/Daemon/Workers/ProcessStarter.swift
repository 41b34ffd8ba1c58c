import ExtractionProtocol
import LinuxSystem
import Synchronization
import SystemPackage

/// Starts programs that shut themselves in before they read anything.
package final class ProcessStarter: Sendable {
  private let missingLandlock: @Sendable () -> Void
  private let hasTold = Mutex(false)

  /// - Parameter onMissingLandlock: Called once at most, when the kernel has no Landlock and there is only the filter of
  ///   system calls.
  package init(onMissingLandlock: @escaping @Sendable () -> Void = {}) {
    missingLandlock = onMissingLandlock
  }

  /// Starts a program and waits until it says that it is shut in.
  ///
  /// - Parameters:
  ///   - executable: The program, which greets with a ``WorkerGreeting``.
  ///   - arguments: Those behind its name.
  ///   - time: How long that may take.
  /// - Returns: The process, which waits for its file.
  /// - Throws: `WorkerFailure.notStarted` with the reason, or `.timedOut`.
  func start(
    _ executable: FilePath, arguments: [String], within time: Duration
  ) throws(WorkerFailure) -> ChildProcess {
    let process: ChildProcess
    do {
      process = try ChildProcess(
        executable: executable, arguments: arguments,
        environment: ["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"])
    } catch {
      throw .notStarted("\(executable): \(error)")
    }
    switch try greeting(of: process, within: time) {
    case .ready(let landlock):
      if landlock == nil { tellOfMissingLandlock() }
      return process
    case .refused(let reason):
      throw .notStarted("\(executable): \(reason)")
    case nil:
      throw .notStarted("\(executable) \(process.end()?.description ?? "is lost")")
    }
  }

  private func tellOfMissingLandlock() {
    let isFirst = hasTold.withLock { told in
      defer { told = true }
      return !told
    }
    if isFirst { missingLandlock() }
  }

  /// `nil` when the process has ended without one.
  private func greeting(
    of process: borrowing ChildProcess, within time: Duration
  ) throws(WorkerFailure) -> WorkerGreeting? {
    let bytes: [UInt8]
    do throws(MessageSocketError) {
      bytes = try process.socket.receive(
        maximumBytes: WorkerGreeting.longestMessage, deadline: SuspendingClock.now + time
      ).bytes
    } catch .closed {
      return nil
    } catch .timedOut {
      throw .timedOut(time)
    } catch {
      throw .notStarted(error.description)
    }
    do {
      return try WorkerGreeting(message: bytes)
    } catch {
      throw .notStarted(error.description)
    }
  }
}

extension ChildProcess {
  /// Ends the process and all that it has started, if they have not ended by themselves.
  ///
  /// - Returns: How it ended; `nil` when that cannot be found out.
  consuming func end() -> TerminationStatus? {
    try? kill()
    return try? reap()
  }
}
