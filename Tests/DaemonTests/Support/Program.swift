import Foundation

/// A run of the program to its end.
enum Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = RunningDaemon.programs.appending(path: "nianbaod")
    process.arguments = arguments
    let scratch = try Scratch()
    let (output, errors) = (try scratch.handle("output"), try scratch.handle("errors"))
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: scratch.url("output"), encoding: .utf8),
      errors: try String(contentsOf: scratch.url("errors"), encoding: .utf8))
  }
}

extension Scratch {
  fileprivate func handle(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: url(name))
  }
}
