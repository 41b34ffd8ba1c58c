/// What a section on problems says, as far as words tell it. In doubt it says what it should.
struct ProblemsStatement {
  private(set) var namesProblem = false
  private(set) var namesMeasure = false
  /// Whether it says in so many words what is to come.
  let announcesPlans: Bool

  /// - Parameters:
  ///   - scalars: The section without white space.
  ///   - year: The report's: what is said of the next is a plan.
  init(_ scalars: [Unicode.Scalar], year: Int?) {
    announcesPlans = scalars[...].holds(anyOf: ["下一步", "下步", "今后", "改进措施", "整改措施", "工作打算"])
    let nextYear = year.map { "\($0 + 1)年" }
    for sentence in scalars.ranges(between: \.endsClause) {
      let sentence = scalars[sentence]
      let parts = sentence.parts
      let isProblem = parts.contains(where: ProblemWords.nameProblem)
      namesMeasure =
        namesMeasure || parts.contains(where: MeasureWords.nameMeasure)
        || nextYear.map { sentence.holds($0) } == true && !isProblem
        // Whatever is told behind a problem, and is none, is told of what became of it.
        || namesProblem && !isProblem && MeasureWords.tell(sentence)
      namesProblem = namesProblem || isProblem
    }
  }
}
