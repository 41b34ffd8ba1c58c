import LinuxSystem
import SystemPackage

/// The names in the folders of outcomes, as far as they were looked at lately, and those that are as good as there.
///
/// A district's reports come in one morning, and to read a folder anew for each would take longer the more there are. A
/// folder is read again when somebody else has changed it. That may be overlooked within a hundredth of a second, which
/// costs at most that two names differ in case only: nothing is moved over anything.
struct OutcomeNames {
  /// A folder of an outcome.
  struct Key: Hashable {
    var outcome: Outcome
    var folder: FilePath
  }

  private struct Listing {
    var status: FileStatus
    var names: Set<Int>
    var lastUse: Int
  }

  /// More are read again when they are needed.
  private static let mostFolders = 32
  private static let mostNames = 500_000

  private var listings: [Key: Listing] = [:]
  private var reserved: [Key: Set<Int>] = [:]
  private var uses = 0

  /// Chooses the names for a report, and keeps them from being chosen again until they are given up or there.
  mutating func choose(
    for original: FilePath.Component, suffixes: [String], in key: Key, _ folder: borrowing Directory
  ) throws(Errno) -> FilingNames {
    try refresh(key, folder)
    let present = listings[key]?.names ?? []
    let spoken = reserved[key] ?? []
    let names = FilingNames(for: original, suffixes: suffixes) { name in
      present.contains(name.hashValue) || spoken.contains(name.hashValue)
    }
    reserved[key, default: []].formUnion(Self.hashes(names.all))
    return names
  }

  mutating func giveUp(_ names: [FilePath.Component], in key: Key) {
    reserved[key]?.subtract(Self.hashes(names))
    if reserved[key]?.isEmpty == true { reserved[key] = nil }
  }

  /// Names that were given up are there now. What else has happened to the folder, between the two, is seen by its status.
  mutating func arrived(_ names: [FilePath.Component], in key: Key, before: FileStatus, after: FileStatus) {
    giveUp(names, in: key)
    guard let listing = listings[key] else { return }
    guard listing.status.isUnchanged(before) else {
      listings[key] = nil
      return
    }
    listings[key]?.names.formUnion(Self.hashes(names))
    listings[key]?.status = after
  }

  private mutating func refresh(_ key: Key, _ folder: borrowing Directory) throws(Errno) {
    uses += 1
    // Before the names: what comes in between makes it look older than it is, and it is read again.
    let status = try folder.status()
    if let listing = listings[key], listing.status.isUnchanged(status) {
      listings[key]?.lastUse = uses
      return
    }
    var names: Set<Int> = []
    try folder.forEachEntry { names.insert(CaseFoldedName($0.name).hashValue) }
    listings[key] = Listing(status: status, names: names, lastUse: uses)
    forgetOldest(but: key)
  }

  private mutating func forgetOldest(but key: Key) {
    var total = listings.values.reduce(0) { $0 + $1.names.count }
    while listings.count > Self.mostFolders || total > Self.mostNames {
      guard let oldest = listings.filter({ $0.key != key }).min(by: { $0.value.lastUse < $1.value.lastUse }) else {
        return
      }
      total -= oldest.value.names.count
      listings[oldest.key] = nil
    }
  }

  private static func hashes(_ names: [FilePath.Component]) -> [Int] {
    names.map { CaseFoldedName($0).hashValue }
  }
}

extension FileStatus {
  /// Whether nothing has happened since to a folder.
  fileprivate func isUnchanged(_ other: FileStatus) -> Bool {
    isSameFile(as: other) && changedAt == other.changedAt
  }
}
