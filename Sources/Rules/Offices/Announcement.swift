import ReportModel

// ReportModel reads such sentences too, to find out whose a report is that does not say so in its title. There any wording
// of a title will do, and a name is enough; here a name that is not the report's own is a reproach, and so only the plain
// wordings of its own year are looked at, with the place of the name. One reading for both would be the laxer one.

/// Where a report says that it is published or drawn up: 现公布青禾镇2024年政府信息公开工作年度报告, 本报告由青禾镇人民政府编制.
enum Announcement {
  /// The units that are named in a preamble or an overview as those whose report of the year it is. Reports of other years
  /// may be anyone's.
  static func all(in passage: Passage, year: Int?) -> [ForeignUnit] {
    let scalars = passage.scalars.prefix(most).map(\.narrowed)
    return (published(in: scalars, year: year) + drawnUp(in: scalars)).map {
      ForeignUnit(name: String(scalars[$0]), passage: passage, range: $0)
    }
  }

  /// The units whose report of the year is said to be published, with the year behind the name or before it.
  static func published(in passage: Passage, year: Int?) -> [ForeignUnit] {
    let scalars = passage.scalars.prefix(most).map(\.narrowed)
    return (published(in: scalars, year: year) + publishedBehindYear(in: scalars, year: year)).map {
      ForeignUnit(name: String(scalars[$0]), passage: passage, range: $0)
    }
  }

  /// It stands at the beginning.
  private static let most = 3_000
  private static let longestName = 24
  private static let leads = ["公布", "发布", "公开", "编制", "现将", "报送", "撰写", "形成"]

  private static func published(in scalars: [Unicode.Scalar], year: Int?) -> [Range<Int>] {
    YearWords.all(in: scalars).filter { $0.year == year && isReport(scalars[$0.end...]) }.compactMap { found in
      let name = scalars[..<found.range.lowerBound].suffix(longestName).reversed().prefix(while: \.isHan).count
      let window = scalars[(found.range.lowerBound - name)..<found.range.lowerBound]
      if let lead = window.indices.last(where: { index in leads.contains { window[index...].holdsPrefix($0) } }) {
        let start = window[(lead + 2)...].first == "了" ? lead + 3 : lead + 2
        return start < found.range.lowerBound ? start..<found.range.lowerBound : author(before: lead, in: window)
      }
      // 现将《青禾镇2024年政府信息公开工作年度报告》予以公布
      let before = scalars[..<window.startIndex]
      guard let mark = before.last, "《“".unicodeScalars.contains(mark), before.dropLast().endsWith(anyOf: leads)
      else { return nil }
      return window.isEmpty ? nil : window.startIndex..<window.endIndex
    }
  }

  /// 现公布2024年青禾镇人民政府信息公开工作年度报告
  private static func publishedBehindYear(in scalars: [Unicode.Scalar], year: Int?) -> [Range<Int>] {
    YearWords.all(in: scalars).filter { $0.year == year }.compactMap { found in
      let before = scalars[..<found.range.lowerBound].suffix(4).filter { !"《“了".unicodeScalars.contains($0) }
      guard before.endsWith(anyOf: leads) else { return nil }
      let start = scalars[found.end...].first == "度" ? found.end + 1 : found.end
      let words = scalars[start...].prefix(longestName + 8).prefix(while: \.isHan)
      guard let topic = words.indices.first(where: { isReport(words[$0...]) }), topic > start else { return nil }
      return start..<topic
    }
  }

  /// 青禾镇编制2024年…: who does it, where nothing stands between the verb and the year.
  private static func author(before verb: Int, in window: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    guard let name = TownName.range(in: window, at: window.startIndex) else { return nil }
    var rest = window[name.upperBound..<verb]
    for word in ["人民政府", "办事处", "党政办公室", "党政办", "现", "特", "依法", "组织", "向社会"] where rest.holdsPrefix(word) {
      rest = rest.dropFirst(word.unicodeScalars.count)
    }
    return rest.isEmpty ? name : nil
  }

  private static func isReport(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = words.first == "度" ? words.dropFirst() : words
    return ["政府信息公开年度报告", "政府信息公开工作年度报告", "政府信息公开工作年报"].contains { words.holdsPrefix($0) }
  }

  private static func drawnUp(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    scalars.indices.compactMap { mark in
      guard scalars[mark] == "由" else { return nil }
      let words = scalars[(mark + 1)...].prefix(longestName + 2).prefix(while: \.isHan)
      guard let verb = words.indices.first(where: { words[$0...].holdsPrefix("编制") }),
        scalars[..<mark].suffix(8).holds("报告") || scalars[verb...].prefix(24).holds("报告")
      else { return nil }
      let name = words[..<verb]
      // 青禾镇人民政府办公室 draws it up for 青禾镇.
      for tail in ["人民政府", "办事处"] {
        guard let start = name.indices.first(where: { name[$0...].holdsPrefix(tail) }) else { continue }
        return name.startIndex..<(start + tail.unicodeScalars.count)
      }
      return name.isEmpty ? nil : name.startIndex..<name.endIndex
    }
  }
}
