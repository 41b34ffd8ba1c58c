import Daemon
import DocumentModel
import Findings
import Foundation
import LinuxSystem
import ReportModel
import Synchronization
import SystemPackage
import TestFixtures
import Testing

/// Files made to break their reader, through real workers.
@Suite struct HostileFileTests {
  /// An unoptimised worker is many times as slow as the one that is installed.
  private static let patience = Duration.seconds(120)

  private static let checker = Result { try checker(time: patience) }

  private static func checker(time: Duration) throws -> Checker {
    var configuration = Configuration()
    configuration.limits.time = time
    return try Checker(
      configuration, judge: Judge(forms: try FormLibrary.builtIn(), severities: [:]), onMissingLandlock: {})
  }

  private func check(
    _ file: HostileFile, with checker: Checker
  ) async throws -> (judged: JudgedReport, failures: [String]) {
    let scratch = try Scratch()
    let path = try scratch.write(file.bytes(), to: "file")
    let failures = Mutex<[String]>([])
    let opened = OwnedDescriptor(
      taking: try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec]).rawValue)
    let judged = try await checker.check(opened, name: file.name) { failure in
      failures.withLock { $0.append("\(failure)") }
    }
    return (judged, failures.withLock { $0 })
  }

  @Test(arguments: HostileFile.all)
  func `its outcome is known, and no worker dies of it`(_ file: HostileFile) async throws {
    let (judged, failures) = try await check(file, with: Self.checker.get())
    #expect(failures == [])
    let rules = judged.findings.map(\.rule.rawValue)
    switch file.outcome {
    case .accepted:
      #expect(judged.verdict == .accepted)
      #expect(rules == [])
      #expect(judged.report?.figures.count == 200)
    case .refused(let allowed):
      #expect(judged.verdict == .rejected)
      #expect(rules.count == 1 && allowed.isSuperset(of: rules), "\(rules)")
    case .rejected:
      #expect(judged.verdict == .rejected)
    case .held:
      #expect(judged.verdict == .held)
    }
    #expect(!"\(judged)".contains(HostileFile.secret))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/nianbaod-was-here"))
  }

  @Test func `a file that takes too long is tried twice and held, and the next one is read`() async throws {
    let checker = try Self.checker(time: .seconds(2))
    let (judged, failures) = try await check(.endless, with: checker)
    #expect(judged.verdict == .held)
    #expect(judged.heldBecause?.isEmpty == false)
    #expect(failures.count == 2)
    let good = try #require(HostileFile.all.first { $0.outcome == .accepted && $0.name == "text.pdf" })
    #expect(try await check(good, with: checker).judged.verdict == .accepted)
  }
}
