import DocumentModel
import Extraction
import Findings
import Rules
import TestFixtures

/// For a rule a report that must trigger it, and one that is close and must not. Both are named as they are tried
/// elsewhere, or in ``NearMiss``.
struct RuleCase: Sendable, CustomStringConvertible {
  var rule: RuleID
  var breaking: String
  var close: String

  init(_ rule: RuleID, _ breaking: String, close: String) {
    self.rule = rule
    self.breaking = breaking
    self.close = close
  }

  var description: String { rule.rawValue }

  /// In the order of the rule book.
  static let all = reading + structure + arithmetic + plausibility + wording + memory

  private static let reading: [RuleCase] = [
    RuleCase("unreadable", "noise", close: "the report behind a thousand empty lines"),
    RuleCase("unsupported-format", "a picture", close: "a report that begins with the letters of a picture"),
    RuleCase("no-text-layer", "a scan", close: "pages with their text"),
    RuleCase("damaged-text", "UTF-8 read as GBK", close: "rare characters and marks of doubt"),
    RuleCase("not-a-report", "a letter about reports", close: "no title"),
  ]

  private static let structure: [RuleCase] = [
    RuleCase("unread-part", "a report and a file inside it", close: "the report behind a thousand empty lines"),
    RuleCase("several-reports", "another unit's report behind it", close: "inside a notice"),
    RuleCase("title", "a title without the year", close: "a title with district, government and 年度"),
    RuleCase("unknown-office", "a slip in the title", close: "under the name it had before"),
    RuleCase("wrong-office", "in another's folder", close: "in a folder inside its own"),
    RuleCase("late", "a day late", close: "on the last day"),
    RuleCase("year-mismatch", "last year in the period it covers", close: "last year mentioned in passing"),
    RuleCase("outdated-form", "the single row of the 2019 form", close: "the form of 2019 in its year"),
    RuleCase("missing-section", "a section without its heading", close: "another wording of a heading"),
    RuleCase("section-heading", "another wording of a heading", close: "another mark behind the ordinal"),
    RuleCase("section-order", "two sections changed places", close: "a table of contents"),
    RuleCase("empty-section", "the last section empty", close: "a section that says 无"),
    RuleCase("missing-table", "a table left out", close: "page numbers and repeated headers in table three"),
    RuleCase("column-heads", "heads of which one is missing", close: "two columns with their heads changed places"),
    RuleCase("table-layout", "two columns with their heads changed places", close: "heads in short"),
    RuleCase("missing-row", "a row lost, label and figures", close: "a row without any figure"),
    RuleCase("blank-cell", "a blank cell between tabs", close: "six figures, then one"),
    RuleCase("not-a-number", "the letter O", close: "〇 for zero and units behind numbers"),
    RuleCase("cell-remark", "a remark behind a number", close: "thousands separators"),
    RuleCase("settled-reading", "a number parted by a space", close: "two numbers parted by a space, and a slip"),
  ]

  private static let arithmetic: [RuleCase] = [
    RuleCase(
      "requests-row-total", "the totals of two rows, which the column balances",
      close: "a cell and the total of its row raised alike"),
    RuleCase(
      "requests-concluded-total", "a total of the totals raised by one",
      close: "the totals of two rows, which the column balances"),
    RuleCase("requests-balance", "what is carried out", close: "one more received and carried out"),
    RuleCase("litigation-total", "a total of table four", close: "outcomes that add up otherwise"),
    RuleCase("narrative-mismatch", "a digit of the prose", close: "what was carried in counted as well"),
    RuleCase("itemised-total", "items that do not add up", close: "items of which some are left out"),
  ]

  private static let plausibility: [RuleCase] = [
    RuleCase("rules-by-unit", "a town that makes 规章", close: "规章 of a city with districts"),
    RuleCase(
      "in-force-plausible", "more documents issued than there can be", close: "as many documents issued as there can be"
    ),
    RuleCase("fee-statement", "nothing on the fee", close: "the fee in other words"),
    RuleCase("fee-itemisation", "parts of the fee that do not add up", close: "parts of the fee that add up"),
    RuleCase(
      "supervision-statement", "nothing on reviews by the public", close: "no word of assessments by a street"),
    RuleCase("overview-aspects", "nothing on the platforms", close: "no subheadings in the overview"),
    RuleCase("problems-statement", "no problem at all", close: "a problem and a measure in one sentence"),
    RuleCase("author-property", "a library of templates as the author", close: "the unit as the author"),
  ]

  private static let wording: [RuleCase] = [
    RuleCase("personal-information", "a mobile number", close: "a landline, a hotline and a count of eleven digits"),
    RuleCase("placeholder-text", "a blank of a template", close: "an X that stands for itself"),
    RuleCase("leftover-template", "an instruction in brackets", close: "an explanation in brackets"),
    RuleCase("numbering", "a point that was left out", close: "points within points"),
    RuleCase("stray-year", "a sentence of an older report", close: "a sentence that compares with the year before"),
    RuleCase("doubled-word", "a word that stands twice", close: "words that are doubled by nature"),
    RuleCase(
      "superseded-decree", "the decree of the form before", close: "the decree of the form in force beside that before"),
    RuleCase("parts-count", "seven parts", close: "the six parts, and a decree of eight points"),
  ]

  private static let memory: [RuleCase] = [
    RuleCase("carried-in", "two columns carried out otherwise", close: "a year that follows the other"),
    RuleCase(
      "in-force-continuity", "documents in force that do not follow", close: "everything cleared away and counted"),
    RuleCase("year-on-year", "a digit too many", close: "exactly five times, and exactly a fifth"),
    RuleCase("duplicate-submission", "a file that was accepted", close: "a year that follows the other"),
    RuleCase("same-as-last-year", "last year's prose over again", close: "a year that goes on from the other"),
    RuleCase("problems-repeated", "last year's problems over again", close: "last year's prose over again"),
    RuleCase("same-as-another", "another unit's prose with the name changed", close: "units of one trade"),
  ]
}

/// Reports that are close to breaking a rule and do not, where no other test holds one.
enum NearMiss {
  static let mutations: [Mutation] = [
    Mutation(
      "a title with district, government and 年度", "青禾镇 2024 年政府信息公开工作年度报告\n根据",
      "红旗区青禾镇人民政府\n2024 年度政府信息公开工作年度报告\n根据"),
    Mutation(
      "a table of contents", "青禾镇 2024 年政府信息公开工作年度报告\n根据",
      """
      青禾镇 2024 年政府信息公开工作年度报告
      目录
      一、总体情况
      二、主动公开政府信息情况
      三、收到和处理政府信息公开申请情况
      四、政府信息公开行政复议、行政诉讼情况
      五、存在的主要问题及改进情况
      六、其他需要报告的事项
      根据
      """),
    Mutation(
      "a cell and the total of its row raised alike", "58 0 0 3 0 0 61", "58 0 0 4 0 0 62",
      Expected("requests-concluded-total", column: "public_interest"),
      Expected("requests-concluded-total", column: "total")),
    Mutation(
      "one more received and carried out",
      expecting: [Expected("narrative-mismatch", found: "418件"), Expected("narrative-mismatch", found: "22件")]
    ) {
      try $0.replacingOnly("284 26 16 52 23 17 418", with: "285 26 16 52 23 17 419")
        .replacingOnly("9 5 6 0 1 1 22", with: "10 5 6 0 1 1 23")
    },
    Mutation("outcomes that add up otherwise", "4 2 4 9 19", "5 2 4 8 19"),
    Mutation("heads in short", "本年制发件数 本年废止件数 现行有效件数", "制发 废止 现行有效"),
    Mutation("the fee in other words", "本年度未收取政府信息公开信息处理费。", "全年没有收取信息处理费，无其他需要报告的事项。"),
    said("rare characters and marks of doubt", "涓涓细流，汇成江海；群众有何疑问？？如何办理？一看便知。"),
    said(
      "a landline, a hotline and a count of eleven digits", "咨询电话0373-3333333，热线12345，网站累计访问13812345678次。"),
    said("an X that stands for itself", "对PPP项目、5G基站和X光检查的信息及时公开，公开栏长3×5米。"),
    said("an explanation in brackets", "按照《条例》（国务院令第711号）和上级要求（含会议部署）落实。"),
    said("points within points", "一是健全制度。（1）一是明确分工；二是定期会商。二是畅通渠道。三是加强培训。"),
    said("a sentence that compares with the year before", "2023年公开信息80条，2024年公开86条，比上年多6条。"),
    said("items of which some are left out", "网站全年发布信息80篇，其中部门文件5篇、工作动态43篇、财政预算4篇。"),
    said("the decree of the form in force beside that before", "依据国办公开办函〔2021〕30号编制，〔2019〕60号不再适用。"),
    Mutation("no subheadings in the overview", expecting: []) {
      try ["（一）主动公开。", "（二）依申请公开。", "（三）政府信息管理。", "（四）政府信息公开平台建设。", "（五）监督保障。"].reduce($0) {
        try $0.replacingOnly($1, with: "")
      }
    },
    Mutation("a problem and a measure in one sentence", Mutation.problems, "公开的及时性还不够，将明确公开时限并按季检查。"),
    said("the six parts, and a decree of eight points", "本报告由六个部分组成，落实《要点》的八个方面部署。"),
    said("words that are doubled by nature", "层层压实责任，事事有回音，件件有着落。"),
  ]

  private static func said(_ description: String, _ words: String) -> Mutation {
    Mutation(description, "各项任务按期完成。", "各项任务按期完成。\n\(words)")
  }

  /// Whole files.
  static let files: [(description: String, findings: @Sendable () throws -> [Finding])] = [
    (
      "the report behind a thousand empty lines",
      { try Judging.findings(Array((String(repeating: " \r\n", count: 1000) + Corpus.text()).utf8)) }
    ),
    (
      "a report that begins with the letters of a picture", { try Judging.findings(Array("BM\n\(Corpus.text())".utf8)) }
    ),
    ("pages with their text", { try Judging.findings(Corpus.bytes("qinghe-2024.pdf")) }),
    ("the form of 2019 in its year", { try Judging.findings(Corpus.bytes("form-2019.txt")) }),
    (
      "a library of templates as the author",
      { try Judging.findings(on: PlausibleAuthorTests.extract(author: "某某文库")) }
    ),
    ("the unit as the author", { try Judging.findings(on: PlausibleAuthorTests.extract(author: "小店镇人民政府")) }),
  ]
}
