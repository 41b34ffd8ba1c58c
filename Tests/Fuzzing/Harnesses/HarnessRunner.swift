import DocumentModel
import Extraction
import ExtractionProtocol
import Findings
import PageLayout
import Rendering
import ReportModel
import Rules

/// Puts bytes through a harness. Whatever they are, it comes back; a broken promise traps.
package final class HarnessRunner {
  private let extractor: Extractor
  private let reader: ReportReader
  private let rules = RuleBook()

  package init() throws {
    reader = ReportReader(library: try FormLibrary.builtIn())
    extractor = try Extractor()
  }

  package func run(_ harness: Harness, on bytes: [UInt8]) {
    switch harness {
    case .alignment: judge(.document(DocumentScript.document(from: bytes)))
    case .compound: extract(FormatStart.compound(bytes))
    case .docx, .odt, .ofd: extract(PackedParts.archive(of: bytes))
    case .html: extract(FormatStart.html(bytes))
    case .layout: lay(PageScript.pages(from: bytes))
    case .rendering: render(DocumentScript.document(from: bytes))
    case .text: extract(bytes)
    case .wire: receive(bytes)
    }
  }

  /// Reads as a worker does, and holds the answer to what the daemon will do with it.
  private func extract(_ bytes: [UInt8]) {
    let extract = extractor.extract(bytes, limits: Self.limits)
    if case .document(let document) = extract { check(blocks: document.blocks) }
    check(answer: extract)
  }

  private func check(answer: Extract) {
    guard let received = try? Extract(message: answer.message), received == answer else {
      preconditionFailure("the daemon would not understand what the worker read")
    }
  }

  private func lay(_ pages: [PositionedPage]) {
    let laidOut = PageLayout.document(of: pages)
    check(blocks: laidOut.blocks)
    let document = Document(format: .pdf, blocks: laidOut.blocks, margins: laidOut.margins)
    check(answer: .document(document))
  }

  private func check(blocks: [Document.Block]) {
    for case .table(let table) in blocks {
      for cell in table.cells {
        precondition(cell.rowSpan >= 1 && cell.columnSpan >= 1, "a cell spans nothing")
        precondition((cell.place.row ?? 1) >= 1 && (cell.place.column ?? 1) >= 1, "a cell stands outside its table")
      }
    }
  }

  @discardableResult
  private func judge(_ extract: Extract) -> (report: AnnualReport?, findings: [Finding]) {
    let subject = Subject(extract: extract, reader: reader)
    return (subject.report, rules.findings(on: subject))
  }

  private func render(_ document: Document) {
    let (report, findings) = judge(.document(document))
    let judged = JudgedReport(
      verdict: Verdict(findings), file: FileFacts(name: "a.txt", format: "txt", bytes: 1, sha256: "00"),
      report: report, findings: findings, checkedAt: 0, version: "0")
    _ = DiagnosticsJSON.render(judged)
    _ = DiagnosticsPage.render(judged)
    _ = DiagnosticsSARIF.render([judged])
    _ = DiagnosticsText.render(judged, coloured: true)
  }

  /// A worker that has been taken over may send anything. What the daemon understands it must also survive judging.
  private func receive(_ bytes: [UInt8]) {
    if let request = try? ExtractRequest(message: bytes) {
      precondition((try? ExtractRequest(message: request.message)) == request, "a request changes on its way")
    }
    guard let extract = try? Extract(message: bytes) else { return }
    precondition((try? Extract(message: extract.message)) == extract, "an answer changes on its way")
    judge(extract)
  }

  /// Small enough that reaching a limit is something a fuzzer can do.
  private static let limits = DocumentLimits(file: 1 << 20, unpacked: 4 << 20, entries: 64, nesting: 64, pages: 16)
}
