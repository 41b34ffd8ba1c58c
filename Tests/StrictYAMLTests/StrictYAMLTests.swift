import StrictYAML
import Testing

@Suite struct StrictYAMLTests {
  private func value(_ text: String) throws -> YAMLValue {
    try #require(try YAMLValue.parse(text, source: "a.yaml"))
  }

  @Test func `a file of comments holds nothing`() throws {
    #expect(try YAMLValue.parse("# nothing\n", source: "a.yaml").map { _ in 1 } == nil)
    #expect(try YAMLValue.parse("", source: "a.yaml").map { _ in 1 } == nil)
  }

  @Test func `an unknown key is named with its line and the keys there are`() throws {
    let error = #expect(throws: YAMLError.self) {
      try value("settle: 1s\nsetle: 2s\n").map(keys: ["settle"])
    }
    #expect(error?.description == "a.yaml, line 2: unknown key setle (did you mean settle?); known keys are settle")
  }

  @Test func `a wrong value is named with its path`() throws {
    let limits = try value("limits:\n  workers: many\n").map(keys: ["limits"]).required("limits").map(keys: ["workers"])
    let error = #expect(throws: YAMLError.self) { try limits.required("workers").int() }
    #expect(error?.description == "a.yaml, line 2: limits.workers: expected a whole number, found many")
  }

  @Test(arguments: ["a: [1\n", "a: 1\n b: 2\n", "\ta: 1\n", "a: \"x\n"])
  func `what is no YAML is said to be none`(_ text: String) {
    let error = #expect(throws: YAMLError.self) { try YAMLValue.parse(text, source: "a.yaml") }
    #expect(error?.message.hasPrefix("this is not valid YAML") == true)
  }

  @Test func `a key that stands twice is refused`() {
    let error = #expect(throws: YAMLError.self) { try YAMLValue.parse("a: 1\na: 2\n", source: "a.yaml") }
    #expect(error?.message.contains("stands twice") == true)
  }

  @Test func `a key without a value counts as not given, an empty text does not`() throws {
    let map = try value("a:\nb: \"\"\nc: ~\n").map(keys: ["a", "b", "c"])
    #expect(map.optional("a").map { _ in 1 } == nil)
    #expect(try map.optional("b")?.string() == "")
    #expect(map.optional("c").map { _ in 1 } == nil)
  }
}
