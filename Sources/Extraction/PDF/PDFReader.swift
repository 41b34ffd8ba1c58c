import DocumentModel

enum PDFReader {
  static func read(_ bytes: [UInt8], limits: DocumentLimits) throws(Obstacle) -> Document {
    throw .unsupportedFormat(found: "pdf")
  }
}
