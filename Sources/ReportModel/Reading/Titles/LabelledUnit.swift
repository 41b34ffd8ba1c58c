/// The unit that a line names behind a label: 编制单位：白石镇人民政府, 填报单位（盖章）：白石镇.
enum LabelledUnit {
  private static let labels = [
    "编制单位", "编制机关", "编制机构", "编制部门", "填报单位", "填报机关", "填报部门", "报送单位", "报送机关", "报告单位", "制作单位", "制发单位", "发布机构", "发布单位",
    "发布机关",
    "发布部门", "公开单位", "公开机构", "公开机关", "公开主体", "公开部门", "发文机关", "发文单位", "责任单位", "责任部门", "单位名称", "机构名称", "机关名称", "单位",
  ].map { Array($0.unicodeScalars) }

  /// A page's own words behind the name, on the same line.
  private static let next = ["发布", "公开", "日期", "时间", "索引", "文号", "来源", "作者", "浏览", "成文", "生成", "发文", "填报", "联系", "字号"]

  private static let longestLine = 120
  private static let longestName = 40

  /// - Parameter words: A line, folded and without white space.
  /// - Returns: The name as printed; `nil` where no label names one.
  static func name(in words: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard words.count <= longestLine else { return nil }
    for index in words.indices {
      guard let label = labels.first(where: { words[index...].starts(with: $0) }) else { continue }
      var rest = words[(index + label.count)...]
      for remark in ["(盖章)", "(公章)", "(签章)"] where rest.begins(with: remark) { rest = rest.dropFirst(4) }
      guard rest.first == ":" else { continue }
      let name = rest.dropFirst().prefix(longestName).prefix(while: Folding.isIdeograph)
      let end = name.indices.dropFirst(2).first { place in next.contains { name[place...].begins(with: $0) } }
      let unit = Array(name[..<(end ?? name.endIndex)])
      if UnitWords.isUnit(unit) { return unit }
    }
    return nil
  }
}
