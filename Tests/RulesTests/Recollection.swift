import Extraction
import Findings
import ReportModel
import Rules
import TestFixtures

/// Two reports of a unit, one year after the other, each with something changed, and what must be said of the later one:
/// no more and no less.
struct Recollection: Sendable, CustomStringConvertible {
  var description: String
  /// What is changed in the figures of 2023, by their ids; `nil` takes one away.
  var before: [String: Figure?] = [:]
  /// What is changed in the text of 2024.
  var now: [(old: String, new: String)] = []
  var sameContent: EarlierSubmission?
  /// The prose of 2024, where it is not the corpus's.
  var prose: WrittenReport?
  /// The prose of 2023.
  var proseBefore: WrittenReport?
  /// The reports of other units.
  var others: [WrittenReport] = []
  var expected: [Expected] = []

  func findings() throws -> [Finding] {
    var last = try Self.accepted("qinghe-2023.raw.txt")
    for (id, figure) in before { last.figures[id] = figure }
    if let proseBefore { last.prose = try proseBefore.remembered().text }
    let text = try now.reduce(prose?.report() ?? Corpus.text()) { try $0.replacingOnly($1.old, with: $1.new) }
    let memory = try Memory(lastYear: last, sameContent: sameContent, others: others.map { try $0.remembered() })
    return try Judging.findings(Array(text.utf8), remembering: memory)
  }

  /// A report of the corpus as it is remembered once it is accepted.
  static func accepted(_ file: String) throws -> AcceptedReport {
    try accepted(Corpus.bytes(file))
  }

  static func accepted(_ bytes: [UInt8]) throws -> AcceptedReport {
    let report = try report(bytes)
    return AcceptedReport(
      year: report?.year ?? 0,
      figures: Dictionary(report?.figures.map { ($0.id, $0.figure) } ?? []) { first, _ in first },
      prose: report.map { ReportProse($0).text })
  }

  static func report(_ bytes: [UInt8]) throws -> AnnualReport? {
    Subject(extract: try Extractor().extract(bytes), reader: ReportReader(library: try FormLibrary.builtIn())).report
  }
}

extension Recollection {
  static let all = continuities + changes + duplicates + overlaps

  private static let continuities: [Recollection] = [
    Recollection(description: "a year that follows the other"),
    Recollection(
      description: "two columns carried out otherwise",
      before: ["requests.carried_out.natural_person": 8, "requests.carried_out.total": 23],
      expected: [
        Expected("carried-in", section: 3, row: "carried_in", column: "natural_person", found: "9", expected: "8"),
        Expected("carried-in", section: 3, row: "carried_in", column: "total", found: "24", expected: "23"),
      ]),
    Recollection(
      description: "two columns swapped, which no total tells",
      before: ["requests.carried_out.business": 8, "requests.carried_out.research": 5],
      expected: [
        Expected("carried-in", row: "carried_in", column: "business", found: "5", expected: "8"),
        Expected("carried-in", row: "carried_in", column: "research", found: "8", expected: "5"),
      ]),
    Recollection(
      description: "figures of last year that are not known",
      before: [
        "requests.carried_out.total": nil, "disclosure.normative_documents.in_force": nil,
        "disclosure.licensing.decisions": nil,
      ]),
    Recollection(
      description: "documents in force that do not follow", now: [("文件 7 4 34", "文件 7 4 38")],
      expected: [
        Expected(
          "in-force-continuity", section: 2, row: "normative_documents", column: "in_force", found: "38",
          expected: "34")
      ]),
    Recollection(
      description: "documents issued that are not counted", now: [("文件 7 4 34", "文件 8 4 34")],
      expected: [
        Expected("in-force-continuity", row: "normative_documents", column: "in_force", found: "34", expected: "35")
      ]),
    Recollection(
      description: "regulations that come from nowhere", now: [("规章 0 0 0", "规章 0 0 1")],
      expected: [
        Expected("in-force-continuity", row: "rules", column: "in_force", found: "1", expected: "0"),
        // That a town cannot have any, it is told with or without a memory.
        Expected("rules-by-unit", found: "现行有效件数 1"),
      ]),
    Recollection(
      description: "more repealed than there were", before: ["disclosure.normative_documents.in_force": 0],
      now: [("文件 7 4 34", "文件 1 4 0")],
      expected: [Expected("in-force-continuity", row: "normative_documents", column: "in_force", found: "0")]),
    Recollection(description: "everything cleared away and counted", now: [("文件 7 4 34", "文件 7 38 0")]),
  ]

  private static let changes: [Recollection] = [
    Recollection(
      description: "fees in the wrong unit", now: [("收费 13.07", "收费 130700")],
      expected: [Expected("year-on-year", section: 2, row: "fees", column: "amount", found: "130700")]),
    Recollection(
      description: "a digit too many", now: [("行政许可 1377", "行政许可 13770")],
      expected: [Expected("year-on-year", row: "licensing", column: "decisions", found: "13770")]),
    Recollection(
      description: "a digit too few", now: [("行政处罚 92", "行政处罚 9")],
      expected: [Expected("year-on-year", row: "penalties", column: "decisions", found: "9")]),
    Recollection(
      description: "what there was none of", before: ["disclosure.penalties.decisions": 0],
      expected: [Expected("year-on-year", row: "penalties", column: "decisions", found: "92")]),
    Recollection(
      description: "requests received, many times as many", before: ["requests.received.total": 83],
      expected: [Expected("year-on-year", section: 3, row: "received", column: "total", found: "418")]),
    Recollection(
      description: "exactly five times, and exactly a fifth", before: ["disclosure.licensing.decisions": 6885],
      now: [("行政处罚 92", "行政处罚 435")]),
    Recollection(
      description: "small numbers, many times as many", before: ["disclosure.coercion.decisions": 1],
      now: [("行政强制 11", "行政强制 9")]),
    Recollection(description: "none of a few", now: [("行政强制 11", "行政强制 0")]),
  ]

  private static let duplicates: [Recollection] = [true, false].map { isAccepted in
    Recollection(
      description: isAccepted ? "a file that was accepted" : "a file that was rejected",
      sameContent: EarlierSubmission(name: "年报.docx", isAccepted: isAccepted, time: "2027 年 1 月 12 日 16:30"),
      expected: [Expected("duplicate-submission")])
  }

  private static let overlaps: [Recollection] = [
    Recollection(
      description: "last year's prose over again", prose: .market, proseBefore: .market.handedIn("", for: 2023),
      expected: [Expected("same-as-last-year", section: 1)]),
    Recollection(
      description: "a year that goes on from the other", prose: .marketLater,
      proseBefore: .market.handedIn("", for: 2023)),
    Recollection(
      description: "last year's problems over again", prose: .marketWithOldProblems,
      proseBefore: .market.handedIn("", for: 2023), expected: [Expected("problems-repeated", section: 5)]),
    Recollection(
      description: "another unit's prose with the name changed", prose: .market,
      others: [.street, .market.handedIn("", by: "白杨镇", for: 2023)],
      expected: [Expected("same-as-another", section: 1)]),
    Recollection(
      description: "units of one trade", prose: .market,
      others: [.street, .marketLater.handedIn("", by: "白杨镇", for: 2023)]),
  ]
}

extension WrittenReport {
  /// A year that goes on from the other but for its problems, which are those of the year before.
  static let marketWithOldProblems: WrittenReport = {
    var report = marketLater
    report.description = "last year's problems over again"
    report.problems = market.problems
    return report
  }()
}
