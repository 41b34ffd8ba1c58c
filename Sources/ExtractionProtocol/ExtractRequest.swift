package import DocumentModel

/// What the daemon asks of a worker. The file itself travels beside it, as a descriptor.
package struct ExtractRequest: Equatable, Sendable {
  package var limits: DocumentLimits

  package init(limits: DocumentLimits) {
    self.limits = limits
  }

  /// The longest request there is, in bytes.
  package static let longestMessage = 64

  package var message: [UInt8] {
    var writer = WireWriter()
    for limit in [limits.file, limits.unpacked, limits.entries, limits.nesting, limits.pages] {
      writer.write(limit)
    }
    return writer.bytes
  }

  /// - Throws: ``WireError`` when the message is none of ``message``'s.
  package init(message: [UInt8]) throws(WireError) {
    var reader = WireReader(message)
    limits = DocumentLimits(
      file: try reader.count(), unpacked: try reader.count(), entries: try reader.count(),
      nesting: try reader.count(), pages: try reader.count())
    guard reader.isAtEnd else { throw WireError(message: "there is more than a request") }
  }
}
