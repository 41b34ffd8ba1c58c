import Findings

extension Resemblance {
  /// So many passages are quoted.
  private static let mostQuotes = 3
  /// A passage is quoted up to so many characters.
  private static let mostCharacters = 200

  /// Where the longest passage stands.
  func place(in prose: ReportProse) -> FindingPlace {
    passages.first.flatMap(range).map { prose.place(at: $0.lowerBound) } ?? FindingPlace()
  }

  /// The beginning of the longest passage.
  var quotation: String? {
    passages.first.flatMap(range).map { Quotation.of(String(own.source[$0].filter { $0 != "\n" })) }
  }

  /// The longest passages in the report's own words, with what is the same to the letter marked.
  ///
  /// - Parameters:
  ///   - prose: What was compared.
  ///   - name: What it was compared with, in Chinese.
  /// - Returns: A quotation for each of the passages.
  func quotes(from prose: ReportProse, as name: String) -> [Evidence] {
    passages.prefix(Self.mostQuotes).compactMap { passage in
      guard let range = range(of: passage) else { return nil }
      let section = prose.place(at: range.lowerBound).section.flatMap { Self.ordinals[$0] }
      let source = "本报告\(section.map { "第\($0)部分" } ?? "")，与\(name)相同"
      return .quote(Quote(source: source, runs: runs(of: passage, in: range)))
    }
  }

  private static let ordinals = [1: "一", 2: "二", 3: "三", 4: "四", 5: "五", 6: "六"]

  /// The characters from a passage's first to its last.
  private func range(of passage: Passage) -> Range<Int>? {
    guard let first = passage.runs.first?.own.first, let last = passage.runs.last?.own.last else { return nil }
    let start = own.origins[first].lowerBound
    return start..<max(start, own.origins[last].upperBound)
  }

  /// The words of a range, as far as they are quoted.
  private func runs(of passage: Passage, in range: Range<Int>) -> [Quote.Run] {
    let shown = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.mostCharacters)
    let isSame = marks(of: passage, in: shown)
    var runs: [Quote.Run] = []
    for index in shown where own.source[index] != "\n" {
      if runs.last?.isMarked == isSame[index - shown.lowerBound] {
        runs[runs.count - 1].text.unicodeScalars.append(own.source[index])
      } else {
        runs.append(Quote.Run(String([own.source[index]]), isMarked: isSame[index - shown.lowerBound]))
      }
    }
    if shown.count < range.count { runs.append(Quote.Run("…")) }
    return runs
  }

  /// Which characters are the same in both. A number that takes the place of another is not, nor is a name.
  private func marks(of passage: Passage, in shown: Range<Int>) -> [Bool] {
    var isSame = Array(repeating: false, count: shown.count)
    func compare(_ range: Range<Int>, with otherRange: Range<Int>) {
      guard shown.contains(range), own.source[range] == other.source[otherRange] else { return }
      for index in range { isSame[index - shown.lowerBound] = true }
    }
    for run in passage.runs {
      for (sign, otherSign) in zip(run.own, run.other...) {
        let origin = own.origins[sign]
        guard origin.lowerBound < shown.upperBound else { return isSame }
        let otherOrigin = other.origins[otherSign]
        compare(origin, with: otherOrigin)
        guard sign + 1 < run.own.upperBound else { continue }
        // Marks and stock phrases that stand between two signs.
        compare(
          origin.upperBound..<own.origins[sign + 1].lowerBound,
          with: otherOrigin.upperBound..<other.origins[otherSign + 1].lowerBound)
      }
    }
    return isSame
  }
}

extension Rule {
  /// A finding of what stands in another report too, which goes by a name in Chinese, quoted from both.
  func finding(
    _ message: String, advice: String, of resemblance: Resemblance, in prose: ReportProse, with name: String
  ) -> Finding {
    finding(
      message, advice: advice, at: resemblance.place(in: prose), found: resemblance.quotation,
      evidence: resemblance.quotes(from: prose, as: name))
  }
}
