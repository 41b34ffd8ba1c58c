import DocumentModel

/// Finds the headings of the form's sections among the lines.
///
/// A section is known by its words and its place, not by its number alone: ordinals are lost, doubled or restarted.
struct SectionFinder {
  struct Heading: Equatable {
    var section: Int
    /// Index of its line.
    var line: Int
    /// How many lines it takes.
    var lineCount: Int
    /// As printed, without what follows it on its line.
    var text: String
    var score: Double
  }

  private let sections: [KnownSection]

  private struct KnownSection {
    var section: FormSection
    var heading: [Unicode.Scalar]
    var variants: [[Unicode.Scalar]]
    var matcher: LabelMatcher

    init(_ section: FormSection) {
      self.section = section
      heading = Folding.key(section.heading)
      variants = section.variants.map { Folding.key($0) }
      matcher = LabelMatcher(labels: [heading])
    }

    /// Whether `key` is the beginning of one of the heading's wordings.
    func begins(with key: [Unicode.Scalar]) -> Bool {
      ([heading] + variants).contains { $0.count > key.count && $0.starts(with: key) }
    }
  }

  init(sections: [FormSection]) {
    self.sections = sections.map(KnownSection.init)
  }

  /// The headings in the order in which they stand, each section at most once.
  func headings(in lines: [ReadingLine]) -> [Heading] {
    let candidates = lines.indices.flatMap { self.candidates(at: $0, in: lines) }
    var chosen = bestChain(candidates)
    // What is missing from the chain may stand out of order.
    for known in sections where !chosen.contains(where: { $0.section == known.section.number }) {
      let strays = candidates.filter { candidate in
        candidate.section == known.section.number && candidate.score >= Self.certain
          && !chosen.contains { $0.line == candidate.line }
      }
      if let stray = strays.max(by: { $0.score <= $1.score }) { chosen.append(stray) }
    }
    chosen.sort { $0.line < $1.line }
    for number in sections.indices where !chosen.contains(where: { $0.section == sections[number].section.number }) {
      guard let heading = headingByPlace(number, among: chosen, in: lines) else { continue }
      chosen.append(heading)
      chosen.sort { $0.line < $1.line }
    }
    return chosen
  }

  /// A heading in words of its own: the only line with an ordinal between the headings before and behind it, and the
  /// ordinal is its section's.
  private func headingByPlace(_ number: Int, among chosen: [Heading], in lines: [ReadingLine]) -> Heading? {
    func known(_ index: Int) -> Int? { sections.indices.contains(index) ? sections[index].section.number : nil }
    let before = known(number - 1).map { section in chosen.last { $0.section == section } }
    let behind = known(number + 1).map { section in chosen.first { $0.section == section } }
    // Both neighbours are there, or there is no such neighbour.
    if case .some(.none) = before { return nil }
    if case .some(.none) = behind { return nil }
    let start = before.flatMap { $0 }.map { $0.line + $0.lineCount } ?? 0
    let end = behind.flatMap { $0 }?.line ?? lines.count
    guard start < end else { return nil }
    let numbered = (start..<end).lazy.compactMap { index -> (line: Int, heading: HeadingLine)? in
      guard let heading = HeadingLine(lines[index].text), heading.ordinal != nil, !heading.isSubheading else {
        return nil
      }
      return (index, heading)
    }.prefix(2)
    guard numbered.count == 1, let found = numbered.first, lines[found.line].values.isEmpty,
      found.heading.ordinal == sections[number].section.ordinal, found.heading.remainder.isEmpty,
      found.heading.key.count <= Self.longestHeading
    else { return nil }
    return Heading(
      section: sections[number].section.number, line: found.line, lineCount: 1, text: found.heading.heading, score: 2)
  }

  /// In characters, without the ordinal.
  private static let longestHeading = 24

  private static let certain = 8.0

  /// The candidates that follow each other in the form's order with the best sum of scores. Of equals the later wins:
  /// a table of contents stands before what it lists.
  private func bestChain(_ candidates: [Heading]) -> [Heading] {
    var best: [(score: Double, previous: Int?)] = []
    for (index, candidate) in candidates.enumerated() {
      var score = candidate.score
      var previous: Int?
      for earlier in 0..<index
      where candidates[earlier].section < candidate.section && candidates[earlier].line < candidate.line {
        if best[earlier].score + candidate.score >= score {
          score = best[earlier].score + candidate.score
          previous = earlier
        }
      }
      best.append((score, previous))
    }
    var chain: [Heading] = []
    var next = best.indices.max { best[$0].score <= best[$1].score }
    while let index = next {
      chain.append(candidates[index])
      next = best[index].previous
    }
    return chain.reversed()
  }

  private func candidates(at index: Int, in lines: [ReadingLine]) -> [Heading] {
    let line = lines[index]
    // Most lines are prose, too long to be a heading.
    guard let heading = HeadingLine(line.text) else { return [] }
    let next = lines.indices.contains(index + 1) ? lines[index + 1].text : nil
    return sections.compactMap { known in
      let number = known.section.number
      let alone = score(heading, known).map {
        Heading(section: number, line: index, lineCount: 1, text: heading.heading, score: $0)
      }
      // A long heading may be broken over two lines.
      guard heading.ordinal == known.section.ordinal, known.begins(with: heading.key), let next,
        let joined = HeadingLine(line.text + next), let score = score(joined, known), score >= Self.certain,
        score > alone?.score ?? 0
      else { return alone }
      return Heading(section: number, line: index, lineCount: 2, text: joined.heading, score: score)
    }
  }

  private func score(_ line: HeadingLine, _ known: KnownSection) -> Double? {
    let isNumbered = line.ordinal == known.section.ordinal
    // （一）… is a heading inside a section, 1. too; but 1.总体情况 is what a list of numbers makes of 一、总体情况.
    if line.isSubheading {
      return line.key == known.heading && (line.number == known.section.number || isNumbered) ? 3 : nil
    }
    if line.key == known.heading { return isNumbered ? 10 : 8 }
    if known.variants.contains(line.key) { return isNumbered ? 9 : 7 }
    let strayOrdinal = line.ordinal != nil && !isNumbered
    if strayOrdinal || line.key.count > known.heading.count + 24 { return nil }
    // 2024年小店镇政府信息公开工作总体情况
    if known.heading.count >= 4, line.key.suffix(known.heading.count).elementsEqual(known.heading) {
      return isNumbered ? 8 : 5
    }
    let share = known.matcher.share(of: 0, before: known.matcher.symbols(of: line.key), after: [])
    let likeness = 2 * share * Double(known.heading.count) / Double(known.heading.count + line.key.count)
    if isNumbered, likeness >= 0.7 { return 6 }
    if !isNumbered, likeness >= 0.85, known.heading.count >= 6 { return 4 }
    return nil
  }
}
