import Archive
package import DocumentModel
package import PageLayout

/// Reads OFD (GB/T 33190-2016), the format of finished documents that offices exchange.
///
/// What is seen is read: the words of annotations too, be they typed in or stamped, but not those of watermarks. The
/// seals of signatures are not, nor are attachments and actions.
package enum OFDReader {

  static func read(_ archive: ZipArchive, limits: DocumentLimits) throws(Obstacle) -> Document {
    let file = try OFDFile(OFDPackage(archive, limits: limits), limits: limits)
    let laidOut = PageLayout.document(of: file.pages.map(\.content))
    guard laidOut.pieceCount <= Document.mostPieces else { throw .tooLong(lines: Document.mostPieces) }
    return Document(
      format: .ofd, blocks: laidOut.blocks, margins: laidOut.margins, author: file.author, title: file.title)
  }

  /// The pages of all documents of a file, as they are painted.
  ///
  /// - Throws: ``Obstacle``; pages that are all pictures are ``Obstacle/noTextLayer(pages:)``.
  package static func pages(
    of bytes: [UInt8], limits: DocumentLimits = DocumentLimits()
  ) throws(Obstacle) -> [PositionedPage] {
    let archive = try Obstacle.from { () throws(ArchiveError) in
      try ZipArchive(bytes, limits: ArchiveLimits(unpacked: limits.unpacked, entries: limits.entries))
    }
    return try OFDFile(OFDPackage(archive, limits: limits), limits: limits).pages.map(\.content)
  }
}
