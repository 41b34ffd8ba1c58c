/// Gives bytes the beginning that leads them to the reader they are meant for.
enum FormatStart {
  /// What begins like no page gets a page's beginning; a byte order mark or a mail's header is left where it is.
  static func html(_ bytes: [UInt8]) -> [UInt8] {
    let starts: [[UInt8]] = [Array("<".utf8), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], Array("MIME-".utf8)]
    return starts.contains { bytes.starts(with: $0) } ? bytes : Array("<html>".utf8) + bytes
  }

  /// The signature of [MS-CFB] 2.2 in place of the first eight bytes.
  static func compound(_ bytes: [UInt8]) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + bytes.dropFirst(8)
  }
}
