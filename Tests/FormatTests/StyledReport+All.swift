import Foundation
import TestFixtures

extension StyledReport {
  static let all = raised + struck + unseen + wrapped + unruled + lookalike

  /// Figures of a report that nobody has seen, others for each seed.
  static func report(_ seed: UInt64, largest: Int = 300) -> ReportSource {
    var dice = Dice(seed: seed)
    var all = ConsistentFigures(&dice, largest: largest).values.mapValues { Decimal($0) }
    let disclosed = (try? Corpus.expectations())?["qinghe-2024"]?.figures.keys.filter { $0.hasPrefix("disclosure.") }
    for id in (disclosed ?? []).sorted() {
      // A town makes no rules, and what is in force holds what was issued.
      let figures = id.contains(".rules.") ? 0...0 : id.hasSuffix("in_force") ? 20_000...30_000 : 0...9_999
      all[id] = Decimal(Int.random(in: figures, using: &dice))
    }
    return ReportSource(figures: all)
  }

  /// One for each means of a format.
  private static func each(
    _ effect: Look.Effect, _ formats: [StyledFormat], _ change: (inout StyledReport, Look) -> Void
  ) -> [StyledReport] {
    formats.flatMap { format in
      format.means(effect).enumerated().map { index, means in
        let seed = UInt64(100 + index)
        var report = StyledReport(name: "\(effect) by \(means)", format: format, source: report(seed))
        change(&report, Look(effect, means: index))
        return report
      }
    }
  }

  private static let marks = ["1", "①", "*", "[1]", "注1", "2", "（1）", "※"]

  private static let raised = each(.raised, StyledFormat.allCases) { report, look in
    // Every other cell has the mark of a note.
    for (index, id) in report.source.figures.keys.sorted().enumerated() where index % 2 == 0 {
      let figure = report.source.figures[id].map { "\($0)" } ?? ""
      report.source.styled[id] = StyledText([.init(figure), .init(marks[index / 2 % marks.count], look)])
      report.remarked.insert(id)
    }
  }

  private static let struck = each(.struck, StyledFormat.allCases) { report, look in
    for (index, id) in report.source.figures.keys.sorted().enumerated() where index % 3 == 0 {
      let figure = report.source.figures[id] ?? 0
      // What was there first stands before or behind what is right.
      let old = StyledText.Run("\(figure + Decimal(index + 1))", look)
      switch index / 3 % 4 {
      case 0: report.source.styled[id] = StyledText([old, .init("\(figure)")])
      case 1: report.source.styled[id] = StyledText([old, .init(" \(figure)")])
      case 2: report.source.styled[id] = StyledText([.init("\(figure) "), old])
      default:
        // Alone in its cell: the cell is blank.
        guard index % 8 == 1 else { continue }
        report.source.styled[id] = StyledText([old])
        report.source.figures[id] = nil
        report.blank.insert(id)
        continue
      }
      report.remarked.insert(id)
    }
  }

  private static let unseen = each(.unseen, [.word, .web, .pdf, .ofd, .odt]) { report, look in
    for (index, id) in report.source.figures.keys.sorted().enumerated() {
      let figure = report.source.figures[id].map { "\($0)" } ?? ""
      switch index % 40 {
      case 7:
        report.source.styled[id] = StyledText([.init(figure, look)])
        report.source.figures[id] = nil
        report.blank.insert(id)
      case let place where place % 3 == 0:
        report.source.styled[id] = StyledText([.init(figure), .init("9", look)])
      case let place where place % 3 == 1: report.source.styled[id] = StyledText([.init("8", look), .init(figure)])
      default: break
      }
    }
  }

  private static let wrapped = [10, 12, 14, 16, 18].flatMap { size in
    [StyledFormat.word, .web, .pdf, .ofd, .odt, .printed].map { format in
      var report = StyledReport(
        name: "figures on several lines at \(size) pt", format: format,
        source: report(UInt64(size), largest: 40_000_000))
      report.source.layout.fontSize = size
      report.source.layout.labels = size < 16 ? .three : .two
      // What a page breaks by itself is broken here where the file has no width: as many digits as a column takes.
      guard [.word, .web, .odt].contains(format) else { return report }
      for (id, figure) in report.source.figures {
        let fits = (id.hasPrefix("requests") ? 90 : id.hasPrefix("disclosure") ? 400 : 62) / size
        let lines = "\(figure)".chunks(of: max(fits, 1))
        report.source.styled[id] = StyledText(lines.joined(separator: "\n"))
      }
      return report
    }
  }

  private static let unruled = [10, 12, 14, 16, 18].flatMap { size in
    [StyledFormat.pdf, .ofd, .printed].map { format in
      var report = StyledReport(
        name: "figures on several lines without rules at \(size) pt", format: format,
        source: report(UInt64(30 + size), largest: 4_000))
      report.source.layout.fontSize = size
      report.source.layout.hasBorders = false
      report.leavesDoubts = true
      return report
    }
  }

  /// Words written with radicals and compatibility ideographs, figures between unseen marks of direction.
  private static let lookalike = [StyledFormat.word, .web, .odt, .docx, .printed].flatMap { format in
    [("radicals", 0), ("marks of direction", 1)].map { name, kind in
      var report = StyledReport(name: "written with \(name)", format: format, source: report(UInt64(70 + kind)))
      report.source.spelling = kind == 0 ? Lookalikes.radicals : Lookalikes.embedded
      return report
    }
  }
}

/// Characters that look the same, by a table of the test's own: what Unicode folds by compatibility.
private enum Lookalikes {
  private static let byIdeograph: [Character: Character] = {
    var table: [Character: Character] = [:]
    for value in Array(0x2F00...0x2FD5) + Array(0xF900...0xFA6D) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let folded = String(scalar).precomposedStringWithCompatibilityMapping
      if let ideograph = folded.first, folded != String(scalar), table[ideograph] == nil {
        table[ideograph] = Character(scalar)
      }
    }
    return table
  }()

  @Sendable static func radicals(_ text: String) -> String {
    String(text.unicodeScalars.map { byIdeograph[Character($0)] ?? Character($0) })
  }

  /// Every run of digits between U+202D and U+202C, as a calculator copies it.
  @Sendable static func embedded(_ text: String) -> String {
    text.replacing(#/[0-9]+/#) { "\u{202D}\($0.output)\u{202C}" }
  }
}

extension String {
  fileprivate func chunks(of size: Int) -> [String] {
    stride(from: 0, to: count, by: size).map { String(dropFirst($0).prefix(size)) }
  }
}
