import DocumentModel
import ExtractionProtocol
import LinuxSystem
import SystemPackage

/// One worker process, and the thread on which its answers are waited for. A worker that fails is replaced.
actor ExtractionWorker {
  private let executor: ThreadExecutor
  private let program: WorkerProgram
  private var process: ChildProcess?

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(program: WorkerProgram) throws(Errno) {
    executor = try ThreadExecutor(name: "worker")
    self.program = program
  }

  /// Lets the worker read a file.
  ///
  /// - Throws: ``WorkerFailure``; the next file meets a fresh worker.
  func extract(_ file: consuming OwnedDescriptor) throws(WorkerFailure) -> Extract {
    let process = try running()
    let deadline = SuspendingClock.now + program.limits.time
    let request = ExtractRequest(limits: program.limits.document)
    let failure: WorkerFailure
    do throws(MessageSocketError) {
      try process.socket.send(request.message, passing: file, deadline: deadline)
      let answer = try process.socket.receive(maximumBytes: program.longestAnswer, deadline: deadline)
      do throws(WireError) {
        let extract = try Extract(message: answer.bytes)
        self.process = consume process
        return extract
      } catch {
        failure = .garbled(error.description)
      }
    } catch .timedOut {
      failure = .timedOut(program.limits.time)
    } catch .closed {
      throw .died(Self.end(of: process))
    } catch {
      failure = .garbled(error.description)
    }
    _ = Self.end(of: process)
    throw failure
  }

  private func running() throws(WorkerFailure) -> ChildProcess {
    if let process = process.take() { return process }
    return try start()
  }

  private func start() throws(WorkerFailure) -> ChildProcess {
    do {
      return try ChildProcess(
        executable: program.executable, arguments: program.arguments,
        environment: ["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"])
    } catch {
      throw .notStarted("\(program.executable): \(error)")
    }
  }

  /// Ends a worker, if it has not ended by itself, and says how it ended.
  private static func end(of process: consuming ChildProcess) -> String {
    do {
      try process.kill()
      return try process.reap().description
    } catch {
      return "is lost (\(error))"
    }
  }
}
