/// What a sentence has said so far of two years.
struct ComparedYears {
  /// What was counted since something was last said to have grown: what is said to grow next.
  private(set) var recent: [Growth.Grown] = []
  /// What the numbers are set beside.
  var base: Base?
  private var before: [[Counted]: Numeral] = [:]
  private var isTold = false

  /// Something is counted for the report's year.
  mutating func note(_ subjects: [Counted], now: Numeral?) {
    if isTold { recent = [] }
    isTold = false
    recent.append(Growth.Grown(subjects: subjects, before: before[subjects], now: now))
  }

  /// The same for the year before.
  mutating func note(_ subjects: [Counted], before number: Numeral?) {
    guard let number else { return }
    before[subjects] = number
    fillIn()
  }

  /// Something is said to have grown.
  mutating func tell(_ grown: [Growth.Grown]) {
    recent = grown
    isTold = true
  }

  /// What was counted last is not known: nothing that follows is said of what came before.
  mutating func forget() {
    recent = []
  }

  /// What stood before the bracket goes on.
  mutating func leaveBracket(_ outside: ComparedYears) {
    recent = outside.recent
    base = outside.base
    isTold = outside.isTold
    fillIn()
  }

  private mutating func fillIn() {
    for index in recent.indices {
      recent[index].before = before[recent[index].subjects] ?? recent[index].before
    }
  }
}
