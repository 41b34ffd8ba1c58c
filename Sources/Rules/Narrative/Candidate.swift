import Narrative
import ReportModel

/// A figure of the tables, or a sum of several, that a number of the prose may mean.
struct Candidate: Equatable {
  /// In the form's own words: 一、本年新收政府信息公开申请数量.
  var label: String
  /// In ten-thousandths, as numerals are.
  var value: Int
  var unit: CountedUnit

  var figure: Figure { Figure(significand: value, decimals: 4) }

  /// With its unit, as it should stand in the prose.
  var printed: String { unit.printed(figure) }

  static func + (left: Candidate, right: Candidate) -> Candidate? {
    let (sum, overflows) = left.value.addingReportingOverflow(right.value)
    return overflows ? nil : Candidate(label: "\(left.label)＋\(right.label)", value: sum, unit: left.unit)
  }
}

/// Finds the candidates for a subject.
struct CandidateFinder {
  private let tables: [String: TableReading]
  /// Another year's, which stand in the place of the tables'.
  private let figures: [String: Figure]?

  /// - Parameters:
  ///   - tables: those whose figures can be leant on.
  ///   - figures: what another year's report holds in the same cells, by their ids, to be taken instead.
  init(tables: [TableReading], figures: [String: Figure]? = nil) {
    self.tables = Dictionary(tables.map { ($0.table.id, $0) }) { first, _ in first }
    self.figures = figures
  }

  private func figure(_ table: TableReading, _ row: String, _ column: String) -> Figure? {
    guard let figures else { return table[row, column]?.figure }
    return figures[table.table.figureID(row: row, column: column)]
  }

  private func figure(_ table: TableReading, _ row: RowReading, _ column: String) -> Figure? {
    guard let figures else { return row.figure(in: column) }
    return figures[table.table.figureID(row: row.row.id, column: column)]
  }

  /// - Returns: all that the number may mean, the likeliest first and every value once; `nil` when one of the figures is
  ///   not known.
  func candidates(for subjects: [Counted]) -> [Candidate]? {
    var seen: Set<Int> = []
    return meanings(of: subjects)?.filter { seen.insert($0.value).inserted }
  }

  /// The same in the same order for whatever year. One number for several subjects is their sum; that of one of them is
  /// let pass.
  func meanings(of subjects: [Counted]) -> [Candidate]? {
    guard let each = Self.known(subjects.map { meanings(of: $0) }) else { return nil }
    guard each.count > 1 else { return each.first }
    return (Self.sum(each.map(\.first)).map { [$0] } ?? []) + each.flatMap { $0 }
  }

  private func meanings(of subject: Counted) -> [Candidate]? {
    switch subject {
    case .requests(let stage, let applicant): requests(stage, applicant)
    case .proceedings(let proceeding, let outcome): proceedings(proceeding, outcome)
    case .documents(.issued):
      // 本年新制作数量 and 对外公开总数量 of the form of 2019.
      (disclosure("normative_documents", "issued") ?? disclosure("normative_documents", "made")).map { [$0] }
    case .documents(.repealed): disclosure("normative_documents", "repealed").map { [$0] }
    case .documents(.inForce):
      (disclosure("normative_documents", "in_force") ?? disclosure("normative_documents", "public_total")).map { [$0] }
    case .documents(.published):
      Self.known(["issued", "in_force"].map { disclosure("normative_documents", $0) })
    case .rules(.issued): disclosure("rules", "issued").map { [$0] }
    case .rules(.repealed): disclosure("rules", "repealed").map { [$0] }
    case .rules(.inForce): disclosure("rules", "in_force").map { [$0] }
    case .rules(.published): Self.known(["issued", "in_force"].map { disclosure("rules", $0) })
    case .licensing: disclosure("licensing", "decisions").map { [$0] }
    case .penalties: disclosure("penalties", "decisions").map { [$0] }
    case .coercion: disclosure("coercion", "decisions").map { [$0] }
    case .fees: disclosure("fees", "amount").map { [$0] }
    case .otherServices: disclosure("other_services", "decisions").map { [$0] }
    case .procurementItems: disclosure("procurement", "items").map { [$0] }
    case .procurementAmount: disclosure("procurement", "amount").map { [$0] }
    }
  }

  // MARK: Table 2

  private func disclosure(_ row: String, _ column: String) -> Candidate? {
    guard let table = tables["disclosure"], let value = figure(table, row, column)?.tenThousandths,
      let row = table.table.rows.first(where: { $0.id == row }),
      let label = row.columns.first(where: { $0.id == column })?.label
    else { return nil }
    return Candidate(label: "\(row.label)的\(label)", value: value, unit: CountedUnit(row: row.id, column: column))
  }

  // MARK: Table 3

  private func requests(_ stage: Stage, _ applicant: Applicant) -> [Candidate]? {
    func sum(_ rows: String...) -> Candidate? {
      Self.sum(rows.map { row($0, applicant) })
    }
    var received: [Candidate?] { [sum("received"), sum("received", "carried_in")] }
    let wanted: [Candidate?]
    switch stage {
    case .newlyReceived: wanted = [sum("received")]
    case .received where applicant == .anyone: wanted = received
    case .received, .handled: wanted = received + [sum("concluded")]
    case .carriedIn: wanted = [sum("carried_in")]
    case .carriedOut: wanted = [sum("carried_out")]
    case .carried: wanted = [sum("carried_out"), sum("carried_in")]
    case .concluded: wanted = [sum("concluded")] + answered(applicant)
    case .granted: wanted = [sum("granted"), sum("granted", "partially_granted")]
    case .partiallyGranted: wanted = [sum("partially_granted")]
    case .refused: wanted = [sum("refused")]
    case .unavailable: wanted = [sum("unavailable")]
    case .notProcessed: wanted = [sum("not_processed")]
    case .otherwise: wanted = [sum("otherwise")]
    case .row(let row): wanted = [sum(row.rawValue)]
    }
    return Self.known(wanted)
  }

  /// Who counts answers may leave out what was closed without one.
  private func answered(_ applicant: Applicant) -> [Candidate?] {
    let answered = ["granted", "partially_granted", "refused", "unavailable"].map { row($0, applicant) }
    return [Self.sum(answered), Self.sum(answered + [row("not_processed", applicant)])]
  }

  /// A row, or the rows of a group taken together.
  private func row(_ id: String, _ applicant: Applicant) -> Candidate? {
    guard let table = tables["requests"], let columns = Self.columns[applicant] else { return nil }
    let inGroup = id + "."
    let own = table.rows.indices.filter { index in
      table.rows[index].row.id == id || table.rows[index].row.id.hasPrefix(inGroup)
    }
    guard let first = own.first.map({ table.rows[$0].row }) else { return nil }
    var sum: Figure? = 0
    for index in own {
      for column in columns {
        sum = sum.flatMap { sum in figure(table, table.rows[index], column).flatMap { sum.adding($0) } }
      }
    }
    guard let value = sum?.tenThousandths else { return nil }
    // 1.属于国家秘密 says little without the name of its group.
    let label = first.id != id ? first.group ?? first.label : (id.contains(".") ? first.group ?? "" : "") + first.label
    return Candidate(
      label: Self.short(label) + (Self.names[applicant].map { "（\($0)）" } ?? ""), value: value, unit: .cases)
  }

  /// Without the form's instruction in brackets.
  private static func short(_ label: String) -> String {
    label.hasPrefix("（二）部分公开") ? "（二）部分公开" : label
  }

  private static let columns: [Applicant: [String]] = [
    .anyone: ["total"], .naturalPerson: ["natural_person"], .business: ["business"], .research: ["research"],
    .organization: ["business", "research", "public_interest", "legal_services", "other"],
    .publicInterest: ["public_interest"], .legalServices: ["legal_services"],
  ]
  private static let names: [Applicant: String] = [
    .naturalPerson: "自然人", .organization: "法人或其他组织各列之和", .business: "商业企业", .research: "科研机构",
    .publicInterest: "社会公益组织", .legalServices: "法律服务机构",
  ]

  // MARK: Table 4

  private func proceedings(_ proceeding: Proceeding, _ outcome: Outcome) -> [Candidate]? {
    func cell(_ row: String) -> Candidate? {
      guard let table = tables["litigation"], let id = Self.outcomes[outcome],
        let value = figure(table, row, id)?.tenThousandths, let row = table.table.rows.first(where: { $0.id == row }),
        let label = row.columns.first(where: { $0.id == id })?.label
      else { return nil }
      return Candidate(label: "\(row.label)\(label)", value: value, unit: .cases)
    }
    let direct = cell("litigation_direct")
    let after = cell("litigation_after_review")
    switch proceeding {
    case .review: return Self.known([cell("review")])
    case .litigation: return Self.known([Self.sum([direct, after]), direct, after])
    case .litigationDirect: return Self.known([direct])
    case .litigationAfterReview: return Self.known([after])
    }
  }

  private static let outcomes: [Outcome: String] = [
    .any: "total", .upheld: "upheld", .corrected: "corrected", .other: "other", .pending: "pending",
  ]

  // MARK: Sums

  static func sum(_ parts: [Candidate?]) -> Candidate? {
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { sum, part in
      guard let sum, let part else { return nil }
      return sum + part
    }
  }

  /// All of them, unless one is not known.
  private static func known<Value>(_ values: [Value?]) -> [Value]? {
    let known = values.compactMap { $0 }
    return known.count == values.count ? known : nil
  }
}

extension Figure {
  fileprivate var tenThousandths: Int? {
    timesTenThousand.flatMap { $0.isWhole ? $0.significand : nil }
  }
}
