import Glibc

/// Decodes GB18030, which GBK and GB2312 are parts of, through the C library's iconv.
@safe
struct GB18030Decoder: ~Copyable {
  private let converter: iconv_t

  init() throws(ExtractionSetupError) {
    // iconv_open answers (iconv_t)-1 when it fails.
    guard let opened = unsafe iconv_open("UTF-8", "GB18030"), Int(bitPattern: opened) != -1 else {
      throw ExtractionSetupError(
        description: "the C library cannot decode GB18030; install its gconv modules (Debian: libc6)")
    }
    unsafe converter = opened
  }

  deinit {
    unsafe iconv_close(converter)
  }

  /// Decodes all of `bytes`; each byte that is no GB18030 becomes U+FFFD.
  ///
  /// - Returns: the text, and how many bytes had to be replaced.
  func decode(_ bytes: [UInt8]) -> (text: String, replaced: Int) {
    unsafe iconv(converter, nil, nil, nil, nil)
    var input = bytes
    var replaced = 0
    // Two bytes of GB18030 become three of UTF-8, one becomes one, and a replaced one becomes three.
    let text = unsafe String(unsafeUninitializedCapacity: bytes.count * 3) { output in
      unsafe input.withUnsafeMutableBytes { input in
        var from = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = input.count
        var to = unsafe UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var toLeft = output.count
        while fromLeft > 0 {
          unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
          guard fromLeft > 0, toLeft >= 3, let bad = unsafe from, let gap = unsafe to else { break }
          for (offset, byte) in Self.replacement.enumerated() {
            unsafe gap[offset] = CChar(bitPattern: byte)
          }
          unsafe from = bad + 1
          unsafe to = gap + 3
          fromLeft -= 1
          toLeft -= 3
          replaced += 1
        }
        return output.count - toLeft
      }
    }
    return (text, replaced)
  }

  private static let replacement = Array("\u{FFFD}".utf8)
}
