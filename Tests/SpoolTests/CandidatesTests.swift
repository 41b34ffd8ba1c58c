import Spool
import Testing

struct CandidatesTests {
  private let start = SuspendingClock.now
  private var candidates = Candidates(settle: .seconds(1), writerDeadline: .seconds(600))

  private func at(_ seconds: Double) -> SuspendingClock.Instant { start.advanced(by: .seconds(seconds)) }

  private func path(_ text: String) throws -> InboxPath { try #require(InboxPath(bytes: Array(text.utf8))) }

  @Test mutating func `a file is due when nothing has happened for the quiet time`() throws {
    _ = candidates.noticed(try path("a"), at: at(0))
    #expect(candidates.due(at: at(0.999)).isEmpty)
    #expect(candidates.due(at: at(1)) == [.init(path: try path("a"), since: at(0))])
    #expect(candidates.due(at: at(2)).isEmpty)
  }

  @Test mutating func `every event starts the quiet time again`() throws {
    for second in [0, 0.5, 1.4, 2.3] { _ = candidates.noticed(try path("a"), at: at(second)) }
    #expect(candidates.due(at: at(3.2)).isEmpty)
    #expect(candidates.due(at: at(3.3)) == [.init(path: try path("a"), since: at(0))])
  }

  @Test mutating func `being seen again by a scan does not prolong it`() throws {
    _ = candidates.seen(try path("a"), at: at(0))
    _ = candidates.seen(try path("a"), at: at(0.9))
    #expect(candidates.due(at: at(1)).count == 1)
  }

  @Test mutating func `files that are due come in the order in which they came`() throws {
    _ = candidates.noticed(try path("z"), at: at(0))
    _ = candidates.noticed(try path("b"), at: at(0.1))
    _ = candidates.noticed(try path("a"), at: at(0.1))
    _ = candidates.noticed(try path("late"), at: at(5))
    _ = candidates.noticed(try path("z"), at: at(0.2))
    let due = candidates.due(at: at(2)).map(\.path)
    #expect(try due == ["z", "a", "b"].map { try path($0) })
  }

  @Test mutating func `there is a deadline only while a file waits`() throws {
    #expect(candidates.nextDeadline == nil)
    _ = candidates.noticed(try path("a"), at: at(0))
    _ = candidates.noticed(try path("b"), at: at(0.5))
    #expect(candidates.nextDeadline == at(1))
    candidates.vanished(try path("a"))
    // To look once in vain is cheaper than to work it out each time.
    #expect(candidates.due(at: at(1)).isEmpty)
    #expect(candidates.nextDeadline == at(1.5))
    #expect(candidates.due(at: at(9)).count == 1)
    #expect(candidates.nextDeadline == nil)
  }

  @Test mutating func `a file that is gone is forgotten`() throws {
    _ = candidates.noticed(try path("a"), at: at(0))
    candidates.vanished(try path("a"))
    #expect(candidates.due(at: at(5)).isEmpty)
    _ = candidates.noticed(try path("a"), at: at(5))
    #expect(candidates.due(at: at(6)) == [.init(path: try path("a"), since: at(5))])
  }

  @Test mutating func `an unfinished file is looked at again after an event, or a pause that grows`() throws {
    _ = candidates.noticed(try path("a"), at: at(0))
    var looks: [Double] = []
    while let next = candidates.nextDeadline, looks.count < 12 {
      let candidate = try #require(candidates.due(at: next).first)
      #expect(candidate.since == at(0))
      looks.append((next - start) / .seconds(1))
      let isOverdue = candidates.postpone(candidate, at: next)
      #expect(!isOverdue || next == at(600))
    }
    #expect(looks.prefix(4) == [1, 2, 3, 4.5])
    #expect(zip(looks, looks.dropFirst()).allSatisfy { $1 - $0 <= 60 })
    _ = candidates.noticed(try path("a"), at: at(500))
    #expect(candidates.due(at: at(501)).map(\.path) == [try path("a")])
  }

  @Test mutating func `that a file is not finished is said once, and it goes on waiting`() throws {
    _ = candidates.noticed(try path("a"), at: at(0))
    var said: [Double] = []
    for _ in 0..<40 {
      let next = try #require(candidates.nextDeadline)
      let candidate = try #require(candidates.due(at: next).first)
      if candidates.postpone(candidate, at: next) { said.append((next - start) / .seconds(1)) }
    }
    #expect(said == [600])
  }

  @Test mutating func `the quiet time that a file has had already counts`() throws {
    _ = candidates.seen(try path("old"), changedAt: 1, quietFor: .seconds(5), at: at(0))
    _ = candidates.seen(try path("new"), changedAt: 1, quietFor: .milliseconds(400), at: at(0))
    #expect(candidates.due(at: at(0)).map(\.path) == [try path("old")])
    #expect(candidates.nextDeadline == at(0.6))
  }

  @Test mutating func `a file that a scan finds changed has its quiet time again`() throws {
    _ = candidates.seen(try path("a"), changedAt: 1, at: at(0))
    _ = candidates.seen(try path("a"), changedAt: 2, at: at(0.5))
    #expect(candidates.due(at: at(1.25)).isEmpty)
    #expect(candidates.due(at: at(1.5)).count == 1)
  }

  @Test func `no more files are held than there is room for, and every office has some`() throws {
    var candidates = Candidates(
      settle: .seconds(1), writerDeadline: .seconds(600), bounds: Candidates.Bounds(perOffice: 10, all: 25))
    for office in ["甲镇", "乙镇", "丙镇", "丁镇"] {
      var held = 0
      for number in 0..<100 where candidates.noticed(try path("\(office)/\(number)"), at: at(0)) { held += 1 }
      #expect(held == ["甲镇": 10, "乙镇": 10, "丙镇": 5, "丁镇": 4][office])
    }
    // What is known may change; what is ready elsewhere counts.
    let changed = candidates.noticed(try path("甲镇/0"), at: at(0.5))
    let more = candidates.noticed(try path("甲镇/100"), at: at(0.5))
    #expect(changed && !more)
    #expect(!candidates.hasRoom(for: try path("戊镇/0").office, elsewhere: (4, 4)))
    candidates.vanished(try path("甲镇/0"))
    candidates.vanished(try path("丁镇/0"))
    #expect(candidates.hasRoom(for: try path("丁镇/0").office))
    #expect(!candidates.isShort(of: try path("甲镇/1").office, elsewhere: 0))
    #expect(candidates.isShort(of: try path("丁镇/1").office, elsewhere: 2))
  }
}
