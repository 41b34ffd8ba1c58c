import Foundation
import ReportModel
import Synchronization
import SystemPackage
import Testing

@testable import Daemon
@testable import Spool

@Suite(.timeLimit(.minutes(1))) struct OutTrayTests {
  private func item(_ number: Int) throws -> JudgedSubmission {
    let id = try #require(SubmissionID(rawValue: "20270112T083000123-\(String(format: "%016d", number))"))
    let judged = Judge(forms: try Configuration().formLibrary(), severities: [:]).hold(
      FileFacts(name: "a", format: nil, bytes: 0, sha256: ""), because: "")
    let path = try #require(InboxPath("a"))
    let settled = Settled(id: id, path: path, outcome: .held, report: "held/a", diagnostics: [], source: .original)
    return JudgedSubmission(stage: .filed(settled), judged: judged, begun: Stopwatch(), failures: 0)
  }

  @Test func `what gathers while a batch is written is the next batch`() async throws {
    let tray = OutTray()
    for number in 0..<5 { await tray.add(try item(number)) }
    #expect(await tray.takeAll().map(\.id) == (try (0..<5).map { try item($0).id }))
    tray.finish()
    #expect(await tray.takeAll().isEmpty)
  }

  @Test func `whoever takes waits for the first, and hears of the end`() async throws {
    let tray = OutTray()
    async let first = tray.takeAll()
    await tray.add(try item(1))
    #expect(await first.count == 1)
    async let none = tray.takeAll()
    try await Task.sleep(for: .milliseconds(20))
    tray.finish()
    #expect(await none.isEmpty)
  }

  @Test func `a full tray keeps those waiting who bring more, and loses nothing`() async throws {
    let tray = OutTray()
    let total = 3 * OutTray.capacity
    let brought = Count()
    let items = try (0..<total).map(item)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for bringer in 0..<4 {
        group.addTask {
          for item in items[(bringer * total / 4)..<((bringer + 1) * total / 4)] {
            await tray.add(item)
            brought.value.add(1, ordering: .relaxed)
          }
        }
      }
      var taken: [SubmissionID] = []
      while taken.count < total {
        try await Task.sleep(for: .milliseconds(50))
        #expect(brought.value.load(ordering: .relaxed) <= taken.count + OutTray.capacity)
        let batch = await tray.takeAll()
        #expect(batch.count <= OutTray.capacity)
        taken += batch.map(\.id)
      }
      #expect(Set(taken).count == total && taken.count == total)
      try await group.waitForAll()
    }
  }
}

private final class Count: Sendable {
  let value = Atomic(0)
}
