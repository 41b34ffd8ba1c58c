import Synchronization

/// The files that are ready to be claimed, in order, each once until somebody has taken it.
///
/// Several tasks may iterate; every path goes to one of them. The sequence ends with the watcher, or with the task that
/// asks.
package final class ReadyPaths: AsyncSequence, Sendable {
  package typealias Element = InboxPath
  package typealias Failure = Never

  private struct State {
    var order: [InboxPath] = []
    /// How many of `order` were taken already; they are dropped now and then, not one by one.
    var taken = 0
    var members: Set<InboxPath> = []
    var waiting: [Int: CheckedContinuation<InboxPath?, Never>] = [:]
    var nextTicket = 0
    var isFinished = false

    mutating func takeFirst() -> InboxPath? {
      guard taken < order.count else { return nil }
      let path = order[taken]
      members.remove(path)
      taken += 1
      if taken * 2 > order.count {
        order.removeFirst(taken)
        taken = 0
      }
      return path
    }
  }

  private let state = Mutex(State())

  package init() {}

  /// Adds a path behind the others, unless it waits already.
  package func append(_ path: InboxPath) {
    let waiter = state.withLock { state -> CheckedContinuation<InboxPath?, Never>? in
      guard !state.isFinished, !state.members.contains(path) else { return nil }
      // Whoever has waited longest has the lowest number.
      guard let ticket = state.waiting.keys.min() else {
        state.order.append(path)
        state.members.insert(path)
        return nil
      }
      return state.waiting.removeValue(forKey: ticket)
    }
    waiter?.resume(returning: path)
  }

  /// No more paths will come. Those that wait can still be taken.
  package func finish() {
    let waiting = state.withLock { state in
      state.isFinished = true
      defer { state.waiting = [:] }
      return state.waiting.values.map { $0 }
    }
    for waiter in waiting { waiter.resume(returning: nil) }
  }

  private func next() async -> InboxPath? {
    let ticket = state.withLock { state in
      defer { state.nextTicket += 1 }
      return state.nextTicket
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer = state.withLock { state -> InboxPath?? in
          if Task.isCancelled { return .some(nil) }
          if let path = state.takeFirst() { return path }
          if state.isFinished { return .some(nil) }
          state.waiting[ticket] = continuation
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume(returning: nil)
    }
  }

  package func makeAsyncIterator() -> Iterator {
    Iterator(paths: self)
  }

  package struct Iterator: AsyncIteratorProtocol {
    fileprivate let paths: ReadyPaths

    package func next() async -> InboxPath? {
      await paths.next()
    }

    package func next(isolation actor: isolated (any Actor)?) async -> InboxPath? {
      await paths.next()
    }
  }
}
