import ReportModel

extension TableReading {
  /// Whether no sum of the table fails, as far as its figures could be read.
  var isBalanced: Bool {
    table.equations.allSatisfy { equation in
      switch equation.axis {
      case .row:
        rows.allSatisfy { row in
          isSame(
            total(equation.left) { row.figure(in: $0) }, total(equation.right) { row.figure(in: $0) })
        }
      case .column:
        holdsDown(equation)
      }
    }
  }

  /// Whether an equation between rows holds in every column.
  private func holdsDown(_ equation: Equation) -> Bool {
    let left = equation.left.map { id in rows.firstIndex { $0.row.id == id } }
    let right = equation.right.map { id in rows.firstIndex { $0.row.id == id } }
    return (table.rows.first?.columns ?? []).allSatisfy { column in
      isSame(
        total(left) { $0.flatMap { rows[$0].figure(in: column.id) } },
        total(right) { $0.flatMap { rows[$0].figure(in: column.id) } })
    }
  }

  /// - Returns: `nil` when a figure is not known, or the sum is beyond any count.
  private func total<Part>(_ parts: [Part], _ figure: (Part) -> Figure?) -> Figure? {
    var total: Figure = 0
    for part in parts {
      guard let figure = figure(part), let sum = total.adding(figure) else { return nil }
      total = sum
    }
    return total
  }

  private func isSame(_ left: Figure?, _ right: Figure?) -> Bool {
    guard let left, let right else { return true }
    return left == right
  }
}

extension RowReading {
  /// The figure in a column, by its id.
  func figure(in column: String) -> Figure? {
    guard let index = row.columns.firstIndex(where: { $0.id == column }), cells.indices.contains(index) else {
      return nil
    }
    return cells[index].figure
  }
}
