import Glibc
package import SystemPackage

/// What this process may use up, before it touches anything that it was sent.
package struct ResourceLimits: Equatable, Sendable {
  /// Bytes of address space, shared libraries included; `nil` leaves it as it is.
  package var addressSpace: Int?
  /// How many descriptors may be open; `nil` leaves it as it is.
  package var openFiles: Int?
  /// Bytes of each file that is written; `nil` leaves it as it is.
  package var fileSize: Int?
  /// How many processes and threads the user may have when this process starts another; `nil` leaves it as it is.
  package var processes: Int?
  /// Seconds of processor time from the start of the process on, for all of its threads; `nil` leaves it as it is.
  package var processorTime: Int?

  package init(
    addressSpace: Int? = nil, openFiles: Int? = nil, fileSize: Int? = nil, processes: Int? = nil,
    processorTime: Int? = nil
  ) {
    self.addressSpace = addressSpace
    self.openFiles = openFiles
    self.fileSize = fileSize
    self.processes = processes
    self.processorTime = processorTime
  }

  /// Sets the limits for good, and that no core file is written: it would hold what others have sent.
  package func apply() throws(Errno) {
    try setLimit(CInt(RLIMIT_CORE.rawValue), to: 0)
    if let addressSpace { try setLimit(CInt(RLIMIT_AS.rawValue), to: addressSpace) }
    if let openFiles { try setLimit(CInt(RLIMIT_NOFILE.rawValue), to: openFiles) }
    if let fileSize { try setLimit(CInt(RLIMIT_FSIZE.rawValue), to: fileSize) }
    if let processes { try setLimit(CInt(__RLIMIT_NPROC.rawValue), to: processes) }
    // The soft limit comes with SIGXCPU, which says what has happened, the hard one with SIGKILL for who takes no notice.
    if let processorTime { try setLimit(CInt(RLIMIT_CPU.rawValue), to: processorTime, hard: processorTime + 5) }
  }

  /// Allows so many more seconds of processor time from now on; then the system kills the process with `SIGXCPU`.
  ///
  /// The system counts from the start of a process. One that lives for many pieces of work calls this before each.
  package static func allowProcessorTime(seconds: Int) throws(Errno) {
    var usage = rusage()
    _ = try checked { unsafe getrusage(CInt(RUSAGE_SELF.rawValue), &usage) }
    // Rounded up twice: one second for each of the two fractions that are cut off.
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 2
    var limit = rlimit()
    _ = try checked { unsafe getrlimit(CInt(RLIMIT_CPU.rawValue), &limit) }
    // The hard limit stays, so that the next piece of work can have more.
    limit.rlim_cur = min(rlim_t(used + seconds), limit.rlim_max)
    _ = try checked { unsafe setrlimit(CInt(RLIMIT_CPU.rawValue), &limit) }
  }

  private func setLimit(_ resource: __rlimit_resource_t, to value: Int, hard: Int? = nil) throws(Errno) {
    var limit = rlimit()
    _ = try checked { unsafe getrlimit(resource, &limit) }
    // Nobody may raise a hard limit again; a stricter one that is there already is kept.
    limit = rlimit(rlim_cur: min(rlim_t(value), limit.rlim_max), rlim_max: min(rlim_t(hard ?? value), limit.rlim_max))
    _ = try checked { unsafe setrlimit(resource, &limit) }
  }
}
