import Foundation
import Testing

/// What administrators read, held against what there is.
struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: Checkout.folder.appending(path: path), encoding: .utf8)
  }

  private static var pages: [String] {
    let folder = Checkout.folder.appending(path: "etc/man").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func `there are the three man pages`() {
    #expect(Self.pages == ["nianbaod-offices.yaml.5", "nianbaod.8", "nianbaod.yaml.5"])
  }

  @Test(.enabled(if: Command.isInstalled("man"), "`make deps-test` installs man"), arguments: pages)
  func `man has nothing to complain of`(_ page: String) async throws {
    let path = Checkout.folder.appending(path: "etc/man/\(page)").path
    let result = try await Command.run(
      ["man", "--warnings", "--local-file", path],
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"])
    #expect(result.succeeded && result.standardError.isEmpty, "\(result)")
    #expect(result.standardOutput.count > 1000)
  }

  @Test func `every event of the journal is explained in both languages`() throws {
    let source = try text("Sources/Systemd/JournalEvent.swift")
    let ids = source.matches(of: /"([0-9a-f]{32})"/).map { String($0.1) }
    #expect(ids.count >= 19 && Set(ids).count == ids.count)
    for catalog in ["systemd/nianbaod.catalog", "systemd/nianbaod.zh_CN.catalog"] {
      let explained = try text(catalog).split(separator: "\n").filter { $0.hasPrefix("-- ") }.map {
        String($0.dropFirst(3))
      }
      #expect(explained.sorted() == ids.sorted(), "\(catalog)")
    }
  }

  @Test func `the man page names every command and every key`() throws {
    let commands = try text("Sources/nianbaod/Nianbaod.swift").matches(of: /([A-Z][a-z]+)Command\.self/).map {
      $0.1.lowercased()
    }
    #expect(commands.count == 8)
    let page = try text("etc/man/nianbaod.8")
    for command in commands {
      #expect(page.contains("nianbaod \(command)") || page.contains("B \(command)"), "\(command)")
    }
    let source = try text("Sources/Daemon/Configuration/ConfigurationFile.swift")
    let keys = try #require(source.firstMatch(of: /keys = \[([^\]]*)\]/)).1.matches(of: /"([a-z_]+)"/).map { $0.1 }
    #expect(keys.count == 14)
    for path in ["etc/man/nianbaod.yaml.5", "etc/nianbaod/nianbaod.yaml"] {
      let text = try text(path)
      for key in keys { #expect(text.contains(key), "\(path) does not name \(key)") }
    }
  }
}
