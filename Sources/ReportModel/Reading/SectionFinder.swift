import DocumentModel

/// Finds the headings of the form's sections among the lines.
///
/// A section is known by its words and its place, not by its number alone: ordinals are lost, doubled or restarted.
struct SectionFinder: Sendable {
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
  /// Of the headings in the order of the sections.
  private let matcher: LabelMatcher

  private struct KnownSection {
    var number: Int
    var ordinal: [Unicode.Scalar]
    var heading: [Unicode.Scalar]
    var variants: [[Unicode.Scalar]]

    init(_ section: FormSection) {
      number = section.number
      ordinal = Array(section.ordinal.unicodeScalars)
      heading = Folding.key(section.heading)
      variants = section.variants.map { Folding.key($0) }
    }

    /// Whether `key` is the beginning of one of the heading's wordings.
    func begins(with key: [Unicode.Scalar]) -> Bool {
      begins(heading, with: key) || variants.contains { begins($0, with: key) }
    }

    private func begins(_ wording: [Unicode.Scalar], with key: [Unicode.Scalar]) -> Bool {
      wording.count > key.count && wording.starts(with: key)
    }
  }

  init(sections: [FormSection]) {
    self.sections = sections.map(KnownSection.init)
    matcher = LabelMatcher(labels: self.sections.map(\.heading))
  }

  /// The headings in the order in which they stand, each section at most once.
  func headings(in lines: [ReadingLine]) -> [Heading] {
    let candidates = lines.indices.flatMap { self.candidates(at: $0, in: lines) }
    var chosen = bestChain(candidates)
    // What is missing from the chain may stand out of order.
    for known in sections where !chosen.contains(where: { $0.section == known.number }) {
      let strays = candidates.filter { candidate in
        candidate.section == known.number && candidate.score >= Self.certain
          && !chosen.contains { $0.line == candidate.line }
      }
      if let stray = strays.max(by: { $0.score <= $1.score }) { chosen.append(stray) }
    }
    return chosen.sorted { $0.line < $1.line }
  }

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
    let symbols = heading.isSubheading ? [] : matcher.symbols(of: heading.key)
    return sections.indices.compactMap { section in
      let known = sections[section]
      let alone = score(heading, symbols, section).map {
        Heading(section: known.number, line: index, lineCount: 1, text: heading.heading, score: $0)
      }
      // A long heading may be broken over two lines.
      guard heading.ordinal == known.ordinal, known.begins(with: heading.key), let next,
        let joined = HeadingLine(line.text + next),
        let score = score(joined, matcher.symbols(of: joined.key), section), score >= Self.certain,
        score > alone?.score ?? 0
      else { return alone }
      return Heading(section: known.number, line: index, lineCount: 2, text: joined.heading, score: score)
    }
  }

  private func score(_ line: HeadingLine, _ symbols: LabelMatcher.Symbols, _ section: Int) -> Double? {
    let known = sections[section]
    let isNumbered = line.ordinal == known.ordinal
    // （一）… is a heading inside a section, 1. too; but 1.总体情况 is what a list of numbers makes of 一、总体情况.
    if line.isSubheading { return line.key == known.heading && line.number == known.number ? 3 : nil }
    if line.key == known.heading { return isNumbered ? 10 : 8 }
    if known.variants.contains(line.key) { return isNumbered ? 9 : 7 }
    let strayOrdinal = line.ordinal != nil && !isNumbered
    if strayOrdinal || line.key.count > known.heading.count + 24 { return nil }
    // 2024年小店镇政府信息公开工作总体情况
    if known.heading.count >= 4, line.key.suffix(known.heading.count).elementsEqual(known.heading) {
      return isNumbered ? 8 : 5
    }
    let share = matcher.share(of: section, before: symbols, after: [])
    let likeness = 2 * share * Double(known.heading.count) / Double(known.heading.count + line.key.count)
    if isNumbered, likeness >= 0.7 { return 6 }
    if !isNumbered, likeness >= 0.85, known.heading.count >= 6 { return 4 }
    return nil
  }
}
