import DocumentModel
package import Findings
import ReportModel

package struct SupervisionStatementRule: Rule {
  package static let description = RuleDescription(
    id: "supervision-statement", severity: .warning,
    source: "《中华人民共和国政府信息公开条例》第五十条第一款第四项: 各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况。",
    clerk: "各级人民政府（含乡镇）的报告，要写明本年度工作考核、社会评议和责任追究的情况，一般写在“监督保障”里；没有发生责任追究的，也要写明。",
    administrator: "A government's report must say how it was assessed, reviewed by the public and held responsible.",
    example: RuleExample(
      wrong: "（五）监督保障。加强对信息公开工作的日常监督。", right: "（五）监督保障。信息公开纳入年度考核，开展了社会评议，本年度未发生责任追究的情形。"))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, subject.officeKind?.isGovernment == true,
      report.year ?? 0 >= 2019, let section = report.sections.first(where: { $0.number == 1 }),
      let overview = FlowingText.prose(ofSection: 1, in: report)
    else { return [] }
    let others = [FlowingText(bounded: report.preamble), .prose(ofSection: 6, in: report)].compactMap { $0 }
    let results = FlowingText.prose(ofSection: 5, in: report).map(Self.results) ?? []
    let texts = ([overview] + others).map { $0.scalars[...] } + results
    let missing = Topic.allCases.filter { topic in !texts.contains { topic.isTold(in: $0) } }
    guard !missing.isEmpty else { return [] }
    let named = missing.map(\.rawValue).joined(separator: "、")
    return [
      finding(
        .message(named), advice: .advice(named), at: FindingPlace(section: 1, source: section.place),
        found: "没有写到\(named)的结果", expected: "写明\(named)的情况", evidence: Self.told(in: overview))
    ]
  }

  /// What there is: the sentence that tells of the other results, or the one that stands where all of them belong.
  private static func told(in overview: FlowingText) -> [Evidence] {
    let words = Topic.allCases.flatMap(\.words)
    for sentence in overview.sentences {
      let told = words.compactMap { overview.scalars[sentence].range(of: $0) }
      if !told.isEmpty { return [overview.quote(of: told, section: 1)] }
    }
    guard let heading = overview.scalars[...].range(of: "监督保障") else { return [] }
    let rest = overview.scalars[heading.upperBound...].drop { $0.endsSentence || $0 == "：" }
    let sentence = rest.prefix { !$0.endsSentence }
    return sentence.isEmpty ? [] : [overview.quote(of: [sentence.indices], section: 1)]
  }

  /// What the section on problems says of things that are done. What it means to improve is a plan, and no result.
  private static func results(in text: FlowingText) -> [ArraySlice<Unicode.Scalar>] {
    text.sentences.map { text.scalars[$0] }.filter {
      $0.holds(anyOf: ["未发生", "没有发生", "未出现", "没有出现", "不存在", "没有责任追究", "无责任追究", "已", "了", "结果为", "得分", "名列"])
    }
  }
}

/// What a government reports beside the rest.
private enum Topic: String, CaseIterable {
  case assessment = "工作考核"
  case publicReview = "社会评议"
  case accountability = "责任追究"

  /// Whether it is told of. That misconduct is to be answered for, or that a system for it stands, is no result.
  func isTold(in text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard self == .accountability else { return text.holds(anyOf: words) }
    return Array(text).ranges(between: \.endsSentence).contains { sentence in
      let sentence = Array(text)[sentence]
      guard sentence.holds(anyOf: words) else { return false }
      return sentence.contains(where: \.isDigit)
        || sentence.holds(anyOf: ["未", "没有", "无", "不存在", "零", "追究情况", "追责情况", "问责情况", "责任情况", "情形", "结果", "已", "了"])
        || !sentence.holds(anyOf: ["制度", "机制", "严肃", "严格", "依法", "将", "对"])
    }
  }

  /// How it is spoken of.
  var words: [String] {
    switch self {
    case .assessment: ["考核", "考评", "绩效", "目标管理"]
    case .publicReview: ["评议", "满意度", "满意率", "民意调查", "问卷调查", "社会评价", "测评", "行风", "群众评价", "公众评价"]
    case .accountability: ["追究", "追责", "问责"]
    }
  }
}

extension String {
  fileprivate static func message(_ missing: String) -> String {
    "报告没有写到\(missing)的结果。"
  }

  fileprivate static func advice(_ missing: String) -> String {
    "请在“监督保障”里补写本年度\(missing)的实际情况；只写今后打算不算，没有发生的也要写明没有。"
  }
}
