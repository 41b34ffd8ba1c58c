import ReportModel

/// Another unit's name where the report's own belongs.
struct ForeignUnit {
  /// As it is printed.
  var name: String
  var passage: Passage
  /// Where it stands in the passage.
  var range: Range<Int>

  /// Those in the preamble, in the sections of prose and in the signature, in the report's order.
  static func all(in subject: Subject) -> [ForeignUnit] {
    guard let report = subject.report, let identity = Identity(of: subject) else { return [] }
    let inProse = subject.passages.flatMap { passage -> [ForeignUnit] in
      let isOpening = passage.section ?? 1 == 1
      let announced = isOpening ? Announcement.all(in: passage, year: report.year).filter(identity.isForeign) : []
      return announced + SpokenUnit.all(in: passage, year: report.year, identity: identity)
        + ContactUnit.all(in: passage).filter(identity.isForeign)
    }
    var seen: Set<String> = []
    return inProse.filter { seen.insert("\($0.passage.section ?? 0) \($0.range.lowerBound)").inserted }.sorted {
      ($0.passage.section ?? 0, $0.range.lowerBound) < ($1.passage.section ?? 0, $1.range.lowerBound)
    }
      + Signature.all(in: subject).filter(identity.isForeign)
  }
}

/// Whose report it is, and who else there is.
struct Identity {
  private let own: [UnitName]
  private let kind: OfficeKind
  private let roster: Roster?
  /// The units beside it; none without a roster.
  private let peers: [Roster.Office]
  /// The peers' names by the characters they begin with.
  private let peerNames: [Unicode.Scalar: [UnitName]]

  /// - Returns: `nil` when the report does not say whose it is.
  init?(of subject: Subject) {
    guard let report = subject.report, let office = report.office, let kind = subject.officeKind else { return nil }
    self.kind = kind
    roster = subject.roster
    own = ([office] + (report.printedOffice.map { [$0] } ?? []) + (subject.unit?.names ?? [])).map(UnitName.init)
    let beside = subject.unit.flatMap { subject.roster?.peers(of: $0, kind: kind) } ?? []
    peers = beside.map(\.office)
    let names = beside.flatMap(\.names).filter { !$0.isEmpty }
    peerNames = Dictionary(grouping: names) { $0.scalars[0] }
  }

  var hasPeers: Bool { !peers.isEmpty }

  /// Whether it is one of those whose neighbours are known by their names.
  var isTown: Bool { kind == .town || kind == .street }

  /// How many characters of a text are a peer's name, the longest that it begins with; `nil` when it begins with none.
  func lengthOfPeerName(at start: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = start.first else { return nil }
    return peerNames[first]?.filter { start.starts(with: $0.scalars) }.map(\.scalars.count).max()
  }

  /// Whether a text holds any of the report's own names.
  func isNamed(in text: ArraySlice<Unicode.Scalar>) -> Bool {
    own.contains { !$0.scalars.isEmpty && text.holds(String($0.scalars)) }
  }

  /// Whether what stands in the place of the unit's name is another's: a peer's by the roster, or in a town's or a street's
  /// report that of a town or a street of quite another name.
  func isForeign(_ printed: ForeignUnit) -> Bool {
    let name = UnitName(printed.name)
    guard own.allSatisfy({ $0.isForeign(to: name) }) else { return false }
    if let known = roster?.match(printed.name).office { return peers.contains(known) }
    let towns: [OfficeKind] = [.town, .street]
    return isTown && towns.contains(OfficeKind(named: printed.name)) && name.scalars.count >= 3
  }
}
