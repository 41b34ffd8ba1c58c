import DocumentModel
import Extraction
import Foundation
import TestFixtures
import Testing

@Suite struct PDFCorpusTests {
  @Test func `a table over several pages is one table with all its figures in their places`() throws {
    let document = try document(Corpus.bytes("qinghe-2024.pdf"))
    let requests = document.tables.filter { $0.place.table == 2 }
    #expect(requests.compactMap(\.place.page) == [1, 2, 3, 4])
    let rows = Dictionary(grouping: requests.flatMap(\.cells)) { $0.place.row ?? 0 }.sorted { $0.key < $1.key }
    let figures = rows.map { $0.value.compactMap { Int($0.text) } }.filter { $0.count == 7 }
    #expect(figures == (try expected()))
  }

  @Test func `lines outside of tables are paragraphs with their places`() throws {
    let document = try document(Corpus.bytes("qinghe-2024.pdf"))
    #expect(document.paragraphs.first == Paragraph(text: "青禾镇2024年政府信息公开工作年度报告", place: Place(page: 1, line: 1)))
    #expect(document.paragraphs.last?.text == "本年度未收取政府信息公开信息处理费。")
    #expect(document.paragraphs.last?.place.page == 4)
    #expect(document.format == .pdf)
  }

  /// A report that was cut off while it was copied, or damaged on the way. Whatever is read, reading ends well.
  @Test(arguments: 1...60)
  func `a damaged file neither stops the reader nor wears it out`(_ seed: UInt64) throws {
    var bytes = try Corpus.bytes("qinghe-2024.pdf")
    var random = SplitMix(state: seed)
    switch seed % 3 {
    case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case 1:
      for _ in 0..<(1 << Int.random(in: 0...10, using: &random)) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    default:
      let start = Int.random(in: 0..<bytes.count, using: &random)
      bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 1...5000, using: &random)))
    }
    let time = try ContinuousClock().measure { _ = try Extractor().extract(bytes) }
    #expect(time < .seconds(20))
  }

  /// Damage to the structure, which lies uncompressed between the streams.
  @Test(arguments: 1...60)
  func `a damaged structure neither stops the reader nor wears it out`(_ seed: UInt64) throws {
    let table = "0 0 m 300 0 l 0 50 m 300 50 l 0 99 m 300 99 l 0 0 m 0 99 l 150 0 m 150 99 l 300 0 m 300 99 l S "
    let pages = (1...5).map { PDFDraft.Page(content: table + painted("第\($0)页", 50, 20) + painted("正文", 50, 500)) }
    var bytes = PDFDraft(pages: pages).bytes
    var random = SplitMix(state: seed)
    for _ in 0..<(1 << Int.random(in: 0...6, using: &random)) {
      let digits = Array("0123456789<>[]/ RBT".utf8)
      bytes[Int.random(in: 8..<bytes.count, using: &random)] = digits.randomElement(using: &random) ?? 0
    }
    let time = try ContinuousClock().measure { _ = try Extractor().extract(bytes) }
    #expect(time < .seconds(20))
  }

  private func document(_ bytes: [UInt8]) throws -> Document {
    guard case .document(let document) = try Extractor().extract(bytes) else {
      return Document(format: .pdf, blocks: [])
    }
    return document
  }

  /// The figures of the third section, row by row.
  private func expected() throws -> [[Int]] {
    let figures = try JSONDecoder().decode([String: Corpus.Expectation].self, from: Data(Corpus.bytes("figures.json")))
    let report = try #require(figures["qinghe-2024"])
    let rows = """
      received carried_in granted partially_granted refused.state_secret refused.prohibited_by_law \
      refused.security_and_stability refused.third_party_rights refused.internal_affairs refused.process \
      refused.enforcement_files refused.administrative_query unavailable.not_held unavailable.needs_creation \
      unavailable.unclear not_processed.petition not_processed.repeat not_processed.publication \
      not_processed.excessive not_processed.confirmation otherwise.not_corrected otherwise.fee_unpaid otherwise.other \
      concluded carried_out
      """
    let columns = "natural_person business research public_interest legal_services other total"
    return try rows.split(separator: " ").map { row in
      try columns.split(separator: " ").map { column in
        try #require(report.figures["requests.\(row).\(column)"].map { NSDecimalNumber(decimal: $0).intValue })
      }
    }
  }
}

/// Random numbers that are the same in each run (S. Vigna's splitmix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
