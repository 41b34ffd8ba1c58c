import Archive
import DocumentModel

enum DocxReader {
  static func read(_ archive: ZipArchive, limits: DocumentLimits) throws(Obstacle) -> Document {
    throw .unsupportedFormat(found: "docx")
  }
}
