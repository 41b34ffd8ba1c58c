import Foundation

/// The Debian system that machines start from. It is made once, kept outside the checkout, and copied for each machine.
struct MachineImage: Sendable {
  var packages: [String]

  /// What systemd and the installed programs need, and nothing more: no toolchain, no development packages.
  static let base = MachineImage(packages: [
    "dbus", "libnettle8", "libpoppler126", "libseccomp2", "libsqlite3-0", "libstdc++6", "libsystemd0", "libxml2",
    "libzip4",
    "poppler-data", "systemd", "systemd-sysv",
  ])

  /// The same with more packages.
  static func base(with packages: String...) -> MachineImage {
    MachineImage(packages: (base.packages + packages).sorted())
  }

  /// Where images are kept, and machines while they run: one file system, so that a copy may share its blocks.
  static var cache: URL {
    let folder = ProcessInfo.processInfo.environment["NIANBAOD_TEST_CACHE"] ?? "/var/cache/nianbaod-test"
    return URL(filePath: folder, directoryHint: .isDirectory)
  }

  /// The folder of the image, made now if it was not there.
  func prepared() async throws -> URL {
    let image = Self.cache.appending(path: "images/bookworm+" + packages.joined(separator: "+"))
    try await Command.require([Self.script("make-image.sh"), image.path] + packages)
    return image
  }

  /// A script beside this file.
  static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
  }
}
