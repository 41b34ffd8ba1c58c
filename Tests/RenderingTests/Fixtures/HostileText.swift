import DocumentModel
import Findings
import ReportModel
import Testing

/// Texts that try to become something else than text, and a judgement that holds one in every place a text can stand.
struct HostileText: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String

  var testDescription: String { name }

  /// U+FFFE, U+FFFF and U+FDD0, which the language does not let stand in a literal.
  static let noncharacters = String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90], as: UTF8.self)

  static let all = [
    HostileText(name: "a script element", text: "<script>alert(1)</script>"),
    HostileText(name: "the end of an attribute", text: #"" onload="alert(1)' x='"#),
    HostileText(name: "an entity", text: "&lt;b&gt; & &#x3c;"),
    HostileText(name: "the end of a section of characters", text: "]]><!-- </style></title></td></table>"),
    HostileText(name: "terminal codes", text: "\u{1B}[2J\u{1B}]0;x\u{07}\u{9B}31m\u{8}\u{7F}"),
    HostileText(name: "a null byte", text: "a\u{0}b"),
    HostileText(name: "bidirectional overrides", text: "x\u{202E}cod.exe\u{2066}\u{2069}\u{200B}\u{FEFF}"),
    HostileText(name: "line breaks", text: "a\r\nb\u{2028}c\u{2029}d\u{85}e\tf"),
    HostileText(name: "noncharacters", text: noncharacters),
    HostileText(name: "invisible letters", text: "x\u{E0041}\u{E007F}\u{AD}"),
    HostileText(name: "quotes and backslashes", text: #"C:\dir\"x"\u0041 {0} [a](http://example.invalid)"#),
    HostileText(name: "a very long text", text: String(repeating: "长", count: 10_000)),
    HostileText(name: "a thousand marks on one letter", text: "e" + String(repeating: "\u{301}", count: 1000)),
    HostileText(name: "an empty text", text: ""),
  ]

  /// A rejected report in which every text that stems from a file or a rule is this one.
  var judged: JudgedReport {
    var report = ReportFixture.report
    report.title = Title(text: text, office: text, year: 2024, place: .unknown)
    report.attribution = Attribution(report.title)
    report.set("requests", "granted", "research", .notANumber(text))
    report.set("requests", "received", "other", .undetermined(row: [text]))
    report.set("disclosure", "normative_documents", "in_force", .remarked(22, remark: text))
    let finding = Finding(
      rule: RuleID(rawValue: text), severity: .error, message: text, advice: text,
      place: FindingPlace(section: 3, table: "requests", row: "granted", column: "research"), found: text,
      expected: text, evidence: evidence)
    let nowhere = Finding(
      rule: RuleID(rawValue: text), severity: .warning, message: text, advice: text,
      place: FindingPlace(table: text, row: text, column: text), found: text, expected: text,
      evidence: evidence)
    return JudgedReport(
      verdict: .rejected, file: FileFacts(name: text, format: text, bytes: 1, sha256: text), report: report,
      findings: [finding, nowhere], checkedAt: 0, version: text)
  }

  /// The text in every part of a quote and of a comparison.
  private var evidence: [Evidence] {
    [
      .quote(Quote(source: text, runs: [.init(text), .init(text, isMarked: true), .init(text)])),
      .comparison(
        Comparison(columns: [Comparison.report(of: 2023), text], rows: [.init(text, [text, text])])),
    ]
  }

  /// The same where nothing could be decided.
  var held: JudgedReport {
    var judged = judged
    judged.verdict = .held
    judged.report = nil
    judged.heldBecause = text
    return judged
  }
}
