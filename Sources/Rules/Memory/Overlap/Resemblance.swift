/// How much of a prose stands in another one, and where.
struct Resemblance {
  /// Signs in a row that both have.
  struct Run {
    var own: Range<Int>
    /// Where it begins in the other.
    var other: Int

    var otherEnd: Int { other + own.count }
  }

  /// Runs that follow each other in both, with at most some words changed between.
  struct Passage {
    var runs: [Run]

    var count: Int { runs.reduce(0) { $0 + $1.own.count } }
  }

  let own: ComparedProse
  let other: ComparedProse
  /// As they can be quoted, each within a section and without what was set aside as a whole; the longest first.
  let passages: [Passage]
  private let shared: Int

  /// Shorter ones are stock wording between changed words.
  private static let leastRun = 8
  /// So many signs may be changed, put in or left out within a passage.
  private static let mostBetween = 8
  /// So many characters may be set aside within a passage: words of the form, but no sentences of it.
  private static let mostAside = 30
  /// Two lines of print. Shorter ones are found in honest reports too: they are how the trade speaks.
  private static let leastPassage = 24

  init(of own: ComparedProse, to other: ComparedProse) {
    self.own = own
    self.other = other
    let runs = Self.runs(own.signs, other.signs)
    shared = Self.passages(runs).map(\.count).filter { $0 >= Self.leastPassage }.reduce(0, +)
    let parts = runs.flatMap { Self.parts(of: $0, in: own) }
    let longest = Self.passages(parts) { Self.isApart($0, $1, in: own) }.sorted { $0.count > $1.count }
    passages = Array(longest.prefix(max(1, longest.count { $0.count >= Self.leastPassage })))
  }

  /// How many of a hundred signs stand in passages that the other one has too.
  var percent: Int {
    own.signs.isEmpty ? 0 : shared * 100 / own.signs.count
  }

  /// From left to right the longest run that begins there. Where none does, a sign is passed over; so a sign is looked at
  /// once for each place tried, however much the texts repeat themselves.
  private static func runs(_ own: [UInt32], _ other: [UInt32]) -> [Run] {
    let index = RunIndex(other, length: leastRun)
    let hashes = ComparedProse.hashes(of: own, length: leastRun)
    var runs: [Run] = []
    var start = 0
    while start < hashes.count {
      var best = Run(own: start..<start, other: 0)
      for place in index.places(of: hashes[start], behind: runs.last?.otherEnd ?? 0) {
        var length = 0
        while start + length < own.count, place + length < other.count, own[start + length] == other[place + length] {
          length += 1
        }
        if length > best.own.count { best = Run(own: start..<(start + length), other: place) }
      }
      if best.own.count >= leastRun { runs.append(best) }
      start = max(best.own.count >= leastRun ? best.own.upperBound : 0, start + 1)
    }
    return runs
  }

  /// What is left of a run where it is cut.
  private static func parts(of run: Run, in own: ComparedProse) -> [Run] {
    var parts: [Run] = []
    var start = run.own.lowerBound
    for sign in run.own.dropFirst() where isApart(sign - 1, sign, in: own) {
      parts.append(Run(own: start..<sign, other: run.other + start - run.own.lowerBound))
      start = sign
    }
    parts.append(Run(own: start..<run.own.upperBound, other: run.other + start - run.own.lowerBound))
    return parts
  }

  /// Whether a section ends between two signs, or more is set aside there than within a passage.
  private static func isApart(_ sign: Int, _ next: Int, in own: ComparedProse) -> Bool {
    let between = own.source[own.origins[sign].upperBound..<own.origins[next].lowerBound]
    return between.count > mostAside || zip(between, between.dropFirst()).contains { $0 == "\n" && $1 == "\n" }
  }

  /// Runs that follow each other, put together unless two signs are apart.
  private static func passages(_ runs: [Run], apart: (Int, Int) -> Bool = { _, _ in false }) -> [Passage] {
    var passages: [Passage] = []
    for run in runs {
      if let last = passages.last?.runs.last, run.own.lowerBound - last.own.upperBound <= mostBetween,
        (0...mostBetween).contains(run.other - last.otherEnd), !apart(last.own.upperBound - 1, run.own.lowerBound)
      {
        passages[passages.count - 1].runs.append(run)
      } else {
        passages.append(Passage(runs: [run]))
      }
    }
    return passages
  }
}

/// Where the runs of a text begin.
private struct RunIndex {
  private var last: [UInt64: Int32] = [:]
  /// For every place the one before it with the same hash, or -1.
  private var previous: [Int32] = []

  private static let mostPlaces = 8

  init(_ signs: [UInt32], length: Int) {
    let hashes = ComparedProse.hashes(of: signs, length: length)
    last.reserveCapacity(hashes.count)
    previous.reserveCapacity(hashes.count)
    for (place, hash) in hashes.enumerated() {
      previous.append(last.updateValue(Int32(clamping: place), forKey: hash) ?? -1)
    }
  }

  /// Some places where a run begins, first those that are tried first: the nearest behind the end of the last run.
  func places(of hash: UInt64, behind end: Int) -> [Int] {
    var places: [Int] = []
    var place = last[hash].map(Int.init) ?? -1
    while place >= 0, places.count < Self.mostPlaces {
      places.append(place)
      place = Int(previous[place])
    }
    return places.sorted { ($0 < end ? 1 : 0, $0) < ($1 < end ? 1 : 0, $1) }
  }
}
