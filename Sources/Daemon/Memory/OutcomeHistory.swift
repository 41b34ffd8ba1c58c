import Foundation
import Ledger
import LinuxSystem
import Synchronization
import SystemPackage

/// What the ledger holds, once more, in plain files beside it: a ledger that is lost is made anew of them.
///
/// An outcome is added when the ledger has it, by one write that nobody waits for the disk to take in: what a power cut
/// takes away is still in the ledger, and is added again at the next start. There are so many files of such a size; the
/// oldest goes when there is one too many.
final class OutcomeHistory: Sendable {
  struct Bounds: Sendable {
    /// Of one file, in bytes.
    var file = 16 << 20
    var files = 16
    /// Of one outcome, in bytes: beyond, it is kept without its words, or not at all.
    var outcome = 4 << 20
  }

  private let folder: FilePath
  private let bounds: Bounds
  /// The number of the file that is added to, and whether its end is whole.
  private let current: Mutex<(number: Int, isWhole: Bool)>

  /// - Parameters:
  ///   - state: The state folder; the history's own is made in it.
  ///   - bounds: How much is kept.
  /// - Throws: What the system reports.
  init(in state: String, bounds: Bounds = Bounds()) throws {
    folder = FilePath(state).appending("history")
    self.bounds = bounds
    try Self.make(folder)
    current = Mutex((0, true))
    let last = try numbers().last ?? 0
    let isWhole = (try? places(in: last).isWhole) ?? true
    current.withLock { $0 = (last, isWhole) }
  }

  private static func make(_ folder: FilePath) throws {
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  // MARK: Adding

  /// Adds outcomes.
  ///
  /// - Throws: What the system reports; then some of them may be there.
  func add(_ rows: [SubmissionRow]) throws(Errno) {
    let bytes = rows.flatMap { row in
      ThreadActivity.step()
      return encoded(row).map { HistoryFile.frame($0, id: row.id) } ?? []
    }
    guard !bytes.isEmpty else { return }
    let result = current.withLock { current in Result { () throws(Errno) in try write(bytes, &current) } }
    try result.get()
  }

  private func write(_ bytes: [UInt8], _ current: inout (number: Int, isWhole: Bool)) throws(Errno) {
    // Whoever has removed it wanted room, or to be rid of what was there.
    if (try? Directory(at: folder).status()) == nil { try? Self.make(folder) }
    let folder = try Directory(at: folder)
    let file = try open(&current, in: folder, adding: bytes.count)
    // Until it is: what is broken off is followed by nothing.
    current.isWhole = false
    try file.writeAll(bytes)
    current.isWhole = true
  }

  private func open(
    _ current: inout (number: Int, isWhole: Bool), in folder: borrowing Directory, adding count: Int
  ) throws(Errno) -> OwnedDescriptor {
    if current.isWhole, current.number > 0 {
      do throws(Errno) {
        let file = try folder.openForAppending(Self.name(current.number))
        if try file.status().size + count <= bounds.file { return file }
      } catch .noSuchFileOrDirectory {}
    }
    current = (current.number + 1, true)
    let file = try folder.createFileAfter(&current.number)
    for number in try numbers().dropLast(bounds.files) { try? folder.unlink(Self.name(number)) }
    return file
  }

  private func encoded(_ row: SubmissionRow) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var row = row
    for _ in 0..<2 {
      if let json = try? encoder.encode(row), json.count <= bounds.outcome { return Array(json) }
      row.prose = nil
    }
    return nil
  }

  // MARK: Looking

  /// The ids of all that is kept, the latest last; one may be there several times.
  var ids: [String] {
    ((try? numbers()) ?? []).flatMap { number in ((try? places(in: number).places) ?? []).map(\.id) }
  }

  /// Hands over outcomes, the oldest first, a few at a time.
  ///
  /// - Parameters:
  ///   - isWanted: Whether the outcome of an id is.
  ///   - body: What is done with some of them.
  /// - Throws: What that does.
  func forEach<Failure>(
    where isWanted: (String) -> Bool, _ body: ([SubmissionRow]) throws(Failure) -> Void
  ) throws(Failure) {
    for number in (try? numbers()) ?? [] {
      guard let file = try? Directory(at: folder).openForReading(FilePath(root: nil, [Self.name(number)])),
        let places = try? HistoryFile.places(in: file).places
      else { continue }
      let wanted = places.filter { isWanted($0.id) }
      for start in stride(from: 0, to: wanted.count, by: 64) {
        try body(wanted[start..<min(start + 64, wanted.count)].compactMap { row($0, in: file) })
      }
    }
  }

  private func row(_ place: HistoryFile.Place, in file: borrowing OwnedDescriptor) -> SubmissionRow? {
    ThreadActivity.step()
    guard place.count <= bounds.outcome, let json = try? HistoryFile.json(at: place, in: file),
      let row = try? JSONDecoder().decode(SubmissionRow.self, from: Data(json)), row.id == place.id
    else { return nil }
    return row
  }

  // MARK: Files

  private func places(in number: Int) throws(Errno) -> (places: [HistoryFile.Place], isWhole: Bool) {
    try HistoryFile.places(in: Directory(at: folder).openForReading(FilePath(root: nil, [Self.name(number)])))
  }

  private func numbers() throws(Errno) -> [Int] {
    try Directory(at: folder).entries().compactMap { entry in
      guard entry.kind == .regular, let number = Int(entry.name.string.dropLast(4)), number > 0,
        Self.name(number) == entry.name
      else { return nil }
      return number
    }.sorted()
  }

  fileprivate static func name(_ number: Int) -> FilePath.Component {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 8 - digits.count))
    guard let name = FilePath.Component("\(zeros)\(digits).log") else { preconditionFailure("a number is no slash") }
    return name
  }
}

extension Directory {
  /// Makes the next file of which there is none yet.
  fileprivate func createFileAfter(_ number: inout Int) throws(Errno) -> OwnedDescriptor {
    while true {
      do throws(Errno) { return try createFile(OutcomeHistory.name(number)) } catch .fileExists { number += 1 }
    }
  }
}
