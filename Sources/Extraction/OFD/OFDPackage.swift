import Archive
import DocumentModel
import Markup

/// The parts of an OFD file, which is a zip of XML (GB/T 33190-2016, 7.1).
struct OFDPackage {
  /// A part of a page takes some hundred kilobytes. The tree of a larger one takes memory that a worker has not.
  private static let largestPart = 32 << 20

  private let archive: ZipArchive
  private let limits: DocumentLimits

  init(_ archive: ZipArchive, limits: DocumentLimits) {
    self.archive = archive
    self.limits = limits
  }

  /// Whether parts of it are encrypted as GM/T 0099-2020 says: the entry to the keys is always in the clear.
  var isEncrypted: Bool {
    ["Encryptions.xml", "EncryptEntries.xml", "entriesmap.dat", "decryptseed.dat"].contains { archive.contains($0) }
  }

  /// The part that a name means; `nil` when there is none of it.
  func part(_ location: String, in referrer: String, root: String) -> String? {
    OFDLocation.candidates(location, in: referrer, root: root).first { archive.contains($0) }
  }

  /// What a part holds, whatever it is.
  func bytes(of part: String) throws(Obstacle) -> [UInt8] {
    try Obstacle.from { () throws(ArchiveError) in try archive.contents(of: part, atMost: Self.largestPart) }
  }

  func root(of part: String) throws(Obstacle) -> MarkupElement {
    let bytes = try Obstacle.from { () throws(ArchiveError) in try archive.contents(of: part) }
    guard bytes.count <= Self.largestPart else { throw .tooMuch(.unpacked, limit: Self.largestPart) }
    do throws(MarkupError) {
      return try MarkupTree.read(xml: bytes, depth: limits.nesting).root
    } catch {
      guard case .malformed = error, let mended = OFDMending.mended(bytes) else {
        throw obstacle(error, in: part)
      }
      do throws(MarkupError) {
        return try MarkupTree.read(xml: mended, depth: limits.nesting).root
      } catch {
        throw obstacle(error, in: part)
      }
    }
  }

  /// The root of a part that may well be missing; `nil` when it is or is broken.
  ///
  /// - Throws: ``Obstacle/tooMuch(_:limit:)``, ``Obstacle/encrypted``.
  func rootIfWhole(of part: String) throws(Obstacle) -> MarkupElement? {
    do throws(Obstacle) {
      return try root(of: part)
    } catch {
      if case .unreadable = error { return nil }
      throw error
    }
  }

  private func obstacle(_ error: MarkupError, in part: String) -> Obstacle {
    switch error {
    case .tooDeep(let limit): .tooMuch(.nesting, limit: limit)
    case .malformed, .documentType, .tooLarge: .unreadable(detail: "\(part): \(error.description)")
    }
  }
}
