import Ledger
import LinuxSystem
import Spool
import SystemPackage

/// What keeps outcomes from being written down, for administrators: a disk that is full or fails, a ledger that somebody
/// else holds. Nothing is wrong with the report at hand, and the next would fare no better.
struct DiskFault: Equatable, CustomStringConvertible {
  var description: String

  /// What is wrong with a folder's file system, before anything is tried; `nil` when nothing is, or nothing is known.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - room: How many bytes have to be free.
  init?(at path: String, needing room: Int) {
    guard let space = try? FileSystemSpace(at: FilePath(path)) else { return nil }
    if space.isReadOnly {
      description = "\(path) is mounted read-only"
    } else if space.free < room {
      description = "less than \(room >> 20) MiB are free on \(path)"
    } else {
      return nil
    }
  }

  /// What an error says of the disk; `nil` for errors that are about one report.
  init?(_ error: any Error) {
    switch error {
    case let error as SpoolError where Self.causes.contains(error.cause ?? .notPermitted):
      description = "\(error)"
    case let error as LedgerError where error.code != .newer:
      description = "\(error)"
    default:
      return nil
    }
  }

  private static let causes: Set<Errno> = [.noSpace, .diskQuotaExceeded, .ioError, .readOnlyFileSystem]
}
