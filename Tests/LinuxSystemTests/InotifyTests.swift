import Foundation
import LinuxSystem
import SystemPackage
import Testing

struct InotifyTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test func `a write is told by name`() throws {
    let folder = try temporary.open()
    let inotify = try Inotify()
    let watch = try inotify.addWatch(folder, [.closeWrite])
    try folder.write("第一.docx", [1])
    let events = try inotify.waitForEvents(until: nil, or: StopSignal())
    #expect(events == [InotifyEvent(watch: watch, mask: .closeWrite, name: "第一.docx")])
  }

  @Test func `events of one batch come in order, names of all lengths`() throws {
    let folder = try temporary.open()
    let inotify = try Inotify()
    _ = try inotify.addWatch(temporary.path, [.create, .delete])
    let names = try [1, 15, 16, 17, 255].map { try #require(FilePath.Component(String(repeating: "n", count: $0))) }
    for name in names { try folder.write(name, []) }
    try folder.makeDirectory("folder", permissions: .ownerReadWriteExecute)
    let events = try inotify.readEvents()
    #expect(events.map(\.name) == names + ["folder"])
    #expect(events.map(\.mask) == [InotifyMask](repeating: .create, count: 5) + [[.create, .isDirectory]])
  }

  @Test func `both halves of a move have the same cookie`() throws {
    let folder = try temporary.open()
    let inotify = try Inotify()
    _ = try inotify.addWatch(folder, [.movedFrom, .movedTo])
    try folder.makeDirectory("a", permissions: .ownerReadWriteExecute)
    try folder.renameNoReplace("a", to: "b", in: folder)
    let events = try inotify.readEvents()
    #expect(events.map(\.mask) == [[.movedFrom, .isDirectory], [.movedTo, .isDirectory]])
    #expect(events.map(\.name) == ["a", "b"])
    #expect(Set(events.map(\.cookie)).count == 1 && events[0].cookie != 0)
  }

  @Test func `a watch that was removed says so and is gone`() throws {
    let inotify = try Inotify()
    let watch = try inotify.addWatch(temporary.path, [.create])
    try inotify.removeWatch(watch)
    #expect(try inotify.readEvents() == [InotifyEvent(watch: watch, mask: .ignored)])
    #expect(throws: Errno.invalidArgument) { try inotify.removeWatch(watch) }
  }

  @Test func `an open folder is watched, not what has its path now`() throws {
    let folder = try temporary.open()
    try folder.makeDirectory("a", permissions: .ownerReadWriteExecute)
    let first = try folder.directory(at: "a")
    try folder.renameNoReplace("a", to: "b", in: folder)
    try folder.makeDirectory("a", permissions: .ownerReadWriteExecute)
    let inotify = try Inotify()
    _ = try inotify.addWatch(first, [.create])
    try folder.directory(at: "a").write("not here", [])
    try folder.directory(at: "b").write("here", [])
    #expect(try inotify.readEvents().map(\.name) == ["here"])
  }

  @Test func `nothing happening, the deadline ends the wait`() throws {
    let inotify = try Inotify()
    _ = try inotify.addWatch(temporary.path, [.create])
    #expect(try inotify.waitForEvents(until: .now.advanced(by: .milliseconds(5)), or: StopSignal()) == [])
    #expect(try inotify.waitForEvents(until: .now.advanced(by: .seconds(-5)), or: StopSignal()) == [])
  }

  @Test(.timeLimit(.minutes(10)))
  func `the signal ends a wait without a deadline`() async throws {
    let signal = try StopSignal()
    #expect(!signal.isRaised)
    let events = ThreadWork { try Inotify().waitForEvents(until: nil, or: signal) }
    signal.raise()
    #expect(try await events.value == [])
    #expect(signal.isRaised)
  }

  @Test func `events that were lost are told`() throws {
    let folder = try temporary.open()
    let inotify = try Inotify()
    _ = try inotify.addWatch(folder, [.movedFrom, .movedTo])
    try folder.write("a", [])
    let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let moves = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines))) / 4 + 1
    for _ in 0..<moves {
      try folder.renameNoReplace("a", to: "b", in: folder)
      try folder.renameNoReplace("b", to: "a", in: folder)
    }
    var last: [InotifyEvent] = []
    while case let batch = try inotify.readEvents(), !batch.isEmpty { last = batch }
    #expect(last.last?.mask == .overflow)
    #expect(last.last?.name == nil)
  }

  @Test func `a batch that ends in the middle of an event gives the whole ones`() {
    let whole: [UInt8] = [1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0x61, 0x62, 0, 0]
    #expect([InotifyEvent](decoding: whole + whole.prefix(7)).map(\.name) == ["ab"])
    #expect([InotifyEvent](decoding: []) == [])
  }
}
