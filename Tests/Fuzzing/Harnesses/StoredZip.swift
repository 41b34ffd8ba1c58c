/// A zip file whose parts are stored uncompressed (PKWARE APPNOTE 6.3, 4.3).
struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  mutating func add(name: ArraySlice<UInt8>, contents: ArraySlice<UInt8>) {
    let size = UInt32(clamping: contents.count)
    // Version 2.0, names in UTF-8 (bit 11), stored, midnight of 1 January 1980.
    let common =
      little(UInt16(20)) + little(UInt16(1 << 11)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0x21))
      + little(CRC32.of(contents)) + little(size) + little(size) + little(UInt16(clamping: name.count))
      + little(UInt16(0))
    let offset = UInt32(clamping: bytes.count)
    bytes += little(UInt32(0x0403_4B50)) + common + name + contents
    directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common
    // No comment, first disk, no attributes.
    directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0)) + little(offset) + name
    count += 1
  }

  consuming func finished() -> [UInt8] {
    let size = UInt32(clamping: directory.count)
    let offset = UInt32(clamping: bytes.count)
    return bytes + directory + little(UInt32(0x0605_4B50)) + little(UInt16(0)) + little(UInt16(0)) + little(count)
      + little(count) + little(size) + little(offset) + little(UInt16(0))
  }

  private func little(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

/// The check sum of zip files (ITU-T V.42, reflected 0xEDB88320).
private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  }
}
