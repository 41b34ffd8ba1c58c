import Foundation
import Glibc
import LinuxSystem
import Spool
import SystemPackage
import Testing

@Suite(.timeLimit(.minutes(10)))
struct InboxWatcherTests {
  private let temporary: TemporarySpool

  init() throws {
    temporary = try TemporarySpool()
    _ = try temporary.open()
  }

  /// What a test sees of a running watcher.
  private struct Observation {
    var ready: ReadyPaths.Iterator
    var events: AsyncStream<InboxEvent>.Iterator

    /// The next paths, in any order.
    mutating func expectReady(_ paths: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
      var ready: Set<String> = []
      for _ in paths {
        let path = await self.ready.next()
        ready.insert(try #require(path, sourceLocation: sourceLocation).printable)
      }
      #expect(ready == Set(paths), sourceLocation: sourceLocation)
    }

    mutating func expectEvent(
      _ expected: InboxEvent, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      let event = await events.next(isolation: #isolation)
      #expect(event == expected, sourceLocation: sourceLocation)
    }
  }

  private static let settings = InboxWatcher.Settings(
    ignoring: IgnoredNames(), settle: .milliseconds(20), writerDeadline: .seconds(600), rescan: .zero)

  /// Runs a test beside a watcher whose watches stand.
  private func watching(
    _ settings: InboxWatcher.Settings = settings, folders: Int = 1,
    pausingAtStart pause: @escaping @Sendable () -> Void = {},
    _ body: (inout Observation) async throws -> Void
  ) async throws {
    let (events, continuation) = AsyncStream.makeStream(of: InboxEvent.self)
    let watcher = try InboxWatcher(spool: temporary.open(), settings: settings) { event in
      continuation.yield(event)
      if case .watching = event { pause() }
    }
    try await withThrowingTaskGroup { group in
      group.addTask { _ = try await watcher.run() }
      var observation = Observation(
        ready: watcher.ready.makeAsyncIterator(), events: events.makeAsyncIterator())
      try await observation.expectEvent(.watching(folders: folders))
      try await body(&observation)
      group.cancelAll()
    }
    // The end of the watcher is the end of what it hands out, but for what a rescan has found again.
    for await path in watcher.ready where settings.rescan == .zero { Issue.record("\(path) was not expected") }
  }

  @Test func `what lies in the inbox at the start is ready`() async throws {
    try temporary.write("inbox/a.docx")
    try temporary.write("inbox/区/镇/b.docx")
    try await watching(folders: 3) { inbox in
      try await inbox.expectReady("a.docx", "区/镇/b.docx")
    }
  }

  @Test func `a file that is written is ready`() async throws {
    try await watching { inbox in
      try temporary.write("inbox/a.docx")
      try await inbox.expectReady("a.docx")
    }
  }

  @Test func `a file that is moved or linked into place is ready`() async throws {
    try temporary.write("a.docx")
    try temporary.write("b.docx")
    try await watching { inbox in
      try temporary.move("a.docx", to: "inbox/a.docx")
      try await inbox.expectReady("a.docx")
      let root = temporary.root
      try #require(unsafe link(root.appending("b.docx").string, root.appending("inbox/b.docx").string) == 0)
      try temporary.remove("b.docx")
      try await inbox.expectReady("b.docx")
    }
  }

  @Test func `a name that is no text is ready byte for byte`() async throws {
    let name = try #require(FilePath.Component(bytes: [0xC4, 0xEA, 0xFF, 0x0A, 0x2E, 0x64]))
    try await watching { inbox in
      try temporary.write(FilePath("inbox").appending(name))
      let path = await inbox.ready.next()
      #expect(path?.bytes == name.bytes)
    }
  }

  @Test func `a folder that is made or moved in is watched, with what it holds`() async throws {
    try temporary.write("elsewhere/区/镇/a.docx")
    try await watching { inbox in
      try temporary.move("elsewhere/区", to: "inbox/区")
      try await inbox.expectReady("区/镇/a.docx")
      try temporary.write("inbox/区/镇/b.docx")
      try await inbox.expectReady("区/镇/b.docx")
      try temporary.write("inbox/new/deep/folder/c.docx")
      try await inbox.expectReady("new/deep/folder/c.docx")
    }
  }

  @Test func `a folder that was renamed is known by its new name`() async throws {
    try temporary.makeFolder("inbox/old/inner")
    try await watching(folders: 3) { inbox in
      try temporary.move("inbox/old", to: "inbox/new")
      try temporary.write("inbox/new/inner/a.docx")
      try await inbox.expectReady("new/inner/a.docx")
      try temporary.write("inbox/old/inner/b.docx")
      try await inbox.expectReady("old/inner/b.docx")
    }
  }

  @Test func `what is written to a folder that was moved away does not come`() async throws {
    try temporary.makeFolder("inbox/office")
    try await watching(folders: 2) { inbox in
      try temporary.move("inbox/office", to: "office")
      try temporary.write("inbox/a.docx")
      try await inbox.expectReady("a.docx")
      try temporary.write("office/not here.docx")
      try temporary.write("inbox/b.docx")
      try await inbox.expectReady("b.docx")
    }
  }

  @Test func `a folder that was deleted can come again`() async throws {
    try temporary.makeFolder("inbox/office")
    try await watching(folders: 2) { inbox in
      try temporary.remove("inbox/office")
      try temporary.write("inbox/office/a.docx")
      try await inbox.expectReady("office/a.docx")
    }
  }

  @Test func `ignored names never come, nor what ignored folders hold`() async throws {
    try temporary.write("inbox/~$before.docx")
    try temporary.write("inbox/@eaDir/before.docx")
    try await watching { inbox in
      for name in ["~$a.docx", "a.tmp", ".hidden/a.docx", "a.docx.审核结果.html", "a.docx"] {
        try temporary.write(FilePath("inbox/\(name)"))
      }
      try await inbox.expectReady("a.docx")
    }
  }

  @Test func `a file that is renamed from an ignored name is ready`() async throws {
    try await watching { inbox in
      try temporary.write("inbox/a.docx.part")
      try temporary.move("inbox/a.docx.part", to: "inbox/a.docx")
      try await inbox.expectReady("a.docx")
    }
  }

  @Test func `a file that is deleted before it is ready does not come`() async throws {
    var settings = Self.settings
    settings.settle = .milliseconds(200)
    try await watching(settings) { inbox in
      try temporary.write("inbox/a.docx")
      try temporary.remove("inbox/a.docx")
      try temporary.write("inbox/b.docx")
      try await inbox.expectReady("b.docx")
    }
  }

  @Test func `the same name comes again for a corrected report`() async throws {
    try await watching { inbox in
      for _ in 0..<3 {
        try temporary.write("inbox/a.docx")
        try await inbox.expectReady("a.docx")
        try temporary.remove("inbox/a.docx")
      }
    }
  }

  @Test func `a claim does not bring the file back`() async throws {
    let spool = try temporary.open()
    try await watching { inbox in
      try temporary.write("inbox/a.docx")
      try await inbox.expectReady("a.docx")
      _ = try spool.process("a.docx")
      try temporary.write("inbox/b.docx")
      try await inbox.expectReady("b.docx")
    }
  }

  @Test func `an empty file waits for its contents`() async throws {
    try await watching { inbox in
      try temporary.write("inbox/placeholder.docx", [])
      try temporary.write("inbox/a.docx")
      try await inbox.expectReady("a.docx")
      try temporary.write("inbox/placeholder.docx", [1])
      try await inbox.expectReady("placeholder.docx")
    }
  }

  @Test func `an empty file does not wait for ever`() async throws {
    var settings = Self.settings
    settings.writerDeadline = .milliseconds(60)
    try await watching(settings) { inbox in
      try temporary.write("inbox/empty.docx", [])
      try await inbox.expectEvent(.neverWritten(#require(InboxPath("empty.docx"))))
      try await inbox.expectReady("empty.docx")
    }
  }

  @Test func `a file that could not be claimed comes again with the next rescan`() async throws {
    var settings = Self.settings
    settings.rescan = .milliseconds(30)
    try temporary.write("inbox/a.docx")
    try await watching(settings) { inbox in
      for _ in 0..<3 { try await inbox.expectReady("a.docx") }
    }
  }

  @Test func `more events than the system holds are made up for by a scan`() async throws {
    let gate = DispatchSemaphore(value: 0)
    try await watching(pausingAtStart: { gate.wait() }) { inbox in
      let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
      let moves = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines))) / 4 + 1
      let names = ["x.tmp", "y.tmp"].map { temporary.root.appending("inbox").appending($0).string }
      try temporary.write("inbox/x.tmp")
      for _ in 0..<moves {
        try #require(unsafe rename(names[0], names[1]) == 0)
        try #require(unsafe rename(names[1], names[0]) == 0)
      }
      try temporary.write("inbox/office/a.docx")
      gate.signal()
      try await inbox.expectEvent(.overflow)
      try await inbox.expectReady("office/a.docx")
      try temporary.write("inbox/office/b.docx")
      try await inbox.expectReady("office/b.docx")
    }
  }

  @Test func `what is no regular file is told of once and never comes`() async throws {
    var settings = Self.settings
    settings.rescan = .milliseconds(20)
    try temporary.makeLink("inbox/link.docx", to: "/etc/passwd")
    let (events, continuation) = AsyncStream.makeStream(of: InboxEvent.self)
    let watcher = try InboxWatcher(spool: temporary.open(), settings: settings) { continuation.yield($0) }
    try await withThrowingTaskGroup { group in
      group.addTask { _ = try await watcher.run() }
      var iterator = events.makeAsyncIterator()
      let link = try #require(InboxPath("link.docx"))
      let fifo = try #require(InboxPath("fifo.docx"))
      #expect(await iterator.next() == .notAFile(link, .symbolicLink))
      #expect(await iterator.next() == .watching(folders: 1))
      try temporary.makeFIFO("inbox/fifo.docx")
      #expect(await iterator.next() == .notAFile(fifo, .fifo))
      // Several rescans later a file is handed out again and again, and nothing more was said.
      try temporary.write("inbox/a.docx")
      let ready = watcher.ready.makeAsyncIterator()
      for _ in 0..<4 { #expect(await ready.next()?.printable == "a.docx") }
      group.cancelAll()
      continuation.finish()
      #expect(await iterator.next() == nil)
    }
  }

  @Test func `a folder too deep to be watched is told of`() async throws {
    let name = try #require(FilePath.Component(String(repeating: "n", count: 250)))
    func folder(_ depth: Int) throws -> Directory {
      var folder = try Directory(at: temporary.root.appending("inbox"))
      for _ in 0..<depth { folder = try folder.directory(at: FilePath(root: nil, [name])) }
      return folder
    }
    // One level more than what the system takes as one path.
    let depth = 4096 / 251 + 1
    for level in 0..<depth { try folder(level).makeDirectory(name, permissions: .ownerReadWriteExecute) }
    defer {
      // Whatever removes the spool may not be able to reach that deep either.
      for level in (0..<depth).reversed() { try? folder(level).removeDirectory(name) }
    }
    let (events, continuation) = AsyncStream.makeStream(of: InboxEvent.self)
    let watcher = try InboxWatcher(spool: temporary.open(), settings: Self.settings) { continuation.yield($0) }
    try await withThrowingTaskGroup { group in
      group.addTask { _ = try await watcher.run() }
      var iterator = events.makeAsyncIterator()
      let tooDeep = FilePath(root: nil, [FilePath.Component](repeating: name, count: depth))
      #expect(await iterator.next() == .folderUnreadable(folder: tooDeep, .fileNameTooLong))
      #expect(await iterator.next() == .watching(folders: depth))
      try temporary.write("inbox/a.docx")
      #expect(await watcher.ready.makeAsyncIterator().next()?.printable == "a.docx")
      group.cancelAll()
    }
  }

  // MARK: Files that are not finished

  @Test func `a file that somebody has open for writing waits until it is closed`() async throws {
    try await watching { inbox in
      let writer = try temporary.openForWriting("inbox/slow.docx")
      try writer.writeAll([1, 2, 3])
      // Far longer than the quiet time, in which nothing happens.
      try temporary.write("inbox/quick.docx")
      try await inbox.expectReady("quick.docx")
      try await Task.sleep(for: .milliseconds(300))
      try temporary.write("inbox/quick too.docx")
      try await inbox.expectReady("quick too.docx")
      try writer.close()
      try await inbox.expectReady("slow.docx")
    }
  }

  @Test func `a file that stays open is told of once, and is taken when it is closed after all`() async throws {
    var settings = Self.settings
    settings.writerDeadline = .milliseconds(60)
    try await watching(settings) { inbox in
      let writer = try temporary.openForWriting("inbox/slow.docx")
      try writer.writeAll([1])
      try await inbox.expectEvent(.neverFinished(#require(InboxPath("slow.docx"))))
      try writer.close()
      try await inbox.expectReady("slow.docx")
    }
  }

  @Test func `what lies in the inbox at the start is taken at once when it has been quiet for long enough`()
    async throws
  {
    try temporary.write("inbox/a.docx")
    try await Task.sleep(for: .milliseconds(20))
    var settings = Self.settings
    settings.settle = .milliseconds(10)
    try await watching(settings) { inbox in try await inbox.expectReady("a.docx") }
    settings.settle = .seconds(3600)
    try await watching(settings) { inbox in
      _ = inbox
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  // MARK: More than is held in mind

  @Test func `files beyond the bounds come later, and all of them come`() async throws {
    var settings = Self.settings
    settings.bounds = Candidates.Bounds(perOffice: 10, all: 30)
    for number in 0..<200 {
      try temporary.write(FilePath("inbox/\(number % 7 == 0 ? "" : "大镇/")\(number).docx"))
    }
    try temporary.write("inbox/小镇/one.docx")
    try await watching(settings, folders: 3) { inbox in
      var taken: [String] = []
      while taken.count < 201, let path = await inbox.ready.next() {
        // As a claim does.
        try temporary.remove(FilePath("inbox").pushing(path.path))
        taken.append(path.printable)
        if taken.count == 50 {
          for number in 200..<300 { try temporary.write(FilePath("inbox/大镇/\(number).docx")) }
        }
      }
      #expect(Set(taken).count == taken.count)
      #expect(try #require(taken.firstIndex(of: "小镇/one.docx")) < 40)
      while taken.count < 301, let path = await inbox.ready.next() {
        try temporary.remove(FilePath("inbox").pushing(path.path))
        taken.append(path.printable)
      }
      #expect(Set(taken).count == 301)
    }
  }

  // MARK: File systems that tell nothing

  @Test func `on a network file system the inbox is looked at by the clock`() async throws {
    var settings = Self.settings
    settings.fileSystem = FileSystemType(magic: 0x6969)
    settings.poll = .milliseconds(30)
    let (events, continuation) = AsyncStream.makeStream(of: InboxEvent.self)
    let watcher = try InboxWatcher(spool: temporary.open(), settings: settings) { continuation.yield($0) }
    try await withThrowingTaskGroup { group in
      group.addTask { _ = try await watcher.run() }
      var iterator = events.makeAsyncIterator()
      #expect(await iterator.next() == .polling(fileSystem: "NFS"))
      #expect(await iterator.next() == .watching(folders: 1))
      try temporary.write("inbox/a.docx")
      // Again and again, since nobody takes it away.
      let ready = watcher.ready.makeAsyncIterator()
      for _ in 0..<3 { #expect(await ready.next()?.printable == "a.docx") }
      group.cancelAll()
    }
  }
}
