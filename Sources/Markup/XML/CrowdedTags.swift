/// Looks for elements with more attributes than any real one has.
///
/// libxml2 compares each attribute of an element with all that stand before it, so that one tag of some hundred
/// kilobytes keeps it busy for minutes. It cannot be told to stop inside a tag; hence this look beforehand.
enum CrowdedTags {
  static let mostAttributes = 512

  /// In XML `<` begins a tag wherever it stands: attributes may not hold it. What looks like a tag inside a comment is
  /// counted as one, which does no harm.
  static func stand(in bytes: [UInt8]) -> Bool {
    var start: Int?
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      if let start, isCrowded(bytes[(start + 1)..<index]) { return true }
      start = index
    }
    return start.map { isCrowded(bytes[($0 + 1)...]) } ?? false
  }

  private static func isCrowded(_ tag: ArraySlice<UInt8>) -> Bool {
    // An attribute takes five bytes with the space before it: ` a=""`.
    guard tag.count > mostAttributes * 5 else { return false }
    var count = 0
    var quote: UInt8?
    for byte in tag {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: ">"): return false
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "="):
        count += 1
        if count > mostAttributes { return true }
      default: continue
      }
    }
    return false
  }
}
