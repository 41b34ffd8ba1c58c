/// The sectors of a compound file and the chains that they form ([MS-CFB], 2.1 to 2.5).
///
/// Numbers in the file are believed only where they lead to bytes that are there, and chains only as long as they do
/// not come back to where they were.
struct CompoundSectors {
  let bytes: [UInt8]
  let sectorSize: Int
  let miniSectorSize: Int
  /// Streams shorter than this stand in the mini stream.
  let miniStreamCutoff: Int
  let firstDirectorySector: UInt32
  /// The sectors of the allocation table.
  private let tableSectors: [UInt32]

  /// The largest number of a sector; those above have meanings of their own.
  private static let mostSector: UInt32 = 0xFFFF_FFFA

  /// `nil` when the header is broken.
  init?(_ bytes: [UInt8]) {
    let header = bytes[...]
    guard bytes.count >= 512, let sectorShift = header.number16(at: 30), [9, 12].contains(sectorShift),
      let miniShift = header.number16(at: 32), miniShift == 6, let cutoff = header.number32(at: 56),
      let directory = header.number32(at: 48)
    else { return nil }
    self.bytes = bytes
    sectorSize = 1 << Int(sectorShift)
    miniSectorSize = 1 << Int(miniShift)
    miniStreamCutoff = Int(cutoff)
    firstDirectorySector = directory
    tableSectors = Self.tableSectors(header, sectorSize: sectorSize)
  }

  var count: Int { bytes.count / sectorSize }

  /// The bytes of a sector; the last one may be cut short.
  func sector(_ number: UInt32) -> ArraySlice<UInt8>? {
    guard number <= Self.mostSector else { return nil }
    let start = (Int(number) + 1) * sectorSize
    return start < bytes.count ? bytes[start..<min(bytes.count, start + sectorSize)] : nil
  }

  /// The sector behind a sector in its chain; `nil` at the end, and where the table says nothing.
  func next(after number: UInt32) -> UInt32? {
    let entriesInSector = sectorSize / 4
    let table = Int(number) / entriesInSector
    guard tableSectors.indices.contains(table), let sector = sector(tableSectors[table]),
      let next = sector.number32(at: Int(number) % entriesInSector * 4), next <= Self.mostSector
    else { return nil }
    return next
  }

  /// The sectors of a chain; up to where it breaks or comes back to itself.
  func chain(from first: UInt32, atMost most: Int = .max) -> [UInt32] {
    var chain: [UInt32] = []
    var next: UInt32? = first
    // A chain longer than the file has come back to itself.
    while let number = next, chain.count < min(most, count), sector(number) != nil {
      chain.append(number)
      next = self.next(after: number)
    }
    return chain
  }

  /// The table's sectors are listed in the header and, of larger files, in sectors that point to each other.
  private static func tableSectors(_ header: ArraySlice<UInt8>, sectorSize: Int) -> [UInt32] {
    var sectors = (0..<109).compactMap { header.number32(at: 76 + $0 * 4) }.filter { $0 <= mostSector }
    var next = header.number32(at: 68)
    let most = header.count / sectorSize
    var read = 0
    while let number = next, number <= mostSector, read < most {
      let start = (Int(number) + 1) * sectorSize
      guard start + sectorSize <= header.count else { break }
      let list = header[start..<(start + sectorSize)]
      let entries = sectorSize / 4 - 1
      sectors += (0..<entries).compactMap { list.number32(at: $0 * 4) }.filter { $0 <= mostSector }
      guard sectors.count <= most else { break }
      next = list.number32(at: entries * 4)
      read += 1
    }
    return sectors
  }
}

extension ArraySlice<UInt8> {
  /// A little-endian number; the offset counts from the slice's own beginning.
  func number16(at offset: Int) -> UInt16? {
    guard offset >= 0, offset + 2 <= count else { return nil }
    return UInt16(self[startIndex + offset]) | UInt16(self[startIndex + offset + 1]) << 8
  }

  func number32(at offset: Int) -> UInt32? {
    guard let low = number16(at: offset), let high = number16(at: offset + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }
}
