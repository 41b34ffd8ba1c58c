package import DocumentModel
package import ReportModel

/// What rules look at: a file as far as it could be understood.
package struct Subject: Sendable {
  package let extract: Extract
  /// `nil` when the document is no report.
  package let report: AnnualReport?
  /// The sums that fail, explained by as few wrong cells as possible.
  let imbalances: [Imbalance]
  /// The prose as it reads.
  let passages: [Passage]
  /// The tables line by line.
  let printedLines: [PrintedLine]
  /// What is known of earlier submissions. It is looked up by what the report says of itself, and so comes after it.
  package var memory = Memory()
  /// From how much likeness on the report is named.
  package var likeness = LikenessMarks()
  /// The units that have to report; `nil` where none are listed.
  package let roster: Roster?
  /// What the roster says of the unit that the title names; `nil` without a roster, or without a unit in the title.
  package let match: Roster.Match?
  /// Where and when the file was handed in; `nil` where it was not, but only looked at.
  package let reception: Reception?

  package init(extract: Extract, reader: ReportReader, roster: Roster? = nil, reception: Reception? = nil) {
    switch extract {
    case .document(let document):
      self.init(extract: extract, report: reader.read(document), roster: roster, reception: reception)
    case .obstacle, .needsConversion:
      self.init(extract: extract, report: nil, roster: roster, reception: reception)
    }
  }

  /// - Parameters:
  ///   - extract: what was read of the file.
  ///   - report: what stands in it.
  ///   - roster: the units that have to report.
  ///   - reception: where and when the file was handed in, if it was.
  package init(extract: Extract, report: AnnualReport?, roster: Roster? = nil, reception: Reception? = nil) {
    var report = report
    // The last resort: the folder is the unit's own.
    if let owner = reception.flatMap({ roster?.office(ofFolder: $0.folder) }) {
      report?.attribution.take(office: owner.name, from: .folder)
    }
    self.extract = extract
    self.report = report
    self.roster = roster
    self.reception = reception
    let printed = report?.printedOffice
    match = roster.flatMap { roster in printed.map { roster.match($0) } }
    // In most reports every sum holds, and nothing is to be explained.
    let unbalanced = report?.tables.filter { !$0.isBalanced } ?? []
    imbalances = unbalanced.flatMap { Reconciliation(of: $0).imbalances }
    passages = Passage.all(in: report)
    printedLines = PrintedLine.all(in: report)
  }

  /// The unit in the roster whose report it is.
  package var unit: Roster.Office? { match?.office }

  /// The names under which the unit's earlier reports may have been recorded, the one in force first. None when it is not
  /// known whose report it is: a false join is worse than a miss.
  package var recordedNames: [String] {
    let read = report?.office.map { [$0] } ?? []
    guard let roster, let match else { return read }
    return switch match {
    case .one(let unit): roster.recordedNames(of: unit)
    case .several: []
    case .unknown: read
    }
  }

  /// What kind of unit it is of; `nil` when it does not say whose it is.
  var officeKind: OfficeKind? {
    guard let office = report?.office else { return nil }
    return OfficeKind(unit?.kind, named: report?.printedOffice ?? office)
  }

  var document: Document? {
    if case .document(let document) = extract { document } else { nil }
  }

  /// What could not be read and is missed: a picture or an object only where a figure or a table is not there.
  var unreadParts: [UnreadPart] {
    (document?.unread ?? []).filter { part in
      guard part.kind == .picture || part.kind == .object else { return true }
      guard let table = part.place.table else { return report?.tables.contains(where: \.isMissing) ?? false }
      return printedLines.contains { line in
        line.cells.contains { printed in
          let place = printed.cell.place
          return printed.cell.content == .blank && place.table == table && place.row == part.place.row
            && place.column == part.place.column
        }
      }
    }
  }

  /// Whether there is no report in what could be read of the document, and something could not be read.
  var hidesReport: Bool { report == nil && !unreadParts.isEmpty }

  var obstacle: Obstacle? {
    if case .obstacle(let obstacle) = extract { obstacle } else { nil }
  }
}
