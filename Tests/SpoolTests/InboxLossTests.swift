import Foundation
import Glibc
import LinuxSystem
import Spool
import SystemPackage
import Testing

/// An inbox that is not where it was.
@Suite(.timeLimit(.minutes(10)))
struct InboxLossTests {
  private let temporary: TemporarySpool

  init() throws {
    temporary = try TemporarySpool()
    _ = try temporary.open()
  }

  /// Ways to lose the inbox, each with what undoes it.
  enum Loss: String, CaseIterable {
    case inboxMoved, inboxDeleted, spoolMoved, workMoved
    case inboxMountedOver, spoolMountedOver

    var needsMount: Bool { self == .inboxMountedOver || self == .spoolMountedOver }
  }

  @Test(arguments: Loss.allCases)
  func `an inbox that is lost ends the watch, and the spool can be opened again when it is back`(
    _ loss: Loss
  ) async throws {
    guard !loss.needsMount || mayMount else {
      FileHandle.standardError.write(Data("Nothing can be mounted here: \(loss) is NOT tested.\n".utf8))
      return
    }
    let settings = InboxWatcher.Settings(
      ignoring: IgnoredNames(), settle: .milliseconds(20), writerDeadline: .seconds(600), rescan: .milliseconds(50))
    let root = temporary.root
    let spool = try temporary.open()
    let (events, continuation) = AsyncStream.makeStream(of: InboxEvent.self)
    let watcher = try InboxWatcher(spool: spool, settings: settings) { continuation.yield($0) }
    async let end = watcher.run()
    var iterator = events.makeAsyncIterator()
    #expect(await iterator.next() == .watching(folders: 1))
    let away = FilePath("\(root)-away")
    defer { try? FileManager.default.removeItem(atPath: away.string) }
    switch loss {
    case .inboxMoved: try temporary.move("inbox", to: "elsewhere")
    case .inboxDeleted: try temporary.remove("inbox")
    case .workMoved: try temporary.move(".work", to: "elsewhere")
    case .spoolMoved: try FileManager.default.moveItem(atPath: root.string, toPath: away.string)
    case .inboxMountedOver: try #require(unsafe mount("tmpfs", "\(root)/inbox", "tmpfs", 0, nil) == 0)
    case .spoolMountedOver: try #require(unsafe mount("tmpfs", root.string, "tmpfs", 0, nil) == 0)
    }
    #expect(await iterator.next() == .inboxLost)
    #expect(try await end == .lost)
    let isInPlaceStill = spool.layout.isInPlace
    #expect(!isInPlaceStill)

    // Nothing is made in its place.
    if loss != .inboxMountedOver {
      #expect(throws: SpoolError.self) { _ = try SpoolLayout(reopening: root) }
      #expect(!FileManager.default.fileExists(atPath: loss == .workMoved ? "\(root)/.work" : "\(root)/inbox"))
    } else {
      // Another file system than the spool's.
      #expect(throws: SpoolError.self) { _ = try SpoolLayout(reopening: root) }
    }

    switch loss {
    case .inboxMoved: try temporary.move("elsewhere", to: "inbox")
    case .inboxDeleted: try temporary.makeFolder("inbox")
    case .workMoved: try temporary.move("elsewhere", to: ".work")
    case .spoolMoved: try FileManager.default.moveItem(atPath: away.string, toPath: root.string)
    case .inboxMountedOver: try #require(unsafe umount2("\(root)/inbox", CInt(MNT_DETACH)) == 0)
    case .spoolMountedOver: try #require(unsafe umount2(root.string, CInt(MNT_DETACH)) == 0)
    }
    let isInPlaceAgain = try SpoolLayout(reopening: root).isInPlace
    #expect(isInPlaceAgain)
  }
}
