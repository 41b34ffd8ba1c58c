import Foundation
import TestFixtures
import Testing

/// The command that judges files where they lie.
@Suite struct CheckTests {
  private struct Judged: Decodable {
    struct File: Decodable {
      var name: String
    }
    struct Report: Decodable {
      var office: String
      var year: Int
      var figures: [String: Decimal]
    }
    struct Finding: Decodable {
      var rule: String
      var place: [String: Place]
      var found: String?
      var expected: String?
    }
    enum Place: Decodable, Equatable {
      case number(Int)
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
          if let number = try? container.decode(Int.self) { .number(number) } else {
            .text(try container.decode(String.self))
          }
      }
    }
    var schema: String
    var verdict: String
    var file: File
    var report: Report?
    var findings: [Finding]
  }

  private func check(_ files: [String], configuration: String = "") throws -> (result: Program.Result, judged: [Judged])
  {
    let scratch = try Scratch()
    let path = try scratch.write(configuration, to: "nianbaod.yaml")
    let result = try Program.run(["check", "--config", path, "--format", "json"] + files)
    let lines = result.output.split(separator: "\n")
    return (result, try lines.map { try JSONDecoder().decode(Judged.self, from: Data($0.utf8)) })
  }

  private var oneWrongCell: String {
    get throws { try Corpus.text().replacingOnly("（七）总计 284 26 18 52 23 17 420", with: "（七）总计 284 26 18 52 23 17 421") }
  }

  @Test func `the corpus is accepted, with all figures, in the order of the arguments`() throws {
    let reports = try Corpus.texts()
    let (result, judged) = try check(reports.map { Corpus.folder.appending(path: $0.file).path })
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(judged.map(\.file.name) == reports.map(\.file))
    for (judged, report) in zip(judged, reports) {
      #expect(judged.schema == "nianbaod/diagnostics/1")
      #expect(judged.verdict == "accepted")
      #expect(judged.report?.office == report.expected.office)
      #expect(judged.report?.year == report.expected.year)
      #expect(judged.report?.figures == report.expected.figures)
    }
  }

  @Test func `one wrong cell is named once`() throws {
    let scratch = try Scratch()
    let (result, judged) = try check([try scratch.write(oneWrongCell, to: "wrong.txt")])
    #expect(result.status == 1)
    let finding = try #require(judged.first?.findings.first)
    #expect(judged.first?.findings.count == 1)
    #expect(finding.place["row"] == .text("concluded"))
    #expect(finding.place["column"] == .text("total"))
    #expect(finding.place["line"] == .number(178))
    #expect((finding.found, finding.expected) == ("421", "420"))
  }

  @Test func `a file that is not there ends with 66, and the others are judged`() throws {
    let good = Corpus.folder.appending(path: "qinghe-2024.raw.txt").path
    let (result, judged) = try check(["/nonexistent/report.txt", good, "/dev/null", "/etc"])
    #expect(result.status == 66)
    #expect(judged.map(\.verdict) == ["accepted"])
    #expect(result.errors.contains("/nonexistent/report.txt cannot be opened"))
    #expect(result.errors.contains("/dev/null cannot be opened: it is not a regular file"))
  }

  @Test func `no file at all is a wrong use`() throws {
    #expect(try Program.run(["check"]).status == 64)
  }

  @Test func `severities of the configuration decide`() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      Corpus.text().replacingOnly("一、总体情况", with: "总体情况"), to: "report.txt")
    #expect(try check([path]).result.status == 0)
    #expect(try check([path], configuration: "severities: { section-heading: error }").result.status == 1)
    #expect(
      try check([path], configuration: "severities: { section-heading: off }").judged.first?.findings.isEmpty == true)
  }

  @Test func `a file above the limit is refused unread`() throws {
    let (result, judged) = try check(
      [Corpus.folder.appending(path: "qinghe-2024.raw.txt").path], configuration: "limits: { file: 1KiB }")
    #expect(result.status == 1)
    #expect(judged.first?.findings.map(\.rule) == ["unreadable"])
  }

  @Test func `a wrong configuration ends with 78 and names file, line and key`() throws {
    let scratch = try Scratch()
    let path = try scratch.write("workers: 2\nsetle: 1s\n", to: "nianbaod.yaml")
    for command in [["check", "--config", path, "x"], ["config", "--config", path], ["run", "--config", path]] {
      let result = try Program.run(command)
      #expect(result.status == 78)
      #expect(result.errors.contains("nianbaod.yaml, line 2: unknown key setle"))
    }
  }

  @Test(arguments: ["text", "html", "sarif"])
  func `every format names the wrong cell`(_ format: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(oneWrongCell, to: "wrong.txt")
    let result = try Program.run(["check", "--format", format, path])
    #expect(result.status == 1)
    #expect(result.output.contains("421") && result.output.contains("420"))
    #expect(result.output.contains("requests-concluded-total") || result.output.contains("（七）总计"))
  }
}
