import Ledger
import LinuxSystem
import SystemPackage

/// The files that an open ledger is in, to notice when others, or none, stand in their places: SQLite goes on with what it
/// has open, and nobody finds it again.
struct LedgerFiles: Sendable {
  /// What has become of them.
  enum Loss: Equatable, Sendable, CustomStringConvertible {
    /// Another file, or none, has the ledger's name.
    case removed
    case emptied
    /// Only what was written last, and lies beside it, is gone from its place.
    case logRemoved
    /// What lies beside it is another database's.
    case logIsForeign

    var description: String {
      switch self {
      case .removed: "was deleted or replaced while it was in use"
      case .emptied: "was emptied while it was in use"
      case .logRemoved: "has lost its -wal file while it was in use"
      case .logIsForeign: "has another database's -wal file beside it"
      }
    }
  }

  private let path: FilePath
  private let main: FileStatus?
  private let log: FileStatus?
  /// By which each filling of the -wal file is told from others.
  private var salt: [UInt8]

  /// - Parameter path: Of a ledger that was opened just now.
  init(at path: String) {
    self.path = FilePath(path)
    guard let folder = try? Directory(at: self.path.removingLastComponent()) else {
      (main, log, salt) = (nil, nil, [])
      return
    }
    main = Self.status("", of: self.path, in: folder)
    log = Self.status("-wal", of: self.path, in: folder)
    salt = WriteAheadLog(beside: self.path, in: folder)?.salt ?? []
  }

  /// Looks at the places.
  ///
  /// - Returns: `nil` while all is well.
  mutating func loss() -> Loss? {
    guard let main, let folder = try? Directory(at: path.removingLastComponent()) else { return nil }
    guard let there = Self.status("", of: path, in: folder), there.isSameFile(as: main) else { return .removed }
    guard there.size > 0 else { return .emptied }
    guard let log else { return nil }
    guard let there = Self.status("-wal", of: path, in: folder), there.isSameFile(as: log) else { return .logRemoved }
    guard let now = WriteAheadLog(beside: path, in: folder), now.salt != salt else { return nil }
    guard !now.isForeign else { return .logIsForeign }
    salt = now.salt
    return nil
  }

  private static func status(_ suffix: String, of path: FilePath, in folder: borrowing Directory) -> FileStatus? {
    try? folder.status(of: FilePath((path.lastComponent?.string ?? "") + suffix))
  }
}

/// The -wal file of a ledger, as far as it tells whose it is.
struct WriteAheadLog {
  /// What begins each of its pages too, as long as they count.
  let salt: [UInt8]
  /// Whether it holds a first page with other marks than the ledger's own.
  let isForeign: Bool

  private static let headBytes = 32
  private static let frameHeadBytes = 24
  /// Far more pages than SQLite lets gather.
  private static let mostFrames = 100_000

  /// - Returns: `nil` when there is none, or an empty one.
  init?(beside path: FilePath, in folder: borrowing Directory) {
    guard let name = path.lastComponent?.string, let log = try? folder.openForReading(FilePath(name + "-wal")),
      let head = try? log.read(atMost: Self.headBytes, at: 0), head.count == Self.headBytes
    else { return nil }
    salt = Array(head[16..<24])
    guard let main = try? folder.openForReading(FilePath(name)) else {
      isForeign = false
      return
    }
    isForeign = (try? Self.isForeign(head, log, to: main)) ?? false
  }

  private static func isForeign(
    _ head: [UInt8], _ log: borrowing OwnedDescriptor, to main: borrowing OwnedDescriptor
  ) throws(Errno) -> Bool {
    let first = try main.read(atMost: 100, at: 0)
    // A ledger without a mark fits any.
    guard first.count == 100, number(first, at: LedgerMark.applicationOffset) == LedgerMark.application else {
      return false
    }
    let pageSize = Int(number(head, at: 8))
    guard pageSize == Int(first[16]) << 8 | Int(first[17]) || (pageSize == 65_536 && first[16] == 0 && first[17] == 1)
    else { return true }
    var offset = headBytes
    for _ in 0..<mostFrames {
      let frame = try log.read(atMost: frameHeadBytes + 100, at: offset)
      // What an earlier filling has left counts no more.
      guard frame.count == frameHeadBytes + 100, frame[8..<16].elementsEqual(head[16..<24]) else { return false }
      if number(frame, at: 0) == 1 {
        for place in [LedgerMark.applicationOffset, LedgerMark.generationOffset]
        where number(frame, at: frameHeadBytes + place) != number(first, at: place) { return true }
      }
      offset += frameHeadBytes + pageSize
      ThreadActivity.step()
    }
    return false
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
