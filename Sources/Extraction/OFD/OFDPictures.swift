/// A file that pages refer to: a picture, mostly (GB/T 33190-2016, 7.9).
struct OFDMedium: Hashable {
  /// Where it is, as the part says that it is named in.
  var location: String
  var part: String
  /// What is said of its kind.
  var format: String?
}

/// What is known of the pictures of a document without looking at them.
struct OFDPictures {
  /// Kinds that nothing shows through.
  private static let opaqueFormats: Set = [
    "jpg", "jpeg", "jpe", "bmp", "tif", "tiff", "jb2", "jbig2", "gbig2",
  ]

  private let package: OFDPackage
  private let root: String
  private var known: [OFDMedium: Bool] = [:]

  init(_ document: OFDDocument) {
    package = document.package
    root = document.part
  }

  /// Whether nothing shows through a picture. One that is not there, or of an unknown kind, may show all.
  mutating func isOpaque(_ medium: OFDMedium) -> Bool {
    if let isOpaque = known[medium] { return isOpaque }
    let isOpaque = package.part(medium.location, in: medium.part, root: root).map { isOpaqueFile(medium, $0) } ?? false
    known[medium] = isOpaque
    return isOpaque
  }

  private func isOpaqueFile(_ medium: OFDMedium, _ part: String) -> Bool {
    let name = part.split(separator: "/").last ?? ""
    let suffix = name.contains(".") ? name.split(separator: ".").last.map(String.init) : nil
    let formats = [medium.format, suffix].compactMap { $0?.lowercased() }.filter { !$0.isEmpty }
    if !formats.isEmpty, formats.allSatisfy(Self.opaqueFormats.contains) { return true }
    guard let bytes = try? package.bytes(of: part) else { return false }
    return Self.isOpaquePNG(bytes)
  }

  /// Whether it is a PNG in which no pixel and no colour can be transparent (ISO/IEC 15948, 11.2.2 and 11.3.2.1).
  private static func isOpaquePNG(_ bytes: [UInt8]) -> Bool {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let colorType = 25
    guard bytes.starts(with: signature), bytes.count > colorType, bytes[colorType] & 4 == 0 else { return false }
    var start = signature.count
    while start + 8 <= bytes.count {
      let length = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      switch Array(bytes[(start + 4)..<(start + 8)]) {
      case Array("IDAT".utf8): return true
      case Array("tRNS".utf8): return false
      default: start += 12 + length
      }
    }
    return false
  }
}
