package import Findings
import ReportModel

package struct SupersededDecreeRule: Rule {
  package static let description = RuleDescription(
    id: "superseded-decree", severity: .info,
    source: "国办公开办函〔2021〕30号, in the place of 国办公开办函〔2019〕60号 from the reports on 2021 on.",
    clerk: "2021年度及以后的报告，格式依据是国办公开办函〔2021〕30号；〔2019〕60号文规定的是以前的格式。",
    administrator:
      "A report on 2021 or a later year names 国办公开办函〔2019〕60号, whose form is no longer in force, as its ground.",
    example: RuleExample(
      wrong: "根据国办公开办函〔2019〕60号要求编制本报告。", right: "根据国办公开办函〔2021〕30号要求编制本报告。"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let year = subject.report?.year, year >= 2021 else { return [] }
    return subject.passages.findings(atMost: 1) { passage in
      guard let range = Self.decree(in: passage.scalars) else { return [] }
      return [
        finding(
          .message, advice: .advice, at: passage.place(at: range.lowerBound),
          found: String(passage.scalars[range]), expected: "〔2021〕30号", evidence: [passage.quote(of: range)])
      ]
    }
  }

  /// 〔2019〕60号, in whatever brackets, where 国办公开办函 stands before it.
  private static func decree(in scalars: [Unicode.Scalar]) -> Range<Int>? {
    let number = "2019".unicodeScalars
    return scalars.indices.lazy.compactMap { index -> Range<Int>? in
      guard scalars[index] == "函",
        scalars[..<index].suffix(4).elementsEqual("公开办".unicodeScalars)
          || scalars[..<index].suffix(3).elementsEqual("公开办".unicodeScalars)
      else { return nil }
      let rest = scalars[(index + 1)...].prefix(10)
      guard let first = rest.first, "〔[［(（【".unicodeScalars.contains(first),
        rest.dropFirst().starts(with: number), rest.dropFirst(6).starts(with: "60号".unicodeScalars)
      else { return nil }
      return (index + 1)..<(index + 10)
    }.first
  }
}

extension String {
  fileprivate static let message = "这里引用的〔2019〕60号文规定的是以前的报告格式。"
  fileprivate static let advice = "现行格式的依据是国办公开办函〔2021〕30号，请核对引用的文号。"
}
