import DocumentModel
import ExtractionProtocol
import Testing

@Suite struct ProtocolTests {
  static let extracts: [Extract] = [
    .obstacle(.empty), .obstacle(.encrypted), .obstacle(.unreadable(detail: "断")),
    .obstacle(.unsupportedFormat(found: nil)), .obstacle(.unsupportedFormat(found: "exe")),
    .obstacle(.noTextLayer(pages: 3)), .obstacle(.tooLarge(limit: 1 << 40)), .obstacle(.tooLong(lines: 200_000)),
    .document(Document(format: .txt, blocks: [])),
    .document(
      Document(
        format: .docx,
        blocks: [
          .paragraph(Paragraph(text: "一、总体情况", place: Place(page: 1, line: 128))),
          .table(
            Table(
              cells: [
                Cell(text: "", place: Place(table: 1, row: 1, column: 1), rowSpan: 2, columnSpan: 300),
                Cell(text: "１\n0", place: Place(table: 1, row: 3, column: 2)),
              ], place: Place(table: 1))),
        ])),
  ]

  @Test(arguments: extracts)
  func `what is written is read back`(_ extract: Extract) throws {
    #expect(try Extract(message: extract.message) == extract)
  }

  @Test(arguments: extracts)
  func `a message that is cut or too long is refused`(_ extract: Extract) {
    let message = extract.message
    for length in 0..<message.count {
      #expect(throws: WireError.self) { try Extract(message: Array(message.prefix(length))) }
    }
    #expect(throws: WireError.self) { try Extract(message: message + [0]) }
  }

  /// A worker that has been taken over may answer anything.
  @Test(arguments: extracts)
  func `a message with any byte changed is refused or read, and never more than that`(_ extract: Extract) {
    let message = extract.message
    for index in message.indices {
      for value in [UInt8(0), 1, 0x7F, 0x80, 0xFF] {
        var changed = message
        changed[index] = value
        if let read = try? Extract(message: changed) {
          #expect(read == (changed == message ? extract : read))
          #expect(read.message.count <= 2 * message.count + 16)
        }
      }
    }
  }

  @Test func `a list that claims more elements than bytes is refused before room is made`() {
    // A document of format txt with 2^62 blocks.
    let message: [UInt8] = [0, 3] + Array("txt".utf8) + [UInt8](repeating: 0x80, count: 8) + [0x40]
    #expect(throws: WireError.self) { try Extract(message: message) }
  }

  @Test func `a message with millions of empty paragraphs is refused before room is made for them`() {
    let count = 4_000_000
    // A document of format txt, the count in three bytes and a bit, then paragraphs of seven zero bytes each.
    var message: [UInt8] = [0, 3] + Array("txt".utf8)
    for shift in stride(from: 0, to: 28, by: 7) {
      message.append(UInt8(truncatingIfNeeded: count >> shift) & 0x7F | (shift < 21 ? 0x80 : 0))
    }
    message += [UInt8](repeating: 0, count: 7 * count)
    let error = #expect(throws: WireError.self) { try Extract(message: message) }
    #expect(error?.message == "there are too many paragraphs and cells")
  }

  @Test(arguments: [0, 1, 127, 128, 1 << 25, Int.max])
  func `a request is read back`(_ longest: Int) throws {
    let request = ExtractRequest(limits: DocumentLimits(file: longest))
    #expect(request.message.count <= ExtractRequest.longestMessage)
    #expect(try ExtractRequest(message: request.message) == request)
  }

  @Test(arguments: [
    WorkerGreeting.ready(landlock: nil), .ready(landlock: 7), .refused("断"),
    .refused(String(repeating: "断", count: 200)),
  ])
  func `a greeting that is written is read back, and one that is cut is refused`(_ greeting: WorkerGreeting) throws {
    let message = greeting.message
    #expect(message.count <= WorkerGreeting.longestMessage)
    #expect(try WorkerGreeting(message: message) == greeting)
    for length in 0..<message.count {
      #expect(throws: WireError.self) { try WorkerGreeting(message: Array(message.prefix(length))) }
    }
    #expect(throws: WireError.self) { try WorkerGreeting(message: message + [0]) }
  }
}
