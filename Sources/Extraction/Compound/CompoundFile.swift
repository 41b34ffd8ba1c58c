import DocumentModel

/// An OLE2 compound file: what Word and WPS wrote before docx, and what holds an encrypted docx.
enum CompoundFile {
  static func extract(_ bytes: [UInt8]) throws(Obstacle) -> Extract {
    .needsConversion(from: .doc)
  }
}
