import DocumentModel
import Findings
import ReportModel
import Rules

/// A good report with one thing changed, and what must come of it.
struct Trial: Sendable, CustomStringConvertible {
  enum Outcome: Sendable {
    /// These findings and no others.
    case named([Expected])
    /// Nothing that is asked of a report can tell, and nothing is said; why.
    case unseen(String)
    /// Nothing is wrong, and nothing is said but this at most.
    case harmless([Expected])
  }

  var family: Family
  var change: String
  var file: String
  /// Whether the unit's accepted report of the year before is remembered.
  var remembers = false
  /// Whether a finding that names no other cell points at what was changed. What is not there cannot be pointed at.
  var pointsAtChange = true
  var outcome: Outcome
  var edit: @Sendable (inout Draft) throws -> Void

  init(
    _ family: Family,
    _ change: String,
    in file: String,
    remembers: Bool = false,
    pointsAtChange: Bool = true,
    _ outcome: Outcome,
    edit: @escaping @Sendable (inout Draft) throws -> Void
  ) {
    self.family = family
    self.change = change
    self.file = file
    self.remembers = remembers
    self.pointsAtChange = pointsAtChange
    self.outcome = outcome
    self.edit = edit
  }

  var description: String { "\(family.rawValue): \(change) (\(file))\(remembers ? ", remembering" : "")" }

  var expected: [Expected] {
    switch outcome {
    case .named(let expected), .harmless(let expected): expected
    case .unseen: []
    }
  }

  /// What is said of the changed report, and where it was changed.
  func judged() throws -> (findings: [Finding], touched: Set<Place>) {
    var draft = Draft(try Sample.named(file))
    try edit(&draft)
    let memory = remembers ? Memory(lastYear: try Recollection.accepted("qinghe-2023.raw.txt")) : Memory()
    return (try Judging.findings(on: .document(draft.document), remembering: memory), draft.touched)
  }
}

/// Kinds of slips, as they are counted together.
enum Family: String, CaseIterable, Sendable {
  case cellRaised = "one cell raised"
  case cellLowered = "one cell lowered"
  case digitTooMany = "a digit too many"
  case digitsTransposed = "digits transposed"
  case cellsSwapped = "two cells of a row swapped"
  case rowsSwapped = "the figures of two rows swapped"
  case columnsSwapped = "two columns swapped"
  case rowLost = "a row lost"
  case rowDoubled = "a row doubled"
  case rowShifted = "a row shifted by one column"
  case cellBlank = "a cell blank"
  case letterForDigit = "a letter for a digit"
  case noCount = "a sign, a fraction or a mark for a count"
  case sentenceNumber = "a number of the prose"
  case sentenceClaim = "a claim of the prose"
  case sectionRenamed = "a section renamed"
  case sectionLost = "a section lost"
  case sectionsSwapped = "two sections swapped"
  case sectionEmpty = "a section emptied"
  case tableLost = "a table lost"
  case title = "a title incomplete"
  case year = "title and period of different years"
  case staleText = "last year's text kept"
  case copiedProse = "last year's prose under new tables"
  case placeholder = "a blank of the template left"
  case template = "an instruction of the template left"
  case numbering = "ordinals broken"
  case personal = "personal numbers"
  case fee = "the fee statement"
  case supervision = "the supervision statement"
  case disclosure = "table two implausible"
  case continuity = "out of step with last year"
  case slip = "doubled words"
  case harmless = "harmless"
}
