import Findings
package import ReportModel

/// The diagnostics as plain text, for a terminal and for a `.txt` beside the report.
package enum DiagnosticsText {
  /// Writes the verdict, the facts and the numbered findings, each line ended by a newline. Nothing from the file reaches a terminal as a control
  /// character: what the file calls itself cannot move the cursor or hide a line.
  ///
  /// - Parameters:
  ///   - judged: What is told.
  ///   - width: Columns of a line, where a Chinese character takes two.
  ///   - coloured: Whether words are emphasised by terminal codes.
  /// - Returns: Chinese text in UTF-8.
  package static func render(_ judged: JudgedReport, width: Int = 80, coloured: Bool = false) -> [UInt8] {
    var lines = LineWriter(width: width)
    let verdict = VerdictWords(judged)
    lines.write(
      judged.file.name, first: "\(verdict.symbol) \(verdict.headline)  ", limit: ShownLimit.name,
      style: coloured ? TerminalStyle(judged.verdict) : .none)
    for sentence in verdict.sentences { lines.write(sentence) }
    lines.blank()
    writeFacts(judged, to: &lines)
    for chapter in FindingList(judged).chapters { write(chapter, of: judged, coloured: coloured, to: &lines) }
    return Array(lines.text.utf8)
  }

  private static func writeFacts(_ judged: JudgedReport, to lines: inout LineWriter) {
    if let report = judged.report {
      if let office = report.office { lines.write(office, first: "单位：", limit: ShownLimit.value) }
      if let year = report.year { lines.write("\(year) 年", first: "年度：") }
      lines.write(report.form.decree, first: "表样：")
    }
    let checked = CivilTime(secondsSince1970: judged.checkedAt, offset: CivilTime.beijing)
    lines.write("\(checked.words)（北京时间），nianbaod \(judged.version)", first: "审核：")
  }

  private static func write(
    _ chapter: FindingChapter,
    of judged: JudgedReport,
    coloured: Bool,
    to lines: inout LineWriter
  ) {
    let places = PlaceWords(report: judged.report)
    lines.blank()
    lines.write(
      "\(chapter.heading)（\(chapter.findings.count) 处）", style: coloured ? TerminalStyle(chapter.severity) : .none)
    lines.write(chapter.lead)
    for each in chapter.findings {
      let finding = each.finding
      let number = "\(each.number). "
      let margin = String(repeating: " ", count: 2 + number.count)
      lines.blank()
      lines.write(finding.message, first: "  " + number, style: coloured ? .bold : .none)
      lines.write(places.words(for: finding), first: margin + "哪里：")
      if let found = finding.found { lines.write(found, first: margin + "填的是：", limit: ShownLimit.value) }
      if let expected = finding.expected { lines.write(expected, first: margin + "应该是：", limit: ShownLimit.value) }
      EvidenceText(margin: margin).write(ShownEvidence(of: finding), to: &lines)
      if !finding.advice.isEmpty { lines.write(finding.advice, first: margin + "怎么改：") }
    }
  }
}
