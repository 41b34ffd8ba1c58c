import Foundation
import TestFixtures
import Testing

/// The real LibreOffice, in its sandbox.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: Office.isInstalled, "standard error says what is not tested"))
struct OfficeTests {
  private struct Judged: Decodable {
    struct File: Decodable {
      var format: String
    }
    struct Report: Decodable {
      var figures: [String: Decimal]
    }
    var verdict: String
    var file: File
    var report: Report?
  }

  private func check(_ file: String) throws -> (Judged, Program.Result) {
    let scratch = try Scratch()
    let path = try scratch.write("limits: { time: 2m }\n", to: "nianbaod.yaml")
    let result = try Program.run(["check", "--config", path, "--format", "json", file])
    return (try JSONDecoder().decode(Judged.self, from: Data(result.output.utf8)), result)
  }

  @Test(arguments: ["doc", "rtf"]) func `an old format is judged with all figures, as what it is`(_ format: String)
    throws
  {
    let expected = try Corpus.texts().first { $0.file.hasPrefix("qinghe-2024.") }?.expected.figures
    let (judged, result) = try check(Corpus.folder.appending(path: "qinghe-2024.\(format)").path)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(judged.verdict == "accepted")
    #expect(judged.file.format == format)
    #expect(judged.report?.figures == expected)
  }

  @Test func `nothing of a conversion is left behind`() throws {
    let folder = try Scratch()
    let process = Process()
    process.executableURL = RunningDaemon.programs.appending(path: "nianbaod")
    process.arguments = ["check", "--format", "json", Corpus.folder.appending(path: "qinghe-2024.doc").path]
    process.environment = ["TMPDIR": folder.url("").path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("").path).isEmpty)
  }
}

enum Office {
  /// Whether LibreOffice is here. Where it is not, standard error is told, once, what is not tested.
  static let isInstalled: Bool = {
    let file = "/usr/lib/libreoffice/program/libswlo.so"
    guard !FileManager.default.fileExists(atPath: file) else { return true }
    let text =
      "The conversion of doc and rtf files is NOT tested: there is no \(file) (`make deps-test` installs it).\n"
    FileHandle.standardError.write(Data(text.utf8))
    return false
  }()
}
