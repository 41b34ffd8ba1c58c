package import Findings
import ReportModel

package struct ItemisedTotalRule: Rule {
  package static let description = RuleDescription(
    id: "itemised-total", severity: .warning,
    source: "Practice: the commonest slip of prose. The items of a total, whatever is counted, add up to it.",
    clerk: "正文写了总数又分项列出的（如“共53篇，其中…2篇、…5篇”），各分项之和应当等于总数。",
    administrator:
      "Items of a total in the prose add up to more than the total, or all of its items to another number. "
      + "What may overlap, is vague, or was not meant to be complete is left alone.",
    example: RuleExample(
      wrong: "网站发布信息53篇，其中机构职能2篇、部门文件5篇、工作动态43篇、财政预算4篇。",
      right: "网站发布信息54篇，其中机构职能2篇、部门文件5篇、工作动态43篇、财政预算4篇。"))

  package init() {}

  private static let most = 5

  package func check(_ subject: Subject) -> [Finding] {
    subject.passages.findings(atMost: Self.most) { passage in
      let found = passage.scalars.ranges(between: \.endsClause).lazy.compactMap {
        ItemisedTotal(of: passage.scalars[$0])
      }
      return found.filter { !$0.isRight }.prefix(Self.most).map { finding($0, in: passage) }
    }
  }

  private func finding(_ items: ItemisedTotal, in passage: Passage) -> Finding {
    func printed(_ value: Int) -> String { "\(Figure(significand: value, decimals: 4))\(items.unit)" }
    let total = items.ranges.first ?? 0..<0
    let difference = printed(abs(items.sum - items.total))
    return finding(
      "各分项之和为\(printed(items.sum))，总数写的是\(printed(items.total))，相差\(difference)。", advice: .advice,
      at: passage.place(at: total.lowerBound), found: String(passage.scalars[total]), expected: printed(items.sum),
      evidence: [passage.quote(of: items.ranges)])
  }
}

extension String {
  fileprivate static let advice = "请核对总数和各分项，改正写错的那个数；分项没有列全的，补上其余部分或写明“等”。"
}
