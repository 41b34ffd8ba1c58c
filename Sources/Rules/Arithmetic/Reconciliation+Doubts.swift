import DocumentModel
import ReportModel

/// Where the reading, and not the author, may be to blame for a sum that does not hold.
extension Reconciliation {
  /// More than these say only that nothing is certain.
  private static let mostDoubts = 3

  /// The doubtful readings among the cells of some sums that do not hold. `lines` keeps what was found out about rows.
  func doubts(in broken: [Sum], lines: inout [String: DoubtfulReading?]) -> [DoubtfulReading] {
    var seen: Set<Cell> = []
    var doubts: [DoubtfulReading] = []
    for cell in broken.flatMap({ $0.left + $0.right }) where seen.insert(cell).inserted && isUnproven(cell) {
      guard doubts.count < Self.mostDoubts, let found = doubt(at: cell) ?? lineDoubt(at: cell, &lines),
        !doubts.contains(found)
      else { continue }
      doubts.append(found)
    }
    return doubts
  }

  /// The doubt about what a cell holds, unless a sum in which it stands proves how it was read.
  func doubt(at cell: Cell) -> DoubtfulReading? {
    guard let doubt = table[cell.row, cell.column]?.doubt, !doubt.readings.isEmpty, !doubt.isSettled, isUnproven(cell)
    else { return nil }
    let read = figures[cell]
    let others = read == nil ? doubt.readings : Array(doubt.readings.dropFirst())
    let holding = Set(doubt.readings.joined()).compactMap { figure in
      figure == read ? nil : sumsHolding(with: figure, at: cell).map { (figure: figure, sums: $0) }
    }
    let only = holding.count == 1 ? holding.first : nil
    return DoubtfulReading(
      cell: cell, label: label(of: cell), cause: .cause(doubt.cause), printed: .shown(doubt.printed),
      read: read?.description, others: others.map(String.reading),
      conclusion: only.map { .ifRead($0.figure, sums: $0.sums) } ?? "")
  }

  private func lineDoubt(at cell: Cell, _ lines: inout [String: DoubtfulReading?]) -> DoubtfulReading? {
    if let known = lines[cell.row] { return known }
    let found = table.rows.first { $0.row.id == cell.row }.flatMap(lineDoubt)
    lines[cell.row] = .some(found)
    return found
  }

  /// Whether no sum in which a cell stands holds.
  private func isUnproven(_ cell: Cell) -> Bool {
    sums.allSatisfy { sum in !sum.contains(cell) || excess(of: sum, figures: figures) != 0 }
  }

  /// In how many sums a cell stands, when all of them hold with another figure in it.
  private func sumsHolding(with figure: Figure, at cell: Cell) -> Int? {
    var assumed = figures
    assumed[cell] = figure
    let excesses = sums.filter { $0.contains(cell) }.compactMap { excess(of: $0, figures: assumed) }
    return !excesses.isEmpty && excesses.allSatisfy { $0 == 0 } ? excesses.count : nil
  }

  private func label(of cell: Cell) -> String {
    let row = table.rows.first { $0.row.id == cell.row }?.row
    let column = row?.columns.first { $0.id == cell.column }
    return [row?.label, column?.label].compactMap { $0 }.joined(separator: " · ")
  }
}

extension String {
  /// Why a cell is doubtful.
  static func cause(_ cause: Doubt.Cause) -> String {
    switch cause {
    case .space: "数字中间有空格"
    case .lineEnd: "数字分在两行"
    case .comma: "数字中间有逗号或顿号"
    case .remark: "括号里还有一个数"
    case .circle: "写的是圆圈"
    case .letter: "用了像数字的字母"
    case .merged: "占了不止一列"
    }
  }

  /// Line ends inside a cell are shown, other white space as a space.
  static func shown(_ printed: String) -> String {
    printed.unicodeScalars.map { scalar in
      switch scalar {
      case "\n", Cell.numberGoesOn: "↵"
      default: scalar.properties.isWhitespace ? " " : String(scalar)
      }
    }.joined()
  }

  static func reading(_ figures: [Figure]) -> String {
    figures.isEmpty ? "一个记号" : figures.map(\.description).joined(separator: " 和 ")
  }

  fileprivate static func ifRead(_ figure: Figure, sums: Int) -> String {
    "如果是 \(figure)，与它有关的 \(sums) 个合计都平。"
  }
}
