import DocumentModel
import Extraction
import Findings
import Rules
import TestFixtures
import Testing

@Suite struct PlausibleAuthorTests {
  @Test(arguments: [
    nil, "", "微软用户", "Administrator", "User", "Windows 用户", "WPS", "WPS_1588888888", "WPS_13800001234", "默认", "lenovo",
    "用户", "办公室",
    "党政办公室", "小店镇", "小店镇人民政府", "红旗区小店镇人民政府", "红旗区人民政府办公室", "红旗区", "红旗区人民政府", "打字室", "信息股", "联想", "20240115093011", "高新",
    "方正", "Apache POI", "政府办", "python-docx", "a@b",
  ])
  func `an author that is the unit, or nobody, is left alone`(_ author: String?) throws {
    #expect(try findings(author).map(\.message) == [])
  }

  @Test(arguments: [
    ("王小明", "王**"), ("李 娜", "李*"), ("13812345678", "138********"), ("电话13812345678", "电话138********"),
    ("wangxm@example.com", "w*****@example.com"), ("新乡市某某科技有限公司", "新乡市某某科技有限公司"), ("某某文库", "某某文库"),
    ("朗公庙镇", "朗公庙镇"), ("新乡县朗公庙镇人民政府", "新乡县朗公庙镇人民政府"), ("红旗区教育局", "红旗区教育局"), ("渠东街道办事处", "渠东街道办事处"),
  ])
  func `a person, a company or another unit is named, and masked where personal`(
    _ author: String, _ shown: String
  ) throws {
    let findings = try findings(author)
    #expect(findings.map(\.found) == [shown])
    #expect(findings.allSatisfy { $0.severity == .info && $0.rule == "author-property" })
  }

  @Test func `an author that is the unit by another of its names is left alone`() throws {
    let extract = try Self.extract(author: "大店乡人民政府")
    #expect(try Judging.findings(on: extract).map(\.rule) == ["author-property"])
    let roster = Roster(offices: [Roster.Office(name: "小店镇", otherNames: ["大店乡"])])
    #expect(try Judging.findings(on: extract, roster: roster).map(\.rule) == [])
  }

  private func findings(_ author: String?) throws -> [Finding] {
    try Judging.findings(on: Self.extract(author: author))
  }

  /// A good report of the town with an author.
  static func extract(author: String?) throws -> Extract {
    let extract = try Extractor().extract(Corpus.bytes("xiaodian-2024.docx"))
    guard case .document(var document) = extract else { return extract }
    document.author = author
    return .document(document)
  }
}
