import Foundation
import Glibc

/// What this computer must have for a machine to be booted on it.
enum MachineRequirements {
  /// Whether machines can be booted. When they cannot, standard error is told what is missing, once.
  static let areMet: Bool = {
    let missing = findMissing()
    guard !missing.isEmpty else { return true }
    let text = "The tests on a booted machine do not run: \(missing.joined(separator: ", ")).\n"
    FileHandle.standardError.write(Data(text.utf8))
    return false
  }()

  private static func findMissing() -> [String] {
    let programs = ["debootstrap", "flock", "make", "nsenter", "systemd-nspawn"]
      .filter { !Command.isInstalled($0) }
      .map { "\($0) is not installed (`make deps-test` installs it)" }
    let rights = geteuid() == 0 ? [] : ["they need root"]
    let built = ["nianbaod", "nianbaod-convert", "nianbaod-extract"]
      .filter { !FileManager.default.isExecutableFile(atPath: Checkout.folder.path + "/.build/release/\($0)") }
      .map { "\($0) is not built for release (`make build` builds it)" }
    return rights + programs + built
  }
}

/// The sources that the tests belong to.
enum Checkout {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Installs what `make build` made.
  static func install(into root: URL, prefix: String = "/usr") async throws {
    // Variables that an outer make exports are not meant for this one.
    var environment = ProcessInfo.processInfo.environment
    for name in ["MAKEFLAGS", "MAKELEVEL", "MFLAGS", "DESTDIR", "prefix"] {
      environment[name] = nil
    }
    try await Command.require(
      ["make", "install", "DESTDIR=\(root.path)", "prefix=\(prefix)"], in: folder, environment: environment)
  }
}
