import DocumentModel
package import Findings
import ReportModel

package struct LeftoverTemplateRule: Rule {
  package static let description = RuleDescription(
    id: "leftover-template", severity: .warning,
    source: "Practice: lead-ins of the form and instructions of a template that were copied along.",
    clerk: "稿子里留着格式范本的提示语，如“该部分以表格形式报告”“（不少于300字）”“填写说明”。这些话是写给填报人看的，公布前要删去。",
    administrator: "A lead-in of the form or an instruction of a template was copied into the report.",
    example: RuleExample(wrong: "（三）政府信息管理（不少于200字，可另附页）", right: "（三）政府信息管理"))

  package init() {}

  private static let most = 5

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    if let title = subject.report?.title, let leftover = Leftover.first(inTitle: title.text) {
      let words = Quote(around: [leftover], in: Array(title.text.unicodeScalars), source: "\(Comparison.thisReport)标题")
      findings.append(
        finding(
          .message, advice: .advice, at: FindingPlace(source: title.place), found: Quotation.of(title.text),
          expected: "删去", evidence: [.quote(words)]))
    }
    for passage in subject.passages {
      for leftover in Leftover.all(in: passage, atMost: Self.most) where findings.count < Self.most {
        let index = leftover.lowerBound
        findings.append(
          finding(
            .message, advice: .advice, at: passage.place(at: index), found: passage.quotation(at: index),
            expected: "删去", evidence: [passage.quote(of: leftover)]))
      }
    }
    return findings
  }
}

/// Words that are written for whoever fills in the form.
private enum Leftover {
  /// Where a title says that it is nobody's.
  static func first(inTitle title: String) -> Range<Int>? {
    let scalars = Array(title.unicodeScalars)
    return ["模板", "范本", "样本", "样稿", "（示例）", "（样例）", "(示例)", "(样例)"].lazy.compactMap { scalars[...].range(of: $0) }.first
  }

  /// Where they stand in a passage, one for each sentence at most.
  static func all(in passage: Passage, atMost most: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < passage.scalars.count, found.count < most {
      guard let end = end(ofLeftoverAt: index, in: passage) else {
        index += 1
        continue
      }
      found.append(index..<end)
      index = end
      while index < passage.scalars.count, !"。；！？;）)".unicodeScalars.contains(passage.scalars[index]) { index += 1 }
    }
    return found
  }

  private static func end(ofLeftoverAt index: Int, in passage: Passage) -> Int? {
    if passage.startsLine(index), let end = lineOpening(index, passage) { return end }
    switch passage.scalars[index] {
    case "该", "此", "本": return lead(index, passage)
    case "（", "(", "【", "[", "［": return instruction(index, passage)
    case "以", "根", "您", "希", "作": return answer(index, passage)
    case "填", "请", "报", "撰": return request(index, passage)
    default: return nil
    }
  }

  /// 该部分以表格形式报告, as the form's own notes have it.
  private static func lead(_ index: Int, _ passage: Passage) -> Int? {
    guard passage.holds("部分", at: index + 1) else { return nil }
    let verbs = [
      "以表格", "以文字", "采用表格", "采用文字", "用表格", "用文字", "按照以下", "按以下", "应填", "应写", "应包括", "应当包括", "应当填", "应从", "应重点", "需填",
      "需写",
      "需要填", "须填", "请填", "请写", "请按", "请从", "主要填", "主要写", "主要反映", "主要从", "主要报告", "内容应", "内容由", "内容请", "内容主要", "可另附",
      "如无",
      "填写", "要求",
    ]
    return passage.first(of: verbs, at: index + 3).map { index + 3 + $0.unicodeScalars.count }
  }

  /// 填表说明, 示例：, and notes that ask for something.
  private static func lineOpening(_ index: Int, _ passage: Passage) -> Int? {
    let openings = [
      "填表说明", "填报说明", "填写说明", "编写说明", "撰写说明", "写作提示", "编写提示", "填写提示", "模板说明", "编写要求", "填写要求", "填报要求", "示例：", "样例：",
      "范例：",
      "示例:", "样例:", "参考模板", "参考范文", "（模板）", "（示例）", "（样例）",
    ]
    if let opening = passage.first(of: openings, at: index) { return index + opening.unicodeScalars.count }
    let line = passage.range(ofLine: passage.line(at: index))
    if line.count <= 4,
      ["模板", "示例", "样例", "范本", "样本", "参考样式", "样式"].contains(String(passage.scalars[line]))
    {
      return line.upperBound
    }
    guard let note = passage.first(of: ["说明：", "说明:", "注：", "注:", "备注：", "提示：", "注意："], at: index) else { return nil }
    let start = index + note.unicodeScalars.count
    let rest = passage.after(start, 60).prefix { !"。；".unicodeScalars.contains($0) }
    return asksForWords.contains { rest.holds($0) } ? start : nil
  }

  /// What is asked of the writer, and never of the reader.
  private static let asksForWords = [
    "字以内", "字以上", "字左右", "另附页", "可附页", "请删", "删除本", "删除此", "删去此", "请填", "请写", "请补充", "请根据", "请结合", "请列", "请按", "请参照",
    "请说明", "请自行", "自行填写", "自行添加", "自行增减", "自行删减", "据实填写", "如实填写", "根据实际填写", "实际情况填写", "实际填写", "实际情况撰写", "没有则填", "没有的填",
    "无则填",
    "没有填", "不填写", "可不填", "必填", "选填", "填报时", "填写时", "撰写时", "可参考", "此处可", "自行调整", "可结合实际", "结合实际调整", "仿宋", "黑体字", "号字体",
    "三号字", "四号字", "小标宋", "行距", "参考格式", "仅供参考", "下同，请", "此项由", "由各单位填",
  ]

  /// 填报单位请核对数据
  private static func request(_ index: Int, _ passage: Passage) -> Int? {
    let phrases = [
      "填报单位请", "填写单位请", "填报人请", "填报时请", "填写时请", "报送单位请", "报送前请", "撰写单位请", "撰写时请", "请填报单位", "请填报人", "请撰写单位",
    ]
    return passage.first(of: phrases, at: index).map { index + $0.unicodeScalars.count }
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["（": "）", "(": ")", "【": "】", "[": "]", "［": "］"]

  /// （不少于300字，可另附页）, （注：填写后请删除）, （示例）.
  private static func instruction(_ index: Int, _ passage: Passage) -> Int? {
    guard let open = passage[index], let close = closing[open] else { return nil }
    let rest = passage.after(index + 1, 100)
    guard let last = rest.firstIndex(of: close) else { return nil }
    let inside = rest[..<last]
    let isLabel =
      inside.count <= 4
      && [
        "模板", "示例", "样例", "范本", "样本", "范文", "供参考", "仅供参考", "参考", "可选", "必填", "选填", "可另附页", "另附", "具体网址", "网址", "具体日期",
        "具体时间", "具体数据", "具体名称", "网站名称",
      ].contains(
        String(inside))
    let isLength = (inside.holds("不少于") || inside.holds("不超过")) && inside.last == "字"
    return isLabel || isLength || asksForWords.contains { inside.holds($0) } ? last + 1 : nil
  }

  /// What a writing program says to whoever asked it.
  private static func answer(_ index: Int, _ passage: Passage) -> Int? {
    let phrases = [
      "以下是为您", "以下是根据您", "根据您的要求", "根据您提供", "根据你的要求", "根据你提供", "您可以根据", "希望这份", "希望以上内容", "作为人工智能", "作为AI", "作为一个AI",
      "作为一个人工智能",
    ]
    return passage.first(of: phrases, at: index).map { index + $0.unicodeScalars.count }
  }
}

extension String {
  fileprivate static let message = "这里留着范本的提示语，不是报告的内容。"
  fileprivate static let advice = "请删去提示语，只留要公布的内容。"
}
