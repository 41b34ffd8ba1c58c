import ReportModel

/// All equations of a table, worked out once.
struct TableSums {
  /// An equation about rows, with its outcome for each row of the table; `nil` where a row is none of its business.
  struct RowSum {
    let words: String
    let checks: [SumCheck?]
  }

  /// An equation about columns, with its outcome for each column id.
  struct ColumnSum {
    let words: String
    /// The rows that are added up.
    let rows: Set<String>
    let checks: [String: SumCheck]
  }

  let rowSums: [RowSum]
  let columnSums: [ColumnSum]
  /// How many equations there are, and how many of them hold and do not hold.
  let count: Int
  let holding: Int
  let failing: Int

  init(_ reading: TableReading) {
    let equations = reading.table.equations
    rowSums = equations.filter { $0.axis == .row }.map { equation in
      RowSum(words: equation.words, checks: reading.rows.map(equation.check))
    }
    columnSums = equations.filter { $0.axis == .column }.map { equation in
      var checks: [String: SumCheck] = [:]
      for id in Set(reading.rows.lazy.flatMap(\.row.columns).map(\.id)) {
        checks[id] = equation.check(column: id, in: reading)
      }
      return ColumnSum(words: equation.words, rows: Set(equation.left + equation.right), checks: checks)
    }
    let all = rowSums.flatMap { $0.checks.compactMap(\.self) } + columnSums.flatMap(\.checks.values)
    count = all.count
    holding = all.count { $0 == .holds }
    failing = all.count { if case .differs = $0 { true } else { false } }
  }
}

extension Figure {
  /// With its sign also when positive: +1.
  var signed: String { significand > 0 ? "+\(self)" : "\(self)" }
}
