/// The parts of a packed file, written behind each other: a name, a line feed, the contents; then a group separator
/// (0x1D, a character that XML cannot hold) before the next.
///
/// A fuzzer that had to keep a zip file whole would never come to change what is packed in it.
package enum PackedParts {
  package static let separator: UInt8 = 0x1D

  package static func bytes(of parts: [(name: String, contents: [UInt8])]) -> [UInt8] {
    Array(parts.map { Array("\($0.name)\n".utf8) + $0.contents }.joined(separator: [separator]))
  }

  /// A zip file that holds the parts as they are.
  package static func archive(of bytes: [UInt8]) -> [UInt8] {
    var archive = StoredZip()
    for part in bytes.split(separator: separator, omittingEmptySubsequences: true).prefix(64) {
      let name = part.prefix { $0 != UInt8(ascii: "\n") }
      archive.add(name: name.prefix(256), contents: part.dropFirst(name.count + 1))
    }
    return archive.finished()
  }
}
