import Findings

/// Rules for programs: the object `nianbaod/rules/1`.
package enum RuleSheetsJSON {
  /// One JSON object in UTF-8 on one line, without a newline at its end. Members keep their order; `severity` is the one
  /// in force, or `off`.
  ///
  /// - Parameter sheets: The rules, in the order in which they are listed.
  /// - Returns: The object.
  package static func render(_ sheets: [RuleSheet]) -> [UInt8] {
    JSONObject.bytes { json in
      json.add("schema", "nianbaod/rules/1")
      json.add("rules", array: sheets) { add($1, to: &$0) }
    }
  }

  private static func add(_ sheet: RuleSheet, to json: inout JSONObject) {
    json.add("rule", sheet.id.rawValue)
    json.add("severity", sheet.wordInForce)
    json.add("default", sheet.severity.rawValue)
    json.add("checks") { checks in
      checks.add("en", sheet.administrator)
      checks.add("zh", sheet.clerk)
    }
    json.add("source", sheet.source)
    guard let example = sheet.example else { return }
    json.add("example") { json in
      json.add("wrong", example.wrong)
      json.add("right", example.right)
    }
  }
}
