import Foundation
import Testing

/// What `make install` does to a computer, tried on an empty folder.
@Suite(
  .enabled(if: MachineRequirements.areMet, "standard error names what is missing"))
final class InstallTests {
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "nianbaod-install-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  @Test(arguments: [
    ("/usr", "/usr/lib/systemd/system"),
    ("/usr/local", "/usr/local/lib/systemd/system"),
    ("/opt/nianbaod", "/etc/systemd/system"),
  ])
  func `the unit lies where systemd looks and names the program's path`(prefix: String, folder: String) async throws {
    try await Checkout.install(into: root, prefix: prefix)
    let unit = try text("\(folder)/nianbaod.service")
    #expect(unit.contains("\nExecStart=\(prefix)/bin/nianbaod run\n"))
    #expect(exists("\(prefix)/bin/nianbaod"))
    #expect(exists("\(prefix)/libexec/nianbaod/nianbaod-convert"))
    #expect(exists("\(prefix)/libexec/nianbaod/nianbaod-extract"))
  }

  @Test func `an administrator's configuration stays`() async throws {
    try await Checkout.install(into: root)
    let shipped = try text("/etc/nianbaod/nianbaod.yaml")
    try Data("workers: 1\n".utf8).write(to: root.appending(path: "/etc/nianbaod/nianbaod.yaml"))
    try await Checkout.install(into: root)
    #expect(try text("/etc/nianbaod/nianbaod.yaml") == "workers: 1\n")
    #expect(try text("/etc/nianbaod/nianbaod.yaml.new") == shipped)
  }

  @Test func `uninstalling leaves the configuration and nothing else`() async throws {
    try await Checkout.install(into: root)
    try await Command.require(["make", "uninstall", "DESTDIR=\(root.path)", "prefix=/usr"], in: Checkout.folder)
    let files = try await Command.require(["find", ".", "-type", "f"], in: root)
    #expect(
      files.split(separator: "\n").sorted() == ["./etc/nianbaod/nianbaod.yaml", "./etc/nianbaod/offices.yaml"])
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: root.appending(path: path).path)
  }
}
