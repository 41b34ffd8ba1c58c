import Rules
import Testing

@Suite struct RosterTests {
  private static let roster = Roster(offices: [
    Roster.Office(name: "青禾镇", otherNames: ["青禾乡", "青禾镇人民政府"]), Roster.Office(name: "白杨镇", folder: "乡镇/05 白杨"),
    Roster.Office(name: "渠东街道"), Roster.Office(name: "教育局"), Roster.Office(name: "红旗区市场监督管理局", otherNames: ["市场监管局"]),
    Roster.Office(name: "红旗区", folder: "区政府办"), Roster.Office(name: "红旗区城关镇"), Roster.Office(name: "凤泉区城关镇"),
    Roster.Office(name: "城市管理局"),
  ])

  @Test(arguments: [
    ("青禾镇", "青禾镇"), ("青禾镇人民政府", "青禾镇"), ("红旗区青禾镇人民政府", "青禾镇"), ("新乡市红旗区青禾镇", "青禾镇"), ("青禾镇人民", "青禾镇"),
    ("青禾镇政府", "青禾镇"), ("青 禾　镇", "青禾镇"), ("青禾乡", "青禾镇"), ("红旗区青禾乡人民政府", "青禾镇"), ("渠东街道办事处", "渠东街道"),
    ("渠东街道办", "渠东街道"), ("红旗区人民政府渠东街道办事处", "渠东街道"), ("红旗区教育局", "教育局"), ("区教育局", "教育局"), ("市场监管局", "红旗区市场监督管理局"),
    ("市场监督管理局", "红旗区市场监督管理局"), ("新乡市红旗区市场监督管理局", "红旗区市场监督管理局"), ("红旗区人民政府", "红旗区"), ("红旗区", "红旗区"),
    ("红旗区城关镇人民政府", "红旗区城关镇"), ("新乡市凤泉区城关镇", "凤泉区城关镇"),
  ])
  func `a unit is known by any of its names, with the district and without`(_ printed: String, _ name: String) {
    #expect(Self.roster.match(printed).office?.name == name)
  }

  @Test(arguments: [
    "青和镇", "大青禾镇", "青禾", "教体局", "高新区教育局", "城管局", "管理局", "新乡市市场监督管理局", "凤泉区市场监督管理局", "红旗区教育局下属事业单位", "", "镇", "白杨乡",
  ])
  func `another name is another unit's`(_ printed: String) {
    #expect(Self.roster.match(printed) == .unknown)
  }

  @Test func `a name that two units share is neither's`() {
    guard case .several(let offices) = Self.roster.match("城关镇") else {
      Issue.record("城关镇 may be either")
      return
    }
    #expect(offices.map(\.name) == ["红旗区城关镇", "凤泉区城关镇"])
  }

  @Test(arguments: [
    ("青和镇", ["青禾镇"]), ("清禾镇人民政府", ["青禾镇"]), ("红旗区市场监管局", ["红旗区市场监督管理局"]), ("财政局", []), ("", []),
    (String(repeating: "青禾镇", count: 1000), []),
  ])
  func `names that are nearly right are offered`(_ printed: String, _ names: [String]) {
    #expect(Self.roster.nearest(to: printed).map(\.name) == names)
  }

  @Test func `earlier reports are looked for under every name, but not under one that another unit has too`() throws {
    let town = try #require(Self.roster.match("青禾镇").office)
    #expect(Self.roster.recordedNames(of: town) == ["青禾镇", "青禾乡", "青禾镇人民政府"])
    let twin = try #require(Self.roster.match("红旗区城关镇").office)
    #expect(Self.roster.recordedNames(of: twin) == ["红旗区城关镇"])
    let single = Roster.Office(name: "红旗区城关镇人民政府")
    #expect(Roster(offices: [single]).recordedNames(of: single) == ["红旗区城关镇人民政府", "红旗区城关镇", "城关镇"])
  }

  @Test(arguments: [(2, 30), (4, 31), (13, 1), (0, 1), (1, 0), (1, 32), (-1, -1), (.max, .max)])
  func `a day that no year has is no deadline`(_ month: Int, _ day: Int) {
    #expect(Roster.Deadline(month: month, day: day) == nil)
  }

  @Test func `every word for a kind is read, and no other`() {
    #expect(OfficeKind.words.allSatisfy { OfficeKind(word: $0.word) == $0.kind })
    #expect(Set(OfficeKind.words.map(\.word)).count == OfficeKind.words.count)
    #expect(OfficeKind(word: "镇政府") == nil && OfficeKind(word: "") == nil)
  }

  @Test func `a roster of thousands is asked in no time`() {
    let many = Roster(offices: (0..<3000).map { Roster.Office(name: "第\($0)镇", otherNames: ["旧\($0)乡"]) })
    let time = ContinuousClock().measure {
      for _ in 0..<20 { #expect(many.match("红旗区青禾镇人民政府") == .unknown) }
    }
    #expect(time < .seconds(20))
  }
}
