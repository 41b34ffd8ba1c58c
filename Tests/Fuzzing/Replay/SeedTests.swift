import DocumentModel
import Extraction
import Foundation
import FuzzHarnesses
import PageLayout
import TestFixtures
import Testing

/// A fuzzer that starts from what no reader takes for a report finds nothing.
@Suite struct SeedTests {
  private static let written = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Seeds")

  private static func corpus(_ formats: Set<String>) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Corpus.folder.path).sorted()
      .filter { name in name.split(separator: ".").last.map { formats.contains(String($0)) } ?? false }
  }

  @Test(arguments: try corpus(["docx", "odt", "ofd"]))
  func `the parts of a packed file read as the file does`(_ name: String) throws {
    let bytes = try Corpus.bytes(name)
    let seed = try #require(try Seeds.seeds(from: name, bytes).first { name.hasSuffix($0.harness.rawValue) })
    let original = try document(bytes)
    #expect(try document(PackedParts.archive(of: seed.bytes)).blocks.count == original.blocks.count)
  }

  @Test(arguments: [Harness.docx, .odt, .ofd])
  func `what is written by hand reads as well`(_ harness: Harness) throws {
    let file = Self.written.appending(path: harness.rawValue).appending(path: "small")
    let small = try document(PackedParts.archive(of: [UInt8](Data(contentsOf: file))))
    #expect(small.format.rawValue == harness.rawValue && small.blocks.count > 1)
  }

  @Test(arguments: try corpus(["docx", "odt", "ofd", "txt"]))
  func `a document is the same after it has been a script`(_ name: String) throws {
    let original = try document(Corpus.bytes(name))
    let copy = DocumentScript.document(from: DocumentScript.bytes(of: original))
    #expect(copy.blocks.map(pieces) == original.blocks.map(pieces))
  }

  @Test func `a page script paints text, turned letters and lines`() {
    let script = Array("T\u{64}\0\u{65}\0\u{0A}\u{02}abR\u{01}H\u{01}\0\u{02}\0\u{03}\0".utf8)
    let page = PageScript.pages(from: script + Array("T\0\0\0\0\u{0A}\u{01}c".utf8)).first
    #expect(page?.glyphs.map(\.text) == ["a", "b", "c"])
    #expect(page?.glyphs.first?.box.left == 10 && page?.glyphs.first?.box.bottom == 10.1)
    #expect(page?.glyphs.map(\.turn) == [.none, .none, .right])
    #expect(page?.lines.map(\.end) == [0.3])
  }

  private func document(_ bytes: [UInt8]) throws -> Document {
    guard case .document(let document) = try Extractor().extract(bytes) else { throw NoDocument() }
    return document
  }

  /// What a script keeps of a block.
  private func pieces(_ block: Document.Block) -> [String] {
    switch block {
    case .paragraph(let paragraph): [paragraph.text]
    case .table(let table): table.cells.map { "\($0.place.row ?? 0) \($0.place.column ?? 0) \($0.text)" }
    }
  }
}

private struct NoDocument: Error {}
