import ArgumentParser
import Findings
import Glibc
import Rendering
import ReportModel
import SystemPackage

/// Prints verdicts in the order of the arguments, however they come in, and draws the exit status.
struct VerdictPrinter {
  private let format: CheckCommand.Format
  private let total: Int
  private let showsProgress: Bool
  private let colours: Bool
  private var early: [Int: CheckedFile] = [:]
  private var next = 0
  private var taken = 0
  private var collected: [JudgedReport] = []
  private var hasRejected = false
  private var hasHeld = false
  private var hasUnopened = false

  init(format: CheckCommand.Format, total: Int) {
    self.format = format
    self.total = total
    colours = isatty(STDOUT_FILENO) == 1
    // Progress and verdicts on one terminal would run into each other.
    showsProgress = total > 1 && isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1
  }

  mutating func take(_ file: CheckedFile, at index: Int) {
    early[index] = file
    taken += 1
    showProgress()
    while let file = early.removeValue(forKey: next) {
      next += 1
      print(file)
    }
  }

  mutating func finish() {
    if showsProgress { write("\r\u{1B}[K", to: .standardError) }
    if format == .sarif { write(DiagnosticsSARIF.render(collected) + [UInt8(ascii: "\n")], to: .standardOutput) }
  }

  /// `nil` when all were accepted.
  var status: ExitCode? {
    if hasUnopened { return .noInput }
    if hasHeld { return .someUndecided }
    return hasRejected ? .someRejected : nil
  }

  private mutating func print(_ file: CheckedFile) {
    switch file {
    case .unopened(let path, let reason):
      hasUnopened = true
      Complaint.say("\(path) cannot be opened: \(reason)")
    case .judged(let judged):
      hasRejected = hasRejected || judged.verdict == .rejected
      hasHeld = hasHeld || judged.verdict == .held
      switch format {
      case .text: write(DiagnosticsText.render(judged, coloured: colours), to: .standardOutput)
      case .json: write(DiagnosticsJSON.render(judged) + [UInt8(ascii: "\n")], to: .standardOutput)
      case .html: write(DiagnosticsPage.render(judged), to: .standardOutput)
      case .sarif: collected.append(judged)
      }
    }
  }

  private func showProgress() {
    guard showsProgress else { return }
    write("\r\(taken) of \(total)\u{1B}[K", to: .standardError)
  }

  private func write(_ bytes: some Sequence<UInt8>, to descriptor: FileDescriptor) {
    // A reader that has gone away, as head(1) does, ends the program by SIGPIPE.
    _ = try? descriptor.writeAll(bytes)
  }

  private func write(_ text: String, to descriptor: FileDescriptor) {
    write(text.utf8, to: descriptor)
  }
}
