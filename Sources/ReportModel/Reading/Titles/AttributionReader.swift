import DocumentModel

/// Finds out whose a report is and of what year, where its title does not tell: from what the file says of itself, from
/// the opening, from the signature and the letterhead, in this order.
struct AttributionReader {
  /// The lines between the title and the first heading.
  let opening: ArraySlice<ReadingLine>
  /// The lines of the first section.
  let overview: ArraySlice<ReadingLine>
  /// The last lines of the report.
  let end: ArraySlice<ReadingLine>
  /// The lines above the title.
  let letterhead: ArraySlice<ReadingLine>
  /// What the file says of itself.
  let properties: String?

  func attribution(_ title: Title?) -> Attribution {
    var attribution = Attribution(title)
    if attribution.office != nil, attribution.year != nil { return attribution }
    if title != nil { takeUnitBelowTitle(&attribution) }
    takeProperties(&attribution)
    takeAnnouncements(&attribution)
    takePeriod(&attribution)
    takeSignature(&attribution)
    takeLetterhead(&attribution)
    return attribution
  }

  /// （东岭县城市管理局） on the line below the title.
  private func takeUnitBelowTitle(_ attribution: inout Attribution) {
    for line in opening {
      let words = TitleReader.words(line)
      guard words.count <= 42 else { return }
      let bare = words.filter { !"()〔〕[]".unicodeScalars.contains($0) }
      if Self.isUnit(bare) { return attribution.take(office: Self.string(bare), from: .belowTitle) }
      // A date, or a second bracket, may stand between.
      guard words.first == "(" || YearWords.all(in: words).first?.range.lowerBound == 0 else { return }
    }
  }

  /// A page's title: 青禾镇2024年政府信息公开工作年度报告_红旗区人民政府.
  private func takeProperties(_ attribution: inout Attribution) {
    guard let properties, properties.utf8.count <= 1_024 else { return }
    let parts = properties.split { "_|-—–>".contains($0) }
    for part in parts {
      guard let line = TitleLine(Folding.compactScalars(part)) else { continue }
      if let office = line.office { attribution.take(office: office, from: .properties) }
      if let year = line.year { attribution.take(year: year, from: .properties) }
      return
    }
  }

  /// 现公布青禾镇2024年政府信息公开工作年度报告；本报告由青禾镇人民政府编制
  private func takeAnnouncements(_ attribution: inout Attribution) {
    for sentence in sentences(of: opening) + sentences(of: overview.prefix(Self.overviewLines)) {
      if let announced = AnnouncedReport(sentence) {
        if let office = announced.office { attribution.take(office: office, from: .opening) }
        if let year = announced.year { attribution.take(year: year, from: .opening) }
      }
      if attribution.office == nil, let office = AnnouncedReport.author(in: sentence) {
        attribution.take(office: office, from: .opening)
      }
    }
  }

  /// 统计期限自2024年1月1日起至2024年12月31日止
  private func takePeriod(_ attribution: inout Attribution) {
    guard attribution.year == nil else { return }
    for sentence in sentences(of: opening) + sentences(of: overview.prefix(Self.overviewLines)) {
      guard ["统计", "期限", "数据", "时间"].contains(where: { Self.holds(sentence, $0) }) else { continue }
      let begins = YearWords.all(in: sentence).filter {
        sentence[$0.range.upperBound...].starts(with: "1月1日".unicodeScalars)
      }
      if let year = begins.first?.year { return attribution.take(year: year, from: .period) }
    }
  }

  /// The unit's name on a line of its own with the date below it. A report is signed in the year behind its own.
  private func takeSignature(_ attribution: inout Attribution) {
    let lines = end.suffix(6).map(TitleReader.words)
    for (name, date) in zip(lines, lines.dropFirst()) {
      guard let found = YearWords.all(in: date).first, found.range.lowerBound == 0, date.last == "日", date.count <= 16
      else { continue }
      let month = date[found.range.upperBound...].prefix { YearWords.digit($0) != nil || $0 == "十" }
      let isEarly = ["1", "2", "3", "4", "01", "02", "03", "04", "一", "二", "三", "四"].contains(Self.string(Array(month)))
      if isEarly { attribution.take(year: found.year - 1, from: .signature) }
      if Self.isUnit(name) { attribution.take(office: Self.string(name), from: .signature) }
    }
  }

  /// 青禾镇人民政府文件
  private func takeLetterhead(_ attribution: inout Attribution) {
    guard attribution.office == nil else { return }
    for line in letterhead.prefix(6) + opening.prefix(2) {
      let words = TitleReader.words(line)
      let name =
        words.count >= 6 && words.reversed().starts(with: "件文".unicodeScalars) ? Array(words.dropLast(2)) : words
      if name.count != words.count, Self.isUnit(name) {
        return attribution.take(office: Self.string(name), from: .letterhead)
      }
    }
  }

  // MARK: Characters

  private static let overviewLines = 8
  /// What a report says of itself stands in few sentences at its beginning. In characters.
  private static let mostSentences = 40
  private static let longestSentence = 400

  private func sentences(of lines: ArraySlice<ReadingLine>) -> [[Unicode.Scalar]] {
    let text = Folding.compactScalars(lines.prefix(60).map { String($0.text.prefix(2_000)) }.joined())
    return text.split { "。;！!？?".unicodeScalars.contains($0) }.prefix(Self.mostSentences).map {
      Array($0.prefix(Self.longestSentence))
    }
  }

  private static func isUnit(_ words: [Unicode.Scalar]) -> Bool {
    (3...40).contains(words.count) && words.allSatisfy { Folding.isIdeograph($0) || Folding.isDigit($0) }
      && UnitWords.endUnit(words) && YearWords.all(in: words).isEmpty
  }

  private static func holds(_ words: [Unicode.Scalar], _ word: String) -> Bool {
    words.indices.contains { words[$0...].starts(with: word.unicodeScalars) }
  }

  private static func string(_ words: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(words)) }
}
