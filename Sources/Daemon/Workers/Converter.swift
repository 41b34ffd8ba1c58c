package import DocumentModel
package import LinuxSystem
package import SystemPackage

/// Has files of old formats converted by an office suite, one at a time, each by a process of its own that is thrown away
/// with all that it wrote.
package actor Converter {
  private let executor: ThreadExecutor
  private let program: ConversionProgram
  private let starter: ProcessStarter

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  /// - Parameters:
  ///   - program: What converts.
  ///   - starter: Starts it.
  /// - Throws: `Errno` when there can be no more threads.
  package init(program: ConversionProgram, starter: ProcessStarter = ProcessStarter()) throws(Errno) {
    executor = try ThreadExecutor(name: "converter")
    self.program = program
    self.starter = starter
  }

  /// Converts a file. When that fails, it is tried once more.
  ///
  /// - Parameters:
  ///   - file: The open file.
  ///   - format: What it is.
  ///   - onFailure: Told of each failure, the last one too.
  /// - Returns: An OpenDocument file that has no name any more.
  /// - Throws: ``ConversionFailure`` of the second try.
  package func convert(
    _ file: consuming OwnedDescriptor, from format: DocumentFormat,
    onFailure: @Sendable (ConversionFailure) -> Void = { _ in }
  ) throws(ConversionFailure) -> OwnedDescriptor {
    guard let suite = program.suites.first(where: \.isComplete) else {
      let failure = ConversionFailure.notInstalled(for: format)
      onFailure(failure)
      throw failure
    }
    do throws(ConversionFailure) {
      return try attempt(file, from: format, by: suite)
    } catch {
      onFailure(error)
    }
    do throws(ConversionFailure) {
      return try attempt(file, from: format, by: suite)
    } catch {
      onFailure(error)
      throw error
    }
  }

  private func attempt(
    _ file: borrowing OwnedDescriptor, from format: DocumentFormat, by suite: LibreOffice
  ) throws(ConversionFailure) -> OwnedDescriptor {
    let folder = try ConversionFolder()
    let arguments = program.arguments(format, suite: suite, folder: folder.path)
    let deadline = SuspendingClock.now + program.limits.time
    var end = try run(arguments, on: file, until: deadline)
    // Once it has made its profile, the suite ends in order to be started again.
    if end == .exited(code: 81) { end = try run(arguments, on: file, until: deadline) }
    guard end == .exited(code: 0) else { throw .ended(end) }
    return try folder.open("out/report.odt")
  }

  private func run(
    _ arguments: [String], on file: borrowing OwnedDescriptor, until deadline: SuspendingClock.Instant
  ) throws(ConversionFailure) -> TerminationStatus {
    let process: ChildProcess
    do throws(WorkerFailure) {
      process = try starter.start(program.executable, arguments: arguments, within: program.limits.time)
    } catch .notStarted(let reason) {
      throw .notStarted(reason)
    } catch {
      throw .notStarted(error.description)
    }
    do throws(MessageSocketError) {
      try process.socket.send([], passing: file, deadline: deadline)
    } catch .closed {
      // How it has ended is found below.
    } catch .timedOut {
      _ = process.end()
      throw .timedOut(program.limits.time)
    } catch {
      _ = process.end()
      throw .notStarted(error.description)
    }
    let hasEnded: Bool
    do {
      hasEnded = try process.waitForEnd(until: deadline)
    } catch {
      _ = process.end()
      throw .notStarted("\(error)")
    }
    guard hasEnded else {
      _ = process.end()
      throw .timedOut(program.limits.time)
    }
    // What it may have left behind in its group goes with it.
    guard let end = process.end() else { throw .noResult("it is lost") }
    return end
  }
}
