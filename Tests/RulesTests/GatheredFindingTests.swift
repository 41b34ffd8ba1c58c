import Findings
import Foundation
import TestFixtures
import Testing

@testable import Rules

/// A slip that was made all over a table is told once, in words that fit its cause.
@Suite struct GatheredFindingTests {
  @Test func `one 0 merged over each row is one thing to mend, and no column is missing for it`() throws {
    let findings = try Self.findings { _ in #"<td colspan="7">0</td>"# }.filter { $0.place.table == "requests" }
    let finding = try #require(findings.first)
    #expect(findings.map(\.rule) == ["blank-cell"])
    #expect(finding.message == "这个表有 25 行，每行应有 7 个数，只读到 1 个。")
    #expect(finding.advice.contains("请取消合并"))
    #expect(finding.places.count == 25)
  }

  @Test func `blanks all over a table are one finding with their places, a few are told one by one`() throws {
    let many = try Self.findings { $0.replacing(">0<", with: "><") }.filter { $0.rule == "blank-cell" }
    #expect(many.count == 1)
    #expect((many.first?.places.count ?? 0) > GatheredFindings.mostApart)
    #expect(Set(many.flatMap(\.places)).count == many.flatMap(\.places).count)
    var left = 2
    let few = try Self.findings { cells in
      guard left > 0, cells.contains(">0<") else { return cells }
      left -= 1
      return cells.replacing(">0<", with: "><", maxReplacements: 1)
    }
    #expect(few.filter { $0.rule == "blank-cell" }.map(\.places.count) == [1, 1])
  }

  @Test func `what was struck through in many cells is told cell by cell`() throws {
    var left = 6
    let findings = try Self.findings { cells in
      left -= 1
      return left < 0 ? cells : cells.replacing(">0<", with: "><s>5</s><", maxReplacements: 1)
    }.filter { $0.rule == "blank-cell" }
    #expect(findings.count == 6)
    #expect(findings.allSatisfy { $0.otherPlaces.isEmpty && $0.message.contains("已经划去") })
  }

  @Test(arguments: ["-", "—", "/", "无"]) func `dashes for zeros are one finding that says what stands there`(
    _ dash: String
  )
    throws
  {
    let findings = try Self.findings { $0.replacing(">0<", with: ">\(dash)<") }.filter { $0.rule == "not-a-number" }
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("“\(dash)”") == true)
    #expect((findings.first?.places.count ?? 0) > GatheredFindings.mostApart)
  }

  /// The findings on a sound page of zeros of which the cells of each row of table three are written otherwise.
  private static func findings(_ change: (String) -> String) throws -> [Finding] {
    let zero = "<td >0</td>"
    let page = String(decoding: try PublishedKinds.bytes("control.html"), as: UTF8.self).components(separatedBy: "\n")
      .map { line -> String in
        let row = String(repeating: zero, count: 7)
        guard line.hasSuffix(row + "</tr>") else { return line }
        return line.dropLast(row.count + 5) + change(row) + "</tr>"
      }
    return try Judging.findings(Array(page.joined(separator: "\n").utf8))
  }
}
