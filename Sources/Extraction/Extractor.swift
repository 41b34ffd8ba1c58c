import Archive
package import DocumentModel

/// Turns the bytes of a file into a document. What the bytes are is decided by the bytes, never by the file's name.
///
/// Holds what readers need from the file system, opened once, so that it works on inside a sandbox that has none.
package struct Extractor: ~Copyable {
  private let gb18030: GB18030Decoder

  /// - Throws: ``ExtractionSetupError`` when the system lacks what a reader needs.
  package init() throws(ExtractionSetupError) {
    try PDFFile.prepare()
    gb18030 = try GB18030Decoder()
  }

  package func extract(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) -> Extract {
    let extract = extract(bytes, limits: limits, depth: 0)
    guard case .document(let document) = extract else { return extract }
    let folded = document.folded
    // Nothing was seen of its text.
    if folded.blocks.isEmpty, !document.blocks.isEmpty {
      return .obstacle(folded.unread.isEmpty ? .empty : .unreadParts(folded.unread))
    }
    return .document(folded)
  }

  /// Files inside files: more levels than these nobody makes.
  private static let deepest = 2

  private func extract(_ bytes: [UInt8], limits: DocumentLimits, depth: Int) -> Extract {
    if bytes.isEmpty { return .obstacle(.empty) }
    do throws(Obstacle) {
      switch FileSignature(of: bytes) {
      case .text: return .document(try TextReader.read(bytes, gb18030: gb18030))
      case .html: return .document(try HTMLReader.read(bytes, limits: limits, gb18030: gb18030))
      case .mhtml: return .document(try MHTMLReader.read(bytes, limits: limits, gb18030: gb18030))
      case .pdf: return .document(try PDFReader.read(bytes, limits: limits))
      case .zip: return .document(try read(packed: bytes, limits: limits, depth: depth))
      case .flatPackage: return .document(try read(flat: bytes, limits: limits, depth: depth))
      case .compound: return try CompoundFile.extract(bytes)
      case .rtf: return .needsConversion(from: .rtf)
      case .wordXML: return .needsConversion(from: .doc)
      case .other(let name): return .obstacle(.unsupportedFormat(found: name))
      }
    } catch {
      return .obstacle(error)
    }
  }

  private func read(packed bytes: [UInt8], limits: DocumentLimits, depth: Int) throws(Obstacle) -> Document {
    let archive = try Obstacle.from { () throws(ArchiveError) in
      try ZipArchive(bytes, limits: ArchiveLimits(unpacked: limits.unpacked, entries: limits.entries))
    }
    // The package of most files is opened once, to see what it is and to read it.
    if let package = PackedFormat.officePackage(archive, limits: limits), PackedFormat(ofMainPartOf: package) == .docx {
      return try read(word: package, limits: limits, depth: depth)
    }
    switch PackedFormat(of: archive) {
    case .docx: return try read(word: try OfficePackage(archive, limits: limits), limits: limits, depth: depth)
    case .odt: return try ODTReader.read(archive, limits: limits)
    case .ofd: return try OFDReader.read(archive, limits: limits)
    case .other(let name): throw .unsupportedFormat(found: name)
    }
  }

  private func read(flat bytes: [UInt8], limits: DocumentLimits, depth: Int) throws(Obstacle) -> Document {
    let package = OfficePackage(try FlatParts(bytes, limits: limits), limits: limits)
    switch PackedFormat(ofMainPartOf: package) {
    case .other(let name): throw .unsupportedFormat(found: name)
    // A package that does not say what it is may be damaged, for the reader to say in which way.
    default: return try read(word: package, limits: limits, depth: depth)
    }
  }

  private func read(word package: OfficePackage, limits: DocumentLimits, depth: Int) throws(Obstacle) -> Document {
    try DocxReader.read(package, limits: limits) { chunk in
      depth < Self.deepest
        ? extract(chunk, limits: limits, depth: depth + 1) : .obstacle(.tooMuch(.nesting, limit: Self.deepest))
    }
  }
}

/// Something the system must have before anything can be read.
package struct ExtractionSetupError: Error, CustomStringConvertible {
  package var description: String
}
