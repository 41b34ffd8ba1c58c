/// Zip files of others, taken apart without unpacking them.
extension PackedFile {
  /// The parts of a zip file, as they lie in it.
  ///
  /// - Throws: ``NoPackedFile``: this is for fixtures, which are whole.
  package init(reading bytes: [UInt8]) throws {
    parts = []
    let end = try Self.endRecord(in: bytes)
    var place = try Self.number(bytes, end + 16, 4)
    for _ in 0..<(try Self.number(bytes, end + 10, 2)) {
      let nameLength = try Self.number(bytes, place + 28, 2)
      let local = try Self.number(bytes, place + 42, 4)
      let start = try local + 30 + Self.number(bytes, local + 26, 2) + Self.number(bytes, local + 28, 2)
      let size = try Self.number(bytes, place + 20, 4)
      guard bytes.indices.contains(place + 46 + nameLength), bytes.indices.contains(start + size) else {
        throw NoPackedFile()
      }
      var part = Part(String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self), [])
      part.packed = Array(bytes[start..<(start + size)])
      part.method = UInt16(clamping: try Self.number(bytes, place + 10, 2))
      part.checksum = UInt32(clamping: try Self.number(bytes, place + 16, 4))
      part.unpackedSize = UInt32(clamping: try Self.number(bytes, place + 24, 4))
      parts.append(part)
      let extra = try Self.number(bytes, place + 30, 2) + Self.number(bytes, place + 32, 2)
      place += 46 + nameLength + extra
    }
  }

  /// The file with a part of it changed.
  package func replacing(_ name: String, with contents: some Sequence<UInt8>) throws -> PackedFile {
    guard let index = parts.firstIndex(where: { $0.name == name }) else { throw NoPackedFile() }
    var changed = self
    changed.parts[index] = Part(name, contents)
    return changed
  }

  /// The file with further parts.
  package func adding(_ more: Part...) -> PackedFile { PackedFile(parts + more) }

  private static func endRecord(in bytes: [UInt8]) throws -> Int {
    let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    guard bytes.count >= 22,
      let end = (0...(bytes.count - 22)).last(where: { bytes[$0..<($0 + 4)].elementsEqual(mark) })
    else { throw NoPackedFile() }
    return end
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) throws -> Int {
    guard place >= 0, place + size <= bytes.count else { throw NoPackedFile() }
    return bytes[place..<(place + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

package struct NoPackedFile: Error {}
