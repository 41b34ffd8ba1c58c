import Foundation
import Glibc
import LinuxSystem
@testable import Spool
import SystemPackage
import Testing

/// A spool of a test's own, removed with everything in it.
final class TemporarySpool: Sendable {
  let root: FilePath

  init() throws {
    root = FilePath(FileManager.default.temporaryDirectory.path).appending("spool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: root.string, withIntermediateDirectories: false)
    try setPermissions(0o2770, of: "")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root.string)
  }

  /// Opens the spool as a start of the service does.
  func open(
    passing pass: @escaping @Sendable (Checkpoint) throws(SpoolError) -> Void = { _ in }
  ) throws -> Spool {
    try Spool(SpoolLayout(root: root), passing: pass)
  }

  /// Writes a file below the spool, and the folders that it is in.
  func write(_ path: FilePath, _ bytes: [UInt8] = [1]) throws {
    try makeFolder(path.removingLastComponent())
    let descriptor = try Self.open(root.pushing(path), O_WRONLY | O_CREAT | O_TRUNC, 0o640)
    try descriptor.writeAll(bytes)
  }

  /// Opens a new file below the spool as somebody who copies it does.
  func openForWriting(_ path: FilePath) throws -> OwnedDescriptor {
    try Self.open(root.pushing(path), O_WRONLY | O_CREAT | O_EXCL, 0o640)
  }

  /// Makes a folder, and those that it is in, whatever bytes their names are of.
  func makeFolder(_ path: FilePath) throws {
    for count in 0..<path.components.count {
      let folder = root.pushing(FilePath(root: nil, path.components.prefix(count + 1)))
      let code = unsafe folder.withPlatformString { unsafe mkdir($0, 0o755) }
      guard code == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
    }
  }

  func move(_ path: FilePath, to newPath: FilePath) throws {
    try FileManager.default.moveItem(atPath: root.pushing(path).string, toPath: root.pushing(newPath).string)
  }

  func remove(_ path: FilePath) throws {
    try FileManager.default.removeItem(atPath: root.pushing(path).string)
  }

  func makeLink(_ path: FilePath, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root.pushing(path).string, withDestinationPath: destination)
  }

  func makeFIFO(_ path: FilePath) throws {
    guard unsafe mkfifo(root.pushing(path).string, 0o600) == 0 else { throw Errno(rawValue: errno) }
  }

  func setPermissions(_ permissions: mode_t, of path: FilePath) throws {
    guard unsafe chmod(root.pushing(path).string, permissions) == 0 else { throw Errno(rawValue: errno) }
  }

  func exists(_ path: FilePath) throws -> Bool {
    do throws(Errno) {
      _ = try Directory(at: root).status(of: path)
      return true
    } catch .noSuchFileOrDirectory {
      return false
    }
  }

  func status(of path: FilePath) throws -> FileStatus {
    try Directory(at: root).status(of: path)
  }

  func read(_ path: FilePath) throws -> [UInt8] {
    try Directory(at: root).openForReading(path).readAll(upTo: 1 << 20)
  }

  /// The paths of all that is no folder below a folder, sorted.
  func files(below path: FilePath) throws -> [String] {
    let folder = try Directory(at: root.pushing(path))
    var files: [String] = []
    for entry in try folder.entries() {
      if entry.kind == .directory {
        files += try self.files(below: path.appending(entry.name)).map { "\(entry.name)/\($0)" }
      } else {
        files.append(entry.name.string)
      }
    }
    return files.sorted()
  }

  /// What lies in the work folder, be it an empty folder.
  func workEntries() throws -> [String] {
    try Directory(at: root.appending(".work")).entries().map(\.name.string).sorted()
  }

  private static func open(_ path: FilePath, _ flags: CInt, _ mode: mode_t) throws -> OwnedDescriptor {
    let raw = unsafe path.withPlatformString { unsafe Glibc.open($0, flags, mode) }
    guard raw >= 0 else { throw Errno(rawValue: errno) }
    return OwnedDescriptor(taking: raw)
  }
}

extension Spool {
  /// Claims a file that has to be there.
  func claimed(_ path: FilePath) throws -> Claim {
    let path = try #require(InboxPath(path))
    switch try claim(path) {
    case .claimed(let claim): return claim
    case .stranded(_, let error): throw error
    case .gone: throw Unexpected("\(path) is gone")
    case .refused(let kind): throw Unexpected("\(path) is refused as \(kind)")
    }
  }

  /// What a service does with a batch before it remembers it.
  func settle(_ batch: [Filing]) throws(SpoolError) -> [Settled] {
    var settled: [Settled] = []
    for result in file(batch) { settled.append(try result.settled()) }
    try synchronize()
    return settled
  }

  /// Claims, settles and ends a submission.
  func process(
    _ path: FilePath, as outcome: Outcome = .accepted, diagnostics: [DiagnosticsFile] = [.page]
  ) throws -> Settled {
    let settled = try claimed(path).settle(as: outcome, diagnostics: diagnostics)
    try finish(settled)
    return settled
  }
}

extension Claim {
  /// Files it alone.
  consuming func settle(as outcome: Outcome, diagnostics: [DiagnosticsFile]) throws(SpoolError) -> Settled {
    let spool = spool
    guard let settled = try spool.settle([filing(as: outcome, diagnostics: diagnostics)]).first else {
      preconditionFailure("one filing has one result")
    }
    return settled
  }
}

extension FilingResult {
  /// - Throws: Why it is not filed.
  func settled() throws(SpoolError) -> Settled {
    switch self {
    case .moved(let settled): return settled
    case .outdated: throw SpoolError(.work, "The report has to be judged again.")
    case .failed(let error): throw error
    }
  }

  var isOutdated: Bool {
    guard case .outdated = self else { return false }
    return true
  }
}

extension DiagnosticsFile {
  static let page = DiagnosticsFile(suffix: ".审核结果.html", bytes: Array("<html>".utf8))
  static let object = DiagnosticsFile(suffix: ".审核结果.json", bytes: Array("{}".utf8))
}

struct Unexpected: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Whether this process may mount file systems.
let mayMount = geteuid() == 0

/// Runs something while a file system of its own is mounted on a folder.
func withMount(on path: FilePath, _ body: () throws -> Void) throws {
  guard unsafe mount("tmpfs", path.string, "tmpfs", 0, nil) == 0 else { throw Errno(rawValue: errno) }
  defer { unsafe umount2(path.string, CInt(MNT_DETACH)) }
  try body()
}
