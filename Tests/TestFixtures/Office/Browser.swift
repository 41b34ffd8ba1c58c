import Foundation

/// A browser without a screen: Chromium, which prints pages as a person would print them.
package enum Browser {
  private static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  package static var isInstalled: Bool { program != nil }
  package static let missing = "Chromium is not installed: run make deps-test"

  /// Prints a page to a PDF.
  ///
  /// - Parameters:
  ///   - page: The bytes of the page.
  ///   - ending: By which the browser knows what it is: html or mht.
  /// - Returns: The PDF.
  /// - Throws: ``OfficeError`` when the browser is missing or prints nothing.
  package static func print(_ page: [UInt8], endingIn ending: String = "html") async throws -> [UInt8] {
    guard let program else { throw OfficeError(description: missing) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "nianbaod-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "page.\(ending)")
    let printed = folder.appending(path: "page.pdf")
    try Data(page).write(to: source)
    // As root it has no sandbox; what it opens is the tests' own, and nothing of the network is asked for.
    let status = try await OfficeSuite.run(
      program,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * 0.0.0.0",
        "--user-data-dir=\(folder.appending(path: "profile").path)", "--no-pdf-header-footer",
        "--print-to-pdf=\(printed.path)", source.absoluteString,
      ])
    guard let bytes = try? Data(contentsOf: printed) else {
      throw OfficeError(description: "chromium ended with \(status) and printed nothing")
    }
    return [UInt8](bytes)
  }
}
