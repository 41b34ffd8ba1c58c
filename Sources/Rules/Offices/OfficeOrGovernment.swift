import ReportModel

/// A government and its office, which have a report each.
struct GovernmentBody: Equatable {
  /// 红旗区 of 红旗区人民政府办公室
  let territory: ArraySlice<Unicode.Scalar>
  let isOffice: Bool

  /// `nil` for what is neither.
  init?(_ printed: some Sequence<Unicode.Scalar>) {
    let name = Array(printed)[...]
    let offices = [
      "人民政府党政综合办公室", "人民政府党政办公室", "人民政府办公室", "人民政府办公厅", "人民政府办", "政府办公室", "政府办公厅", "政府办", "党政综合办公室", "党政办公室",
    ]
    let tail = (offices + ["人民政府", "人民", "政府"]).first(where: name.endsWith)
    territory = name.dropLast(tail?.unicodeScalars.count ?? 0)
    isOffice = tail.map(offices.contains) ?? false
    guard let last = territory.last, "省市区县旗州盟镇乡".unicodeScalars.contains(last), !OfficeKind.isZone(territory) else {
      return nil
    }
  }

  /// The territory may be written short, 区 for 红旗区, or with what it belongs to.
  func sharesTerritory(with other: GovernmentBody) -> Bool {
    territory.reversed().starts(with: other.territory.reversed())
      || other.territory.reversed().starts(with: territory.reversed())
  }
}

/// Where the report of a government's office announces that of the government, or the reverse.
enum OfficeOrGovernment {
  static func first(in subject: Subject) -> ForeignUnit? {
    guard let report = subject.report, let source = report.attribution.officeSource, source <= .belowTitle,
      let own = (report.printedOffice ?? report.office).flatMap({ GovernmentBody($0.unicodeScalars) })
    else { return nil }
    return [nil, 1].lazy.flatMap { section in subject.passages.filter { $0.section == section } }
      .flatMap { Announcement.published(in: $0, year: report.year) }
      .first { isOther($0, than: own) && isAnnounced($0) }
  }

  private static func isOther(_ unit: ForeignUnit, than own: GovernmentBody) -> Bool {
    // A town has no office of its own to speak of.
    if ["我办", "本办"].contains(unit.name) { return !own.isOffice && !own.territory.endsWith(anyOf: ["镇", "乡"]) }
    // 全区 and 我区 are said by both.
    guard !["我", "本", "全"].contains(where: unit.name.hasPrefix),
      let body = GovernmentBody(unit.name.unicodeScalars)
    else { return false }
    return body.isOffice != own.isOffice && body.sharesTerritory(with: own)
  }

  /// Whether it is said of the report in hand. An office draws up the government's too, and says so.
  private static func isAnnounced(_ unit: ForeignUnit) -> Bool {
    let before = unit.passage.before(unit.range.lowerBound, 10)
    if before.holds(anyOf: ["承担", "负责", "牵头", "组织", "统筹", "指导", "协助", "代为", "完成"]) { return false }
    return unit.passage.section == nil || before.holds(anyOf: ["现", "特"])
  }
}
