extension Comparison {
  /// What the column of the report in hand is called.
  package static let thisReport = "本报告"

  /// What the column of the report of another year is called: 2023年报告.
  package static func report(of year: Int) -> String { "\(year)年报告" }
}
