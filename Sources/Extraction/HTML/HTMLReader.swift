import DocumentModel

enum HTMLReader {
  static func read(
    _ bytes: [UInt8], limits: DocumentLimits, gb18030: borrowing GB18030Decoder
  ) throws(Obstacle) -> Document {
    throw .unsupportedFormat(found: "html 网页")
  }
}
