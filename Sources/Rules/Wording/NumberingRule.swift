import DocumentModel
package import Findings
import ReportModel

package struct NumberingRule: Rule {
  package static let description = RuleDescription(
    id: "numbering", severity: .warning,
    source:
      "Practice: points that were deleted, moved or copied without their numbers being mended; GB/T 9704-2012, 7.3.3.",
    clerk: "“一是、二是、三是”或“（一）（二）（三）”的序号跳了、重了，或者写法前后不一致。",
    administrator:
      "The numbering of points or subheadings skips, repeats or changes its form: 一是…二是…四是, （一）（三）, 一是…二是…三拓宽.",
    example: RuleExample(wrong: "一是健全制度。二是畅通渠道。四是加强培训。", right: "一是健全制度。二是畅通渠道。三是加强培训。"))

  package init() {}

  private static let most = 5

  package func check(_ subject: Subject) -> [Finding] {
    subject.passages.findings(atMost: Self.most) { passage in
      var numbering = Numbering()
      let marks = NumberMark.all(in: passage)
      let slips = Numbering.beheaded(marks, in: passage).map { [$0] } ?? []
      return (slips + numbering.slips(in: marks)).prefix(Self.most).map { slip in
        finding(
          .message(slip), advice: .advice(slip), at: passage.place(at: slip.mark.index),
          found: passage.quotation(at: slip.mark.index), expected: slip.mark.form.written(slip.expected),
          evidence: [passage.quote(of: slip.mark.run(in: marks).map { $0.range(in: passage) })])
      }
    }
  }
}

/// A number that does not follow from the one before it.
struct NumberingSlip {
  enum Kind {
    case skipped, repeated, unlike
    /// The first one is missing.
    case beheaded
  }

  var kind: Kind
  var mark: NumberMark
  var expected: Int
}

/// Follows the numbers of points and subheadings through a passage.
struct Numbering {
  /// The last number of each form that is open. Points may hold points of their own.
  private var lasts: [NumberMark.Form: Int] = [:]
  private var points: [Int] = []

  /// The numbers that do not follow from those before them.
  mutating func slips(in marks: [NumberMark]) -> [NumberingSlip] {
    marks.indices.compactMap { index in
      let mark = marks[index]
      switch mark.form {
      case .point: return point(mark, before: marks[(index + 1)...])
      case .barePoint: return barePoint(mark, before: marks[(index + 1)...])
      case .ordinal, .ofThese, .circled: return listed(mark, before: marks[(index + 1)...])
      case .heading, .number, .numberInBrackets: return heading(mark, before: marks[(index + 1)...])
      }
    }
  }

  private mutating func heading(_ mark: NumberMark, before next: ArraySlice<NumberMark>) -> NumberingSlip? {
    points = []
    for deeper in NumberMark.Form.headings where deeper.depth > mark.form.depth { lasts[deeper] = nil }
    let last = lasts[mark.form]
    lasts[mark.form] = mark.value
    // A list may begin anew, and may go on from what is not seen.
    guard mark.value != 1, let last, mark.value != last + 1 else { return nil }
    let following = next.first { $0.form.depth <= mark.form.depth }
    if goesOn(from: last + 1, with: following, mark.form) { lasts[mark.form] = last + 1 }
    return NumberingSlip(kind: mark.value == last ? .repeated : .skipped, mark: mark, expected: last + 1)
  }

  private mutating func listed(_ mark: NumberMark, before next: ArraySlice<NumberMark>) -> NumberingSlip? {
    let last = lasts[mark.form]
    lasts[mark.form] = mark.value
    guard mark.value != 1, let last, mark.value != last + 1 else { return nil }
    if goesOn(from: last + 1, with: next.first, mark.form) { lasts[mark.form] = last + 1 }
    return NumberingSlip(kind: mark.value == last ? .repeated : .skipped, mark: mark, expected: last + 1)
  }

  /// A list of subheadings, or of points, that begins at two and goes on with three; nothing before it may be its first.
  static func beheaded(_ marks: [NumberMark], in passage: Passage) -> NumberingSlip? {
    for (index, mark) in marks.enumerated() where mark.value == 2 && (mark.form == .heading || mark.form == .point) {
      guard let next = marks[(index + 1)...].first(where: { $0.form.depth <= mark.form.depth }), next.form == mark.form,
        next.value == 3
      else { continue }
      let earlier = marks[..<index].last { $0.form.depth < mark.form.depth || ($0.form == mark.form && $0.value == 1) }
      if let earlier, earlier.form == mark.form { continue }
      let start = mark.form == .heading ? 0 : earlier.map { $0.range(in: passage).upperBound } ?? 0
      let before = passage.scalars[min(start, mark.index)..<mark.index]
      let firsts: [String] = mark.form == .heading ? ["（一", "(一", "一、", "主动公开"] : ["一", "首先", "1", "①"]
      if firsts.contains(where: { before.holds($0) }) { continue }
      return NumberingSlip(kind: .beheaded, mark: mark, expected: 1)
    }
    return nil
  }

  /// （一）（三）（三）: the number that is wrong is the first 三, since the list goes on as if it were 二.
  private func goesOn(from value: Int, with following: NumberMark?, _ form: NumberMark.Form) -> Bool {
    following.map { $0.form == form && $0.value == value + 1 } ?? false
  }

  /// Points within points are rare, and deeper ones unknown.
  private static let mostDepth = 4

  private mutating func point(_ mark: NumberMark, before next: ArraySlice<NumberMark>) -> NumberingSlip? {
    if mark.value == 1 {
      // 一是…；一是…: the list goes on, its number does not.
      if mark.isWithinList, let last = points.last, last == 1 {
        return NumberingSlip(kind: .repeated, mark: mark, expected: 2)
      }
      points.append(1)
      if points.count > Self.mostDepth { points.removeFirst() }
      return nil
    }
    guard let last = points.last else {
      points = [mark.value]
      return nil
    }
    if let fitting = points.lastIndex(of: mark.value - 1) {
      points.removeSubrange((fitting + 1)...)
      points[fitting] = mark.value
      return nil
    }
    points[points.count - 1] = goesOn(from: last + 1, with: next.first, mark.form) ? last + 1 : mark.value
    return NumberingSlip(kind: mark.value == last ? .repeated : .skipped, mark: mark, expected: last + 1)
  }

  /// 一是…二是…三拓宽: only where the list does not go on with 三是 itself.
  private mutating func barePoint(_ mark: NumberMark, before next: ArraySlice<NumberMark>) -> NumberingSlip? {
    guard mark.value > 1, let last = points.last, mark.value == last + 1 else { return nil }
    let following = next.first { $0.form != .barePoint || $0.value == mark.value + 1 }
    if let following, following.form == .point, following.value == mark.value { return nil }
    points[points.count - 1] = mark.value
    return NumberingSlip(kind: .unlike, mark: mark, expected: mark.value)
  }
}

extension String {
  fileprivate static func message(_ slip: NumberingSlip) -> String {
    let found = slip.mark.form.written(slip.mark.value)
    let expected = slip.mark.form.written(slip.expected)
    return switch slip.kind {
    case .skipped: "序号不连续：这里应该是“\(expected)”，写的是“\(found)”。"
    case .repeated: "序号重复：“\(found)”前面已经用过，这里应该是“\(expected)”。"
    case .beheaded: "序号从“\(found)”开始，前面没有“\(expected)”。"
    case .unlike: "序号的写法不一致：前面用“一是”，这里少了“是”，应该是“\(expected)”。"
    }
  }

  fileprivate static func advice(_ slip: NumberingSlip) -> String {
    switch slip.kind {
    case .beheaded: "请核对前面是不是漏了一条；没有漏的，从“\(slip.mark.form.written(1))”起重新编号。"
    case .skipped: "请核对是不是漏了一条；没有漏的，把后面的序号顺着改一遍。"
    case .repeated: "请把这里和后面的序号顺着改一遍。"
    case .unlike: "请改为“\(slip.mark.form.written(slip.expected))”，同一组各条的写法保持一致。"
    }
  }
}
