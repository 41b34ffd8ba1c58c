package import DocumentModel
package import LinuxSystem
package import SystemPackage

/// Reads files by worker processes, as many at a time as there are workers.
package actor WorkerPool {
  private var idle: [ExtractionWorker] = []
  private var waiting: [CheckedContinuation<ExtractionWorker, Never>] = []

  /// - Parameters:
  ///   - program: What the workers run.
  ///   - count: How many there are.
  ///   - starter: Starts them.
  /// - Throws: `Errno` when there can be no more threads.
  package init(
    program: WorkerProgram, count: Int, starter: ProcessStarter = ProcessStarter()
  ) throws(Errno) {
    for _ in 0..<count {
      idle.append(try ExtractionWorker(program: program, starter: starter))
    }
  }

  /// What a file holds. A file at which a worker fails is tried once more, in a fresh worker.
  ///
  /// - Parameters:
  ///   - file: The open file.
  ///   - onFailure: Told of each failure, the last one too.
  /// - Returns: The document, or the obstacle in the file.
  /// - Throws: ``WorkerFailure`` of the second try.
  package func extract(
    _ file: consuming OwnedDescriptor,
    onFailure: @Sendable (WorkerFailure) -> Void = { _ in }
  ) async throws(WorkerFailure) -> Extract {
    let worker = await take()
    defer { giveBack(worker) }
    do throws(WorkerFailure) {
      return try await worker.extract(try copy(of: file))
    } catch {
      onFailure(error)
    }
    do throws(WorkerFailure) {
      return try await worker.extract(file)
    } catch {
      onFailure(error)
      throw error
    }
  }

  private func copy(of file: borrowing OwnedDescriptor) throws(WorkerFailure) -> OwnedDescriptor {
    do {
      return try file.duplicate()
    } catch {
      throw .notStarted("\(error)")
    }
  }

  private func take() async -> ExtractionWorker {
    if let worker = idle.popLast() { return worker }
    return await withCheckedContinuation { waiting.append($0) }
  }

  private func giveBack(_ worker: ExtractionWorker) {
    if waiting.isEmpty {
      idle.append(worker)
    } else {
      waiting.removeFirst().resume(returning: worker)
    }
  }
}
