import Foundation
import Glibc
import LinuxSystem
import Testing

/// What a worker can do once it is shut in, tried by a real process.
@Suite struct ReaderSandboxTests {
  @Test(arguments: [
    "socket inet", "socket inet6 datagram", "socket netlink", "socket unix", "socket unix datagram",
    "fork", "fork with clone3", "thread", "namespace", "ring",
    "trace parent", "read parent", "kill parent", "kill all", "limit parent",
    "map code", "make code",
  ])
  func `what a worker has no business with is refused`(_ attempt: String) throws {
    #expect(try Probe.run("reader", attempt) == Probe.Result(answer: "EPERM", end: .exited(code: 0)))
  }

  /// What fails anyway proves nothing.
  @Test(arguments: [
    "socket inet", "socket unix", "fork", "fork with clone3", "thread", "kill parent", "kill all", "map code",
    "make code", "allocate",
  ])
  func `without the sandbox the same succeeds`(_ attempt: String) throws {
    #expect(try Probe.run("free", attempt).answer == "done")
  }

  @Test(arguments: ["execute", "spawn"]) func `it starts no program`(_ attempt: String) throws {
    #expect(try Probe.run("free", "spawn", "/usr/bin/true").answer == "done")
    #expect(try Probe.run("reader", attempt, "/usr/bin/true").answer == "EPERM")
  }

  @Test(arguments: ["write", "open for both", "cut off", "remove", "change mode", "write much"])
  func `it changes no file`(_ attempt: String) throws {
    let folder = try ProbeFolder()
    #expect(try Probe.run("reader", attempt, folder.file).answer == "EPERM")
    #expect(try String(contentsOfFile: folder.file, encoding: .utf8) == "text")
    #expect(try Probe.run("free", attempt, folder.file).answer == "done")
  }

  @Test(arguments: ["write", "link", "make fifo"]) func `it makes no file`(_ attempt: String) throws {
    let folder = try ProbeFolder()
    let path = folder.url.appending(path: "new").path
    #expect(try Probe.run("reader", attempt, path).answer == "EPERM")
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try Probe.run("reader", "make nameless file", folder.url.path).answer == "EPERM")
    #expect(try Probe.run("free", attempt, path).answer == "done")
  }

  @Test func `it reaches no socket of another program`() throws {
    let path = try ProbeFolder().listen(at: "socket")
    #expect(try Probe.run("reader", "connect", path).answer == "EPERM")
  }

  @Test(.enabled(if: Probe.hasLandlock), arguments: ["/etc/passwd", "/proc/self/environ", "/usr/bin/env"])
  func `it reads no file`(_ path: String) throws {
    #expect(try Probe.run("free", "read", path).answer == "done")
    #expect(try Probe.run("reader", "read", path).answer == "EACCES")
  }

  @Test(.enabled(if: Probe.hasLandlock), arguments: ["/", "/etc", "/tmp"]) func `it lists no folder`(_ path: String)
    throws
  {
    #expect(try Probe.run("reader", "list", path).answer == "EACCES")
  }

  /// They are opened when a file needs them.
  @Test func `it reads the character maps of Chinese PDF files`() throws {
    let maps = "/usr/share/poppler/cMap/Adobe-GB1"
    try #require(FileManager.default.fileExists(atPath: maps), "poppler-data is not installed (`make deps`)")
    #expect(try Probe.run("reader", "list", maps).answer == "done")
    #expect(try Probe.run("reader", "read", maps + "/GBK-EUC-H").answer == "done")
    #expect(try Probe.run("reader", "open for both", maps + "/GBK-EUC-H").answer == "EPERM")
  }

  @Test func `it has no more descriptors than it needs`() throws {
    #expect(try Probe.run("reader", "open many", "/usr/share/poppler").answer == "EMFILE")
  }

  @Test func `memory beyond the limit is not given`() throws {
    #expect(try Probe.run("reader", "allocate").answer == "ENOMEM")
  }

  @Test func `a crash for want of memory is told apart from others`() throws {
    #expect(try Probe.run("reader", "fill memory").end == .exited(code: 42))
    let crashed = try Probe.run("reader", "crash").end
    #expect([SIGILL, SIGTRAP].map { .killed(signal: Int($0)) }.contains(crashed), "\(crashed)")
  }

  @Test func `processor time beyond the limit ends it`() throws {
    #expect(try Probe.run("reader", "compute").end == .killed(signal: Int(SIGXCPU)))
  }

  @Test func `without Landlock the filter of system calls stands alone`() throws {
    #expect(try Probe.run("reader,landlock_create_ruleset", "read", "/etc/passwd").answer == "done")
    for attempt in ["socket inet", "fork", "thread", "kill parent", "map code"] {
      #expect(try Probe.run("reader,landlock_create_ruleset", attempt).answer == "EPERM")
    }
    let folder = try ProbeFolder()
    #expect(try Probe.run("reader,landlock_create_ruleset", "write", folder.file).answer == "EPERM")
  }

  @Test func `without a filter of system calls it refuses to work`() throws {
    let answer = try #require(try Probe.run("reader,seccomp", "read", "/usr/share/poppler").answer)
    #expect(answer != "done" && answer.contains("filter"), "\(answer)")
  }
}
