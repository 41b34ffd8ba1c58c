import DocumentModel
import Narrative
import Testing

/// Numbers told twice, parts told in words, short names, and what counts more than the tables.
@Suite struct FurtherKindsTests {
  private func claims(_ text: String) -> [(Statement, String)] {
    ClaimReader(year: 2024).claims(in: [Paragraph(text: text, place: .unknown)]).map {
      ($0.statement, String($0.sentence.unicodeScalars.map(Character.init)[$0.marked]))
    }
  }

  @Test(arguments: [
    ("收到政府信息公开申请207（二百零七）件。", [207], ["207"]), ("收到政府信息公开申请207(二百)件。", [200, 207], ["二百", "207"]),
    ("收到政府信息公开申请二百零七（207）件。", [207], ["二百零七"]), ("因政府信息公开被申请行政复议31件（三十件）。", [31, 30], ["31件", "三十件"]),
    ("因政府信息公开被申请行政复议31件（三十一件）。", [31], ["31件"]), ("第二十条第（一）项，收到政府信息公开申请207件。", [207], ["207件"]),
  ])
  func `a number in figures and in words is told once, unless the two differ`(
    _ text: String, _ numbers: [Int], _ marked: [String]
  ) {
    let claims = claims(text)
    #expect(claims.map(\.0) == numbers.map { .count(Numeral($0)) })
    #expect(claims.map(\.1) == marked)
  }

  @Test(arguments: [
    ("占近三成", 18, 32), ("占三成", 23, 37), ("占四成以上", 38, 100_040), ("占比过半", 48, 100_050), ("占不足两成", -99_980, 22),
    ("占三成多", 28, 42), ("占一半以上", 48, 100_050),
  ])
  func `a part in words has room round it`(_ words: String, _ least: Int, _ most: Int) {
    let claims = claims("收到政府信息公开申请200件，其中自然人申请\(words)。")
    let portions = claims.compactMap { if case .portion(let portion) = $0.0 { portion.range } else { nil } }
    #expect(portions == [least * 10_000...most * 10_000])
  }

  @Test(arguments: ["涉及征地的申请占四成以上。", "时间过半，任务过半。", "网上申请占九成以上。", "收到政府信息公开申请200件，其中自然人申请占数成。"])
  func `a part of something else is none`(_ text: String) {
    #expect(!claims(text).contains { if case .portion = $0.0 { true } else { false } })
  }

  @Test(arguments: [
    ("历年累计受理政府信息公开申请1860件，其中本年200件。", 200), ("截至2024年底，累计收到政府信息公开申请1860件，其中本年度新收200件。", 200),
    ("本单位作为被告的行政诉讼案件98件，其中涉及政府信息公开的16件。", 16), ("全年行政复议案件98件，其中政府信息公开类24件。", 24),
  ])
  func `of a number beyond the tables only their part is told`(_ text: String, _ number: Int) {
    #expect(claims(text).map(\.0) == [.count(Numeral(number))])
  }

  @Test(arguments: [
    ("作出行政许可1526件、处罚348件、强制27件。", 3), ("全年办理许可1526件，处罚348件。", 2), ("许可1526件。", 0), ("给予党纪处罚3件、烟花许可5件。", 0),
    ("办理许可证5件，处罚3件。", 0), ("因政府信息公开被诉16件，作为被申请人24件。", 2), ("作为被告的民事案件16件。", 0),
    ("公开规范性文件5件。", 0), ("收到申请200件，被告知补正的31件。", 0),
  ])
  func `short names are known where the sentence is clearly about them`(_ text: String, _ count: Int) {
    #expect(claims(text).count == count)
  }
}
