import ArgumentParser
import Daemon
import Findings
import LinuxSystem
import Rendering
import ReportModel
import Synchronization
import SystemPackage

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Judges files where they lie; moves nothing.",
    discussion: """
      Exit status: 0 all accepted, 1 some rejected, 3 some could not be decided, 64 usage, 66 a file cannot be \
      opened, 78 configuration.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, html, sarif
  }

  @OptionGroup var options: ConfigurationOptions

  @Option(help: "How the findings are printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format = .text

  @Argument(help: "The reports to judge.", completion: .file())
  var files: [String]

  func run() throws {
    let checker = try makeChecker(try options.load())
    let printer = Mutex(VerdictPrinter(format: format, total: files.count))
    let files = files
    // One thread more than workers: judging goes on while they read.
    try TaskThreads(count: checker.width + 1).runBlocking {
      await checker.check(files) { index, file in printer.withLock { $0.take(file, at: index) } }
    }
    try printer.withLock { printer in
      printer.finish()
      if let status = printer.status { throw status }
    }
  }

  private func makeChecker(_ configuration: Configuration) throws -> FileChecker {
    do {
      let checker = try Checker(configuration, judge: try Judge(configuration)) {
        Complaint.say(Checker.missingLandlock)
      }
      return FileChecker(checker: checker, width: configuration.workers)
    } catch let error as ConfigurationError {
      throw Complaint.end(error.description, with: .badConfiguration)
    } catch {
      throw Complaint.end("\(error)", with: .temporaryFailure)
    }
  }
}

/// A file that was asked about: judged, or not to be opened.
enum CheckedFile: Sendable {
  case judged(JudgedReport)
  case unopened(path: String, reason: String)
}

/// Judges files by their paths.
struct FileChecker: Sendable {
  let checker: Checker
  /// How many files are read at the same time.
  let width: Int

  /// Judges files, several at a time, and hands on each as soon as it is done.
  func check(_ paths: [String], done: @Sendable (Int, CheckedFile) -> Void) async {
    // Two files for each worker keep it busy while the answer of the last one is judged.
    let window = 2 * width
    await withTaskGroup(of: (Int, CheckedFile).self) { group in
      for (index, path) in paths.enumerated() {
        if index >= window, let (finished, file) = await group.next() { done(finished, file) }
        group.addTask { (index, await check(path)) }
      }
      for await (finished, file) in group { done(finished, file) }
    }
  }

  private func check(_ path: String) async -> CheckedFile {
    let path = FilePath(path)
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
      let owned = OwnedDescriptor(taking: file.rawValue)
      guard try owned.status().kind == .regular else {
        return .unopened(path: path.string, reason: "it is not a regular file")
      }
      return .judged(
        try await checker.check(owned, name: path.lastComponent?.string ?? path.string) { failure in
          Complaint.say("\(path): \(failure)")
        })
    } catch {
      return .unopened(path: path.string, reason: "\(error)")
    }
  }
}
