import ArgumentParser
import Rendering
import SystemPackage

/// What goes wrong is said on standard error, in one line that begins with the program's name.
enum Complaint {
  /// File names and texts of files may be in it: what would command a terminal is shown instead.
  static func say(_ text: String) {
    // Nothing is left to be done when standard error cannot be written.
    _ = try? FileDescriptor.standardError.writeAll("nianbaod: \(text.shown(limit: 2000))\n".utf8)
  }

  /// Says what is wrong; the result, thrown, ends the program.
  static func end(_ text: String, with status: ExitCode) -> ExitCode {
    say(text)
    return status
  }
}
