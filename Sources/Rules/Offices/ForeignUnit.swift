import Findings
import ReportModel

/// Another unit's name where the report's own belongs.
struct ForeignUnit {
  /// As it is printed.
  var name: String
  var passage: Passage
  /// Where it stands in the passage.
  var range: Range<Int>

  /// Those in the preamble, the overview and the signature, in the report's order.
  static func all(in subject: Subject) -> [ForeignUnit] {
    guard let report = subject.report, let identity = Identity(of: subject) else { return [] }
    let opening = [nil, 1].flatMap { section in
      Passage.all(in: report).filter { $0.section == section }.flatMap { passage in
        Announcement.all(in: passage, year: report.year).filter(identity.isForeign)
          + SpokenUnit.all(in: passage, year: report.year, identity: identity)
      }
    }
    return opening.sorted {
      ($0.passage.section ?? 0, $0.range.lowerBound) < ($1.passage.section ?? 0, $1.range.lowerBound)
    }
      + Signature.all(in: report).filter(identity.isForeign)
  }

  /// The sentence round it.
  var quote: Quote {
    let source = passage.section.map { "本报告第\(Self.ordinals[$0] ?? "\($0)")部分" } ?? "本报告开头"
    let before = passage.before(range.lowerBound, 20).reversed().prefix { !Self.ends.contains($0) }.reversed()
    let after = passage.after(range.upperBound, 40).prefix { !Self.ends.contains($0) }
    return Quote(
      source: source,
      runs: [.init(String(before)), .init(name, isMarked: true), .init(String(after))].filter { !$0.text.isEmpty })
  }

  private static let ordinals = [1: "一", 2: "二", 3: "三", 4: "四", 5: "五", 6: "六"]
  private static let ends = Set("。；！？".unicodeScalars)
}

/// Whose report it is, and who else there is.
struct Identity {
  private let own: [UnitName]
  private let roster: Roster?
  private let unit: Roster.Office?
  /// The units beside it, with their names. Empty without a roster.
  let peers: [(office: Roster.Office, names: [UnitName])]

  /// - Returns: `nil` when the report does not say whose it is.
  init?(of subject: Subject) {
    guard let title = subject.report?.title, let office = title.office, let kind = subject.officeKind else {
      return nil
    }
    unit = subject.unit
    roster = subject.roster
    own = ([office] + (title.printedOffice.map { [$0] } ?? []) + (subject.unit?.names ?? [])).map(UnitName.init)
    let others = subject.unit.map { unit in subject.roster?.offices.filter { $0 != unit } ?? [] } ?? []
    peers = others.filter { OfficeKind($0.kind, named: $0.name).isPeer(of: kind) }.map {
      ($0, $0.names.map(UnitName.init))
    }
  }

  /// Whether a text holds any of the report's own names.
  func isNamed(in text: ArraySlice<Unicode.Scalar>) -> Bool {
    own.contains { !$0.scalars.isEmpty && text.holds(String($0.scalars)) }
  }

  /// Whether what stands in the place of the unit's name is another's: a peer's by the roster, or a town's or a street's
  /// of quite another name.
  func isForeign(_ printed: ForeignUnit) -> Bool {
    let name = UnitName(printed.name)
    guard own.allSatisfy({ $0.isForeign(to: name) }) else { return false }
    if let known = roster?.match(printed.name).office { return peers.contains { $0.office == known } }
    return [.town, .street].contains(OfficeKind(named: printed.name)) && name.scalars.count >= 3
  }
}
