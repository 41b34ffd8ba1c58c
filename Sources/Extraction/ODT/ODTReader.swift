import Archive
import DocumentModel

enum ODTReader {
  static func read(_ archive: ZipArchive, limits: DocumentLimits) throws(Obstacle) -> Document {
    throw .unsupportedFormat(found: "odt")
  }
}
