import Spool
import SystemPackage
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ReadyPathsTests {
  private let ready = ReadyPaths()

  private func path(_ text: String) throws -> InboxPath { try #require(InboxPath(FilePath(text))) }

  private func rest() async -> [String] {
    ready.finish()
    var paths: [String] = []
    for await path in ready { paths.append(path.printable) }
    return paths
  }

  @Test func `paths come in order, each once while it waits`() async throws {
    for name in ["a", "b", "a", "c", "b"] { ready.append(try path(name)) }
    #expect(await rest() == ["a", "b", "c"])
  }

  @Test func `a path that was taken can come again`() async throws {
    ready.append(try path("a"))
    let iterator = ready.makeAsyncIterator()
    #expect(await iterator.next() == (try path("a")))
    ready.append(try path("a"))
    #expect(await rest() == ["a"])
  }

  @Test func `order holds over many that come and go`() async throws {
    let iterator = ready.makeAsyncIterator()
    var taken: [InboxPath?] = []
    for number in 0..<500 {
      ready.append(try path("first\(number)"))
      ready.append(try path("second\(number)"))
      taken.append(await iterator.next())
    }
    let all = try (0..<500).flatMap { [try path("first\($0)"), try path("second\($0)")] }
    #expect(taken == Array(all.prefix(500)))
    #expect(await rest() == all.dropFirst(500).map(\.printable))
  }

  @Test func `several tasks share the paths`() async throws {
    let names = (0..<200).map { "report\($0)" }
    let ready = ready
    let taken = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<3 {
        group.addTask {
          var own: [String] = []
          for await path in ready { own.append(path.printable) }
          return own
        }
      }
      for name in names { ready.append(try path(name)) }
      ready.finish()
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.sorted() == names.sorted())
  }

  @Test func `a cancelled task stops waiting and takes nothing`() async throws {
    let ready = ready
    let waiting = Task {
      for await path in ready { return path.printable }
      return "nothing"
    }
    waiting.cancel()
    #expect(await waiting.value == "nothing")
    ready.append(try path("a"))
    #expect(await rest() == ["a"])
  }

  @Test func `one office's many files do not hold up another's one`() async throws {
    for number in 0..<5000 { ready.append(try path("大镇/\(number)")) }
    ready.append(try path("小镇/1"))
    ready.append(try path("无文件夹"))
    ready.append(try path("大镇/深/1"))
    #expect(ready.count(of: try path("大镇/0").office) == (5001, 5003))
    #expect(await rest().prefix(6) == ["大镇/0", "小镇/1", "无文件夹", "大镇/1", "大镇/2", "大镇/3"])
  }
}
