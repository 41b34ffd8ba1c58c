import DocumentModel

/// What kind of unit a report is of, as far as its name says so plainly or a roster does.
package enum OfficeKind: String, CaseIterable, Sendable {
  /// 省, 自治区, 直辖市
  case provincialGovernment
  /// 设区的市, 自治州. A name does not tell which 市 has districts.
  case prefecturalGovernment
  /// 市, with districts or without.
  case cityGovernment
  /// 县, 旗, 区, and a 市 that is named behind the 市 it belongs to.
  case countyGovernment
  /// 镇人民政府, 乡人民政府
  case town
  /// A government of which nobody says at what level.
  case government
  /// 街道办事处: a 派出机关 of its district's government and no government itself.
  case street
  /// A department of a county's government.
  case countyDepartment
  /// A department of a government whose level the name leaves open, or that is higher.
  case department
  /// 分局 and the like: a 派出机构 of a department.
  case branch
  case unknown

  /// Whether it is one of the 各级人民政府, for which 《政府信息公开条例》第五十条 asks for more.
  var isGovernment: Bool {
    switch self {
    case .provincialGovernment, .prefecturalGovernment, .cityGovernment, .countyGovernment, .town, .government: true
    case .street, .countyDepartment, .department, .branch, .unknown: false
    }
  }

  /// Whether 《立法法》 keeps 规章 from it (第九十一条, 第九十三条). `false` where the name does not tell.
  var cannotMakeRules: Bool {
    switch self {
    case .countyGovernment, .town, .street, .countyDepartment: true
    case .provincialGovernment, .prefecturalGovernment, .cityGovernment, .government, .department, .branch, .unknown:
      false
    }
  }
}

extension OfficeKind {
  /// - Parameter name: The unit's name as a title gives it: 小店镇, 红旗区人民政府, 红旗区教育局.
  init(named name: String) {
    self = Self.kind(of: Array(name.unicodeScalars.prefix(60).filter { !$0.isWhiteSpace }))
  }

  private static func kind(of name: [Unicode.Scalar]) -> OfficeKind {
    if name.endsWith(anyOf: ["街道", "街道办事处", "街道办", "街办"]) { return .street }
    if name.endsWith(anyOf: ["分局", "派出所"]) { return .branch }
    // 红旗区人民: the word 政府 went to 政府信息公开.
    for tail in ["人民政府", "人民", "政府"] where name.endsWith(tail) {
      return territory(name.dropLast(tail.unicodeScalars.count))
    }
    if name.endsWith(anyOf: ["局", "委员会", "委", "厅", "办公室", "办", "部", "管委会", "所", "站", "中心", "大队", "支队"]) {
      return holdsCounty(name) ? .countyDepartment : .department
    }
    return territory(name[...])
  }

  private static func territory(_ name: ArraySlice<Unicode.Scalar>) -> OfficeKind {
    // 新乡 is a city, and two characters are too few to tell.
    if name.count >= 3, name.endsWith(anyOf: ["镇", "乡", "苏木"]) { return .town }
    if name.endsWith(anyOf: ["省", "自治区"]) { return .provincialGovernment }
    if name.endsWith(anyOf: ["北京市", "天津市", "上海市", "重庆市"]) { return .provincialGovernment }
    if name.endsWith("自治州") { return .prefecturalGovernment }
    if name.endsWith(anyOf: ["县", "旗"]), name.count >= 2 { return .countyGovernment }
    if name.endsWith("区"), name.count >= 3 { return isZone(name) ? .unknown : .countyGovernment }
    if name.endsWith("市"), name.count >= 3 {
      return name.dropLast(2).contains("市") || name.holds("自治州") ? .countyGovernment : .cityGovernment
    }
    return .unknown
  }

  /// Whether the name begins with that of a county, a district or a town: 红旗区教育局, but not 湖北省县域经济办公室.
  private static func holdsCounty(_ name: [Unicode.Scalar]) -> Bool {
    name.indices.contains { index in
      let before = name[..<index]
      switch name[index] {
      case "县", "区", "旗":
        guard before.count >= 1, let last = before.last, !"省市区州".unicodeScalars.contains(last) else { return false }
        let next = index + 1 < name.count ? name[index + 1] : " "
        guard !"域级划块位段".unicodeScalars.contains(next), before.count >= 2 || name[index] == "县" else { return false }
        return !isZone(name[...index]) && !endsDepartment(before)
      default: return false
      }
    }
  }

  /// 高新区, 开发区: no territory with a government of its own, or one of which the name says too little.
  static func isZone(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.endsWith(anyOf: [
      "新区", "开发区", "园区", "示范区", "保税区", "景区", "名胜区", "林区", "矿区", "特区", "管理区", "地区", "工业区", "度假区", "合作区",
      "功能区", "集聚区", "社区", "试验区", "实验区", "保护区", "灌区", "库区", "牧区", "山区", "城区", "辖区", "先行区", "农垦区", "校区", "行政区",
      "革命老区", "自治区",
    ])
  }

  /// 市教育局红旗区…: what stands behind a department's name is its branch.
  private static func endsDepartment(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    name.contains { "局厅委部".unicodeScalars.contains($0) }
  }
}

extension BidirectionalCollection<Unicode.Scalar> {
  func endsWith(_ tail: String) -> Bool {
    let tail = tail.unicodeScalars
    return reversed().starts(with: tail.reversed())
  }

  func endsWith(anyOf tails: [String]) -> Bool {
    tails.contains { endsWith($0) }
  }

  func holds(anyOf words: [String]) -> Bool {
    words.contains { holds($0) }
  }
}
