import Archive
import DocumentModel

enum OFDReader {
  static func read(_ archive: ZipArchive, limits: DocumentLimits) throws(Obstacle) -> Document {
    throw .unsupportedFormat(found: "ofd")
  }
}
