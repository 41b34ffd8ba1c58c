import Glibc
package import LinuxSystem
package import SystemPackage

/// Where hostile files are read: a process that computes and answers, and does nothing else.
///
/// Whatever is to be read later on has to be open before, but for the data of ``folders``.
package enum ReaderSandbox {
  /// Read as they are needed: the character maps of Chinese PDF files that embed none.
  package static let folders: [FilePath] = ["/usr/share/poppler"]

  /// Shuts the process in for good. To be called while it has one thread.
  ///
  /// - Parameter limits: What it may use up; files, processes and descriptors are limited in any case.
  /// - Returns: What holds from now on.
  /// - Throws: ``SandboxError`` when the process cannot be shut in.
  package static func enter(limits: ResourceLimits) throws(SandboxError) -> Confinement {
    try SandboxError.explaining("the limits cannot be set") { () throws(Errno) in
      try ProcessRestrictions.forbidInspection()
      try restrict(limits).apply()
    }
    let confinement = try Confinement.restrictFiles { ruleset throws(Errno) in
      for folder in folders { try ruleset.allow(.read, below: folder) }
    }
    try filter().load()
    return confinement
  }

  private static func restrict(_ limits: ResourceLimits) throws(Errno) -> ResourceLimits {
    var limits = limits
    limits.openFiles = 16
    limits.processes = 0
    // Standard error may be a file, as in `nianbaod check 2>log`, which a last word has to reach.
    if try !standardErrorIsFile() { limits.fileSize = 0 }
    ProcessRestrictions.ignoreFileSizeSignal()
    return limits
  }

  private static func standardErrorIsFile() throws(Errno) -> Bool {
    var status = stat()
    guard unsafe fstat(STDERR_FILENO, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// What is not named here fails with `EPERM`, like a call that an administrator has forbidden.
  private static func filter() throws(SandboxError) -> SystemCallFilter {
    let filter = try SystemCallFilter(otherwise: .refused(.notPermitted))
    // Memory. None of it can be made code, neither now nor later.
    try filter.allow("mmap", "mprotect", when: .argument(2, lacks: PROT_EXEC))
    try filter.allow("brk", "madvise", "mremap", "munmap")
    // Files that were passed along or lie in `folders`.
    let changing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | temporaryFile
    try filter.allow("open", when: .argument(1, lacks: changing))
    try filter.allow("openat", when: .argument(2, lacks: changing))
    try filter.allow("close", "fstat", "getdents64", "lseek", "newfstatat", "pread64", "preadv", "read", "readv")
    for command in [F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC] {
      try filter.allow("fcntl", when: .argument(1, equals: Int(command)))
    }
    // The conversation with the daemon, over the socket that is open, and a last word.
    try filter.allow("poll", "ppoll", "recvfrom", "recvmsg", "write", "writev")
    try filter.allow("sendto", when: .argument(4, equals: 0))
    // Itself: signals, time, chance, limits, the end.
    try filter.allow("tgkill", when: .argument(0, equals: CurrentProcess.identifier))
    try filter.allow("prlimit64", when: .argument(0, equals: 0))
    try filter.allow(
      "clock_gettime", "exit", "exit_group", "futex", "getpid", "getrandom", "getrlimit", "getrusage", "gettid",
      "gettimeofday", "restart_syscall", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sched_yield",
      "setrlimit", "sigaltstack", "time")
    return filter
  }

  /// `__O_TMPFILE`, which the C library's header keeps to itself.
  private static let temporaryFile: Int32 = 0o20000000
}
