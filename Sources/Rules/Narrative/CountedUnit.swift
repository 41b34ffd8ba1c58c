import ReportModel

/// In what a figure of the tables counts.
enum CountedUnit: Equatable {
  /// 件
  case cases
  /// 项, of 政府集中采购
  case items
  case tenThousandYuan
  case percent

  /// Of a figure of table 2.
  init(row: String, column: String) {
    self =
      switch (row, column) {
      case (_, "amount"): .tenThousandYuan
      case ("procurement", _): .items
      default: .cases
      }
  }

  func printed(_ figure: Figure) -> String {
    switch self {
    case .cases: "\(figure)件"
    case .items: "\(figure)项"
    case .tenThousandYuan: "\(figure)万元"
    case .percent: "\(figure.rounded)%"
    }
  }
}
