/// A compound file made for a test ([MS-CFB], version 3): the allocation table, the directory, and streams, which
/// stand in sectors of their own when they are long enough, else in the mini stream.
struct CompoundBuilder {
  var streams: [(name: String, bytes: [UInt8])]
  /// What the directory entries below the root name as their left sibling, by their number; else the one before.
  var leftSibling: [Int: UInt32] = [:]

  init(_ streams: (name: String, bytes: [UInt8])...) {
    self.streams = streams
  }

  static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF

  /// Where the bytes of a stream begin in the file.
  func place(of name: String) -> Int? {
    var sector = firstStreamSector
    for stream in streams where stream.bytes.count >= 4096 {
      if stream.name == name { return (sector + 1) * 512 }
      sector += Self.sectors(stream.bytes.count)
    }
    return nil
  }

  var bytes: [UInt8] {
    let mini = miniStream
    var table = [Self.endOfChain]
    table += Self.chain(Self.sectors(directorySize), from: 1)
    table += Self.chain(Self.sectors(mini.count), from: table.count)
    var content: [UInt8] = Self.padded(mini)
    for stream in streams where stream.bytes.count >= 4096 {
      table += Self.chain(Self.sectors(stream.bytes.count), from: table.count)
      content += Self.padded(stream.bytes)
    }
    table += [UInt32](repeating: Self.free, count: 128 - table.count)
    return header + table.flatMap(Self.number) + Self.padded(directory(miniSize: mini.count)) + content
  }

  private var directorySize: Int { (streams.count + 1) * 128 }
  private var miniStream: [UInt8] {
    streams.filter { $0.bytes.count < 4096 }.flatMap { $0.bytes + [UInt8](repeating: 0, count: -$0.bytes.count & 63) }
  }
  private var firstStreamSector: Int { 1 + Self.sectors(directorySize) + Self.sectors(miniStream.count) }

  private var header: [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10)
    // One sector of the table, the directory in sector 1, streams below 4096 bytes are short.
    header += [1, 1, 0, 4096].flatMap(Self.number)
    // No list of short sectors is needed to read the first of them; no further list of the table's sectors.
    header += [Self.endOfChain, 0, Self.endOfChain, 0, 0].flatMap(Self.number)
    header += [UInt8](repeating: 0xFF, count: 512 - header.count)
    // The table begins in sector 0.
    header.replaceSubrange(44..<48, with: Self.number(1))
    header.replaceSubrange(48..<52, with: Self.number(1))
    header.replaceSubrange(56..<60, with: Self.number(4096))
    header.replaceSubrange(68..<72, with: Self.number(Self.endOfChain))
    header.replaceSubrange(76..<80, with: Self.number(0))
    return header
  }

  private func directory(miniSize: Int) -> [UInt8] {
    var entries = Self.entry(
      "Root Entry", kind: 5, left: Self.free, child: UInt32(streams.count),
      start: UInt32(1 + Self.sectors(directorySize)), size: miniSize)
    var short: UInt32 = 0
    var long = UInt32(firstStreamSector)
    for (index, stream) in streams.enumerated() {
      let isShort = stream.bytes.count < 4096
      let left = leftSibling[index + 1] ?? (index == 0 ? Self.free : UInt32(index))
      entries += Self.entry(
        stream.name, kind: 2, left: left, child: Self.free, start: isShort ? short : long, size: stream.bytes.count)
      if isShort {
        short += UInt32((stream.bytes.count + 63) / 64)
      } else {
        long += UInt32(Self.sectors(stream.bytes.count))
      }
    }
    return entries
  }

  private static func entry(
    _ name: String, kind: UInt8, left: UInt32, child: UInt32, start: UInt32, size: Int
  ) -> [UInt8] {
    var entry = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let length = entry.count + 2
    entry += [UInt8](repeating: 0, count: 64 - entry.count)
    entry += [UInt8(length), 0, kind, 1]
    entry += [left, free, child].flatMap(number)
    entry += [UInt8](repeating: 0, count: 36)
    return entry + number(start) + number(UInt32(size)) + number(0)
  }

  private static func chain(_ count: Int, from first: Int) -> [UInt32] {
    (0..<count).map { $0 + 1 == count ? endOfChain : UInt32(first + $0 + 1) }
  }

  private static func sectors(_ size: Int) -> Int { (size + 511) / 512 }
  private static func padded(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: -bytes.count & 511) }

  private static func number(_ value: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
