import DocumentModel
import Findings
import Foundation
import Rendering
import ReportModel
import Testing

struct DiagnosticsSARIFTests {
  @Test
  func `the log names its format and the tool with every rule that speaks`() throws {
    let log = try parse([ReportFixture.rejected, ReportFixture.acceptedWithWarnings])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let run = try run(of: log)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["name"] as? String == "nianbaod")
    #expect(driver["version"] as? String == "1.0.0")
    let rules = try #require(driver["rules"] as? [[String: String]])
    #expect(
      rules.map { $0["id"] } == [
        "requests-row-total", "blank-cell", "not-a-number", "narrative-mismatch", "carried-in", "cell-remark",
      ])
    let results = try results(of: run)
    #expect(results.count == 9)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] == result["ruleId"] as? String)
    }
  }

  @Test
  func `a result says what, how grave and where`() throws {
    let results = try results(of: run(of: parse([ReportFixture.accepted, ReportFixture.rejected])))
    #expect(results.map { $0["level"] as? String } == ["error", "error", "error", "warning", "warning", "note"])
    let first = try #require(results.first)
    let text = try #require((first["message"] as? [String: String])?["text"])
    #expect(text.hasPrefix("这一行六类申请人加起来是 2，总计填的是 3。"))
    #expect(text.contains("填的是：3") && text.contains("应该是：2") && text.contains("怎么改：请把总计改为 2"))
    let location = try #require((first["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: [String: Any]])
    // The second of the two files.
    #expect(physical["artifactLocation"]?["index"] as? Int == 1)
    #expect(physical["region"]?["startLine"] as? Int == 41)
    let logical = try #require(location["logicalLocations"] as? [[String: String]])
    #expect(logical == [["fullyQualifiedName": "requests.refused.state_secret.total"]])
  }

  @Test(arguments: [
    (FindingPlace(table: "litigation", row: "review", column: "total"), "review.total"),
    (FindingPlace(section: 3, table: "requests", row: "granted"), "requests.granted"),
    (FindingPlace(section: 5), "section.5"),
    (FindingPlace(), nil),
  ])
  func `a place has the name that others know it by`(place: FindingPlace, expected: String?) throws {
    let finding = Finding(rule: "x", severity: .info, message: "", advice: "", place: place)
    let results = try results(of: run(of: parse([ReportFixture.judged(.accepted, findings: [finding])])))
    let location = try #require((results.first?["locations"] as? [[String: Any]])?.first)
    let names = location["logicalLocations"] as? [[String: String]]
    #expect(names?.first?["fullyQualifiedName"] == expected)
    #expect((location["physicalLocation"] as? [String: Any])?["region"] == nil)
  }

  @Test
  func `a held report makes the run unsuccessful and is named`() throws {
    let run = try run(of: parse([ReportFixture.accepted, ReportFixture.held]))
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notification = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
    #expect((notification["message"] as? [String: String])?["text"] == ReportFixture.held.heldBecause)
    let calm = try self.run(of: parse([ReportFixture.accepted]))
    #expect((calm["invocations"] as? [[String: Any]])?.first?["executionSuccessful"] as? Bool == true)
  }

  @Test(arguments: [
    ("a b.docx", "a%20b.docx"),
    ("年.pdf", "%E5%B9%B4.pdf"),
    ("c:x?y#z%/\\", "c%3Ax%3Fy%23z%25%2F%5C"),
    ("\u{0}\n", "%00%0A"),
    ("A-Za_z~0.9", "A-Za_z~0.9"),
  ])
  func `a file name becomes a relative reference`(name: String, expected: String) throws {
    let run = try run(of: parse([ReportFixture.judged(.accepted, name: name)]))
    let artifact = try #require((run["artifacts"] as? [[String: Any]])?.first)
    #expect((artifact["location"] as? [String: Any])?["uri"] as? String == expected)
    #expect(expected.removingPercentEncoding == name)
  }

  @Test
  func `braces and links in a text stay literal`() throws {
    let finding = Finding(
      rule: "x", severity: .error, message: "{0} [here](http://example.invalid)", advice: "")
    let results = try results(of: run(of: parse([ReportFixture.judged(.rejected, findings: [finding])])))
    let text = (results.first?["message"] as? [String: String])?["text"]
    #expect(text == "{{0}} [here] (http://example.invalid)")
  }

  @Test(arguments: HostileText.all)
  func `a hostile text leaves the log whole`(hostile: HostileText) throws {
    let run = try run(of: parse([hostile.judged, hostile.held]))
    let results = try results(of: run)
    #expect(results.count == 4)
    #expect(results.allSatisfy { ($0["properties"] as? [String: Any])?["found"] as? String == hostile.text })
    let artifact = try #require((run["artifacts"] as? [[String: Any]])?.first)
    let uri = try #require((artifact["location"] as? [String: Any])?["uri"] as? String)
    #expect(uri.removingPercentEncoding == hostile.text)
    #expect(uri.utf8.allSatisfy { (0x21...0x7E).contains($0) })
  }

  @Test
  func `no reports make an empty log`() throws {
    let run = try run(of: parse([]))
    #expect(try results(of: run).isEmpty)
  }

  private func parse(_ judged: [JudgedReport]) throws -> [String: Any] {
    let data = Data(DiagnosticsSARIF.render(judged))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func run(of log: [String: Any]) throws -> [String: Any] {
    try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func results(of run: [String: Any]) throws -> [[String: Any]] {
    try #require(run["results"] as? [[String: Any]])
  }
}
