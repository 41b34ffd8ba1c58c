import Daemon
import DocumentModel
import Foundation
import LinuxSystem
import Synchronization
import SystemPackage
import TestFixtures
import Testing

/// What becomes of a conversion when the office suite does not do as it should; its part is played by scripts.
@Suite(.timeLimit(.minutes(10))) struct ConversionTests {
  private let scratch: Scratch
  /// Where conversions have their folders.
  private let temporary = FileManager.default.temporaryDirectory

  init() throws {
    scratch = try Scratch()
    // It need only look complete.
    for file in ["soffice.bin", "libswlo.so"] { try scratch.write("", to: "suite/program/\(file)") }
  }

  /// A converter that is a script, which has greeted and is told `doc SUITE FOLDER …`.
  private func converter(_ script: String, seconds: Int = 30) throws -> Converter {
    let path = try scratch.writeProgram("#!/bin/sh\n\(Greeting.ready)\n\(script)", to: "convert.sh")
    var limits = Configuration.Limits()
    limits.time = .seconds(seconds)
    return try Converter(
      program: ConversionProgram(
        executable: FilePath(path), suites: [LibreOffice(folder: FilePath(scratch.url("suite").path))],
        limits: limits))
  }

  private func file() throws -> OwnedDescriptor {
    let path = FilePath(try scratch.write("old", to: "report.doc"))
    return OwnedDescriptor(taking: try FileDescriptor.open(path, .readOnly, options: .closeOnExec).rawValue)
  }

  /// Converts in vain.
  ///
  /// - Returns: What was told.
  private func failures(of converter: Converter) async throws -> [ConversionFailure] {
    let told = Mutex<[ConversionFailure]>([])
    let error = await #expect(throws: ConversionFailure.self) {
      _ = try await converter.convert(try file(), from: .doc) { failure in told.withLock { $0.append(failure) } }
    }
    let failures = told.withLock { $0 }
    #expect(failures.last == error)
    return failures
  }

  @Test func `what the suite leaves is handed on, and nothing else is left`() async throws {
    let converter = try converter(
      "echo $3 >\(scratch.url("folder").path); stat -c %a $3 >>\(scratch.url("folder").path)"
        + "; mkdir $3/out; echo new >$3/out/report.odt; ln -s / $3/link; exit 0")
    let converted = try await converter.convert(try file(), from: .doc)
    #expect(try converted.readAll(upTo: 100) == Array("new\n".utf8))
    let lines = try String(contentsOf: scratch.url("folder"), encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.last == "700")
    #expect(!FileManager.default.fileExists(atPath: try #require(lines.first)))
    #expect(FileManager.default.fileExists(atPath: "/etc"))
  }

  @Test func `a suite that wants to be started again is, in the same folder`() async throws {
    let converter = try converter(
      "mkdir $3/profile && exit 81; mkdir $3/out; echo new >$3/out/report.odt; exit 0")
    let converted = try await converter.convert(try file(), from: .doc)
    #expect(try converted.readAll(upTo: 100) == Array("new\n".utf8))
  }

  @Test func `without a suite it is told what to install, once`() async throws {
    let program = ConversionProgram(
      executable: "/nonexistent", suites: [LibreOffice(folder: "/nonexistent")], limits: Configuration.Limits())
    let failures = try await failures(of: try Converter(program: program))
    #expect(failures == [.notInstalled(for: .doc)])
    #expect(failures.first?.description.contains("libreoffice-writer (Debian)") == true)
  }

  @Test func `a suite that dies is tried once more`() async throws {
    let failures = try await failures(of: try converter("kill -SEGV $$"))
    #expect(failures == [.ended(.killed(signal: 11)), .ended(.killed(signal: 11))])
    #expect(failures.first?.description.hasPrefix("LibreOffice was killed by SIGSEGV") == true)
  }

  @Test func `a suite that hangs is ended with all that it has started`() async throws {
    let processes = scratch.url("processes")
    let started = ContinuousClock.now
    let failures = try await failures(
      of: try converter("sleep 600 & echo $! >>\(processes.path); wait", seconds: 1))
    #expect(failures == [.timedOut(.seconds(1)), .timedOut(.seconds(1))])
    #expect(ContinuousClock.now - started < .seconds(300))
    let left = try String(contentsOf: processes, encoding: .utf8).split(separator: "\n").compactMap { pid_t($0) }
    #expect(left.count == 2)
    // They may still be on their way out.
    for process in left {
      let isGone = (0..<500).contains { _ in
        usleep(10_000)
        return kill(process, 0) != 0 || isZombie(process)
      }
      #expect(isGone)
    }
  }

  @Test(arguments: [
    "exit 0", "mkdir $3/out; ln -s /etc/passwd $3/out/report.odt", "mkdir -p $3/out/report.odt",
    "mkdir $3/out; mkfifo $3/out/report.odt", "ln -s /etc $3/out",
  ])
  func `what is no file is no result`(_ script: String) async throws {
    let failures = try await failures(of: try converter("\(script); exit 0"))
    guard case .noResult = failures.first else {
      Issue.record("\(failures)")
      return
    }
    #expect(failures.count == 2)
  }

  @Test func `a program that refuses to work is told with its reason`() async throws {
    let path = try scratch.writeProgram("#!/bin/sh\n\(Greeting.refused("no filter"))", to: "convert.sh")
    let program = ConversionProgram(
      executable: FilePath(path), suites: [LibreOffice(folder: FilePath(scratch.url("suite").path))],
      limits: Configuration.Limits())
    let failures = try await failures(of: try Converter(program: program))
    #expect(failures.first == .notStarted("\(path): no filter"))
  }

  private func isZombie(_ process: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    return status?.contains("State:\tZ") ?? true
  }
}
