import Findings
import ReportModel

/// A finding with the number by which the page and the text speak of it.
struct NumberedFinding {
  let number: Int
  let finding: Finding
}

/// Findings under one heading.
struct FindingChapter {
  let heading: String
  /// What the chapter asks of the reader.
  let lead: String
  /// The chapter's weight; `nil` where findings of all weights stand together.
  let severity: Severity?
  let findings: [NumberedFinding]
}

/// The findings of a report, numbered through from one, in the order in which they are shown.
struct FindingList {
  let chapters: [FindingChapter]
  private let byMark: [Mark: [NumberedFinding]]
  /// What a comparison calls the report of the year before; `nil` when the year is not known.
  private let lastReport: String?

  /// What a finding can be pinned to in the tables as they were read.
  private struct Mark: Hashable {
    var table: String
    var row: String?
    var column: String?
  }

  init(_ judged: JudgedReport) {
    let ordered = Severity.allCases.flatMap { severity in judged.findings.filter { $0.severity == severity } }
    let numbered = ordered.enumerated().map { NumberedFinding(number: $0.offset + 1, finding: $0.element) }
    chapters = Self.chapters(numbered, of: judged.verdict)
    var byMark: [Mark: [NumberedFinding]] = [:]
    for each in numbered {
      for place in each.finding.places {
        guard let table = place.table else { continue }
        byMark[Mark(table: table, row: place.row, column: place.column), default: []].append(each)
      }
    }
    self.byMark = byMark
    lastReport = judged.report?.year.map { Comparison.report(of: $0 - 1) }
  }

  /// The findings that point at exactly this cell, row, column or table.
  func at(table: String, row: String? = nil, column: String? = nil) -> [NumberedFinding] {
    byMark[Mark(table: table, row: row, column: column)] ?? []
  }

  /// The figure of last year's report that a finding about a cell holds against it, cut to what a cell can show.
  func lastYear(in finding: Finding) -> String? {
    guard let lastReport else { return nil }
    for case .comparison(let comparison) in finding.evidence where comparison.columns.first == lastReport {
      guard let value = comparison.rows.first?.values.first, !value.isEmpty else { return nil }
      return value.cut(to: ShownLimit.figure)
    }
    return nil
  }

  private static func chapters(_ numbered: [NumberedFinding], of verdict: Verdict) -> [FindingChapter] {
    guard verdict != .held else {
      // Nothing is asked of the office while we are the ones who failed.
      let chapter = FindingChapter(
        heading: "中断之前看到的情况", lead: "审核没有做完，以下内容仅供参考，暂时不用修改。", severity: nil, findings: numbered)
      return numbered.isEmpty ? [] : [chapter]
    }
    return Severity.allCases.compactMap { severity in
      let findings = numbered.filter { $0.finding.severity == severity }
      guard !findings.isEmpty else { return nil }
      let (heading, lead) = words(for: severity)
      return FindingChapter(heading: heading, lead: lead, severity: severity, findings: findings)
    }
  }

  private static func words(for severity: Severity) -> (heading: String, lead: String) {
    switch severity {
    case .error: ("需要修改", "改好这些地方，报告就能通过。")
    case .warning: ("请核实或说明", "不影响通过。确认无误的可以不改；确有特殊情况的，建议在报告中写明。")
    case .info: ("提示", "供您参考，不用处理。")
    }
  }
}
