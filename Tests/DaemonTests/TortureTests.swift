import Foundation
import TestFixtures
import Testing

/// A short run of `make torture`: the daemon and its workers are killed while reports are dropped in every bad manner.
@Suite(.timeLimit(.minutes(10)), .serialized) struct TortureTests {
  @Test func `whatever is killed, each report gets one outcome, and none before it is whole`() throws {
    guard let result = try torture("--kills", "40", "--patience", "240") else { return }
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("torture: 0 violations"))
  }

  @Test(arguments: ["row", "bytes", "diagnostics"])
  func `what is broken on purpose is found`(_ sabotage: String) throws {
    let arguments = ["--kills", "1", "--seconds", "4", "--writers", "3", "--no-smb", "--sabotage", sabotage]
    guard let result = try torture(arguments) else { return }
    #expect(result.status == 1 && result.output.contains("VIOLATION"), "\(result.output)")
    // A run that has failed keeps its files.
    let kept = result.output.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /torture: all of it is kept in (.+)/).map { String($0.1) }
    }
    for folder in kept { try FileManager.default.removeItem(atPath: folder) }
  }

  private func torture(_ arguments: String...) throws -> (status: Int32, output: String)? {
    try torture(arguments)
  }

  /// How the script ended and what it said; `nil` without Python.
  private func torture(_ arguments: [String]) throws -> (status: Int32, output: String)? {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Torture/torture.py").standardizedFileURL
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3", "-B", script.path, "--built", RunningDaemon.programs.path, "--corpus", Corpus.folder.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      FileHandle.standardError.write(
        Data("python3 is missing (`make deps-test`): kill -9 under load is NOT tested.\n".utf8))
      return nil
    }
    return (process.terminationStatus, said)
  }
}
