import CNettle
package import SystemPackage

/// The SHA-256 of some contents.
package struct SHA256Digest: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  package init(of bytes: [UInt8]) {
    var hash = RunningHash()
    hash.update(bytes)
    self.bytes = hash.finish()
  }

  /// Of a whole file from its first byte, a piece at a time. The descriptor's own offset stays where it is.
  ///
  /// - Parameters:
  ///   - descriptor: The file.
  ///   - maximumBytes: How much of it is read at most.
  /// - Throws: `Errno.fileTooLarge` when the file holds more, without a byte being read where its size says so.
  package init(of descriptor: borrowing OwnedDescriptor, upTo maximumBytes: Int) throws(Errno) {
    guard try descriptor.status().size <= maximumBytes else { throw .fileTooLarge }
    var hash = RunningHash()
    var offset = 0
    while true {
      let piece = try descriptor.read(atMost: 256 << 10, at: offset)
      guard !piece.isEmpty else { break }
      hash.update(piece)
      offset += piece.count
      // It may grow while it is read.
      guard offset <= maximumBytes else { throw .fileTooLarge }
      ThreadActivity.step()
    }
    bytes = hash.finish()
  }

  /// 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// A SHA-256 in the making.
private struct RunningHash: ~Copyable {
  private var context = sha256_ctx()

  init() {
    unsafe nettle_sha256_init(&context)
  }

  mutating func update(_ bytes: [UInt8]) {
    unsafe nettle_sha256_update(&context, bytes.count, bytes)
  }

  consuming func finish() -> [UInt8] {
    let size = Int(SHA256_DIGEST_SIZE)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe nettle_sha256_digest(&context, size, buffer.baseAddress)
      count = size
    }
  }
}
