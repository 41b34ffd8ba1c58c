import Daemon
import Findings
import Foundation
import LinuxSystem
import ReportModel
import SystemPackage
import TestFixtures
import Testing

/// Formats of old, the whole way: converted by an office suite, then read.
@Suite(.serialized, .enabled(if: OfficeSuite.isInstalled, Comment(rawValue: OfficeSuite.missing)))
struct OldFormatTests {
  private func check(_ bytes: [UInt8], name: String) async throws -> JudgedReport {
    var configuration = Configuration()
    configuration.limits.time = .seconds(120)
    let checker = try Checker(
      configuration, judge: Judge(forms: try FormLibrary.builtIn(), severities: [:]), onMissingLandlock: {})
    let scratch = try Scratch()
    let path = try scratch.write(bytes, to: name)
    let file = OwnedDescriptor(
      taking: try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec]).rawValue)
    return try await checker.check(file, name: name)
  }

  private func figures(of judged: JudgedReport) -> [String: Decimal] {
    let read = (judged.report?.figures ?? []).compactMap { figure in
      Decimal(string: figure.figure.description).map { (figure.id, $0) }
    }
    return Dictionary(read) { first, _ in first }
  }

  @Test(arguments: try Corpus.oldDocuments())
  func `a document of old is accepted with every figure`(_ report: Corpus.Report) async throws {
    let judged = try await check(Corpus.bytes(report.file), name: report.file)
    #expect(judged.findings.map(\.message) == [])
    #expect(judged.verdict == .accepted)
    #expect(figures(of: judged) == report.expected.figures)
  }

  @Test(arguments: ["doc", "rtf"])
  func `a blank cell stays where it is`(_ format: String) async throws {
    var source = ReportSource(figures: try #require(try Corpus.expectations()["qinghe-2024"]).figures)
    source.blanks = ["requests.refused.prohibited_by_law.public_interest"]
    let files = try await OfficeSuite.convert(["report": OpenDocument(source)], to: format)
    let judged = try await check(try #require(files["report"]), name: "report.\(format)")
    let finding = try #require(judged.findings.first)
    #expect(judged.findings.count == 1 && finding.rule == "blank-cell")
    #expect(finding.place.row == "refused.prohibited_by_law" && finding.place.column == "public_interest")
    #expect(figures(of: judged) == source.readable)
  }
}
