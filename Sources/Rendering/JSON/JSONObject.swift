/// Writes one JSON object, member after member in the order of the calls, on one line, as UTF-8.
///
/// Foundation's encoder keeps no order, and the order is part of the contract. Braces, commas and escapes are written
/// here only, so what comes out is well formed.
struct JSONObject {
  private var bytes: [UInt8]
  private var isEmpty = true

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The bytes of an object with the members that `write` adds.
  static func bytes(_ write: (inout JSONObject) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    nest(in: &bytes, write)
    return bytes
  }

  /// Adds a string, or nothing at all for `nil`.
  mutating func add(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    addName("\(name)")
    bytes.appendJSONString(value)
  }

  /// Adds a whole number, or nothing at all for `nil`.
  mutating func add(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    addName("\(name)")
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func add(_ name: StaticString, _ value: Bool) {
    addName("\(name)")
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func addNull(_ name: StaticString) {
    addName("\(name)")
    bytes.append(contentsOf: "null".utf8)
  }

  /// Adds a number by its decimal digits, which may be more than a binary fraction can hold.
  ///
  /// - Parameters:
  ///   - name: The member's name.
  ///   - decimal: Digits with an optional minus sign and an optional point between digits.
  mutating func add(_ name: String, decimal: String) {
    addName(name)
    bytes.append(contentsOf: decimal.utf8)
  }

  mutating func add(_ name: StaticString, object write: (inout JSONObject) -> Void) {
    addName("\(name)")
    Self.nest(in: &bytes, write)
  }

  /// Adds an array with one object for each element.
  mutating func add<Element>(
    _ name: StaticString,
    array elements: some Sequence<Element>,
    _ write: (inout JSONObject, Element) -> Void
  ) {
    addName("\(name)")
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.nest(in: &bytes) { write(&$0, element) }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func add(_ name: StaticString, strings: [String]) {
    addName("\(name)")
    append(array: strings) { $0.appendJSONString($1) }
  }

  /// Adds an array of pairs of whole numbers: `[[3,5],[9,11]]`, where each range begins and where what follows it does.
  mutating func add(_ name: StaticString, ranges: [Range<Int>]) {
    addName("\(name)")
    append(array: ranges) { $0.append(contentsOf: "[\($1.lowerBound),\($1.upperBound)]".utf8) }
  }

  private mutating func append<Element>(array: [Element], _ write: (inout [UInt8], Element) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in array.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&bytes, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func addName(_ name: String) {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    bytes.appendJSONString(name)
    bytes.append(UInt8(ascii: ":"))
  }

  private static func nest(in bytes: inout [UInt8], _ write: (inout JSONObject) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    var object = JSONObject(bytes: bytes)
    // One owner again: the inner object appends to the same buffer, and nothing is copied however deep it goes.
    bytes = []
    write(&object)
    bytes = object.bytes
    bytes.append(UInt8(ascii: "}"))
  }
}

extension [UInt8] {
  /// Appends a JSON string. Text stays UTF-8; only what could break a parser, a line or a terminal is escaped.
  fileprivate mutating func appendJSONString(_ text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        append(UInt8(ascii: "\\"))
        append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x20...0x7E:
        append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where scalar.isUnseen: append(contentsOf: scalar.jsonEscape.utf8)
      default:
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
