package import DocumentModel

/// Reads a report out of a document.
package struct ReportReader: Sendable {
  private let library: FormLibrary
  private let forms: [KnownForm]

  package init(library: FormLibrary) {
    self.library = library
    forms = library.forms.map { form in KnownForm(form, others: library.forms.filter { $0.id != form.id }) }
  }

  /// A report has some hundreds of lines; more are not looked at.
  private static let mostLines = 20_000

  /// - Returns: `nil` when the document is no annual report. Of several reports in one document the first.
  package func read(_ document: Document) -> AnnualReport? {
    let lines = LineReader.lines(of: document, atMost: Self.mostLines)
    guard let newest = form(forYear: nil) else { return nil }
    // All forms share their headings as far as is needed to find the title above the first.
    let parts = ReportParts.split(lines, finder: newest.finder) { part in
      newest.tables.contains { !TableReader.read($0, otherForms: [], in: part).isMissing }
    }
    guard let first = parts.first, var report = read(Array(lines[first]), newest: newest, properties: document.title)
    else {
      return nil
    }
    report.others = parts.dropFirst().compactMap { TitleReader.title(in: lines[$0].prefix(Self.titleLines)) }
    return report
  }

  /// A title stands among the first lines.
  private static let titleLines = 40

  private func form(forYear year: Int?) -> KnownForm? {
    let id = library.form(forYear: year)?.id
    return forms.first { $0.form.id == id }
  }

  private func read(_ lines: [ReadingLine], newest: KnownForm, properties: String?) -> AnnualReport? {
    var lines = lines
    var newestHeadings = newest.finder.headings(in: lines)
    if newestHeadings.count < newest.form.sections.count,
      let parted = newest.inlineHeadings.parted(lines, besides: newestHeadings)
    {
      lines = parted
      newestHeadings = newest.finder.headings(in: lines)
    }
    let firstHeading = newestHeadings.first?.line ?? lines.count
    let title = TitleReader.title(in: lines[..<firstHeading]) ?? TitleReader.title(in: lines.prefix(Self.titleLines))
    let titleLine = title.flatMap { title in lines.prefix(Self.titleLines).lastIndex { $0.place == title.place } }
    let secondHeading = newestHeadings.dropFirst().first?.line ?? lines.count
    let opening = lines[min(titleLine.map { $0 + 1 } ?? 0, firstHeading)..<firstHeading]
    let attribution = AttributionReader(
      opening: opening, overview: lines[firstHeading..<max(firstHeading, secondHeading)], end: lines.suffix(8),
      letterhead: lines[..<min(titleLine ?? firstHeading, firstHeading)], properties: properties
    ).attribution(title)
    guard let known = form(forYear: attribution.year) else { return nil }
    let form = known.form

    let headings =
      form.sections == newest.form.sections ? newestHeadings : known.finder.headings(in: lines)
    let otherForms = forms.filter { $0.form.id != form.id }
    let tables = Settlement(forms: forms).settled(
      known.tables.map { table in
        TableReader.readings(
          table, otherForms: otherForms, in: lines[region(of: table.table.section, headings, lines.count)])
      })
    let tablesFound = tables.count { !$0.isMissing }
    let isReport = headings.count >= 3 || tablesFound >= 2 || (title != nil && headings.count + tablesFound > 0)
    guard isReport else { return nil }
    let preamble = lines[..<(headings.first?.line ?? 0)].filter { $0.place != title?.place }
    return AnnualReport(
      title: title, attribution: attribution, form: form,
      preamble: preamble.map { Paragraph(text: $0.text, place: $0.place) },
      sections: sections(headings, lines), tables: tables)
  }

  private func sections(_ headings: [SectionFinder.Heading], _ lines: [ReadingLine]) -> [SectionReading] {
    headings.enumerated().map { index, heading in
      let end = index + 1 < headings.count ? headings[index + 1].line : lines.count
      var paragraphs = lines[(heading.line + heading.lineCount)..<end].map {
        Paragraph(text: $0.text, place: $0.place)
      }
      let place = lines[heading.line].place
      if heading.lineCount == 1, let remainder = HeadingLine(lines[heading.line].text)?.remainder, !remainder.isEmpty {
        paragraphs.insert(Paragraph(text: remainder, place: place), at: 0)
      }
      return SectionReading(
        number: heading.section, heading: heading.text, place: place, paragraphs: paragraphs,
        isInParagraph: lines[heading.line].isPartOfParagraph)
    }
  }

  /// The lines among which the table of a section stands. Where its heading is missing, the table is looked for
  /// between the sections that stand before and behind it.
  private func region(of section: Int, _ headings: [SectionFinder.Heading], _ count: Int) -> Range<Int> {
    if let own = headings.firstIndex(where: { $0.section == section }) {
      let end = own + 1 < headings.count ? headings[own + 1].line : count
      return headings[own].line..<end
    }
    let start = headings.last { $0.section < section }?.line ?? 0
    let end = headings.first { $0.section > section && $0.line > start }?.line ?? count
    return start..<end
  }
}
