import Rules
import StrictYAML

/// Reads the roster of offices from its YAML file.
struct RosterFile {
  private var offices: [Roster.Office] = []
  /// The line of the unit that claims a name or a folder, and which one that is.
  private var names: [UnitName: Claim] = [:]
  private var folders: [[String]: Claim] = [:]

  private struct Claim {
    var unit: Int
    var line: Int?

    var place: String { line.map { "in line \($0)" } ?? "further up" }
  }

  /// - Parameters:
  ///   - text: The file's text.
  ///   - source: The file's name, for errors.
  /// - Returns: The roster.
  /// - Throws: `YAMLError` that names the line and what belongs there; of two units that claim a name or a folder, both
  ///   lines.
  static func read(_ text: String, source: String) throws(YAMLError) -> Roster {
    let empty =
      "the file lists no offices; write them below the key offices, or take the key offices out of nianbaod.yaml"
    guard let document = try YAMLValue.parse(text, source: source) else {
      throw YAMLError(source: source, line: nil, message: empty)
    }
    let map = try document.map(keys: ["deadline", "offices"])
    var file = RosterFile()
    let list = try map.required("offices")
    for office in try list.list() { try file.add(office) }
    guard !file.offices.isEmpty else { throw list.error(empty) }
    return Roster(offices: file.offices, deadline: try map.optional("deadline")?.deadline())
  }

  /// An entry is a mapping, or the unit's name alone.
  private mutating func add(_ value: YAMLValue) throws(YAMLError) {
    guard (try? value.string()) == nil else {
      return try add(Roster.Office(name: try value.name()), names: [value], folder: value)
    }
    let map = try value.map(keys: ["unit", "other_names", "kind", "folder", "deadline"])
    let unit = try map.required("unit")
    let others = try map.optional("other_names")?.list() ?? []
    var otherNames: [String] = []
    for other in others { otherNames.append(try other.name()) }
    let folder = map.optional("folder")
    let office = Roster.Office(
      name: try unit.name(), otherNames: otherNames, kind: try map.optional("kind")?.officeKind(),
      folder: try folder?.folder(), deadline: try map.optional("deadline")?.deadline())
    try add(office, names: [unit] + others, folder: folder ?? unit)
  }

  private mutating func add(
    _ office: Roster.Office, names written: [YAMLValue], folder: YAMLValue
  ) throws(YAMLError) {
    let index = offices.count
    offices.append(office)
    for (name, value) in zip(office.names, written) {
      let key = UnitName(name)
      if let claim = names[key], claim.unit != index {
        throw value.error("\(name) is a name of \(offices[claim.unit].name) already, \(claim.place)")
      }
      names[key] = names[key] ?? Claim(unit: index, line: value.line)
    }
    if let claim = folders[office.folderKey] {
      throw folder.error(
        "the folder \(office.folder) is that of \(offices[claim.unit].name) already, \(claim.place); "
          + "without the key folder a unit's folder is called as the unit is")
    }
    folders[office.folderKey] = Claim(unit: index, line: folder.line)
  }
}

extension YAMLValue {
  fileprivate func name() throws(YAMLError) -> String {
    let name = try string()
    guard !UnitName(name).isEmpty else { throw error("expected the name of a unit") }
    return name
  }

  fileprivate func officeKind() throws(YAMLError) -> OfficeKind {
    let word = try string()
    guard let kind = OfficeKind(word: word) else {
      throw error("expected one of \(OfficeKind.words.map(\.word).joined(separator: ", ")); found \(word)")
    }
    return kind
  }

  /// A path below the inbox, without slashes at its ends.
  fileprivate func folder() throws(YAMLError) -> String {
    let path = try string()
    let parts = path.split(separator: "/")
    guard !path.hasPrefix("/"), !parts.isEmpty, !parts.contains("."), !parts.contains("..") else {
      throw error("expected a folder below the inbox, such as 青禾镇 or 乡镇/青禾镇; found \(path)")
    }
    return parts.joined(separator: "/")
  }

  /// `01-20` or `1月20日`.
  fileprivate func deadline() throws(YAMLError) -> Roster.Deadline {
    let text = try string()
    let isChinese = text.hasSuffix("日")
    let parts = (isChinese ? text.dropLast() : text[...]).split(
      separator: isChinese ? "月" : "-", omittingEmptySubsequences: false
    ).map { $0.allSatisfy { ("0"..."9").contains($0) } && $0.count <= 2 ? Int($0) : nil }
    guard parts.count == 2, let month = parts[0], let day = parts[1],
      let deadline = Roster.Deadline(month: month, day: day)
    else {
      throw error(
        "expected a month and a day such as 01-20 or 1月20日, in the year after the report's; found \(text)")
    }
    return deadline
  }
}
