import Archive
import Foundation
import TestFixtures
import Testing

/// The Word documents of the corpus, each saved as one file of XML.
@Suite struct FlatDocumentTests {
  private static let corpus = ((try? Corpus.documents()) ?? []).map(\.file).filter { $0.hasSuffix(".docx") }
  private static let kinds = ((try? Kinds.reports()) ?? []).map(\.file).filter { $0.hasSuffix(".docx") }

  @Test(arguments: corpus)
  func `a report is judged as the docx that it is`(_ file: String) throws {
    let docx = try Corpus.bytes(file)
    let judged = try Judged(Self.flat(docx))
    #expect(judged.summary == "")
    #expect(judged.figures.count == 200)
    #expect(try judged.document == Judged(docx).document)
  }

  @Test(arguments: kinds)
  func `every kind is read as the docx that it is`(_ file: String) throws {
    let docx = try Kinds.bytes(file)
    #expect(try Judged(Self.flat(docx)).extract == Judged(docx).extract)
  }

  /// A package whose parts have the names that are usual, in one file.
  private static func flat(_ docx: [UInt8]) throws -> [UInt8] {
    let archive = try ZipArchive(docx, limits: ArchiveLimits(unpacked: 64 << 20, entries: 1000))
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let names = try PackedFile(reading: docx).parts.map(\.name).filter { $0 != "[Content_Types].xml" && $0.last != "/" }
    let parts = try names.map { name in
      let isMarkup = name.hasSuffix(".xml") || name.hasSuffix(".rels")
      return FlatPackage.Part(
        name, type: name == "word/document.xml" ? main : "application/xml", try archive.contents(of: name),
        isBinary: !isMarkup)
    }
    return FlatPackage(parts).bytes
  }
}
