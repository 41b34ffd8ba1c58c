/// One part of a message of MIME: what its header says, and its body as it stands (RFC 2045, RFC 2046).
struct MIMEPart {
  /// By their names in small letters; of two of a name the first counts.
  private(set) var fields: [String: String] = [:]
  private(set) var body: ArraySlice<UInt8>

  /// A header this long holds no page.
  private static let longestHeader = 64 << 10

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var name = ""
    while let line = Self.takeLine(from: &rest), bytes.count - rest.count <= Self.longestHeader {
      if line.isEmpty { break }
      let text = String(decoding: line, as: UTF8.self)
      // A line that begins with white space goes on with the field before.
      if line[line.startIndex] == 0x20 || line[line.startIndex] == 0x09 {
        fields[name]?.append(" " + text.trimmed)
        continue
      }
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      name = ""
      guard parts.count == 2 else { continue }
      let key = String(parts[0]).trimmed.lowercased()
      guard fields[key] == nil else { continue }
      name = key
      fields[key] = String(parts[1]).trimmed
    }
    body = rest
  }

  /// The next line without its end; `nil` behind the last.
  private static func takeLine(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  // MARK: What it holds

  /// `text/html`, in small letters. A part that does not say is text.
  var type: String {
    let value = fields["content-type"] ?? "text/plain"
    return String(value.prefix { $0 != ";" }).trimmed.lowercased()
  }

  /// A parameter of its type: the charset or the boundary.
  func parameter(_ name: String) -> String? {
    guard let value = fields["content-type"] else { return nil }
    for parameter in Self.parameters(value) {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, String(parts[0]).trimmed.lowercased() == name else { continue }
      let value = String(parts[1]).trimmed
      return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value
    }
    return nil
  }

  /// What stands between semicolons that are in no quotes.
  private static func parameters(_ value: String) -> [String] {
    var parameters: [String] = []
    var current = ""
    var isQuoted = false
    for character in value {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parameters.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return parameters + [current]
  }

  /// The parts of a multipart body. What stands before the first boundary and behind the last is for no one.
  ///
  /// - Parameter most: How many parts at most.
  /// - Returns: `nil` when there are more.
  func parts(atMost most: Int) -> [ArraySlice<UInt8>]? {
    guard let boundary = parameter("boundary") ?? guessedBoundary, !boundary.isEmpty else { return [] }
    let delimiter = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var rest = body
    while !rest.isEmpty {
      let lineStart = rest.startIndex
      guard let line = Self.takeLine(from: &rest) else { break }
      guard line.starts(with: delimiter) else { continue }
      let tail = line.dropFirst(delimiter.count)
      let isLast = tail.starts(with: "--".utf8)
      guard isLast || tail.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      if let start { parts.append(body[start..<lineStart]) }
      guard parts.count < most else { return nil }
      start = isLast ? nil : rest.startIndex
      if isLast { break }
    }
    // A message that was cut off has no last boundary.
    if let start { parts.append(body[start...]) }
    return parts
  }

  /// The boundary of a message that does not name it, by its first line.
  private var guessedBoundary: String? {
    var rest = body.drop { $0 <= 0x20 }
    guard let line = Self.takeLine(from: &rest), line.starts(with: "--".utf8), line.count <= 200 else { return nil }
    return String(decoding: line.dropFirst(2), as: UTF8.self).trimmed
  }

  /// The body without its transfer encoding.
  var content: [UInt8] {
    switch fields["content-transfer-encoding"]?.trimmed.lowercased() {
    case "quoted-printable": TransferEncoding.quotedPrintable(body)
    case "base64": TransferEncoding.base64(body)
    default: Array(body)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
