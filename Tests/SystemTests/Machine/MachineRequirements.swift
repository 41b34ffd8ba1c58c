import Foundation
import Glibc
import Testing

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

/// The Debian package that `make deb` has made.
enum DebianPackage {
  static let folder = Checkout.folder.appending(path: ".build/deb")

  /// Whether it is there. When it is not, standard error is told, once.
  static let isBuilt: Bool = {
    if (try? file()) != nil { return true }
    FileHandle.standardError.write(Data("The Debian package is NOT tested: `make deb` makes it.\n".utf8))
    return false
  }()

  static func file() throws -> URL {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try #require(files.first { $0.lastPathComponent.wholeMatch(of: /nianbaod_[^_]*_[a-z0-9]*\.deb/) != nil })
  }

  /// The same package with a later version.
  static func successor(in folder: URL) async throws -> URL {
    let root = folder.appending(path: "next")
    try await Command.require(["dpkg-deb", "--raw-extract", try file().path, root.path])
    let control = root.appending(path: "DEBIAN/control").path
    try await Command.require(["sed", "-i", "s/^Version: .*/&+next/", control])
    let package = folder.appending(path: "next.deb")
    try await Command.require(["dpkg-deb", "--build", "--root-owner-group", "-Zgzip", "-z1", root.path, package.path])
    return package
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
