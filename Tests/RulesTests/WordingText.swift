import Findings
import TestFixtures

/// A good report with words of a test's own in a prose section.
enum WordingText {
  /// What one rule finds in words that stand as lines of the first section, behind its opening sentence.
  static func findings(_ rule: RuleID, in words: String) throws -> [Finding] {
    try Judging.findings(report(words)).filter { $0.rule == rule }
  }

  static func report(_ words: String) throws -> [UInt8] {
    Array(try Corpus.text().replacingOnly("各项任务按期完成。", with: "各项任务按期完成。\n\(words)").utf8)
  }

  /// The findings of a rule in the last section.
  static func lastSection(_ rule: RuleID, _ words: String) throws -> [Finding] {
    let text = try Corpus.text().replacingOnly("政府信息公开信息处理费。", with: "政府信息公开信息处理费。\n\(words)")
    return try Judging.findings(Array(text.utf8)).filter { $0.rule == rule }
  }
}

extension Mutation {
  /// Slips of the pen in the prose.
  static let wording: [Mutation] = [
    prose("a mobile number", "咨询请拨打13812345678。", "personal-information", "138****5678"),
    prose("a blank of a template", "全年共举办培训XX次。", "placeholder-text"),
    prose(
      "an instruction in brackets", "（五）监督保障（不少于200字）", "leftover-template", "（不少于200字）"),
    prose("a point that was left out", "一是健全制度。二是畅通渠道。四是加强培训。", "numbering", "四是加强培训"),
    prose("a sentence of an older report", "截至2021年12月31日，共公开信息86条。", "stray-year"),
    prose("the decree of the form before", "依据国办公开办函〔2019〕60号编制。", "superseded-decree", "〔2019〕60号"),
    prose("seven parts", "本报告由七个部分组成。", "parts-count", "七个部分"),
    prose("items that do not add up", "网站全年发布信息53篇，其中组织机构2篇、部门文件5篇、工作动态43篇、财政预算4篇。", "itemised-total", "53篇"),
    prose("a word that stands twice", "对公开内容进行进行审查。", "doubled-word"),
  ]

  private static func prose(_ description: String, _ words: String, _ rule: String, _ found: String? = nil) -> Mutation
  {
    Mutation(
      description, "各项任务按期完成。", "各项任务按期完成。\n\(words)", Expected(rule, section: 1, found: found))
  }
}
