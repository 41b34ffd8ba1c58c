/// What the daemon asks of a worker. The file itself travels beside it, as a descriptor.
package struct ExtractRequest: Equatable, Sendable {
  /// Longer files are not read, in bytes.
  package var longestFile: Int

  package init(longestFile: Int) {
    self.longestFile = longestFile
  }

  /// The longest request there is, in bytes.
  package static let longestMessage = 64

  package var message: [UInt8] {
    var writer = WireWriter()
    writer.write(longestFile)
    return writer.bytes
  }

  /// - Throws: ``WireError`` when the message is none of ``message``'s.
  package init(message: [UInt8]) throws(WireError) {
    var reader = WireReader(message)
    longestFile = try reader.count()
    guard reader.isAtEnd else { throw WireError(message: "there is more than a request") }
  }
}
