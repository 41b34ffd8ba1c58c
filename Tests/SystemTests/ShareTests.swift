import Foundation
import Testing

/// The share that etc/samba/nianbaod.conf describes, served by a real smbd to a real client.
@Suite(
  .enabled(if: MachineRequirements.areMet, "standard error names what a booted machine needs"),
  .machine(.base(with: "samba", "smbclient")), .serialized, .timeLimit(.minutes(15)))
struct ShareTests {
  private let machine: Machine

  init() async throws {
    machine = try #require(Machine.current)
    try await machine.require(["systemd-sysusers"])
    try await machine.require(["systemd-tmpfiles", "--create", "nianbaod.conf"])
    let example = "/usr/share/doc/nianbaod/examples/samba/nianbaod.conf"
    let configuration = """
      [global]
      netbios name = intake
      bind interfaces only = yes
      interfaces = lo
      include = \(example)

      """
    try Data(configuration.utf8).write(to: machine.root.appending(path: "etc/samba/smb.conf"))
    if try await !machine.run(["id", "clerk"]).succeeded {
      try await machine.require(["useradd", "--groups", "nianbaod", "clerk"])
      try await machine.require(["sh", "-c", #"printf 'secret\nsecret\n' | smbpasswd -s -a clerk"#])
    }
    try await machine.require(["systemctl", "start", "smbd"])
  }

  @Test func `samba understands the whole example`() async throws {
    let result = try await machine.run(["testparm", "--suppress-prompt"])
    #expect(result.succeeded && result.standardError.contains("Loaded services file OK."), "\(result)")
    #expect(!result.standardError.contains("Unknown parameter"), "\(result)")
    #expect(!result.standardError.contains("WARNING"), "\(result)")
  }

  @Test func `a clerk's report keeps its owner and is the service's to take`() async throws {
    try await machine.require(["sh", "-c", "echo report >/root/report.docx"])
    try await share("mkdir inbox/小店镇; put /root/report.docx inbox/小店镇/报告.docx")

    let office = "/srv/nianbao/inbox/小店镇"
    let status = try await machine.require(["stat", "--format", "%a %U:%G", office, "\(office)/报告.docx"])
    #expect(status == "2770 clerk:nianbaod\n660 clerk:nianbaod\n")
    try await machine.require(
      ["setpriv", "--reuid=nianbaod", "--regid=nianbaod", "--clear-groups"]
        + ["mv", "\(office)/报告.docx", "/srv/nianbao/.work/"])
  }

  @Test func `claimed files are in nobody's reach`() async throws {
    try await machine.require(["sh", "-c", "echo claimed >/srv/nianbao/.work/claimed.docx"])
    let listing = try await share("ls")
    #expect(listing.standardOutput.contains("inbox") && !listing.standardOutput.contains(".work"), "\(listing)")
    let fetched = try await share("get .work/claimed.docx /root/stolen.docx")
    #expect(fetched.standardOutput.contains("NT_STATUS_OBJECT_PATH_NOT_FOUND"), "\(fetched)")
    #expect(try await !machine.run(["test", "-e", "/root/stolen.docx"]).succeeded)
  }

  @discardableResult
  private func share(_ commands: String) async throws -> CommandResult {
    try await machine.run(["smbclient", "//127.0.0.1/年报", "--user", "clerk%secret", "--command", commands])
  }
}
