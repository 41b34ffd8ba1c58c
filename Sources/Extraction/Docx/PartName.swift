/// The name of a part of a package, without the `/` that it begins with.
struct PartName: Equatable {
  let text: String

  /// - Parameters:
  ///   - reference: As it stands in the package, absolute or relative, perhaps percent-encoded.
  ///   - source: The part that refers to it; `nil` for the package itself.
  init(_ reference: String, relativeTo source: PartName? = nil) {
    let isAbsolute = reference.hasPrefix("/") || reference.hasPrefix("\\")
    var segments = isAbsolute ? [] : source?.text.split(separator: "/").dropLast().map(String.init) ?? []
    let path = reference.prefix { $0 != "#" && $0 != "?" }
    for segment in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch segment {
      case ".": break
      // Above the package there is nothing.
      case "..": _ = segments.popLast()
      default: segments.append(Self.decoded(segment))
      }
    }
    text = segments.joined(separator: "/")
  }

  /// Part names are equal whatever the case of their letters.
  var key: String { text.lowercased() }

  /// The extension, in lower case.
  var suffix: String? {
    guard let dot = text.lastIndex(of: "."), !text[dot...].contains("/") else { return nil }
    return text[text.index(after: dot)...].lowercased()
  }

  /// The name of the list of its relationships.
  var relationships: String {
    var segments = text.split(separator: "/").map(String.init)
    let name = segments.popLast() ?? ""
    return (segments + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  private static func decoded(_ segment: Substring) -> String {
    guard segment.utf8.contains(UInt8(ascii: "%")) else { return String(segment) }
    var bytes: [UInt8] = []
    var rest = Array(segment.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = hexadecimal(rest.prefix(2)) {
        rest = rest.dropFirst(2)
        bytes.append(code)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    digits.count == 2 ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }
}
