/// A zip file made for a test (APPNOTE.TXT 6.3), with what producers and attackers vary.
struct ZipFile {
  struct Part {
    var name: [UInt8]
    /// As it lies in the file.
    var packed: [UInt8]
    var size: Int
    var checksum: UInt32
    var isDeflated = false
    /// Bit 3: sizes stand behind the part; bit 11: the name is UTF-8; bit 0: encrypted.
    var flags: UInt16 = 0x0800

    init(_ name: String, _ contents: [UInt8]) {
      self.name = Array(name.utf8)
      packed = contents
      size = contents.count
      checksum = ZipFile.checksum(contents)
    }
  }

  var parts: [Part]
  /// Sizes and places stand in fields of 64 bits.
  var isZip64 = false

  init(_ parts: Part...) {
    self.parts = parts
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = file.count
      let hasDescriptor = part.flags & 8 != 0
      file += [0x50, 0x4B, 3, 4] + Self.number(20, 2)
      file += head(of: part, sizes: hasDescriptor ? (0, 0, 0) : (part.checksum, part.packed.count, part.size))
      file += Self.number(0, 2) + part.name + part.packed
      if hasDescriptor {
        file += [0x50, 0x4B, 7, 8] + Self.number(Int(part.checksum), 4) + Self.number(part.packed.count, 4)
        file += Self.number(part.size, 4)
      }
      let sizes = isZip64 ? (part.checksum, 0xFFFF_FFFF, 0xFFFF_FFFF) : (part.checksum, part.packed.count, part.size)
      let wide = Self.number(part.size, 8) + Self.number(part.packed.count, 8) + Self.number(offset, 8)
      let extra = isZip64 ? Self.number(1, 2) + Self.number(24, 2) + wide : []
      directory += [0x50, 0x4B, 1, 2] + Self.number(45, 2) + Self.number(20, 2) + head(of: part, sizes: sizes)
      directory += Self.number(extra.count, 2) + [UInt8](repeating: 0, count: 10)
      directory += Self.number(isZip64 ? 0xFFFF_FFFF : offset, 4) + part.name + extra
    }
    return file + directory + end(directory: directory.count, at: file.count)
  }

  private func head(of part: Part, sizes: (checksum: UInt32, packed: Int, size: Int)) -> [UInt8] {
    Self.number(Int(part.flags), 2) + Self.number(part.isDeflated ? 8 : 0, 2) + Self.number(0x21_0000, 4)
      + Self.number(Int(sizes.checksum), 4) + Self.number(sizes.packed, 4) + Self.number(sizes.size, 4)
      + Self.number(part.name.count, 2)
  }

  private func end(directory size: Int, at start: Int) -> [UInt8] {
    var end: [UInt8] = []
    if isZip64 {
      end += [0x50, 0x4B, 6, 6] + Self.number(44, 8) + Self.number(45, 2) + Self.number(45, 2)
      end += Self.number(0, 4) + Self.number(0, 4) + Self.number(parts.count, 8) + Self.number(parts.count, 8)
      end += Self.number(size, 8) + Self.number(start, 8)
      end += [0x50, 0x4B, 6, 7] + Self.number(0, 4) + Self.number(start + size, 8) + Self.number(1, 4)
    }
    let count = isZip64 ? 0xFFFF : parts.count
    end += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.number(count, 2) + Self.number(count, 2)
    end += Self.number(isZip64 ? 0xFFFF_FFFF : size, 4) + Self.number(isZip64 ? 0xFFFF_FFFF : start, 4)
    return end + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  /// CRC-32.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
  }
}

extension ZipFile.Part {
  /// A part of one byte after the other, packed as small as deflate can (RFC 1951, fixed codes): the byte, then copies
  /// of 258 bytes from one byte back, 13 bits each. Eight of them end at a whole byte, and so repeat.
  init(_ name: String, repeating byte: UInt8, copies: Int) {
    self.init(name, [])
    var bits: [Bool] = [true, true, false] + Self.bits(0x30 + Int(byte), 8)
    let copy = Self.bits(0xC5, 8) + Self.bits(0, 5)
    for _ in 0..<8 { bits += copy }
    while bits.count % 8 != 0 { bits += copy }
    var packed = Self.bytes(bits)
    let period = Self.bytes((0..<8).flatMap { _ in copy })
    let first = (bits.count - 11) / 13
    for _ in 0..<((copies - first) / 8) { packed += period }
    // The end of the block.
    packed += Self.bytes(Self.bits(0, 7) + [false])
    self.packed = packed
    size = 1 + 258 * (first + (copies - first) / 8 * 8)
    isDeflated = true
  }

  /// A code, its highest bit first. Bytes above 143 have codes of nine bits and are not asked for.
  private static func bits(_ code: Int, _ count: Int) -> [Bool] {
    (0..<count).reversed().map { code >> $0 & 1 == 1 }
  }

  private static func bytes(_ bits: [Bool]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(0) { byte, bit in start + bit < bits.count && bits[start + bit] ? byte | 1 << bit : byte }
    }
  }
}
