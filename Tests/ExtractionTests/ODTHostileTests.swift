import DocumentModel
import Extraction
import Testing

/// OpenDocument files that are protected, broken, or made to harm.
@Suite struct ODTHostileTests {
  @Test func `an encrypted document is told by its manifest`() throws {
    var odt = ODTBuilder("<text:p>正文</text:p>")
    odt.manifest = """
      <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>
      """
    #expect(try FlowReading.obstacle(odt.bytes) == .encrypted)
    let whole = StoredZip.bytes([
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)), ("encrypted-package", [1, 2, 3]),
    ])
    #expect(try FlowReading.obstacle(whole) == .encrypted)
  }

  private static func table(cell: String, row: String) -> String {
    """
    <table:table><table:table-row \(row)><table:table-cell \(cell)><text:p>1</text:p></table:table-cell>\
    </table:table-row></table:table>
    """
  }

  @Test(arguments: ["999999999", "99999999999999999999999", "-5", "0", "x"])
  func `a repetition that cannot be is cut to one that can`(_ count: String) throws {
    let body = Self.table(
      cell: """
        table:number-columns-repeated="\(count)" table:number-columns-spanned="\(count)" \
        table:number-rows-spanned="\(count)"
        """, row: "")
    let document = try FlowReading.document(ODTBuilder(body).bytes)
    let cells = try #require(document.tables.first?.cells)
    #expect((1...1024).contains(cells.count))
    #expect(cells.allSatisfy { (1...1024).contains($0.columnSpan) && $0.rowSpan == 1 })
  }

  @Test func `rows and columns repeated without end are too many`() throws {
    let body = Self.table(
      cell: "table:number-columns-repeated=\"999999999\"", row: "table:number-rows-repeated=\"999999999\"")
    #expect(try FlowReading.obstacle(ODTBuilder(body).bytes) == .tooLong(lines: Document.mostPieces))
    let long = Self.table(cell: "table:number-columns-repeated=\"1000\"", row: "")
      .replacing("<text:p>1", with: "<text:p>" + String(repeating: "字", count: 1000))
    let limits = DocumentLimits(unpacked: 1 << 20)
    #expect(try FlowReading.obstacle(ODTBuilder(long).bytes, limits: limits) == .tooMuch(.unpacked, limit: 1 << 20))
  }

  @Test func `spaces, levels and starts are believed up to a limit`() throws {
    let body = """
      <text:p>甲<text:s text:c="999999999999"/>乙</text:p><text:h text:outline-level="99999">丙</text:h>\
      <text:list text:style-name="L"><text:list-item text:start-value="99999999999999"><text:p>丁</text:p>\
      </text:list-item><text:list-item><text:p>戊</text:p></text:list-item></text:list>
      """
    let styles = """
      <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" \
      style:num-suffix="."/><text:list-level-style-number text:level="-9" style:num-format="1"/></text:list-style>
      """
    let lines = try FlowReading.openLines(body, styles: styles)
    #expect(lines.map(\.count) == [1002, 1, 12, 12])
  }

  @Test func `styles that lead round and lists too deep end somewhere`() throws {
    let styles = """
      <style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>\
      <style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>
      """
    var list = "<text:p text:style-name=\"A\">底</text:p>"
    for _ in 0..<100 { list = "<text:list><text:list-item>\(list)</text:list-item></text:list>" }
    #expect(try FlowReading.openLines(list, styles: styles) == ["底"])
    for _ in 0..<50 { list = "<text:list><text:list-item>\(list)</text:list-item></text:list>" }
    #expect(try FlowReading.obstacle(ODTBuilder(list).bytes) == .tooMuch(.nesting, limit: 256))
  }

  @Test func `markup with any piece lost never stops the reader`() throws {
    let whole = Array(
      (Self.table(cell: "table:number-columns-spanned=\"2\"", row: "table:number-rows-repeated=\"2\"")
        + "<text:list text:style-name=\"L\"><text:list-item><text:p>甲<text:s text:c=\"2\"/></text:p></text:list-item></text:list>")
        .utf8)
    let extractor = try Extractor()
    var read = 0
    for place in 0...(whole.count - 4) {
      var body = whole
      body.removeSubrange(place..<(place + 4))
      if case .document = extractor.extract(ODTBuilder(String(decoding: body, as: UTF8.self)).bytes) { read += 1 }
    }
    #expect((1..<whole.count).contains(read))
  }

  @Test func `a document cut anywhere is told to be broken`() throws {
    let bytes = ODTBuilder("<text:p>正文</text:p>").bytes
    for cut in 1..<40 {
      guard case .unreadable = try FlowReading.obstacle(Array(bytes.prefix(bytes.count * cut / 40))) else {
        Issue.record("cut at \(cut)/40")
        continue
      }
    }
  }
}
