import Glibc

/// What is said to an order: one line of JSON.
enum Answer {
  case found(String)
  case timed(Timing)
  case refused(String)

  struct Timing {
    var files: Int
    var seconds: Double
  }

  func send() {
    switch self {
    case .found(let what): print(#"{"found": "\#(what)"}"#)
    case .timed(let timing):
      print(#"{"files": \#(timing.files), "seconds": \#(timing.seconds), "peak_kib": \#(Self.peak)}"#)
    case .refused(let why): print(#"{"error": "\#(why.filter { $0 != "\"" })"}"#)
    }
    fflush(nil)
  }

  /// The most memory that this process has had so far, in KiB.
  private static var peak: Int {
    var usage = rusage()
    unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss
  }
}
