import DocumentModel
import ExtractionProtocol
import LinuxSystem
import SystemPackage

/// One worker process, and the thread on which its answers are waited for. A worker that fails is replaced.
actor ExtractionWorker {
  private let executor: ThreadExecutor
  private let program: WorkerProgram
  private let starter: ProcessStarter
  private var process: ChildProcess?

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  init(program: WorkerProgram, starter: ProcessStarter) throws(Errno) {
    executor = try ThreadExecutor(name: "worker")
    self.program = program
    self.starter = starter
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
      throw death(process.end())
    } catch {
      failure = .garbled(error.description)
    }
    _ = process.end()
    throw failure
  }

  private func running() throws(WorkerFailure) -> ChildProcess {
    if let process = process.take() { return process }
    return try starter.start(program.executable, arguments: program.arguments, within: program.limits.time)
  }

  private func death(_ end: TerminationStatus?) -> WorkerFailure {
    switch end {
    case .exited(code: WorkerGreeting.outOfMemoryStatus): .outOfMemory(limit: program.limits.memory)
    case let end?: .died(end)
    case nil: .garbled("the worker is lost")
    }
  }
}
