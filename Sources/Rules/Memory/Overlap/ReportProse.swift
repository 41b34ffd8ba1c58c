import Findings
package import ReportModel

/// What a report's authors have written themselves: its prose sections, tables apart.
package struct ReportProse: Sendable {
  let source: [Unicode.Scalar]
  private let office: String?
  private let lines: [(start: Int, place: FindingPlace)]

  /// The report of a large district has some ten thousand characters; more are not looked at.
  static let mostScalars = 50_000

  package init(_ report: AnnualReport) {
    self.init(report, section: nil)
  }

  /// - Parameters:
  ///   - report: Whose prose it is.
  ///   - section: The only section that is wanted; `nil` for all.
  init(_ report: AnnualReport, section: Int?) {
    var source: [Unicode.Scalar] = []
    var lines: [(start: Int, place: FindingPlace)] = []
    for passage in Passage.all(in: report)
    where passage.section != nil && (section == nil || passage.section == section) {
      for (number, start) in passage.lineStarts.enumerated() {
        let room = Self.mostScalars - source.count
        guard room > 2 else { break }
        // Where a sentence may go over several lines, their ends mean nothing.
        if number == 0 || !passage.isBrokenInLines { source.append("\n") }
        // A blank line parts the sections.
        if number == 0 { source.append("\n") }
        lines.append((source.count, passage.place(at: start)))
        source.append(contentsOf: passage.scalars[passage.range(ofLine: number)].prefix(room - 2))
      }
    }
    self.source = source
    self.lines = lines
    office = report.office
  }

  /// As it is kept for later reports to be held against: a line for each paragraph and a blank one before each
  /// section, without other white space, and without the number of any person.
  package var text: String { PersonalNumber.masked(String(source)) }

  /// What finds reports of much the same wording among thousands; empty where there is too little to be compared.
  package var fingerprints: [Int64] { compared.fingerprints }

  var compared: ComparedProse { ComparedProse(source, office: office) }

  /// What was kept of an earlier report.
  static func compared(_ kept: String, office: String?) -> ComparedProse {
    ComparedProse(Array(kept.unicodeScalars.prefix(mostScalars)), office: office)
  }

  /// The section on problems in what was kept of an earlier report; `nil` unless the three sections of prose are there, which
  /// tells which one it is.
  static func problems(ofKept kept: String) -> String? {
    // A blank line stands before each.
    let sections = String(kept.unicodeScalars.prefix(mostScalars)).split(separator: "\n\n")
    return sections.count == 3 ? String(sections[1]) : nil
  }

  /// Where a character of the source stands in the report.
  func place(at index: Int) -> FindingPlace {
    lines.last { $0.start <= index }?.place ?? FindingPlace()
  }
}
