import ExtractionProtocol
import LinuxSystem
import Sandbox
import SystemPackage

/// One conversion, as nianbaod asks for it on the command line.
struct Conversion {
  var format: String
  var suite: FilePath
  var folder: FilePath
  var limits: ResourceLimits

  init(arguments: [String]) throws {
    let numbers = arguments.dropFirst(3).compactMap { Int($0) }
    guard arguments.count == 6, numbers.count == 3 else {
      throw StartError(description: "nianbaod-convert is started by nianbaod; there is nothing to run by hand")
    }
    format = arguments[0]
    suite = FilePath(arguments[1])
    folder = FilePath(arguments[2])
    limits = ResourceLimits(addressSpace: numbers[0], fileSize: numbers[2], processorTime: numbers[1])
  }

  private var program: FilePath { suite.appending("program/soffice.bin") }

  /// Shuts the process in.
  func enterSandbox() throws(SandboxError) -> Confinement {
    try OfficeSandbox.enter(folder: folder, suite: suite, program: program, limits: limits)
  }

  /// Puts the file and a profile into the folder, and becomes the office suite, which converts it.
  func run(on file: borrowing OwnedDescriptor) throws(Errno) {
    let directory = try Directory(at: folder)
    // On a second start both are there, and the suite has made the rest of its profile.
    if try !directory.contains("profile") {
      try copy(file, into: directory)
      try writeProfile(into: directory)
    }
    try CurrentProcess.enter(folder)
    // What it complains of is fonts and displays.
    try CurrentProcess.silence()
    let isMarkup = try file.read(atMost: 8, at: 0).contains(UInt8(ascii: "<"))
    try CurrentProcess.become(program, arguments: arguments(isMarkup: isMarkup), environment: environment)
  }

  private func copy(_ file: borrowing OwnedDescriptor, into directory: borrowing Directory) throws(Errno) {
    let target = try directory.createFile(reportName)
    var position = 0
    while true {
      let piece = try file.read(atMost: 1 << 20, at: position)
      guard !piece.isEmpty else { return }
      try target.writeAll(piece)
      position += piece.count
    }
  }

  private func writeProfile(into directory: borrowing Directory) throws(Errno) {
    try directory.makeDirectory("profile", permissions: .ownerReadWriteExecute)
    let profile = try directory.directory(at: "profile")
    try profile.makeDirectory("user", permissions: .ownerReadWriteExecute)
    try profile.directory(at: "user").createFile("registrymodifications.xcu").writeAll(Array(Profile.settings.utf8))
  }

  /// The name's extension is one that the suite does not second-guess: what WPS calls wps is Word's format.
  private var reportName: FilePath.Component { format == "rtf" ? "report.rtf" : "report.doc" }

  /// - Parameter isMarkup: The file is what Word 2003 saved as XML, under whatever name.
  /// - Returns: The office suite's command line.
  private func arguments(isMarkup: Bool) -> [String] {
    [
      "-env:UserInstallation=file://\(folder.percentEncoded)/profile", "-env:OSL_SOCKET_PATH=.", "--headless",
      "--norestore", "--nolockcheck", "--nodefault", "--nologo",
      // No other importer gets to see the file, whatever it looks like.
      "--infilter=\(format == "rtf" ? "Rich Text Format" : isMarkup ? "MS Word 2003 XML" : "MS Word 97")",
      "--convert-to", "odt:writer8", "--outdir", "out", reportName.string,
    ]
  }

  private var environment: [String: String] {
    [
      "HOME": folder.string, "LC_ALL": "C.UTF-8", "TMPDIR": folder.string, "SAL_USE_VCLPLUGIN": "svp",
      // Each thread's own heap would take 64 MiB of address space.
      "MALLOC_ARENA_MAX": "2",
    ]
  }
}

extension FilePath {
  /// As it stands in a URL.
  fileprivate var percentEncoded: String {
    string.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("-"..."9").contains(scalar) || scalar == "_")
      let digits = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + digits
    }
  }
}

struct StartError: Error, CustomStringConvertible {
  var description: String
}
