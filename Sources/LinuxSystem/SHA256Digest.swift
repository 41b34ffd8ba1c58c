import CCrypto
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
  package init(of descriptor: borrowing OwnedDescriptor) throws(Errno) {
    var hash = RunningHash()
    var offset = 0
    while true {
      let piece = try descriptor.read(atMost: 256 << 10, at: offset)
      guard !piece.isEmpty else { break }
      hash.update(piece)
      offset += piece.count
    }
    bytes = hash.finish()
  }

  /// 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// A SHA-256 in the making. libcrypto fails here only without memory, or when it was built without SHA-256.
@safe private struct RunningHash: ~Copyable {
  private let context: OpaquePointer

  init() {
    guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("libcrypto has no memory for a digest") }
    unsafe self.context = unsafe context
    precondition(unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto offers no SHA-256")
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  mutating func update(_ bytes: [UInt8]) {
    precondition(unsafe EVP_DigestUpdate(context, bytes, bytes.count) == 1, "libcrypto cannot go on with a digest")
  }

  consuming func finish() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      var size: UInt32 = 0
      precondition(unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &size) == 1, "libcrypto cannot end a digest")
      count = Int(size)
    }
  }
}
