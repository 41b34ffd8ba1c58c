/// The list of what a compound file holds ([MS-CFB], 2.6).
struct CompoundDirectory {
  struct Stream {
    fileprivate var start: UInt32
    fileprivate var size: Int
  }

  private let sectors: CompoundSectors
  private let miniStream: Stream
  /// The streams and storages at the top of the file, by name.
  let top: [String: Stream]

  private static let entrySize = 128

  /// `nil` when there is no directory.
  init?(_ sectors: CompoundSectors) {
    self.sectors = sectors
    let chain = sectors.chain(from: sectors.firstDirectorySector)
    let entriesInSector = sectors.sectorSize / Self.entrySize
    func entry(_ number: UInt32) -> Entry? {
      let index = Int(number) / entriesInSector
      guard chain.indices.contains(index), let sector = sectors.sector(chain[index]) else { return nil }
      return Entry(sector.dropFirst(Int(number) % entriesInSector * Self.entrySize).prefix(Self.entrySize))
    }
    // The first entry is the root: the top of the file, and the stream in which the short streams stand.
    guard let root = entry(0), root.kind == .root else { return nil }
    miniStream = root.stream
    var top: [String: Stream] = [:]
    var seen: Set<UInt32> = []
    var open = [root.child]
    while let number = open.popLast() {
      guard let next = entry(number), seen.insert(number).inserted else { continue }
      if next.kind == .stream || next.kind == .storage { top[next.name] = next.stream }
      open += [next.left, next.right]
    }
    self.top = top
  }

  /// The first bytes of a stream.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - count: How many, at most as many as a mini sector has.
  /// - Returns: `nil` when the file does not have them.
  func beginning(of stream: Stream, count: Int) -> ArraySlice<UInt8>? {
    guard stream.size >= count, count <= sectors.miniSectorSize else { return nil }
    let sector: ArraySlice<UInt8>?
    if stream.size >= sectors.miniStreamCutoff {
      sector = sectors.sector(stream.start)
    } else {
      let offset = Int(stream.start) * sectors.miniSectorSize
      let index = offset / sectors.sectorSize
      let chain = sectors.chain(from: miniStream.start, atMost: index + 1)
      guard chain.indices.contains(index) else { return nil }
      sector = sectors.sector(chain[index])?.dropFirst(offset % sectors.sectorSize)
    }
    guard let sector, sector.count >= count else { return nil }
    return sector.prefix(count)
  }

  private struct Entry {
    enum Kind: UInt8 {
      case storage = 1, stream = 2, root = 5
    }

    var name: String
    var kind: Kind
    var left: UInt32
    var right: UInt32
    var child: UInt32
    var stream: Stream

    /// `nil` for an entry that is not used.
    init?(_ bytes: ArraySlice<UInt8>) {
      guard let length = bytes.number16(at: 64), let first = bytes.dropFirst(66).first,
        let kind = Kind(rawValue: first),
        let left = bytes.number32(at: 68), let right = bytes.number32(at: 72), let child = bytes.number32(at: 76),
        let start = bytes.number32(at: 116), let size = bytes.number32(at: 120)
      else { return nil }
      self.kind = kind
      self.left = left
      self.right = right
      self.child = child
      stream = Stream(start: start, size: Int(size))
      // The length counts bytes, and the zero behind the name.
      let units = (0..<max(0, min(32, Int(length) / 2) - 1)).compactMap { bytes.number16(at: $0 * 2) }
      name = String(decoding: units, as: UTF16.self)
    }
  }
}
