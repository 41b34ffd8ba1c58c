extension OfficeKind {
  /// The words by which a roster says what a unit is, with what they mean.
  package static let words: [(word: String, kind: OfficeKind)] = [
    ("省", .provincialGovernment), ("自治区", .provincialGovernment), ("直辖市", .provincialGovernment),
    ("设区的市", .prefecturalGovernment), ("自治州", .prefecturalGovernment), ("市", .cityGovernment),
    ("县级市", .countyGovernment), ("县", .countyGovernment), ("区", .countyGovernment), ("旗", .countyGovernment),
    ("镇", .town), ("乡", .town), ("街道", .street), ("政府", .government), ("部门", .department),
    ("区县部门", .countyDepartment), ("派出机构", .branch), ("其他", .unknown),
  ]

  /// - Returns: `nil` for a word that is not among ``words``.
  package init?(word: String) {
    guard let kind = Self.words.first(where: { $0.word == word })?.kind else { return nil }
    self = kind
  }

  /// What a unit is by the roster and by its name. The roster has the last word, but 部门 says no less of 红旗区教育局
  /// than its name does.
  init(_ listed: OfficeKind?, named name: String) {
    let named = OfficeKind(named: name)
    self =
      switch listed {
      case nil: named
      case .department where named == .countyDepartment: named
      case .government where named.isGovernment: named
      case .cityGovernment where named == .countyGovernment || named == .provincialGovernment: named
      case let listed?: listed
      }
  }

  /// Whether units of both kinds stand side by side, so that one has no reason to speak for the other. What is above a
  /// unit its report speaks of all the time.
  func isPeer(of other: OfficeKind) -> Bool {
    level != nil && level == other.level
  }

  private var level: Int? {
    switch self {
    case .town, .street: 0
    case .countyDepartment, .department, .branch: 1
    case .countyGovernment: 2
    case .cityGovernment, .prefecturalGovernment: 3
    case .provincialGovernment, .government, .unknown: nil
    }
  }
}
