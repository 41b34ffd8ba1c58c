import Spool
import Testing

struct CandidatesTests {
  private let start = SuspendingClock.now
  private var candidates = Candidates(settle: .seconds(1), writerDeadline: .seconds(600))

  private func at(_ seconds: Double) -> SuspendingClock.Instant { start.advanced(by: .seconds(seconds)) }

  private func path(_ text: String) throws -> InboxPath { try #require(InboxPath(bytes: Array(text.utf8))) }

  @Test mutating func `a file is due when nothing has happened for the quiet time`() throws {
    candidates.noticed(try path("a"), at: at(0))
    #expect(candidates.due(at: at(0.999)).isEmpty)
    #expect(candidates.due(at: at(1)) == [.init(path: try path("a"), since: at(0))])
    #expect(candidates.due(at: at(2)).isEmpty)
  }

  @Test mutating func `every event starts the quiet time again`() throws {
    for second in [0, 0.5, 1.4, 2.3] { candidates.noticed(try path("a"), at: at(second)) }
    #expect(candidates.due(at: at(3.2)).isEmpty)
    #expect(candidates.due(at: at(3.3)) == [.init(path: try path("a"), since: at(0))])
  }

  @Test mutating func `being seen again by a scan does not prolong it`() throws {
    candidates.seen(try path("a"), at: at(0))
    candidates.seen(try path("a"), at: at(0.9))
    #expect(candidates.due(at: at(1)).count == 1)
  }

  @Test mutating func `files that are due come in the order in which they came`() throws {
    candidates.noticed(try path("z"), at: at(0))
    candidates.noticed(try path("b"), at: at(0.1))
    candidates.noticed(try path("a"), at: at(0.1))
    candidates.noticed(try path("late"), at: at(5))
    candidates.noticed(try path("z"), at: at(0.2))
    let due = candidates.due(at: at(2)).map(\.path)
    #expect(try due == ["z", "a", "b"].map { try path($0) })
  }

  @Test mutating func `there is a deadline only while a file waits`() throws {
    #expect(candidates.nextDeadline == nil)
    candidates.noticed(try path("a"), at: at(0))
    candidates.noticed(try path("b"), at: at(0.5))
    #expect(candidates.nextDeadline == at(1))
    candidates.vanished(try path("a"))
    #expect(candidates.nextDeadline == at(1.5))
    #expect(candidates.due(at: at(9)).count == 1)
    #expect(candidates.nextDeadline == nil)
  }

  @Test mutating func `a file that is gone is forgotten`() throws {
    candidates.noticed(try path("a"), at: at(0))
    candidates.vanished(try path("a"))
    #expect(candidates.due(at: at(5)).isEmpty)
    candidates.noticed(try path("a"), at: at(5))
    #expect(candidates.due(at: at(6)) == [.init(path: try path("a"), since: at(5))])
  }

  @Test mutating func `an unfinished file waits for an event`() throws {
    candidates.noticed(try path("a"), at: at(0))
    let candidate = try #require(candidates.due(at: at(1)).first)
    let isWaiting = candidates.postpone(candidate, at: at(1))
    #expect(isWaiting)
    #expect(candidates.nextDeadline == at(600))
    #expect(candidates.due(at: at(599)).isEmpty)
    candidates.noticed(try path("a"), at: at(599))
    #expect(candidates.due(at: at(600)) == [.init(path: try path("a"), since: at(0))])
  }

  @Test mutating func `an unfinished file does not wait for ever`() throws {
    candidates.noticed(try path("a"), at: at(0))
    var candidate = try #require(candidates.due(at: at(1)).first)
    let isWaiting = candidates.postpone(candidate, at: at(1))
    #expect(isWaiting)
    candidate = try #require(candidates.due(at: at(600)).first)
    let isWaitingStill = candidates.postpone(candidate, at: at(600))
    #expect(!isWaitingStill)
    #expect(candidates.nextDeadline == nil)
  }
}
