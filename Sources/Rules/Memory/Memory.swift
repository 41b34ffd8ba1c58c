package import ReportModel

/// What a rule may ask of earlier submissions. Empty where nothing is remembered.
package struct Memory: Equatable, Sendable {
  /// The unit's report of the year before, the one accepted last.
  package var lastYear: AcceptedReport?
  /// An earlier submission of the very same bytes.
  package var sameContent: EarlierSubmission?
  /// Reports of other units, of the same year and the one before, that share some wording.
  package var others: [AcceptedProse]
  /// When the unit's first report of the same year came in, however it ended.
  package var firstReceived: CivilDate?

  package init(
    lastYear: AcceptedReport? = nil, sameContent: EarlierSubmission? = nil, others: [AcceptedProse] = [],
    firstReceived: CivilDate? = nil
  ) {
    self.lastYear = lastYear
    self.sameContent = sameContent
    self.others = others
    self.firstReceived = firstReceived
  }
}

/// An accepted report, as far as it is remembered.
package struct AcceptedReport: Equatable, Sendable {
  /// The year that it is about.
  package var year: Int
  /// By their ids: `requests.received.total`.
  package var figures: [String: Figure]
  /// What ``ReportProse`` gave to be kept; `nil` where nothing was.
  package var prose: String?

  package init(year: Int, figures: [String: Figure], prose: String? = nil) {
    self.year = year
    self.figures = figures
    self.prose = prose
  }
}

/// The prose of another unit's accepted report.
package struct AcceptedProse: Equatable, Sendable {
  package var office: String
  package var year: Int
  /// What ``ReportProse`` gave to be kept.
  package var text: String

  package init(office: String, year: Int, text: String) {
    self.office = office
    self.year = year
    self.text = text
  }
}

/// A submission that has had its verdict.
package struct EarlierSubmission: Equatable, Sendable {
  /// The file's name, fit to be shown.
  package var name: String
  /// Whether it was accepted; rejected otherwise.
  package var isAccepted: Bool
  /// When that was, in Beijing, as a clerk reads it: 2027 年 1 月 12 日 16:30.
  package var time: String

  package init(name: String, isAccepted: Bool, time: String) {
    self.name = name
    self.isAccepted = isAccepted
    self.time = time
  }
}
