/// Whose a report is and of what year, and where that was read.
package struct Attribution: Equatable, Sendable {
  /// Where a report says whose or of what year it is, the surest first.
  package enum Source: Int, Comparable, Sendable {
    case title
    /// A line of its own below the title: （东岭县城市管理局）.
    case belowTitle
    /// What the file says of itself: the title of a page, the property of a document.
    case properties
    /// 现公布青禾镇2024年政府信息公开工作年度报告
    case opening
    /// 统计期限自2024年1月1日起至2024年12月31日止
    case period
    /// The unit and the date below the report.
    case signature
    /// 青禾镇人民政府文件
    case letterhead
    /// The folder of a unit of the roster.
    case folder

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The unit's name as it is known in its district: 小店镇 of 红旗区小店镇人民政府.
  package var office: String?
  /// The same with all that is printed of it: 红旗区小店镇人民政府.
  package var printedOffice: String?
  package var year: Int?
  /// `nil` where nothing tells.
  package var officeSource: Source?
  package var yearSource: Source?

  package init() {}

  package init(_ title: Title?) {
    if let title, let office = title.office {
      take(office: title.printedOffice ?? office, known: office, from: .title)
    }
    if let year = title?.year { take(year: year, from: .title) }
  }

  /// Takes a unit from a source, unless a surer one has told.
  package mutating func take(office printed: String, known: String? = nil, from source: Source) {
    guard office == nil, let known = known ?? OfficeName.known(printed) else { return }
    (office, printedOffice, officeSource) = (known, printed, source)
  }

  /// Takes a year from a source, unless a surer one has told.
  package mutating func take(year: Int, from source: Source) {
    if self.year == nil { (self.year, yearSource) = (year, source) }
  }
}
