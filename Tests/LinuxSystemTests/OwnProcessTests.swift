import Glibc
import LinuxSystem
import SystemPackage
import Testing

/// Each runs in a process of its own, since nothing of it can be undone.
struct OwnProcessTests {
  @Test func `limits hold for the process that sets them`() async {
    await #expect(processExitsWith: .success) {
      try ResourceLimits(addressSpace: 8 << 30, openFiles: 64).apply()
      #expect(hardLimit(RLIMIT_CORE) == 0)
      #expect(hardLimit(RLIMIT_AS) == 8 << 30)
      #expect(hardLimit(RLIMIT_NOFILE) == 64)
      let isMapped = unsafe mmap(nil, 9 << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
      #expect(!isMapped)
    }
  }

  @Test func `a file is not written beyond the limit, and the process lives on`() async {
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryFolder()
      let file = try Directory(at: temporary.path).createFile("file")
      ProcessRestrictions.ignoreFileSizeSignal()
      try ResourceLimits(fileSize: 2).apply()
      try file.writeAll([1, 2])
      #expect(throws: Errno.fileTooLarge) { try file.writeAll([3]) }
    }
  }

  @Test func `all processor time is limited at once, with a limit behind the limit`() async {
    await #expect(processExitsWith: .signal(SIGXCPU)) {
      try ResourceLimits(processorTime: 1).apply()
      var limit = rlimit()
      _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
      #expect(limit.rlim_max == 6)
      while true {}
    }
  }

  @Test func `a stricter limit that is there already is kept`() async {
    await #expect(processExitsWith: .success) {
      try ResourceLimits(openFiles: 64).apply()
      try ResourceLimits(openFiles: 128).apply()
      #expect(hardLimit(RLIMIT_NOFILE) == 64)
    }
  }

  @Test func `a process that uses up its time is killed`() async {
    await #expect(processExitsWith: .signal(SIGXCPU)) {
      try ResourceLimits(addressSpace: nil).apply()
      try ResourceLimits.allowProcessorTime(seconds: 0)
      while true {}
    }
  }

  @Test func `the next piece of work gets time of its own`() async {
    await #expect(processExitsWith: .success) {
      try ResourceLimits.allowProcessorTime(seconds: 5)
      try ResourceLimits.allowProcessorTime(seconds: 500)
      var limit = rlimit()
      _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
      #expect(limit.rlim_cur >= 500)
    }
  }

  @Test func `what a process gives up it is without`() async {
    await #expect(processExitsWith: .success) {
      try ProcessRestrictions.forbidNewPrivileges()
      try ProcessRestrictions.forbidInspection()
      try ProcessRestrictions.dieWithParent()
      let status = try Directory(at: "/proc/thread-self").openForReading("status").readAll(upTo: 1 << 20)
      #expect(String(decoding: status, as: UTF8.self).contains("NoNewPrivs:\t1\n"))
      #expect(parentDeathSignal() == SIGKILL)
      #expect(isDumpable() == 0)
    }
  }
}

private func hardLimit(_ resource: __rlimit_resource) -> UInt? {
  var limit = rlimit()
  guard unsafe getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_cur == limit.rlim_max else {
    return nil
  }
  return limit.rlim_max
}

/// prctl(2) takes any number of arguments, which Swift cannot call by name.
private func processControl(_ option: CInt, _ result: UnsafeMutablePointer<CInt>?) -> CInt? {
  typealias Control = @convention(c) (CInt, UnsafeMutablePointer<CInt>?) -> CInt
  guard let symbol = unsafe dlsym(nil, "prctl") else { return nil }
  return unsafe unsafeBitCast(symbol, to: Control.self)(option, result)
}

private func parentDeathSignal() -> CInt? {
  var signal: CInt = -1
  let PR_GET_PDEATHSIG: CInt = 2
  return unsafe processControl(PR_GET_PDEATHSIG, &signal) == 0 ? signal : nil
}

private func isDumpable() -> CInt? {
  let PR_GET_DUMPABLE: CInt = 3
  return processControl(PR_GET_DUMPABLE, nil)
}
