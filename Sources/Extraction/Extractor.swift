package import DocumentModel

/// Turns the bytes of a file into a document. What the bytes are is decided by the bytes, never by the file's name.
///
/// Holds what readers need from the file system, opened once, so that it works on inside a sandbox that has none.
package struct Extractor: ~Copyable {
  private let gb18030: GB18030Decoder

  /// - Throws: ``ExtractionSetupError`` when the system lacks what a reader needs.
  package init() throws(ExtractionSetupError) {
    gb18030 = try GB18030Decoder()
  }

  package func extract(_ bytes: [UInt8]) -> Extract {
    if bytes.isEmpty { return .obstacle(.empty) }
    switch FileSignature(of: bytes) {
    case .text: return TextReader.read(bytes, gb18030: gb18030)
    case .other(let name): return .obstacle(.unsupportedFormat(found: name))
    }
  }
}

/// Something the system must have before anything can be read.
package struct ExtractionSetupError: Error, CustomStringConvertible {
  package var description: String
}
