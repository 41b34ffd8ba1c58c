import Testing

@testable import Rules

@Suite struct OfficeKindTests {
  @Test(arguments: [
    ("小店镇", OfficeKind.town), ("红旗区小店镇人民政府", .town), ("青山乡", .town), ("白云回族乡", .town), ("小店镇人民", .town),
    ("新华街道", .street), ("新华街道办事处", .street), ("红旗区渠东街道办", .street), ("红旗区人民政府新华街道办事处", .street),
    ("获嘉县", .countyGovernment), ("红旗区人民政府", .countyGovernment), ("红旗区人民", .countyGovernment),
    ("新乡市红旗区", .countyGovernment),
    ("新乡市辉县市", .countyGovernment), ("鄂温克族自治旗", .countyGovernment), ("北京市朝阳区", .countyGovernment),
    ("新乡市", .cityGovernment), ("河南省新乡市人民政府", .cityGovernment), ("沙市市", .cityGovernment),
    ("上海市", .provincialGovernment), ("河南省人民政府", .provincialGovernment), ("广西壮族自治区", .provincialGovernment),
    ("延边朝鲜族自治州", .prefecturalGovernment),
    ("红旗区教育局", .countyDepartment), ("新乡市红旗区市场监督管理局", .countyDepartment), ("获嘉县城市管理局", .countyDepartment),
    ("红旗区人民政府办公室", .countyDepartment), ("获嘉县发展和改革委员会", .countyDepartment),
    ("新乡市教育局", .department), ("河南省财政厅", .department), ("湖北省县域经济办公室", .department), ("高新区教育局", .department),
    ("经济技术开发区管委会", .department), ("新乡市社区建设办公室", .department),
    ("新乡市生态环境局红旗分局", .branch), ("新乡市公安局红旗区分局", .branch),
    ("新乡", .unknown), ("高新区", .unknown), ("平原新区", .unknown), ("某某学院", .unknown), ("", .unknown), ("区", .unknown),
    ("大兴安岭地区", .unknown),
  ])
  func `a name tells the kind of unit where it is plain`(_ name: String, _ kind: OfficeKind) {
    #expect(OfficeKind(named: name) == kind)
  }

  @Test func `only those that certainly cannot make rules are told so`() {
    #expect(
      Set(OfficeKind.allCases.filter(\.cannotMakeRules)) == [.countyGovernment, .town, .street, .countyDepartment])
  }

  @Test func `streets and departments are no governments`() {
    #expect(
      OfficeKind.allCases.filter { !$0.isGovernment } == [.street, .countyDepartment, .department, .branch, .unknown])
  }
}
