import DocumentModel
import Findings
import Narrative
import TestFixtures
import Testing

private struct Missing: Error {}

@Suite struct NarrativeMismatchTests {
  @Test(arguments: ConsistentSentences.all + MismatchingSentences.all + SilentSentences.all)
  func `a sentence is compared with what it counts`(_ sentence: NarrativeSentence) throws {
    let outcome = try sentence.outcome()
    #expect(outcome == sentence.expected)
  }

  @Test(arguments: try Corpus.documents())
  func `no report is told that its prose is at odds with its tables`(_ report: Corpus.Report) throws {
    let findings = try Judging.findings(Corpus.bytes(report.file)).filter { $0.rule == "narrative-mismatch" }
    #expect(findings.map(\.message) == [])
  }

  @Test func `a finding quotes the sentence with the number marked, and says what the tables hold`() throws {
    let sentence = NarrativeSentence(.busy, .mismatch(["410件"]), "2024年，我镇共收到政府信息公开申请410件，均按规定处理。")
    let finding = try #require(try sentence.findings().first { $0.rule == "narrative-mismatch" })
    #expect(finding.severity == .warning)
    #expect(finding.place.section == 1)
    #expect(finding.place.source.line != nil)
    #expect(finding.message.contains("2024年，我镇共收到政府信息公开申请「410件」，均按规定处理"))
    #expect(finding.message.contains("一、本年新收政府信息公开申请数量 418件"))
    #expect(finding.message.contains("一、本年新收政府信息公开申请数量＋二、上年结转政府信息公开申请数量 442件"))
    #expect(finding.message.contains("最接近的相差8件。"))
    let quote = Quote(
      source: "本报告第一部分",
      runs: [.init("2024年，我镇共收到政府信息公开申请"), .init("410件", isMarked: true), .init("，均按规定处理")])
    #expect(finding.evidence == [.quote(quote)])
  }

  @Test func `a long sentence is quoted round its mark`() throws {
    let length = 400
    let text = String(repeating: "甲", count: length) + "，收到政府信息公开申请410件，" + String(repeating: "乙", count: length)
    let finding = try #require(
      try NarrativeSentence(.busy, .silent, text).findings().first { $0.rule == "narrative-mismatch" })
    guard case .quote(let quote) = finding.evidence.first else { throw Missing() }
    #expect(quote.runs.map(\.isMarked) == [false, true, false])
    #expect(quote.runs.map(\.text.count) == [161, 4, 161])
  }

  @Test func `a table whose own sums fail is not compared`() throws {
    let text = try Corpus.text().replacingOnly("申请 418 件", with: "申请 410 件")
      .replacingOnly("（七）总计 284 26 18 52 23 17 420", with: "（七）总计 284 26 18 52 23 17 421")
    #expect(try Judging.findings(Array(text.utf8)).map(\.rule) == ["requests-concluded-total"])
  }
}
