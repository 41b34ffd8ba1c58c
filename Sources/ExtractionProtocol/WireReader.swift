import DocumentModel

/// Reads what ``WireWriter`` wrote, trusting nothing: the writer is a process that reads hostile files.
struct WireReader {
  private let bytes: [UInt8]
  private var position = 0
  private var elementsLeft = Document.mostPieces

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() throws(WireError) -> UInt {
    var number: UInt = 0
    var shift: UInt = 0
    while position < bytes.count, shift < 63 {
      let byte = bytes[position]
      position += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw WireError(message: "a number is cut off or too long")
  }

  mutating func count() throws(WireError) -> Int {
    guard let count = Int(exactly: try number()) else { throw WireError(message: "a count is too large") }
    return count
  }

  mutating func text() throws(WireError) -> String {
    let length = try count()
    guard length <= bytes.count - position else { throw WireError(message: "a text is cut off") }
    let slice = bytes[position..<(position + length)]
    position += length
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw WireError(message: "a text is not UTF-8")
    }
    return text
  }

  mutating func optionalNumber() throws(WireError) -> Int? {
    let number = try number()
    return number == 0 ? nil : Int(clamping: number - 1)
  }

  mutating func optionalText() throws(WireError) -> String? {
    try number() == 0 ? nil : try text()
  }

  /// Reads a list whose length stands before it. All lists together have at most ``Document/mostPieces`` elements: a
  /// worker that has been taken over must not fill the daemon's memory either.
  mutating func list<Element>(
    _ element: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    let length = try count()
    guard length <= bytes.count - position else { throw WireError(message: "a list is cut off") }
    guard length <= elementsLeft else { throw WireError(message: "there are too many paragraphs and cells") }
    elementsLeft -= length
    var elements: [Element] = []
    elements.reserveCapacity(length)
    for _ in 0..<length {
      elements.append(try element(&self))
    }
    return elements
  }
}

/// A message that no worker of this version sends.
package struct WireError: Error, Equatable, Sendable, CustomStringConvertible {
  package var message: String

  package var description: String { "the worker's answer cannot be understood: \(message)" }
}
