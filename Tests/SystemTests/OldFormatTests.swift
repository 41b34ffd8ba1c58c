import Foundation
import TestFixtures
import Testing

/// Files of old formats, on a machine with LibreOffice, under everything that the unit takes away.
@Suite(
  .enabled(if: MachineRequirements.areMet, "standard error names what a booted machine needs"),
  .machine(.base(with: "libreoffice-writer-nogui")), .serialized, .timeLimit(.minutes(30)))
struct OldFormatTests {
  private let machine: Machine
  private let service: InstalledService

  init() throws {
    machine = try #require(Machine.current)
    service = InstalledService(machine: machine)
  }

  @Test(arguments: ["doc", "rtf"]) func `an old format is judged by the service`(_ format: String) async throws {
    try await service.start()
    try service.drop(Corpus.bytes("qinghe-2024.\(format)"), at: "report.\(format)")
    let (folder, journal) = try await service.outcome(of: "report.\(format)")
    #expect(folder == "accepted", "\(journal)")
    #expect(!journal.contains("LibreOffice"))
  }

  @Test func `nothing of it stays in the temporary folder`() async throws {
    let left = try await machine.require(["sh", "-c", "find /tmp/systemd-private-*nianbaod* -mindepth 2"])
    #expect(left.isEmpty)
  }

  @Test func `it needs no more than the unit says`() async throws {
    let property = try await machine.require(["systemctl", "show", "--property", "NRestarts,Result", "nianbaod"])
    #expect(property == "Result=success\nNRestarts=0\n" || property == "NRestarts=0\nResult=success\n", "\(property)")
  }
}

/// The same, on a machine without LibreOffice.
@Suite(
  .enabled(if: MachineRequirements.areMet, "standard error names what a booted machine needs"),
  .machine, .timeLimit(.minutes(15)))
struct MissingOfficeTests {
  @Test func `without LibreOffice an old format is held, and the journal names the package`() async throws {
    let machine = try #require(Machine.current)
    let service = InstalledService(machine: machine)
    try await service.start()
    try service.drop(Corpus.bytes("qinghe-2024.doc"), at: "report.doc")
    let (folder, journal) = try await service.outcome(of: "report.doc")
    #expect(folder == "held")
    #expect(journal.contains("install the package libreoffice-writer (Debian)"), "\(journal)")
    let page = try String(
      contentsOf: machine.root.appending(path: "/srv/nianbao/held/report.doc.审核结果.html"), encoding: .utf8)
    #expect(page.contains("没有安装转换旧格式文件的程序"))
  }
}
