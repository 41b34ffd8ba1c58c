import Glibc

/// How a process has ended. Any of this is a normal result of waiting for it.
package enum TerminationStatus: Equatable, Sendable {
  case exited(code: Int)
  case killed(signal: Int)

  /// Whether the limit of processor time has ended it.
  package var isEndOfProcessorTime: Bool { self == .killed(signal: Int(SIGXCPU)) }
}

extension TerminationStatus {
  /// From what `waitpid(2)` says of a process that has ended.
  init(waitStatus: CInt) {
    let signal = waitStatus & 0x7f
    self = signal == 0 ? .exited(code: Int(waitStatus >> 8 & 0xff)) : .killed(signal: Int(signal))
  }
}

extension TerminationStatus: CustomStringConvertible {
  /// What comes behind the name of the process: `was killed by SIGXCPU (its processor time was used up)`.
  package var description: String {
    switch self {
    case .exited(code: 0): "ended by itself"
    case .exited(let code): "ended with exit status \(code)"
    case .killed(let signal): "was killed by \(Self.words[CInt(signal)] ?? "signal \(signal)")"
    }
  }

  private static let words: [CInt: String] = [
    SIGABRT: "SIGABRT (it gave itself up)",
    SIGBUS: "SIGBUS (it read a mapped file that had become shorter, or broken memory)",
    SIGFPE: "SIGFPE (a calculation without a result)",
    SIGILL: "SIGILL (a check in its own code failed)",
    SIGKILL: "SIGKILL (by an administrator, a deadline or a lack of memory)",
    SIGPIPE: "SIGPIPE (nobody read what it wrote)",
    SIGSEGV: "SIGSEGV (it reached for memory that is not its own)",
    SIGSYS: "SIGSYS (it made a system call that it may not)",
    SIGTERM: "SIGTERM (it was asked to end)",
    SIGTRAP: "SIGTRAP (a check in its own code failed)",
    SIGXCPU: "SIGXCPU (its processor time was used up)",
    SIGXFSZ: "SIGXFSZ (it wrote a file larger than allowed)",
  ]
}
