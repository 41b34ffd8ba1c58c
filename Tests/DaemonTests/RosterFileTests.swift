import Daemon
import Foundation
import Rules
import Testing

/// The roster as an administrator writes it.
@Suite struct RosterFileTests {
  private func roster(_ text: String) throws -> Roster? {
    let scratch = try Scratch()
    let offices = try scratch.write(text, to: "offices.yaml")
    let path = try scratch.write("offices: \(offices)\n", to: "nianbaod.yaml")
    return try Configuration.load(from: path).roster()
  }

  @Test func `every key is read`() throws {
    let read = try roster(
      """
      deadline: 1月20日
      offices:
        - 大店镇
        - unit: 青禾镇
          other_names: [青禾镇人民政府, 青禾乡]
          kind: 镇
          folder: 乡镇/青禾镇/
          deadline: 02-01
        - { unit: 新乡市, kind: 设区的市, other_names: }
      """)
    let expected = Roster(
      offices: [
        Roster.Office(name: "大店镇", folder: "大店镇"),
        Roster.Office(
          name: "青禾镇", otherNames: ["青禾镇人民政府", "青禾乡"], kind: .town, folder: "乡镇/青禾镇",
          deadline: Roster.Deadline(month: 2, day: 1)),
        Roster.Office(name: "新乡市", kind: .prefecturalGovernment),
      ], deadline: Roster.Deadline(month: 1, day: 20))
    #expect(read == expected)
  }

  @Test func `without the key there is no roster`() throws {
    #expect(try Configuration().roster() == nil)
  }

  @Test func `a file that is not there is a mistake, with what to do`() throws {
    var configuration = Configuration()
    configuration.offices = "/nonexistent/offices.yaml"
    let error = #expect(throws: ConfigurationError.self) { try configuration.roster() }
    #expect(
      error?.description == "/nonexistent/offices.yaml cannot be read: there is no such file; list the offices in it, "
        + "or take the key offices out")
  }

  @Test(arguments: [
    ("- unit: 青禾镇\n  foldr: a", "line 3: offices[1]: unknown key foldr (did you mean folder?)"),
    ("- unit: 青禾镇\n  other-names: [a]", "line 3: offices[1]: unknown key other-names (did you mean other_names?)"),
    ("- kind: 镇", "line 2: offices[1]: the key unit is missing"),
    ("- unit: \"\"", "line 2: offices[1].unit: expected the name of a unit"),
    ("- unit: \" \"", "line 2: offices[1].unit: expected the name of a unit"),
    ("- [a]", "line 2: offices[1]: expected keys with values"),
    ("- 青禾镇\n- 青禾镇", "line 3: offices[2]: 青禾镇 is a name of 青禾镇 already, in line 2"),
    ("- 青禾镇\n- unit: 青禾镇人民政府", "line 3: offices[2].unit: 青禾镇人民政府 is a name of 青禾镇 already, in line 2"),
    (
      "- unit: 青禾镇\n  other_names:\n    - 青禾乡\n- unit: 白杨镇\n  other_names:\n    - 白杨乡\n    - 青禾乡",
      "line 8: offices[2].other_names[2]: 青禾乡 is a name of 青禾镇 already, in line 4"
    ),
    (
      "- { unit: 青禾镇, folder: 乡镇/A }\n- { unit: 白杨镇, folder: 乡镇/a/ }",
      "line 3: offices[2].folder: the folder 乡镇/a is that of 青禾镇 already, in line 2"
    ),
    ("- { unit: 青禾镇, folder: 白杨镇 }\n- 白杨镇", "line 3: offices[2]: the folder 白杨镇 is that of 青禾镇 already, in line 2"),
    ("- { unit: 青禾镇, folder: /srv/a }", "line 2: offices[1].folder: expected a folder below the inbox"),
    ("- { unit: 青禾镇, folder: ../a }", "expected a folder below the inbox"),
    ("- { unit: 青禾镇, folder: \"\" }", "expected a folder below the inbox"),
    ("- { unit: 青禾镇, kind: 镇政府 }", "line 2: offices[1].kind: expected one of 省, 自治区, 直辖市"),
    ("- { unit: 青禾镇, deadline: 01-32 }", "line 2: offices[1].deadline: expected a month and a day"),
    ("- { unit: 青禾镇, deadline: 2025-01-20 }", "in the year after the report's; found 2025-01-20"),
    ("- { unit: 青禾镇, deadline: 20 }", "found 20"), ("- { unit: 青禾镇, deadline: 1月 }", "found 1月"),
    ("- { unit: 青禾镇, deadline: +1-+2 }", "found +1-+2"), ("- { unit: 青禾镇, deadline: 1月二十日 }", "found 1月二十日"),
    ("  []", "the file lists no offices"), ("  青禾镇", "expected a list"),
  ])
  func `a mistake is named with its line and what belongs there`(_ entries: String, _ words: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try roster("offices:\n" + entries + "\n") }
    #expect(error?.description.contains("/offices.yaml, line ") == true, "\(error?.description ?? "")")
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func `an empty file is a mistake too`() throws {
    for text in ["", "# nothing\n"] {
      let error = #expect(throws: ConfigurationError.self) { try roster(text) }
      #expect(error?.description.contains("offices.yaml: the file lists no offices") == true)
    }
    let error = #expect(throws: ConfigurationError.self) { try roster("deadline: 01-20\n") }
    #expect(error?.description.contains("the key offices is missing") == true)
  }

  @Test func `the example that is shipped is a roster once it is not commented out`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "etc/nianbaod/offices.yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    // Sentences stand behind a mark and one space.
    let settings = lines.filter { !($0.hasPrefix("# ") && !$0.hasPrefix("#  ")) && $0 != "#" }.map { $0.dropFirst() }
    let read = try #require(try roster(settings.joined(separator: "\n") + "\n"))
    #expect(read.deadline == Roster.Deadline(month: 1, day: 20))
    #expect(read.offices.map(\.name) == ["大店镇", "青禾镇", "红旗区发展和改革委员会"])
    #expect(read.offices.map(\.folder) == ["大店镇", "乡镇/青禾镇", "区直/发改委"])
    // As it is shipped it lists nobody.
    let shipped = try String(contentsOf: file, encoding: .utf8)
    #expect(throws: ConfigurationError.self) { try roster(shipped) }
  }

  @Test func `the effective configuration says how many units there are, and is wrong when the roster is`() throws {
    let scratch = try Scratch()
    let offices = try scratch.write("offices: [青禾镇, 白杨镇]\n", to: "offices.yaml")
    let path = try scratch.write("offices: \(offices)\n", to: "nianbaod.yaml")
    let result = try Program.run(["config", "--config", path])
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("offices: \"\(offices)\"\n# units in the roster: 2\n"))
    try scratch.write("offices:\n  - unitt: 青禾镇\n", to: "offices.yaml")
    for command in [["config", "--config", path], ["check", "--config", path, "x"], ["run", "--config", path]] {
      let result = try Program.run(command)
      #expect(result.status == 78)
      #expect(result.errors.contains("offices.yaml, line 2: offices[1]: unknown key unitt (did you mean unit?)"))
    }
  }
}
