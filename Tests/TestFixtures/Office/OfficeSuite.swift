import Foundation

/// An office suite without a screen: LibreOffice, which also converts the formats of old for the daemon.
package enum OfficeSuite {
  private static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  package static var isInstalled: Bool { program != nil }
  package static let missing = "LibreOffice is not installed: run make deps-test"

  /// Converts a batch of documents in one go.
  ///
  /// - Parameters:
  ///   - documents: Flat OpenDocument texts by their names.
  ///   - format: The ending of the format: docx, pdf, odt, doc, rtf or html.
  /// - Returns: The files by the same names.
  /// - Throws: ``OfficeError`` when the suite is missing or leaves a document out.
  package static func convert(_ documents: [String: OpenDocument], to format: String) async throws -> [String: [UInt8]]
  {
    try await convert(documents.mapValues { [UInt8]($0.text.utf8) }, endingIn: "fodt", to: format)
  }

  /// The same for files of any format that the suite opens.
  ///
  /// - Parameters:
  ///   - files: The files by their names.
  ///   - ending: By which the suite knows their format: doc, docx, html.
  ///   - format: The ending of the format to convert to.
  /// - Returns: The files by the same names.
  /// - Throws: ``OfficeError`` when the suite is missing or leaves a file out.
  package static func convert(
    _ files: [String: [UInt8]], endingIn ending: String, to format: String
  ) async throws -> [String: [UInt8]] {
    guard let program else { throw OfficeError(description: missing) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "nianbaod-office-\(UUID().uuidString)")
    let out = folder.appending(path: "out")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = files.keys.sorted()
    let sources = names.enumerated().map { folder.appending(path: "\($0.offset).\(ending)") }
    for (name, source) in zip(names, sources) { try Data(files[name] ?? []).write(to: source) }
    // The profile is its own: a suite that runs already would take the work over, or refuse it.
    let profile = "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)"
    let status = try await run(
      program,
      [profile, "--headless", "--norestore", "--convert-to", filter(format), "--outdir", out.path]
        + sources.map(\.path))
    let converted = try zip(names, sources).compactMap { name, source -> (String, [UInt8])? in
      let file = out.appending(path: source.lastPathComponent).deletingPathExtension().appendingPathExtension(format)
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      return (name, [UInt8](try Data(contentsOf: file)))
    }
    guard converted.count == names.count else {
      throw OfficeError(
        description: "soffice ended with \(status) and made \(converted.count) of \(names.count) \(format) files")
    }
    return Dictionary(uniqueKeysWithValues: converted)
  }

  private static func filter(_ format: String) -> String {
    switch format {
    case "doc": "doc:MS Word 97"
    case "docx": "docx:Office Open XML Text"
    case "html": "html:HTML (StarWriter)"
    default: format
    }
  }

  static func run(_ program: String, _ arguments: [String]) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }
}

package struct OfficeError: Error, CustomStringConvertible {
  package var description: String

  package init(description: String) {
    self.description = description
  }
}
