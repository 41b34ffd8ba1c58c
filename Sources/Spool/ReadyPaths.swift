import Synchronization

/// The files that are ready to be claimed, each once until somebody has taken it.
///
/// Offices have their turn one after the other, so that five thousand files of one do not hold up the one of another; the
/// files of one office come in order. Several tasks may iterate; every path goes to one of them. The sequence ends with
/// the watcher, or with the task that asks.
package final class ReadyPaths: AsyncSequence, Sendable {
  package typealias Element = InboxPath
  package typealias Failure = Never

  private struct State {
    var lines: [Office: Line<InboxPath>] = [:]
    /// The offices that have files here, the one whose turn it is first.
    var turns = Line<Office>()
    var members: Set<InboxPath> = []
    var waiting: [Int: CheckedContinuation<InboxPath?, Never>] = [:]
    var nextTicket = 0
    var isFinished = false

    mutating func append(_ path: InboxPath) {
      members.insert(path)
      if lines[path.office] == nil { turns.append(path.office) }
      lines[path.office, default: Line()].append(path)
    }

    mutating func takeFirst() -> InboxPath? {
      guard let office = turns.takeFirst(), let path = lines[office]?.takeFirst() else { return nil }
      members.remove(path)
      if lines[office]?.count == 0 {
        lines[office] = nil
      } else {
        turns.append(office)
      }
      return path
    }
  }

  private let state = Mutex(State())

  package init() {}

  /// How many files of an office, and of all, wait to be taken.
  package func count(of office: Office) -> (office: Int, all: Int) {
    state.withLock { ($0.lines[office]?.count ?? 0, $0.members.count) }
  }

  /// How many files wait to be taken.
  package var count: Int { state.withLock { $0.members.count } }

  package func holds(_ path: InboxPath) -> Bool {
    state.withLock { $0.members.contains(path) }
  }

  /// Adds a path behind the others of its office, unless it waits already.
  package func append(_ path: InboxPath) {
    let waiter = state.withLock { state -> CheckedContinuation<InboxPath?, Never>? in
      guard !state.isFinished, !state.members.contains(path) else { return nil }
      // Whoever has waited longest has the lowest number.
      guard let ticket = state.waiting.keys.min() else {
        state.append(path)
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

/// Who comes first is served first.
private struct Line<Element: Sendable>: Sendable {
  private var order: [Element] = []
  /// How many of `order` were taken already; they are dropped now and then, not one by one.
  private var taken = 0

  var count: Int { order.count - taken }

  mutating func append(_ element: Element) {
    order.append(element)
  }

  mutating func takeFirst() -> Element? {
    guard taken < order.count else { return nil }
    let element = order[taken]
    taken += 1
    if taken * 2 > order.count {
      order.removeFirst(taken)
      taken = 0
    }
    return element
  }
}
