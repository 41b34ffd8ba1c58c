import Foundation
import FuzzHarnesses
import Testing

/// What fuzzing once broke, kept in `Regressions/<harness>`: none of it may trap again, or take long.
@Suite struct RegressionTests {
  struct Input: Sendable, CustomStringConvertible {
    var harness: Harness
    var file: URL

    var description: String { "\(harness.rawValue)/\(file.lastPathComponent)" }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Regressions")

  private static func inputs() throws -> [Input] {
    try Harness.allCases.flatMap { harness in
      let folder = folder.appending(path: harness.rawValue)
      guard FileManager.default.fileExists(atPath: folder.path) else { return [Input]() }
      return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
        .map { Input(harness: harness, file: $0) }
    }
  }

  @Test(arguments: try inputs())
  func `what once broke a reader is read within seconds`(_ input: Input) throws {
    let bytes = [UInt8](try Data(contentsOf: input.file))
    let runner = try HarnessRunner()
    let time = ContinuousClock().measure { runner.run(input.harness, on: bytes) }
    // Without optimisation, on a machine that builds at the same time.
    #expect(time < .seconds(5))
  }

  @Test func `every folder of regressions belongs to a harness`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    #expect(Set(folders.map(\.lastPathComponent)).subtracting(Harness.allCases.map(\.rawValue)) == [])
  }
}
