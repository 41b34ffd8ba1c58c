import Testing

/// The unit and what comes with it, on a Debian machine that has no toolchain.
@Suite(
  .enabled(if: MachineRequirements.areMet, "standard error names what a booted machine needs"),
  .machine, .timeLimit(.minutes(15)))
struct UnitTests {
  private let machine: Machine

  init() throws {
    machine = try #require(Machine.current)
  }

  @Test func `systemd finds nothing wrong with the unit`() async throws {
    let result = try await machine.run(["systemd-analyze", "verify", "--man=no", "nianbaod.service"])
    #expect(result.succeeded && result.standardOutput.isEmpty && result.standardError.isEmpty, "\(result)")
  }

  @Test func `the unit exposes next to nothing`() async throws {
    // The threshold is ten times the level that is printed: 0.6.
    let result = try await machine.run(["systemd-analyze", "security", "--threshold=6", "nianbaod.service"])
    #expect(result.succeeded, "\(result)")
    #expect(result.standardOutput.contains("Overall exposure level for nianbaod.service"))
  }

  @Test func `the service's user cannot log in`() async throws {
    try await machine.require(["systemd-sysusers"])
    let user = try await machine.require(["getent", "passwd", "nianbaod"])
    #expect(user.hasSuffix(":/var/lib/nianbaod:/usr/sbin/nologin\n"), "\(user)")
    #expect(try await machine.require(["id", "--name", "--groups", "nianbaod"]) == "nianbaod\n")
  }

  @Test(arguments: [
    ("", "2770"), ("/inbox", "2770"), ("/accepted", "2770"), ("/rejected", "2770"), ("/held", "2770"),
    ("/.work", "700"),
  ])
  func `a folder of the spool belongs to the service`(folder: String, mode: String) async throws {
    try await machine.require(["systemd-sysusers"])
    try await machine.require(["systemd-tmpfiles", "--create", "nianbaod.conf"])
    let status = try await machine.require(["stat", "--format", "%F %a %U:%G", "/srv/nianbao\(folder)"])
    #expect(status == "directory \(mode) nianbaod:nianbaod\n")
  }

  @Test(arguments: [
    "/usr/bin/nianbaod", "/usr/libexec/nianbaod/nianbaod-convert", "/usr/libexec/nianbaod/nianbaod-extract",
  ])
  func `a program finds its libraries among the packages of the machine`(program: String) async throws {
    let libraries = try await machine.require(["ldd", program])
    #expect(libraries.contains("libc.so.6 => /"))
    #expect(!libraries.contains("not found"), "\(libraries)")
    #expect(!libraries.contains("swift"), "\(libraries)")
  }
}
