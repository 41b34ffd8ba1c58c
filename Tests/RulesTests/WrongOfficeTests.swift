import DocumentModel
import Extraction
import Findings
import Rules
import TestFixtures
import Testing

/// Sentences in which a report of 青禾镇 speaks of other units.
@Suite struct WrongOfficeTests {
  private static let roster = Roster(offices: [
    Roster.Office(name: "青禾镇", otherNames: ["青禾乡"]), Roster.Office(name: "白杨镇", otherNames: ["白杨乡"]),
    Roster.Office(name: "渠东街道"), Roster.Office(name: "红旗区", folder: "区政府办"), Roster.Office(name: "红旗区人民政府办公室"),
    Roster.Office(name: "教育局", kind: .department), Roster.Office(name: "财政局", kind: .department),
  ])

  private static let opening = "2024 年，青禾镇把政府信息公开作为日常工作来抓，各项任务按期完成。"
  private static let announcement = "根据《中华人民共和国政府信息公开条例》的规定，现公布青禾镇 2024 年政府信\n息公开工作年度报告。"

  private static func findings(_ old: String, _ new: String, roster: Roster? = roster) throws -> [Finding] {
    let text = try Corpus.text().replacingOnly(old, with: new)
    return try Judging.findings(on: Extractor().extract(Array(text.utf8)), roster: roster).filter {
      $0.rule == "wrong-office"
    }
  }

  @Test(arguments: [
    ("2024年，白杨镇认真贯彻落实《条例》，各项任务按期完成。", "白杨镇"),
    ("2024年，白杨镇人民政府高度重视政府信息公开工作。", "白杨镇"),
    ("2024年度白杨镇党委、政府始终把政务公开摆在重要位置。", "白杨镇"),
    ("2024年白杨乡在区委、区政府的正确领导下，扎实推进政务公开。", "白杨乡"),
    ("2024年，红旗区白杨镇严格按照《条例》要求，做好各项工作。", "白杨镇"),
    ("2024 年，渠东街道办事处坚持以公开为常态、不公开为例外。", "渠东街道"),
    ("白杨镇认真贯彻落实《条例》，各项任务按期完成。", "白杨镇"),
    ("各项任务按期完成。2024年，白杨镇共收到政府信息公开申请418件。", "白杨镇"),
    ("２０２４年，白杨镇主动公开政府信息86条。", "白杨镇"),
  ])
  func `a neighbour that is the subject of the overview is named`(_ sentence: String, _ name: String) throws {
    for roster in [nil, Self.roster] {
      let findings = try Self.findings(Self.opening, sentence, roster: roster)
      #expect(findings.map(\.found) == [name])
      #expect(findings.map(\.expected) == ["青禾镇"])
      #expect(findings.map(\.place.section) == [1])
      #expect(findings.allSatisfy { $0.place.source.line != nil })
    }
  }

  @Test(arguments: [
    "2024年，青禾镇认真贯彻落实《条例》，各项任务按期完成。", "2024年，红旗区青禾镇人民政府认真贯彻落实《条例》。", "2024年，青禾乡认真贯彻落实《条例》。",
    "2024年，我镇认真贯彻落实《条例》，各项任务按期完成。", "2024年，在红旗区委、区政府的正确领导下，扎实推进政务公开。", "2024年，红旗区高度重视政务公开，我镇积极落实。",
    "2024年，红旗区人民政府办公室组织开展培训，我镇积极参加。", "2024年，财政局公开预决算，我镇及时转载。", "红旗区人民政府高度重视政府信息公开工作。",
    "2024年，白杨镇、青禾镇共同承办全区政务公开现场会。", "2024年，白杨镇整体并入我镇，原白杨镇的信息一并公开。", "2024年，白杨镇与我镇建立协作机制。",
    "2024年，白杨镇的做法值得借鉴。", "2024年，赴白杨镇学习政务公开经验。", "2024年，对标白杨镇等先进乡镇，完善公开目录。",
    "2024年，组织干部到白杨镇、渠东街道考察。", "各项任务按期完成，在全区排名仅次于白杨镇。", "2023年，白杨镇认真贯彻落实《条例》。",
    "2024年，渠东街道路改造信息全部公开。", "各项任务按期完成。白杨镇认真落实主体责任的经验在全区推广。", "2024年，白杨镇率先建立的制度在我镇推行。",
    "2024年，全镇上下认真贯彻落实《条例》。", "2024年，随着乡镇机构改革推进，公开任务按期完成。", "2024年，大白杨镇村公开栏全部更新。",
    "2024年，更新青禾镇、白杨镇交界道路施工信息12条。",
  ])
  func `what is said of others in passing, and of those above, is left alone`(_ sentence: String) throws {
    #expect(try Self.findings(Self.opening, sentence).map(\.message) == [])
    #expect(try Self.findings(Self.opening, sentence, roster: nil).map(\.message) == [])
  }

  @Test(arguments: [
    "各项任务按期完成。白杨镇人民政府认真贯彻落实《条例》。", "在2024年，白杨镇主动公开政府信息86条。", "各项任务按期完成。如有疑问，请与白杨镇党政办联系（电话：0373-2345678）。",
    "联系单位：白杨镇人民政府，电话：0373-2345678。", "白杨镇人民政府编制2024年政府信息公开工作年度报告。",
  ])
  func `a full name, a contact and an author are a neighbour's anywhere`(_ sentence: String) throws {
    for roster in [nil, Self.roster] {
      #expect(try Self.findings(Self.opening, sentence, roster: roster).map(\.found) == ["白杨镇"])
    }
  }

  @Test(arguments: [
    "重点镇人民政府高度重视公开工作。", "乡镇人民政府认真落实《条例》。", "2024年，完善街道政务公开制度。", "2024年，健全镇信息公开机制。", "2024年，深入乡镇开展宣传。",
    "古镇严格保护，公开规划信息。", "2024年，统筹城乡公开工作。", "2024年，各镇主动公开信息。", "如有疑问，请与青禾镇党政办联系，电话2345678。",
    "白杨镇人民政府认真落实《条例》，我镇积极学习。", "白杨镇人民政府转办申请1件。", "联系地址：新华街道人民路1号，电话2345678。", "2024年，走进古镇开展宣传。",
  ])
  func `words before 镇 are no names`(_ sentence: String) throws {
    #expect(try Self.findings(Self.opening, sentence, roster: nil).map(\.message) == [])
  }

  @Test(arguments: [
    ("现公布白杨镇2024年政府信息公开工作年度报告。", "白杨镇"), ("现向社会公布白杨镇人民政府2024年度政府信息公开工作年度报告。", "白杨镇人民政府"),
    ("特编制了红旗区白杨镇2024年政府信息公开年度报告。", "红旗区白杨镇"), ("现将《白杨镇2024年政府信息公开工作年度报告》予以公布。", "白杨镇"),
    ("现将白杨镇2024年政府信息公开工作年度报告公布如下。", "白杨镇"), ("本报告由白杨镇人民政府编制。", "白杨镇人民政府"),
    ("由白杨镇人民政府党政综合办公室编制本年度报告。", "白杨镇人民政府"), ("本报告由新华街道办事处编制并发布。", "新华街道办事处"),
    ("现公布小店镇2024年政府信息公开工作年度报告。", "小店镇"),
  ])
  func `an announcement of a neighbour's report is named, with a roster and without`(
    _ sentence: String, _ name: String
  ) throws {
    for roster in [nil, Self.roster] {
      #expect(try Self.findings(Self.announcement, sentence, roster: roster).map(\.found) == [name])
    }
  }

  @Test(arguments: [
    "现公布青禾镇2024年政府信息公开工作年度报告。", "现公布红旗区青禾镇人民政府2024年政府信息公开工作年度报告。", "现公布我镇2024年政府信息公开工作年度报告。",
    "现公布本镇2024年度政府信息公开工作年度报告。", "现公布2024年政府信息公开工作年度报告。", "现公布青禾乡2024年政府信息公开工作年度报告。",
    "根据《关于做好红旗区2024年政府信息公开工作年度报告编制工作的通知》，现公布如下。", "按照红旗区人民政府2024年政府信息公开工作年度报告编制要求，编制本报告。",
    "根据区政府办公布的全区2024年政府信息公开工作年度报告要求，现公布如下。", "本报告由红旗区青禾镇人民政府党政办公室编制。", "本报告由青禾镇编制。",
    "本报告由镇党政办编制。", "本报告由6个部分组成，由红旗区人民政府办公室编制模板。", "白杨镇2023年政府信息公开工作年度报告已于上年公布。",
    "现公布白杨镇2023年政府信息公开工作年度报告整改情况。", "白杨镇2024年政府信息公开工作年度报告",
  ])
  func `an announcement of one's own report is left alone, however the unit is written`(_ sentence: String) throws {
    for roster in [nil, Self.roster] {
      #expect(try Self.findings(Self.announcement, sentence, roster: roster).map(\.message) == [])
    }
  }

  private static let last = "本年度未收取政府信息公开信息处理费。"

  @Test(arguments: [("白杨镇人民政府\n2025年1月15日", "白杨镇人民政府"), ("新华街道办事处\n二〇二五年一月十五日", "新华街道办事处")])
  func `a neighbour's signature is named`(_ signature: String, _ name: String) throws {
    for roster in [nil, Self.roster] {
      let findings = try Self.findings(Self.last, Self.last + "\n" + signature, roster: roster)
      #expect(findings.map(\.found) == [name])
      #expect(findings.map(\.place.section) == [6])
    }
  }

  @Test(arguments: [
    "青禾镇人民政府\n2025年1月15日", "红旗区青禾镇人民政府\n2025年1月15日", "青禾镇党政办公室\n2025年1月15日", "红旗区人民政府\n2025年1月15日",
    "白杨镇人民政府", "青禾镇\n2025年1月15日", "抄送：白杨镇人民政府\n2025年1月15日", "青禾镇人民政府\n白杨镇人民政府\n渠东街道办事处", "2025年1月15日",
  ])
  func `one's own signature, and a list of neighbours, are left alone`(_ signature: String) throws {
    for roster in [nil, Self.roster] {
      #expect(try Self.findings(Self.last, Self.last + "\n" + signature, roster: roster).map(\.message) == [])
    }
  }

  @Test func `a department's neighbours are departments`() throws {
    func findings(_ sentence: String) throws -> [String?] {
      let text = try Corpus.text().replacingOnly("青禾镇 2024 年政府信息公开工作年度报告\n根据", with: "红旗区教育局2024年政府信息公开工作年度报告\n根据")
        .replacingOnly("现公布青禾镇 2024", with: "现公布本局 2024").replacingOnly(Self.opening, with: sentence)
      return try Judging.findings(on: Extractor().extract(Array(text.utf8)), roster: Self.roster).filter {
        $0.rule == "wrong-office"
      }.map(\.found)
    }
    #expect(try findings("2024年，区财政局认真贯彻落实《条例》。") == ["财政局"])
    #expect(try findings("2024年，区教育局认真贯彻落实《条例》。") == [])
    #expect(try findings("2024年，白杨镇认真落实教育公开清单。") == [])
    #expect(try findings("2024年，市财政局认真贯彻落实《条例》，区教育局配合。") == [])
  }

  @Test func `a district speaks of its towns' reports, and names no neighbour by that`() throws {
    let text = try Corpus.text().replacingOnly("青禾镇 2024 年政府信息公开工作年度报告\n根据", with: "红旗区2024年政府信息公开工作年度报告\n根据")
      .replacingOnly("现公布青禾镇 2024", with: "现公布本区 2024")
      .replacingOnly(Self.opening, with: "2024年，指导各镇公开，集中公布白杨镇2024年政府信息公开工作年度报告等。")
    for roster in [nil, Self.roster] {
      let findings = try Judging.findings(on: Extractor().extract(Array(text.utf8)), roster: roster)
      #expect(findings.filter { $0.rule == "wrong-office" }.map(\.message) == [])
    }
  }

  @Test func `a finding shows the sentence with the name marked`() throws {
    let finding = try #require(try Self.findings(Self.opening, "2024年，白杨镇认真贯彻落实《条例》。其他照常。").first)
    #expect(
      finding.evidence == [
        .quote(
          Quote(
            source: "本报告第一部分",
            runs: [.init("2024年，"), .init("白杨镇", isMarked: true), .init("认真贯彻落实《条例》。")]))
      ])
  }

  @Test func `prose that nobody would read to its end costs no time`() throws {
    let hostile = String(repeating: "2024年，新乡市红旗区白杨镇由白杨镇编制。", count: 60_000)
    let many = Roster(
      offices: Self.roster.offices + (0..<1000).map { Roster.Office(name: "第\($0)镇", otherNames: ["旧\($0)乡"]) })
    let extract = try Extractor().extract(Array(Corpus.text().replacingOnly(Self.opening, with: hostile).utf8))
    let findings = try Judging.findings(on: extract, levels: [:], roster: many).filter { $0.rule == "wrong-office" }
    #expect(findings.count <= 3)
  }
}
