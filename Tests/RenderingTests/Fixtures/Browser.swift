import Foundation

/// Headless Chromium and poppler's tools, which look at a page as a clerk's screen and printer would.
enum Browser {
  static let missing =
    "chromium or poppler-utils is not installed: NOBODY LOOKED AT THE PAGE (apt install chromium poppler-utils)"

  static var isInstalled: Bool {
    ["chromium", "pdftotext", "pdfinfo"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
  }

  /// A folder of its own for one test, gone afterwards.
  static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rendering-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The page as printed on paper, a PDF file.
  static func print(_ page: URL, in folder: URL) throws -> URL {
    let file = folder.appending(path: "page.pdf")
    try chromium(["--print-to-pdf=\(file.path)", "--no-pdf-header-footer", page.absoluteString], in: folder)
    return file
  }

  /// The page as on a screen 1024 pixels wide, a PNG file.
  static func screenshot(_ page: URL, in folder: URL) throws -> URL {
    let file = folder.appending(path: "page.png")
    try chromium(
      ["--screenshot=\(file.path)", "--window-size=1024,1000", "--hide-scrollbars", page.absoluteString], in: folder)
    return file
  }

  /// The document that a page became once its scripts had run.
  static func dump(_ page: URL, in folder: URL) throws -> String {
    try chromium(["--dump-dom", "--virtual-time-budget=10000", page.absoluteString], in: folder)
  }

  @discardableResult
  private static func chromium(_ arguments: [String], in folder: URL) throws -> String {
    let profile = "--user-data-dir=\(folder.path)/profile"
    return try run("chromium", ["--headless=new", "--no-sandbox", "--disable-gpu", profile] + arguments)
  }

  @discardableResult
  static func run(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(name)")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(name: name, status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }

  struct Failed: Error {
    let name: String
    let status: Int32
  }
}
