/// Sections on problems that leave out the problem, the measure, or both.
enum UnstatedProblems {
  private static let both = "存在的问题、改进措施"
  private static let problem = "存在的问题"
  private static let measure = "改进措施"

  static let all = [
    LackingText(both, "无。"), LackingText(both, "暂无"), LackingText(both, "本年度无。"), LackingText(both, "不存在问题。"),
    LackingText(both, "2024年，本单位政府信息公开工作未发现问题。"), LackingText(both, "（一）存在的主要问题：无。\n（二）改进情况：无。"),
    LackingText(both, "我局政府信息公开工作总体情况良好，没有明显的不足。"),
    LackingText(problem, "下一步，我镇将进一步加强学习，完善制度，做好政府信息公开工作。"),
    LackingText(problem, "2025年工作打算：一是加强组织领导；二是拓宽公开渠道；三是强化监督检查。"),
    LackingText(problem, "针对存在的问题，我局将认真整改。"),
    LackingText(problem, "本年度不存在问题。今后将继续严格落实《条例》，提升公开水平。"),
    LackingText(problem, "我办将一如既往做好主动公开，及时更新信息，丰富公开形式。"),
    LackingText(measure, "存在公开内容不够全面、更新不够及时的问题。"),
    LackingText(measure, "一是公开意识有待增强；二是公开内容有待丰富；三是队伍建设有待加强。"),
    LackingText(measure, "主要问题：信息员变动频繁，业务不熟。改进情况：无。"),
    LackingText(measure, "公开渠道还需进一步拓宽，解读质量还需进一步提高。"),
    LackingText(measure, "政务新媒体更新较慢，群众关注度不高，内容单一。"),
    LackingText(problem, "建议上级多组织培训，加大指导力度。下一步，我镇将积极参加。"),
  ]
}
