import Foundation
import Testing

/// What the programs are made of.
@Suite struct ProgramTests {
  /// The libraries that a program needs, and those that these need.
  private func libraries(of program: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/ldd")
    process.arguments = [RunningDaemon.programs.appending(path: program).path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    try #require(text.contains("libc.so.6"))
    return text
  }

  /// A parser of hostile files never runs in the daemon, nor where another program is started.
  @Test(arguments: ["nianbaod", "nianbaod-convert"], ["libpoppler", "libxml2", "libzip"])
  func `no reader of documents is part of it`(_ program: String, _ library: String) throws {
    #expect(try !libraries(of: program).contains(library))
  }

  @Test func `the worker is what reads documents, and what shuts itself in`() throws {
    let libraries = try libraries(of: "nianbaod-extract")
    for library in ["libpoppler", "libxml2", "libzip", "libseccomp"] { #expect(libraries.contains(library)) }
    for library in ["libsqlite3", "libsystemd"] { #expect(!libraries.contains(library)) }
  }
}
