import Foundation
import TestFixtures
import Testing

/// The Debian package on a fresh machine, from its installation to its purging: with a share, reloads, an upgrade.
@Suite(
  .enabled(
    if: MachineRequirements.areMet && DebianPackage.isBuilt, "standard error names what a booted machine needs"),
  .bareMachine(with: "locales", "samba", "smbclient"), .serialized, .timeLimit(.minutes(20)))
struct PackageTests {
  private let machine: Machine
  private let service: InstalledService

  init() throws {
    machine = try #require(Machine.current)
    service = InstalledService(machine: machine)
  }

  // The tests come in the order of a service's life.

  @Test func `1 it is installed with what it depends on, and runs`() async throws {
    // What Debian's own machines do with a service that is installed.
    try FileManager.default.removeItem(at: machine.root.appending(path: "etc/systemd/system-preset/00-nothing.preset"))
    try await machine.require(["localedef", "-i", "zh_CN", "-f", "UTF-8", "zh_CN.UTF-8"])
    try Data(contentsOf: URL(filePath: "/etc/resolv.conf")).write(to: machine.root.appending(path: "etc/resolv.conf"))
    try FileManager.default.copyItem(at: DebianPackage.file(), to: machine.root.appending(path: "root/nianbaod.deb"))
    for command in [
      ["apt-get", "update", "-q"], ["apt-get", "install", "-qy", "--no-install-recommends", "/root/nianbaod.deb"],
    ] {
      let result = try await machine.runWithNetwork(command)
      try #require(result.succeeded, "\(result)")
    }
    #expect(try await machine.require(["systemctl", "is-enabled", "nianbaod"]) == "enabled\n")
    #expect(try await property("ActiveState") == "active")
    #expect(try await property("StatusText").hasPrefix("Watching /srv/nianbao/inbox"))
    #expect(try await machine.require(["stat", "-c", "%a %U:%G", "/srv/nianbao/inbox"]) == "2770 nianbaod:nianbaod\n")
  }

  @Test func `2 systemd finds nothing wrong with the units, which expose next to nothing`() async throws {
    for unit in ["nianbaod.service", "nianbaod@hongqi.service"] {
      let verified = try await machine.run(["systemd-analyze", "verify", "--man=no", unit])
      #expect(verified.succeeded && verified.standardOutput.isEmpty && verified.standardError.isEmpty, "\(verified)")
      let security = try await machine.run(["systemd-analyze", "security", "--threshold=6", unit])
      #expect(security.succeeded, "\(security)")
      Attachment.record(security.standardOutput, named: "security-\(unit).txt")
    }
  }

  @Test func `3 what is dropped over SMB has its verdict in the share`() async throws {
    let configuration = """
      [global]
      netbios name = intake
      bind interfaces only = yes
      interfaces = lo
      include = /usr/share/doc/nianbaod/examples/samba/nianbaod.conf

      """
    try Data(configuration.utf8).write(to: machine.root.appending(path: "etc/samba/smb.conf"))
    try await machine.require(["useradd", "--groups", "nianbaod", "clerk"])
    try await machine.require(["sh", "-c", #"printf 'secret\nsecret\n' | smbpasswd -s -a clerk"#])
    try await machine.require(["systemctl", "restart", "smbd"])
    let files = [
      ("报告.docx", try Corpus.bytes("qinghe-2024.docx")), ("报告.pdf", try Corpus.bytes("xiaodian-2024.pdf")),
      ("坏.txt", Array(try Corpus.text().replacingOnly("4 2 4 9 19", with: "4 2 4 9 18").utf8)),
    ]
    try await share("mkdir inbox/青禾镇")
    for (name, bytes) in files {
      try Data(bytes).write(to: machine.root.appending(path: "root/\(name)"))
      try await share("put /root/\(name) inbox/青禾镇/\(name)")
    }
    for (name, folder) in [("报告.docx", "accepted"), ("报告.pdf", "accepted"), ("坏.txt", "rejected")] {
      #expect(try await service.outcome(of: name).folder == "青禾镇")
      let listing = try await share("ls \(folder)/青禾镇/*")
      #expect(listing.contains(name) && listing.contains("\(name).审核结果.html"), "\(listing)")
      try await share("get \(folder)/青禾镇/\(name) /root/back")
      let bytes = try Data(contentsOf: machine.root.appending(path: "root/back"))
      #expect(bytes == Data(try #require(files.first { $0.0 == name }).1))
    }
  }

  @Test(arguments: [
    ("C.UTF-8", "Report rejected: 青禾镇/坏.txt", "The page beside it,"),
    ("zh_CN.UTF-8", "年报退回修改：青禾镇/坏.txt", "逐条写明哪里、填的是、应该是、怎么改"),
  ])
  func `4 the journal explains itself in both languages`(locale: String, subject: String, body: String) async throws {
    try await machine.require(["journalctl", "--sync"])
    let text = try await machine.require([
      "env", "LANG=\(locale)", "journalctl", "-u", "nianbaod", "-x", "--no-pager", "NIANBAO_OUTCOME=rejected",
    ])
    #expect(text.contains(subject), "\(text)")
    #expect(text.contains(body), "\(text)")
    Attachment.record(text, named: "journal-\(locale).txt")
  }

  @Test func `5 a wrong configuration is refused by systemctl, and the old one stays`() async throws {
    try await configure("workers: many\n")
    let result = try await machine.run(["systemctl", "reload", "nianbaod"])
    #expect(!result.succeeded)
    #expect(try await property("ActiveState") == "active")
    #expect(try await property("StatusText").hasPrefix("Watching"))
    try await machine.require(["journalctl", "--sync"])
    let journal = try await machine.require(["journalctl", "-u", "nianbaod", "-o", "cat", "--no-pager"])
    #expect(journal.contains("the old one stays in force: /etc/nianbaod/nianbaod.yaml, line 1: workers"), "\(journal)")
    try service.drop(Corpus.bytes("qinghe-2023.docx"), at: "still.docx")
    #expect(try await service.outcome(of: "still.docx").folder == "accepted")
  }

  @Test func `6 a good one is put in force without losing a file in hand`() async throws {
    let names = (0..<30).map { "r\($0).txt" }
    let text = try Corpus.text()
    for (index, name) in names.enumerated() {
      try service.drop(Array((text + String(repeating: "\n", count: index)).utf8), at: name)
      guard index % 10 == 5 else { continue }
      try await configure("settle: 200ms\nworkers: \(1 + index % 3)\ndiagnostics: [html, json]\n")
      let result = try await machine.run(["systemctl", "reload", "nianbaod"])
      #expect(result.succeeded, "\(result)")
    }
    try await waitUntilAllIsDone()
    let accepted = try await machine.require(["ls", "/srv/nianbao/accepted"]).split(separator: "\n")
    for name in names { #expect(accepted.contains(Substring(name)), "\(name)") }
    #expect(accepted.contains("r29.txt.审核结果.json"))
    let list = try await machine.require(["nianbaod", "list", "--format", "csv", "--limit", "0"])
    for name in names { #expect(list.components(separatedBy: ",\(name),").count == 2, "\(name)") }
  }

  @Test func `7 the ten queries of the README have answers`() async throws {
    try await machine.require(["journalctl", "--sync"])
    let readme = try String(contentsOf: Checkout.folder.appending(path: "README.md"), encoding: .utf8)
    let part = readme.components(separatedBy: "queries -->")
    try #require(part.count == 3)
    // One that ends with a pipe goes on in the next line.
    let queries = part[1].replacing("|\n", with: "| ").split(separator: "\n").filter { $0.hasPrefix("journalctl ") }
    #expect(queries.count == 10)
    var answers = ""
    // Of each question the answer that what has happened by now gives.
    try service.drop(Corpus.bytes("qinghe-2024.doc"), at: "旧格式.doc")
    #expect(try await service.outcome(of: "旧格式.doc").folder == "held")
    for query in queries {
      let result = try await machine.run(["env", "SYSTEMD_PAGER=", "sh", "-c", String(query)])
      answers += "$ \(query)\n\(result.standardOutput)\n"
      #expect(result.succeeded && result.standardError.isEmpty, "\(result)")
      #expect(!result.standardOutput.isEmpty && !result.standardOutput.contains("-- No entries --"), "\(query)")
    }
    Attachment.record(answers, named: "queries.txt")
  }

  @Test func `8 several districts run side by side`() async throws {
    try await machine.require([
      "install", "-d", "-m", "2770", "-o", "nianbaod", "-g", "nianbaod", "/srv/nianbao-hongqi",
    ])
    try await machine.require(["install", "-D", "-m", "644", "/dev/null", "/etc/nianbaod/hongqi/nianbaod.yaml"])
    try await machine.require(["systemctl", "start", "nianbaod@hongqi"])
    try Data(Corpus.bytes("qinghe-2024.docx")).write(
      to: machine.root.appending(path: "srv/nianbao-hongqi/inbox/other.docx"))
    try await machine.require([
      "timeout", "60", "sh", "-c", "until test -e /srv/nianbao-hongqi/accepted/other.docx; do sleep 0.1; done",
    ])
    let arguments = [
      "--config", "/etc/nianbaod/hongqi/nianbaod.yaml", "--spool", "/srv/nianbao-hongqi", "--state",
      "/var/lib/nianbaod/hongqi",
    ]
    let status = try await machine.require(["nianbaod", "status"] + arguments)
    #expect(status.contains("today     1 accepted, 0 rejected, 0 held"), "\(status)")
    let reload = try await machine.run(["systemctl", "reload", "nianbaod@hongqi"])
    #expect(reload.succeeded, "\(reload)")
    #expect(try await machine.run(["test", "-e", "/srv/nianbao/accepted/other.docx"]).succeeded == false)
  }

  @Test func `9 an upgrade while files wait loses none of them`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nianbaod-package-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await FileManager.default.copyItem(
      at: DebianPackage.successor(in: folder), to: machine.root.appending(path: "root/next.deb"))
    let before = try await property("MainPID")
    let text = try Corpus.text()
    for number in 0..<60 {
      try service.drop(Array((text + String(repeating: " \n", count: number)).utf8), at: "u\(number).txt")
    }
    let upgrade = try await machine.run(["apt-get", "install", "-qy", "/root/next.deb"])
    try #require(upgrade.succeeded, "\(upgrade)")
    #expect(try await machine.require(["dpkg-query", "-W", "-f", "${Version}", "nianbaod"]).hasSuffix("+next"))
    #expect(try await property("MainPID") != before)
    #expect(try await property("ActiveState") == "active")
    // The administrator's configuration is a conffile and stays.
    #expect(try await machine.require(["head", "-1", "/etc/nianbaod/nianbaod.yaml"]) == "settle: 200ms\n")
    try await waitUntilAllIsDone()
    let list = try await machine.require(["nianbaod", "list", "--format", "csv", "--limit", "0"])
    for number in 0..<60 { #expect(list.components(separatedBy: ",u\(number).txt,").count == 2, "u\(number).txt") }
  }

  @Test func `a removed and purged package leaves every report, and the ledger`() async throws {
    let before = try await machine.require([
      "sh", "-c", "cd /srv/nianbao && find accepted rejected held -type f | sort",
    ])
    for command in ["remove", "purge"] {
      let result = try await machine.run(["apt-get", command, "-qy", "nianbaod"])
      try #require(result.succeeded, "\(result)")
    }
    let after = try await machine.require(["sh", "-c", "cd /srv/nianbao && find accepted rejected held -type f | sort"])
    #expect(before == after && after.contains("accepted/u59.txt"))
    try await machine.require(["test", "-s", "/var/lib/nianbaod/ledger.sqlite"])
    #expect(try await !machine.run(["test", "-e", "/usr/bin/nianbaod"]).succeeded)
    #expect(try await !machine.run(["test", "-e", "/etc/nianbaod/nianbaod.yaml"]).succeeded)
    #expect(try await !machine.run(["systemctl", "is-active", "nianbaod"]).succeeded)
    #expect(try await !machine.run(["systemctl", "is-active", "nianbaod@hongqi"]).succeeded)
  }

  private func configure(_ text: String) async throws {
    try Data(text.utf8).write(to: machine.root.appending(path: "etc/nianbaod/nianbaod.yaml"))
  }

  private func property(_ name: String) async throws -> String {
    try await machine.require(["systemctl", "show", "--value", "--property", name, "nianbaod"])
      .trimmingCharacters(in: .newlines)
  }

  private func waitUntilAllIsDone() async throws {
    let busy = "find /srv/nianbao/inbox /srv/nianbao/.work -type f | grep -q ."
    try await machine.require(["timeout", "120", "sh", "-c", "while \(busy); do sleep 0.2; done"])
  }

  @discardableResult
  private func share(_ commands: String) async throws -> String {
    try await machine.require(["smbclient", "//127.0.0.1/年报", "--user", "clerk%secret", "--command", commands])
  }
}
