import DocumentModel
import Findings
import Foundation
import TestFixtures
import Testing

/// The office of a government and the government each have a report of their own.
@Suite struct OfficeOrGovernmentTests {
  struct Opening: Sendable, CustomStringConvertible {
    var title: String
    var words: String
    /// The unit that is announced instead; `nil` where nothing is to be said.
    var found: String?
    var end = ""

    init(_ title: String, _ words: String, _ found: String? = nil, end: String = "") {
      (self.title, self.words, self.found, self.end) = (title, words, found, end)
    }

    var description: String { "\(title) · \(words)\(end)" }
  }

  private static let office = "红旗区人民政府办公室"
  private static let government = "红旗区人民政府"

  private static let right = [
    Opening(office, "现公布红旗区人民政府办公室2024年政府信息公开工作年度报告。"), Opening(office, "现公布区政府办公室2024年政府信息公开工作年度报告。"),
    Opening(office, "现将区政府办2024年政府信息公开工作年度报告公布如下。"), Opening(office, "现公布我办2024年政府信息公开工作年度报告。"),
    Opening(office, "红旗区人民政府办公室编制了2024年政府信息公开工作年度报告。"), Opening(office, "现公布2024年政府信息公开工作年度报告。"),
    Opening(office, "现公布本机关2024年度政府信息公开工作年度报告。"), Opening(office, "本报告由红旗区人民政府办公室编制，可在红旗区人民政府网站查阅。"),
    Opening(office, "根据《红旗区人民政府关于做好2024年政府信息公开工作年度报告编制工作的通知》，编制本报告。"),
    Opening(office, "按照区人民政府2024年政府信息公开工作年度报告编制要求，编制本报告。"), Opening(office, "红旗区人民政府2023年政府信息公开工作年度报告已于上年公布。"),
    Opening(office, "除编制本办报告外，还承担编制红旗区人民政府2024年政府信息公开工作年度报告的任务。"),
    Opening(office, "现公布如下。", end: "红旗区人民政府办公室\n2025年1月15日"), Opening(office, "现公布如下。", end: "红旗区人民政府\n2025年1月15日"),
    Opening("红旗区政府办公室", "现公布红旗区人民政府办公室2024年政府信息公开工作年度报告。"),
    Opening("红旗区人民政府办公室", "2024年，红旗区人民政府高度重视政府信息公开工作。"),
    Opening(government, "现公布红旗区人民政府2024年政府信息公开工作年度报告。"), Opening(government, "现公布红旗区2024年政府信息公开工作年度报告。"),
    Opening(government, "本报告由红旗区人民政府办公室编制。"), Opening(government, "红旗区人民政府办公室编制了红旗区人民政府2024年政府信息公开工作年度报告。"),
    Opening(government, "由红旗区人民政府办公室编制的2024年政府信息公开工作年度报告现予公布。"),
    Opening(government, "区政府办公室现公布红旗区2024年政府信息公开工作年度报告。"),
    Opening(government, "红旗区人民政府办公室公布2024年政府信息公开工作年度报告。"), Opening(government, "现公布我区2024年政府信息公开工作年度报告。"),
    Opening(government, "现公布如下。", end: "红旗区人民政府办公室\n2025年1月15日"),
    Opening("红旗区", "区政府办公室编制本报告，现公布红旗区2024年政府信息公开工作年度报告。"),
    Opening("青禾镇", "现公布青禾镇人民政府2024年政府信息公开工作年度报告。"), Opening("青禾镇", "本报告由青禾镇人民政府党政办公室编制。"),
    Opening("红旗区教育局", "现公布红旗区教育局2024年政府信息公开工作年度报告，由局办公室编制。"),
    Opening(government, "区政府办公室2024年政府信息公开工作年度报告另行公布。"),
    Opening(government, "各乡镇、区直部门和区政府办公室2024年政府信息公开工作年度报告均已公布。"),
    Opening("红旗区住房保障办公室", "现公布红旗区住房保障办公室2024年政府信息公开工作年度报告。"),
  ]

  @Test(arguments: right)
  func `a report that announces its own unit is left alone, whoever has drawn it up`(_ opening: Opening) throws {
    #expect(try Self.findings(opening).map(\.found) == [])
  }

  private static let wrong = [
    Opening(office, "现公布红旗区人民政府2024年政府信息公开工作年度报告。", "红旗区人民政府"),
    Opening(office, "红旗区人民政府办公室编制了红旗区人民政府2024年政府信息公开工作年度报告。", "红旗区人民政府"),
    Opening(office, "现编制区人民政府2024年度政府信息公开工作年度报告。", "区人民政府"),
    Opening(office, "现将《红旗区人民政府2024年政府信息公开工作年度报告》公布如下。", "红旗区人民政府"),
    Opening(office, "特向社会公布红旗区2024年政府信息公开工作年度报告。", "红旗区"),
    Opening(office, "现将区政府2024年政府信息公开工作年度报告予以公布。", "区政府"),
    Opening(office, "现公布2024年红旗区人民政府政府信息公开工作年度报告。", "红旗区人民政府"),
    Opening("新乡市红旗区人民政府办公室", "现发布红旗区人民政府2024年政府信息公开年度报告。", "红旗区人民政府"),
    Opening("红旗区政府办", "现公布红旗区人民政府2024年政府信息公开工作年度报告。", "红旗区人民政府"),
    Opening("宁河县人民政府办公室", "由县政府办公室编制了宁河县人民政府2024年政府信息公开工作年度报告。", "宁河县人民政府"),
    Opening("宁河县人民政府办公室", "现公布县人民政府2024年政府信息公开工作年度报告。", "县人民政府"),
    Opening(government, "现公布红旗区人民政府办公室2024年政府信息公开工作年度报告。", "红旗区人民政府办公室"),
    Opening(government, "现将区政府办公室2024年政府信息公开工作年度报告公布如下。", "区政府办公室"),
    Opening("红旗区", "现公布红旗区政府办2024年度政府信息公开工作年度报告。", "红旗区政府办"),
    Opening("宁河县人民政府", "现将《宁河县人民政府办公室2024年政府信息公开工作年度报告》予以公布。", "宁河县人民政府办公室"),
    Opening("宁河县", "现公布2024年宁河县人民政府办公室政府信息公开工作年度报告。", "宁河县人民政府办公室"),
    Opening("青禾镇人民政府", "现公布青禾镇人民政府办公室2024年政府信息公开工作年度报告。", "青禾镇人民政府办公室"),
    Opening(government, "现公布我办2024年政府信息公开工作年度报告。", "我办"),
  ]

  @Test(arguments: wrong)
  func `an office that announces the government's report, and the reverse, are named`(_ opening: Opening) throws {
    let findings = try Self.findings(opening)
    #expect(findings.map(\.found) == [opening.found])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.place.source.line != nil && !$0.evidence.isEmpty })
  }

  @Test func `in the overview too, and once`() throws {
    let text = try Corpus.text().replacingOccurrences(of: "青禾镇 2024", with: "红旗区人民政府办公室2024")
      .replacingOnly("各项任务按期完成。", with: "现编制红旗区人民政府2024年政府信息公开工作年度报告。现公布红旗区2024年政府信息公开工作年度报告。")
    let findings = try Judging.findings(Array(text.utf8)).filter { $0.rule == "wrong-office" }
    #expect(findings.map(\.found) == ["红旗区人民政府"])
    #expect(findings.map(\.place.section) == [1])
  }

  private static func findings(_ opening: Opening) throws -> [Finding] {
    var text = try Corpus.text().replacingOnly(
      "青禾镇 2024 年政府信息公开工作年度报告\n根据", with: "\(opening.title)2024年政府信息公开工作年度报告\n根据"
    )
    .replacingOnly("现公布青禾镇 2024 年政府信\n息公开工作年度报告。", with: opening.words)
    .replacingOnly("2024 年，青禾镇把", with: "2024 年，把")
    if !opening.end.isEmpty { text += "\n" + opening.end }
    return try Judging.findings(Array(text.utf8)).filter { $0.rule == "wrong-office" }
  }
}
