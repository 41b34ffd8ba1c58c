import Foundation

/// A folder that goes when the test does.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "nianbaod-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  @discardableResult
  func write(_ text: String, to path: String) throws -> String {
    try write(Array(text.utf8), to: path)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to path: String) throws -> String {
    let url = url(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a script that can be run.
  ///
  /// Another process writes it: a descriptor of ours, which a child that is just being started inherits for a moment,
  /// would make it "text file busy".
  @discardableResult
  func writeProgram(_ script: String, to path: String) throws -> String {
    let source = try write(script + "\n", to: path + ".source")
    let target = url(path).path
    let install = try Process.run(URL(filePath: "/usr/bin/install"), arguments: ["-m", "755", source, target])
    install.waitUntilExit()
    return target
  }

  /// Copies programs into `bin`, where a test may put others beside them.
  func copyPrograms(_ names: [String]) throws {
    try FileManager.default.createDirectory(at: url("bin"), withIntermediateDirectories: true)
    let sources = names.map { RunningDaemon.programs.appending(path: $0).path }
    // Not by this process, for the same reason.
    let copy = try Process.run(URL(filePath: "/usr/bin/cp"), arguments: sources + [url("bin").path])
    copy.waitUntilExit()
  }
}
