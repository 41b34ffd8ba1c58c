/// The time that a part of a sentence speaks of.
enum Period: Equatable {
  case report
  /// `isAlone`: it has named the year, and nothing of it yet.
  case lastYear(isAlone: Bool)
  /// One of the two.
  case afterLastYear
  case other
}
