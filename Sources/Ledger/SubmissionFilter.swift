/// Which submissions to look up. What is `nil` does not matter.
package struct SubmissionFilter: Equatable, Sendable {
  /// Any of these names; an office may have gone by several.
  package var offices: [String]?
  package var year: Int?
  package var verdict: SubmissionRow.Verdict?
  /// The content's SHA-256 in lower-case hexadecimal digits.
  package var sha256: String?
  /// When the outcome was reached, in seconds since 1970.
  package var settledAt: Range<Int>?
  /// At most so many, the latest.
  package var limit: Int

  package init(
    offices: [String]? = nil,
    year: Int? = nil,
    verdict: SubmissionRow.Verdict? = nil,
    sha256: String? = nil,
    settledAt: Range<Int>? = nil,
    limit: Int = 100
  ) {
    self.offices = offices
    self.year = year
    self.verdict = verdict
    self.sha256 = sha256
    self.settledAt = settledAt
    self.limit = limit
  }
}
