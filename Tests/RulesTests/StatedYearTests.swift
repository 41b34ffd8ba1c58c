import DocumentModel
import Findings
import TestFixtures
import Testing

@testable import Rules

/// Ways in which offices announce a report and say which period it covers.
@Suite struct StatedYearTests {
  enum Said: Sendable {
    /// Nothing.
    case right
    /// `year-mismatch` as an error: another year's.
    case otherYear
    /// `year-mismatch` as a warning: not the whole year, or a slip.
    case notWhole
  }

  static let openings: [(String, Said)] = [
    ("现公布青禾镇2024年政府信息公开工作年度报告。", .right), ("现公布青禾镇2023年政府信息公开工作年度报告。", .otherYear),
    ("现发布《青禾镇2023年政府信息公开工作年度报告》。", .otherYear), ("现发布《青禾镇2024年政府信息公开工作年度报告》。", .right),
    ("按照要求，我镇编制了《青禾镇2023年政府信息公开工作年度报告》。", .otherYear), ("按照要求，我镇编制了《青禾镇2024年政府信息公开工作年度报告》。", .right),
    ("由青禾镇人民政府编制的2023年度政府信息公开工作年度报告如下。", .otherYear), ("由青禾镇人民政府编制的2024年度政府信息公开工作年度报告如下。", .right),
    ("现将青禾镇2023年政府信息公开年报公布如下。", .otherYear), ("现将青禾镇2024年政府信息公开年报公布如下。", .right),
    ("现将我镇2023年度政府信息公开工作报告公布如下：", .otherYear), ("现就2023年政府信息公开工作撰写年度报告，予以公布。2023年政府信息公开工作年度报告如下。", .otherYear),
    ("青禾镇人民政府编制2023年政府信息公开工作年度报告，现予公布。", .otherYear), ("特向社会公布2023年度青禾镇政府信息公开工作年度报告。", .otherYear),
    ("特向社会公布2024年度青禾镇政府信息公开工作年度报告。", .right), ("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。", .otherYear),
    ("本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。", .right), ("本报告所列数据自2023年1月1日起，至2023年12月31日止。", .otherYear),
    ("本报告所列数据自2024年1月1日起，至2024年12月31日止。", .right), ("本报告中所列数据的统计期限为2023年1月1日至2023年12月31日。", .otherYear),
    ("数据统计期限从2023年1月1日到2023年12月31日。", .otherYear), ("统计时间为2024年1月1日—2024年12月31日。", .right),
    ("本报告所列数据的统计期限自2024年1月1日起至2024年12月20日止。", .notWhole), ("本报告所列数据的统计期限自2024年2月1日起至2024年12月31日止。", .notWhole),
    ("本报告所列数据的统计期限自2024年1月1日起至12月30日止。", .notWhole), ("本报告所列数据的统计期限自2024年1月1日至202024年12月31日。", .notWhole),
    ("本报告所列数据的统计期限自2024年1月1日起至12月31日止。", .right), ("根据《中华人民共和国政府信息公开条例》（2019年修订）编制本报告。", .right),
    ("根据国办公开办函〔2021〕30号文件编制2024年政府信息公开工作年度报告。", .right),
    ("2019年4月3日公布的新条例自2019年5月15日起施行，现公布2024年政府信息公开工作年度报告。", .right),
    ("本报告数据统计时段为2023.1.1—2023.12.31。", .otherYear), ("本报告数据统计时段为2024.1.1—2024.12.31。", .right),
    ("本报告所列数据时限为2023年1-12月。", .otherYear), ("本报告内容涵盖2023年1月1日至12月31日。", .otherYear),
    ("本报告包括2023年度政府信息公开工作总体情况等六部分。", .otherYear), ("本报告包括2024年度政府信息公开工作总体情况等六部分。", .right),
    ("本报告的统计时段为二〇二三年度。", .otherYear), ("本报告所列数据自二〇二三年一月一日起。", .otherYear),
    ("本报告所列数据的统计期限自2024年1月1日起至12月31日，部分数据更新至2025年1月10日。", .right),
    ("根据通知（2025年1月印发）要求编制本报告，统计期限为2024年1月1日至2024年12月31日。", .right),
    ("现公布2024年政府信息公开工作年度报告，2023年政府信息公开工作年度报告可在网站查阅。", .right),
    ("本报告反映2024年政府信息公开工作情况，财政数据与2023年度部门决算一致。", .right),
    ("现发布我镇政府信息公开工作年度报告，报告的电子版可在区政府网站下载。", .right), ("如对2024年度报告有疑问，请于2025年3月31日前联系。", .right),
  ]

  @Test(arguments: openings) func `another year's report is told by how it is announced`(
    _ opening: String, _ said: Said
  ) throws {
    let corpus = try Corpus.text()
    let start = try #require(corpus.firstRange(of: "根据《中华"))
    let end = try #require(corpus.firstRange(of: "一、总体情况"))
    let text = corpus[..<start.lowerBound] + opening + "\n" + corpus[end.lowerBound...]
    let findings = try Judging.findings(Array(text.utf8)).filter { $0.rule == "year-mismatch" }
    switch said {
    case .right: #expect(findings.isEmpty, "\(findings.map(\.message))")
    case .otherYear: #expect(findings.contains { $0.severity == .error })
    case .notWhole: #expect(findings.map(\.severity) == [.warning], "\(findings.map(\.message))")
    }
  }
}
