import Foundation
import Glibc
import LinuxSystem
import Testing

/// What an office suite can do once it is shut in, tried by a real process.
@Suite struct OfficeSandboxTests {
  private let folder: ProbeFolder

  init() throws {
    folder = try ProbeFolder()
  }

  private func attempt(_ name: String, _ path: String = "") throws -> String? {
    try Probe.run("office", name, path, folder: folder.url.path).answer
  }

  @Test(arguments: [
    ("socket inet", "EPERM"), ("socket inet6 datagram", "EPERM"), ("socket netlink", "EPERM"),
    ("socket unix datagram", "EPERM"), ("fork", "EPERM"), ("fork with clone3", "ENOSYS"), ("namespace", "EPERM"),
    ("ring", "EPERM"), ("trace parent", "EPERM"), ("read parent", "EPERM"), ("kill parent", "EPERM"),
    ("kill all", "EPERM"), ("limit parent", "EPERM"), ("map code", "EPERM"), ("make code", "EPERM"),
  ])
  func `what no office suite has business with is refused`(_ name: String, _ answer: String) throws {
    #expect(try attempt(name) == answer)
  }

  @Test func `it has threads`() throws {
    #expect(try attempt("thread") == "done")
  }

  @Test(arguments: ["read", "write", "open for both", "cut off", "remove"])
  func `its own folder is its own`(_ name: String) throws {
    #expect(try attempt(name, folder.file) == "done")
  }

  @Test(.enabled(if: Probe.hasLandlock), arguments: ["read", "write", "open for both", "cut off", "remove", "link"])
  func `other folders are out of reach`(_ name: String) throws {
    let other = try ProbeFolder()
    let path = name == "link" ? other.url.appending(path: "link").path : other.file
    #expect(try attempt(name, path) == "EACCES")
    #expect(try String(contentsOfFile: other.file, encoding: .utf8) == "text")
  }

  @Test func `the modes of files are not changed, wherever they lie`() throws {
    #expect(try attempt("change mode", try ProbeFolder().file) == "EPERM")
  }

  @Test(.enabled(if: Probe.hasLandlock), arguments: ["/etc/shadow", "/etc/hostname", "/proc/1/cmdline"])
  func `what is not installed is not read`(_ path: String) throws {
    #expect(try attempt("read", path) == "EACCES")
  }

  @Test(arguments: ["/usr/share/poppler", "/usr/lib", "/etc/fonts"]) func `what is installed is read`(_ path: String)
    throws
  {
    try #require(FileManager.default.fileExists(atPath: path))
    #expect(try attempt("list", path) == "done")
  }

  /// The probe names /usr/bin/true as its program, which says nothing and ends well.
  @Test(.enabled(if: Probe.hasLandlock)) func `it becomes its program and no other`() throws {
    let own = try Probe.run("office", "execute", "/usr/bin/true", folder: folder.url.path)
    #expect(own == Probe.Result(answer: nil, end: .exited(code: 0)))
    #expect(try attempt("execute", "/bin/sh") == "EACCES")
    #expect(try attempt("spawn", "/usr/bin/true") == "EPERM")
  }

  @Test func `it reaches no socket of another program`() throws {
    #expect(try attempt("connect", folder.listen(at: "socket")) == "EACCES")
  }

  @Test func `a file beyond the limit is not written`() throws {
    #expect(try attempt("write much", folder.url.appending(path: "large").path) == "EFBIG")
  }

  @Test func `memory and processor time beyond the limit are not given`() throws {
    #expect(try attempt("allocate") == "ENOMEM")
    let computing = try Probe.run("office", "compute", folder: folder.url.path)
    #expect(computing.end == .killed(signal: Int(SIGXCPU)))
  }
}
