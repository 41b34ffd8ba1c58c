import Foundation
import TestFixtures
import Testing

/// The daemon at work on a folder full of files that are made to break it.
@Suite(.serialized, .timeLimit(.minutes(10))) struct HostileInboxTests {
  private static let page = ".审核结果.html"

  /// An empty file is left alone for a while: whoever made it may be about to fill it.
  private static let files = HostileFile.all.filter { $0.name != "empty.docx" }

  @Test func `every hostile file gets its outcome, and the daemon stays small and whole`() async throws {
    let daemon = try RunningDaemon(configuration: "settle: 50ms\nrescan: 0\nlimits: { time: 2m }\n")
    for (number, file) in Self.files.enumerated() {
      // Moved in whole: a file that grows would be judged later.
      let path = try daemon.scratch.write(file.bytes(), to: "new")
      try FileManager.default.moveItem(
        atPath: path, toPath: daemon.scratch.url("spool/inbox/\(number)-\(file.name)").path)
    }
    var largestWorker = 0
    for _ in 0..<8 {
      let isDone = try await daemon.waits {
        largestWorker = max(largestWorker, children(of: daemon.pid).map { peak(of: $0) }.max() ?? 0)
        return daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty
      }
      if isDone { break }
    }
    #expect(daemon.files(in: "inbox").isEmpty && daemon.files(in: ".work").isEmpty)

    for (number, file) in Self.files.enumerated() {
      let folder =
        switch file.outcome {
        case .accepted: "accepted"
        case .refused, .rejected: "rejected"
        case .held: "held"
        }
      #expect(daemon.exists("\(folder)/\(number)-\(file.name)"), "\(file)")
      #expect(daemon.exists("\(folder)/\(number)-\(file.name)" + Self.page), "\(file)")
    }
    #expect(largestWorker > 0)
    // In KiB: the limits are a gibibyte for a worker, and what few documents of the largest size take for the daemon.
    #expect(largestWorker < 1 << 20)
    #expect(peak(of: daemon.pid) < 512 << 10)
    #expect(!daemon.log.contains("worker"), "\(daemon.log)")
    #expect(daemon.end() == (0, .exit), "\(daemon.log)")
  }

  /// The most memory that a process has had so far, in KiB.
  private func peak(of pid: Int32) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }

  private func children(of pid: Int32) -> [Int32] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
    return tasks.flatMap { task in
      let children = (try? String(contentsOfFile: "/proc/\(pid)/task/\(task)/children", encoding: .utf8)) ?? ""
      return children.split(separator: " ").compactMap { Int32($0) }
    }
  }
}
