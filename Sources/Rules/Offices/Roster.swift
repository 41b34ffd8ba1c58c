import ReportModel

/// The units that have to report, as an administrator has listed them.
package struct Roster: Equatable, Sendable {
  package let offices: [Office]
  /// For every unit without a date of its own.
  package let deadline: Deadline?

  /// Those of each unit.
  private let names: [[UnitName]]
  private let kinds: [OfficeKind]
  private let byName: [UnitName: Int]
  private let byFolder: [[String]: Int]

  /// - Parameters:
  ///   - offices: The units. Of names and folders that two of them claim the first unit's counts.
  ///   - deadline: For units without a date of their own.
  package init(offices: [Office], deadline: Deadline? = nil) {
    self.offices = offices
    self.deadline = deadline
    names = offices.map { $0.names.map(UnitName.init) }
    kinds = offices.map { OfficeKind($0.kind, named: $0.name) }
    var byName: [UnitName: Int] = [:]
    var byFolder: [[String]: Int] = [:]
    for (index, office) in offices.enumerated() {
      for name in names[index] where byName[name] == nil { byName[name] = index }
      if byFolder[office.folderKey] == nil { byFolder[office.folderKey] = index }
    }
    self.byName = byName
    self.byFolder = byFolder
  }

  /// One unit.
  package struct Office: Equatable, Sendable {
    package var name: String
    /// Other names it goes by, those it had before it was renamed among them.
    package var otherNames: [String]
    /// `nil` where only its name says what kind of unit it is.
    package var kind: OfficeKind?
    /// Its folder below the inbox, several levels parted by `/`.
    package var folder: String
    package var deadline: Deadline?

    /// - Parameters:
    ///   - name: Its name.
    ///   - otherNames: Other names it goes by.
    ///   - kind: What it is.
    ///   - folder: Its folder below the inbox; called as the unit is, when left out.
    ///   - deadline: Its own date.
    package init(
      name: String, otherNames: [String] = [], kind: OfficeKind? = nil, folder: String? = nil,
      deadline: Deadline? = nil
    ) {
      self.name = name
      self.otherNames = otherNames
      self.kind = kind
      self.folder = folder ?? name
      self.deadline = deadline
    }

    package var names: [String] { [name] + otherNames }

    /// Folders are compared as Windows compares them, without regard to case.
    package var folderKey: [String] { folder.lowercased().split(separator: "/").map(String.init) }
  }

  /// Until when reports are to be handed in: the day's end in Beijing, in the year after the report's.
  package struct Deadline: Equatable, Sendable {
    package var month: Int
    package var day: Int

    /// - Returns: `nil` for a day that no year has.
    package init?(month: Int, day: Int) {
      let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard (1...12).contains(month), (1...days[month - 1]).contains(day) else { return nil }
      self.month = month
      self.day = day
    }

    func date(ofReportFor year: Int) -> CivilDate {
      CivilDate(year: year + 1, month: month, day: day)
    }
  }
}

extension Roster {
  /// What a roster says of a name.
  package enum Match: Equatable, Sendable {
    case one(Office)
    /// The name is too short to tell which.
    case several([Office])
    case unknown

    package var office: Office? {
      if case .one(let office) = self { office } else { nil }
    }
  }

  /// The unit of a name as it is printed: of its names, of that without 人民政府 or 办事处, or with the district before it.
  package func match(_ printed: String) -> Match {
    let name = UnitName(printed)
    if let index = byName[name] { return .one(offices[index]) }
    // Nobody's name is as long as that, and comparing takes time.
    guard !name.scalars.isEmpty, name.scalars.count <= 60 else { return .unknown }
    let fitting = offices.indices.filter { names[$0].contains { $0.fits(name) } }.map { offices[$0] }
    if let only = fitting.first, fitting.count == 1 { return .one(only) }
    return fitting.isEmpty ? .unknown : .several(fitting)
  }

  /// The unit in whose folder a folder is, or which it is itself.
  func office(ofFolder folder: [String]) -> Office? {
    let key = folder.prefix(16).map { $0.lowercased() }
    return key.indices.reversed().lazy.compactMap { last in byFolder[Array(key[...last])] }.first.map { offices[$0] }
  }

  /// The units whose names are most like a name, three at most.
  package func nearest(to printed: String) -> [Office] {
    let name = UnitName(printed)
    guard (1...60).contains(name.scalars.count) else { return [] }
    let near = offices.indices.compactMap { index -> (office: Office, distance: Int)? in
      let distances = names[index].filter { $0.scalars.count <= 60 }.compactMap { other -> Int? in
        let distance = name.distance(to: other)
        return distance <= max(2, min(name.scalars.count, other.scalars.count) / 2) ? distance : nil
      }
      return distances.min().map { (offices[index], $0) }
    }
    // The sort is stable: what is equally near stays in the order of the roster.
    return near.sorted { $0.distance < $1.distance }.prefix(3).map(\.office)
  }

  /// The units that stand beside one, with their names.
  func peers(of unit: Office, kind: OfficeKind) -> [(office: Office, names: [UnitName])] {
    offices.indices.filter { kinds[$0].isPeer(of: kind) && offices[$0] != unit }.map { (offices[$0], names[$0]) }
  }

  /// The names under which a unit's earlier reports may have been recorded, the one in force first.
  ///
  /// 小店镇 is left out where the roster has two towns of that name.
  package func recordedNames(of office: Office) -> [String] {
    var names: [String] = []
    for name in office.names {
      for spelling in [name, OfficeName.stem(name), OfficeName.known(name) ?? name]
      where !names.contains(spelling) && match(spelling) == .one(office) {
        names.append(spelling)
      }
    }
    return names
  }
}
