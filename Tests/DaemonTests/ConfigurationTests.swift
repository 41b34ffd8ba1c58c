import Daemon
import DocumentModel
import Findings
import Foundation
import Rules
import StrictYAML
import Testing

@Suite struct ConfigurationTests {
  private func load(_ text: String, dropIns: [String: String] = [:]) throws -> Configuration {
    let scratch = try Scratch()
    let path = try scratch.write(text, to: "nianbaod.yaml")
    for (name, text) in dropIns { try scratch.write(text, to: "nianbaod.yaml.d/\(name)") }
    return try Configuration.load(from: path)
  }

  @Test func `an empty file leaves every default`() throws {
    #expect(try load("# nothing\n") == Configuration())
  }

  @Test func `every key is read`() throws {
    var expected = Configuration()
    expected.spool = "/data/spool"
    expected.state = "/data/state"
    expected.settle = .milliseconds(500)
    expected.writerDeadline = .seconds(7200)
    expected.rescan = .zero
    expected.workers = 4
    expected.limits.document.file = 64 << 10
    expected.limits.document.unpacked = 1 << 30
    expected.limits.time = .seconds(90)
    expected.limits.memory = 512 << 20
    expected.diagnostics = [.json, .html]
    expected.severities = ["section-heading": .error, "title": .off, "carried-in": .error]
    (expected.likeness.lastYear, expected.likeness.another, expected.likeness.problems) = (55, 50, 100)
    expected.ignore = ["*.bak", "~*"]
    expected.forms = "/data/forms"
    expected.offices = "/data/offices.yaml"
    let read = try load(
      """
      spool: /data/spool
      state: /data/state
      settle: 500ms
      writer_deadline: 2h
      rescan: 0
      workers: 4
      limits: { file: 64KiB, unpacked: 1GiB, time: 90s, memory: 512MiB }
      diagnostics: [json, html, json]
      severities: { section-heading: error, title: off, carried-in: error }
      likeness: { last_year: 55, problems: 100% }
      ignore: ["*.bak", "~*"]
      forms: /data/forms
      offices: /data/offices.yaml
      """)
    #expect(read == expected)
    // What is printed sets the same again.
    #expect(try load(read.yaml) == read)
    #expect(try load(Configuration().yaml) == Configuration())
  }

  @Test func `drop-ins are laid over the file in the order of their names`() throws {
    let read = try load(
      "settle: 1s\nworkers: 1\nseverities: { title: error }\n",
      dropIns: [
        "20-b.yaml": "settle: 3s\n", "10-a.yaml": "settle: 2s\nworkers: 3\nseverities: { section-order: off }\n",
        "30-c.yaml.bak": "settle: 9s\n",
      ])
    #expect(read.settle == .seconds(3))
    #expect(read.workers == 3)
    #expect(read.severities == ["title": .error, "section-order": .off])
  }

  @Test(arguments: [
    ("workers: 0", "workers: expected a number from 1 to 64, found 0"),
    ("workers: two", "workers: expected a whole number, found two"),
    ("settle: 5", "settle: expected a time such as 500ms, 1s or 10m; found 5"),
    ("settle: -1s", "found -1s"),
    ("settle: 99999999999s", "found 99999999999s"),
    ("limits: { file: 0MiB }", "limits.file: expected a size"),
    ("limits: { time: 10ms }", "limits.time: a worker needs at least 1s"),
    ("limits: { pags: 3 }", "limits: unknown key pags"),
    ("limits: { nesting: 3 }", "limits.nesting: expected a number from 16 to 1000, found 3"),
    ("diagnostics: []", "at least one of html, json and text"),
    ("diagnostics: [pdf]", "expected one of html, json, text; found pdf"),
    ("severities: { requests-balanse: error }", "severities.requests-balanse: there is no rule of this name"),
    ("severities: { title: fatal }", "expected one of error, warning, info, off; found fatal"),
    ("likeness: { last_year: 0 }", "likeness.last_year: expected a percentage from 1 to 100 such as 60, found 0"),
    ("likeness: { another: 0.5 }", "found 0.5; severities: { same-as-another: off } leaves the rule out"),
    ("likeness: { problems: most }", "likeness.problems: expected a percentage"),
    ("likeness: { lastyear: 60 }", "likeness: unknown key lastyear (did you mean last_year?)"),
    ("spool: spool", "expected a path that begins with /"),
    ("- 1", "expected keys with values"),
  ])
  func `a mistake is named with its line and what belongs there`(_ text: String, _ words: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try load("\n" + text + "\n") }
    #expect(error?.description.contains("line 2: ") == true)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func `a file that was named must be there`() {
    let error = #expect(throws: ConfigurationError.self) { try Configuration.load(from: "/nonexistent.yaml") }
    #expect(error?.description == "/nonexistent.yaml cannot be read: there is no such file")
  }

  @Test func `a folder of forms adds to the shipped ones, and one without forms is a mistake`() throws {
    let scratch = try Scratch()
    var configuration = Configuration()
    configuration.forms = scratch.folder.path
    #expect(throws: ConfigurationError.self) { try configuration.formLibrary() }
    try scratch.write("form: [", to: "broken.yaml")
    let error = #expect(throws: ConfigurationError.self) { try configuration.formLibrary() }
    #expect(error?.description.contains("broken.yaml") == true)
  }
}
