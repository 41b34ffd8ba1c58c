import DocumentModel
import Narrative
import Testing

@Suite struct ClaimReaderTests {
  @Test(arguments: [
    ("418件", Numeral(418)), ("４１８件", Numeral(418)), ("1,377件", Numeral(1377)), ("三起", Numeral(3)),
    ("十二件", Numeral(12)), ("二十件", Numeral(20)), ("一百零三件", Numeral(103)), ("一百一十件", Numeral(110)),
    ("两件", Numeral(2)), ("两千零五件", Numeral(2005)), ("〇件", Numeral(0)), ("零件", Numeral(0)), ("一〇三件", Numeral(103)),
    ("1.2万件", Numeral(tenThousandths: 120_000_000, step: 10_000_000)),
    ("三万二千件", Numeral(32_000)),
  ])
  func `a number is read however it is printed`(_ printed: String, _ expected: Numeral) throws {
    let claims = ClaimReader(year: 2024).claims(in: [paragraph("全年收到政府信息公开申请\(printed)")])
    let claim = try #require(claims.first)
    #expect(claims.count == 1)
    #expect(claim.statement == .count(expected))
    #expect(String(claim.sentence.unicodeScalars.map(Character.init)[claim.marked]) == printed)
  }

  @Test(arguments: [
    "四百余件", "约418件", "近百件", "数十件", "三四件", "3至5件", "3-5件", "418件左右", "400多件", "1，234件",
    "99999999999999999999件", "百件", "十百千件", "418", "0.00001件",
  ])
  func `a number that is vague, or no number, is no claim`(_ printed: String) {
    #expect(ClaimReader(year: 2024).claims(in: [paragraph("全年收到政府信息公开申请\(printed)")]).isEmpty)
  }

  @Test func `a rounded number means what it may be rounded from`() {
    let rounded = Numeral(tenThousandths: 120_000_000, step: 10_000_000)
    #expect(rounded.mayMean(120_000_000) && rounded.mayMean(118_000_000) && rounded.mayMean(124_000_000))
    #expect(!rounded.mayMean(114_000_000) && !rounded.mayMean(130_000_000) && !rounded.mayMean(.min))
  }

  @Test func `a claim names the place of its number`() throws {
    let lines = ["全年收到政府信", "息公开申请 4", "18 件。"].enumerated().map { index, text in
      Paragraph(text: text, place: Place(line: index + 1))
    }
    let claim = try #require(ClaimReader(year: 2024).claims(in: lines).first)
    #expect(claim.place.line == 2)
    #expect(claim.sentence == "全年收到政府信息公开申请418件")
  }

  @Test func `growth is recognised, and is no count`() {
    let claims = ClaimReader(year: 2024).claims(in: [paragraph("全年收到政府信息公开申请418件，同比增长1.05%。")])
    let received: [Counted] = [.requests(.received, .anyone)]
    let growth = Growth(
      .more, .share(Numeral(tenThousandths: 10_500, step: 100)),
      of: [Growth.Grown(subjects: received, now: Numeral(418))])
    #expect(claims.map(\.statement) == [.count(Numeral(418)), .growth(growth)])
    #expect(claims.map(\.subjects) == [received, received])
  }

  @Test(
    arguments: [
      ("增长94.42%", Growth.Direction.more, .share(Numeral(tenThousandths: 944_200, step: 100))),
      ("下降百分之五", .less, .share(Numeral(tenThousandths: 50_000, step: 10_000))),
      ("上升了5%", .more, .share(Numeral(tenThousandths: 50_000, step: 10_000))),
      ("增幅为12%", .more, .share(Numeral(tenThousandths: 120_000, step: 10_000))),
      ("降幅达12%", .less, .share(Numeral(tenThousandths: 120_000, step: 10_000))),
      ("增加3件", .more, .count(Numeral(3))), ("减少两件", .less, .count(Numeral(2))),
      ("减少两成", .less, .share(Numeral(tenThousandths: 200_000, step: 100_000))),
      ("增长一成四", .more, .share(Numeral(tenThousandths: 140_000, step: 10_000))),
      ("增加了1.2倍", .more, .times(Numeral(tenThousandths: 12_000, step: 1_000))),
      ("翻了一番", .more, .doublings(1)), ("持平", .same, .none),
    ] as [(String, Growth.Direction, Growth.Amount)])
  func `growth has a direction and an amount`(
    _ printed: String, _ direction: Growth.Direction, _ amount: Growth.Amount
  ) throws {
    let received: [Counted] = [.requests(.received, .anyone)]
    let new: [Counted] = [.requests(.newlyReceived, .anyone)]
    for (text, grown) in [
      ("收到政府信息公开申请418件，比上年\(printed)", Growth.Grown(subjects: received, now: Numeral(418))),
      ("新收政府信息公开申请较2023年\(printed)", Growth.Grown(subjects: new)),
    ] {
      let claim = try #require(ClaimReader(year: 2024).claims(in: [paragraph(text)]).last)
      #expect(claim.statement == .growth(Growth(direction, amount, of: [grown])))
      #expect(String(claim.sentence.unicodeScalars.map(Character.init)[claim.marked]) == printed)
    }
  }

  @Test(arguments: [
    "同比增长近一倍", "同比增长约5%", "同比增长5%左右", "同比增长5个百分点", "同比基本持平", "同比增加200余件", "增长5%", "环比增长5%",
    "较2022年增长5%", "较快增长5%", "同比增长-5%", "工作量同比增长5%", "答复率同比增长5%", "同比大幅增长", "同比增长5%以上", "同比增加3人",
  ])
  func `a growth that is vague, or of something else, is none`(_ printed: String) {
    let claims = ClaimReader(year: 2024).claims(in: [paragraph("收到政府信息公开申请418件，\(printed)")])
    #expect(claims.map(\.statement) == [.count(Numeral(418))])
  }

  @Test(
    arguments: [
      ("1，200", Numeral(1200)), ("1，200.5", Numeral(tenThousandths: 12_005_000, step: 1000)),
      ("１２．５", Numeral(tenThousandths: 125_000, step: 1000)),
      ("1，20", Numeral(1)), ("一百零三", Numeral(103)),
    ] as [(String, Numeral)])
  func `money may have full-width separators`(_ printed: String, _ expected: Numeral) {
    let scalars = Array(printed.unicodeScalars)[...]
    #expect(NumeralScanner.scan(scalars, at: 0, wideComma: .separator)?.numeral == expected)
  }

  @Test(arguments: [
    "由1件增至2件，", "（上年为1件）", "较上年", "申请公开", "同比增长1%，", "收到政府信息公开申请1件，同比", "收到政府信息公开申请1件，", "一", "9", "行政复议、", "百分之", "其中",
    "均",
    "2024年", "1月",
  ])
  func `endless prose is read in bounded time`(_ piece: String) {
    let endless = String(repeating: piece, count: 10_000_000 / piece.utf8.count)
    let time = ContinuousClock().measure { _ = ClaimReader(year: 2024).claims(in: [paragraph(endless)]) }
    // Far beyond what a busy machine takes; what is not bounded takes hours.
    #expect(time < .seconds(600))
  }

  @Test func `many short paragraphs are read in bounded time`() {
    let pieces = Array(repeating: [paragraph(""), paragraph("收到政府信息公开申请1件。")], count: 100_000).flatMap { $0 }
    let time = ContinuousClock().measure { _ = ClaimReader(year: 2024).claims(in: pieces) }
    // Far beyond what a busy machine takes; what is not bounded takes hours.
    #expect(time < .seconds(600))
  }

  private func paragraph(_ text: String) -> Paragraph {
    Paragraph(text: text, place: .unknown)
  }
}
