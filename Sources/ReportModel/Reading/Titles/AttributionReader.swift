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
      if let unit = LabelledUnit.name(in: words) { return attribution.take(office: unit.string, from: .belowTitle) }
      guard words.count <= Self.longestUnitLine else { return }
      if let unit = SignedLine(words).unit { return attribution.take(office: unit.string, from: .belowTitle) }
      // A date, a second bracket or the page's own words may stand between.
      guard words.first == "(" || words.contains(":") || YearWords.all(in: words).first?.range.lowerBound == 0 else {
        return
      }
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
    // Who compiles a report is told before what it does.
    for sentence in (sentences(of: opening) + sentences(of: overview.dropFirst().prefix(2))).prefix(Self.firstSentences)
    where attribution.office == nil {
      if let office = SentenceSubject.unit(of: sentence) { attribution.take(office: office, from: .opening) }
    }
  }

  /// 统计期限自2024年1月1日起至2024年12月31日止
  private func takePeriod(_ attribution: inout Attribution) {
    guard attribution.year == nil else { return }
    for sentence in sentences(of: opening) + sentences(of: overview.prefix(Self.overviewLines)) {
      guard ["统计", "期限", "数据", "时间"].contains(where: sentence.holds) else { continue }
      let begins = YearWords.all(in: sentence).filter {
        sentence[$0.range.upperBound...].starts(with: "1月1日".unicodeScalars)
      }
      if let year = begins.first?.year { return attribution.take(year: year, from: .period) }
    }
  }

  /// The unit's name with the date beside, below or above it. A report is signed in the year behind its own.
  private func takeSignature(_ attribution: inout Attribution) {
    let lines = end.suffix(6).map { SignedLine(TitleReader.words($0)) }
    for (index, line) in lines.enumerated() {
      guard let year = line.year else { continue }
      if line.isEarly { attribution.take(year: year - 1, from: .signature) }
      let above = index > 0 ? lines[index - 1].unit : nil
      let below = index + 1 < lines.count ? lines[index + 1].unit : nil
      if let unit = line.unit ?? above ?? below { attribution.take(office: unit.string, from: .signature) }
    }
  }

  /// 青禾镇人民政府文件
  private func takeLetterhead(_ attribution: inout Attribution) {
    guard attribution.office == nil else { return }
    for line in letterhead.prefix(6) + opening.prefix(2) {
      let words = TitleReader.words(line)
      if let unit = LabelledUnit.name(in: words) { return attribution.take(office: unit.string, from: .letterhead) }
      let name =
        words.count >= 6 && words.reversed().starts(with: "件文".unicodeScalars) ? Array(words.dropLast(2)) : words
      if name.count != words.count, UnitWords.isUnit(name) {
        return attribution.take(office: name.string, from: .letterhead)
      }
    }
  }

  // MARK: Characters

  private static let overviewLines = 8
  private static let firstSentences = 4
  private static let longestUnitLine = 42
  /// What a report says of itself stands in few sentences at its beginning. In characters.
  private static let mostSentences = 40
  private static let longestSentence = 400

  private func sentences(of lines: ArraySlice<ReadingLine>) -> [[Unicode.Scalar]] {
    let text = Folding.compactScalars(lines.prefix(60).map { String($0.text.prefix(2_000)) }.joined())
    return text.split { "。;！!？?".unicodeScalars.contains($0) }.prefix(Self.mostSentences).map {
      Array($0.prefix(Self.longestSentence))
    }
  }

}
