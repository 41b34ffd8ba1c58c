import Findings
import Foundation
import TestFixtures

/// A bureau's good report with words of a test's own as the whole of a section.
enum SectionText {
  /// What one rule finds in it.
  static func findings(
    _ rule: RuleID, inSection number: Int, _ words: String, of office: String = "水利局"
  ) throws -> [Finding] {
    try Judging.findings(Array(report(number, words, of: office).utf8)).filter { $0.rule == rule }
  }

  private static func report(_ number: Int, _ words: String, of office: String) throws -> String {
    let text = try Corpus.text().replacingOccurrences(of: "青禾镇", with: office)
    let (first, next) = number == 1 ? ("一、总体情况\n", "二、主动公开政府信息情况") : ("五、存在的主要问题及改进情况\n", "六、其他需要报告的事项")
    guard let start = text.firstRange(of: first), let end = text[start.upperBound...].firstRange(of: next) else {
      throw Missing()
    }
    return text[..<start.upperBound] + words + "\n" + text[end.lowerBound...]
  }

  private struct Missing: Error {}
}
