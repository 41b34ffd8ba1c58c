/// A zip file made by hand: parts are stored as they are, or stand in for something that they are not.
package struct PackedFile: Sendable {
  package struct Part: Sendable {
    package var name: String
    /// As it lies in the file: packed already, if `method` says so.
    package var packed: [UInt8]
    package var checksum: UInt32
    package var unpackedSize: UInt32
    /// 0 stored, 8 deflated.
    package var method: UInt16
    /// Bit 0: encrypted.
    package var flags: UInt16 = 0x0800

    /// A part that is stored as it is.
    package init(_ name: String, _ contents: some Sequence<UInt8>) {
      self.name = name
      packed = Array(contents)
      checksum = Checksum.crc32(packed)
      unpackedSize = UInt32(clamping: packed.count)
      method = 0
    }

    /// A part that is small here and unpacks to `head` and very many times the same byte.
    package init(_ name: String, inflatingTo size: Int, head: String, filler: UInt8) {
      self.name = name
      packed = Deflated.run(of: filler, count: size, after: Array(head.utf8))
      checksum = 0
      unpackedSize = UInt32(clamping: size)
      method = 8
    }
  }

  package var parts: [Part]

  package init(_ parts: [Part]) {
    self.parts = parts
  }

  package init(_ texts: KeyValuePairs<String, String>) {
    parts = texts.map { Part($0.key, $0.value.utf8) }
  }

  /// The file (APPNOTE.TXT 6.3, 4.3).
  package var bytes: [UInt8] {
    var file = LittleEndian()
    var directory = LittleEndian()
    for part in parts {
      let offset = UInt32(clamping: file.bytes.count)
      let name = Array(part.name.utf8)
      file.append(UInt32(0x0403_4B50))
      file.append(UInt16(20))
      append(part, to: &file, name: name)
      file.bytes += name + part.packed

      directory.append(UInt32(0x0201_4B50))
      directory.append(UInt16(20))
      directory.append(UInt16(20))
      append(part, to: &directory, name: name)
      // No comment, first disk, no attributes.
      directory.bytes += [UInt8](repeating: 0, count: 10)
      directory.append(offset)
      directory.bytes += name
    }
    let start = UInt32(clamping: file.bytes.count)
    let size = UInt32(clamping: directory.bytes.count)
    file.bytes += directory.bytes
    file.append(UInt32(0x0605_4B50))
    file.append(UInt32(0))
    file.append(UInt16(clamping: parts.count))
    file.append(UInt16(clamping: parts.count))
    file.append(size)
    file.append(start)
    file.append(UInt16(0))
    return file.bytes
  }

  /// The members that the local header and the directory share.
  private func append(_ part: Part, to bytes: inout LittleEndian, name: [UInt8]) {
    bytes.append(part.flags)
    bytes.append(part.method)
    // Midnight of 1 January 1980.
    bytes.append(UInt16(0))
    bytes.append(UInt16(0x21))
    bytes.append(part.checksum)
    bytes.append(UInt32(clamping: part.packed.count))
    bytes.append(part.unpackedSize)
    bytes.append(UInt16(clamping: name.count))
    bytes.append(UInt16(0))
  }
}

private struct LittleEndian {
  var bytes: [UInt8] = []

  mutating func append(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

private enum Checksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
