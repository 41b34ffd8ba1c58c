import Findings
import ReportModel

/// The verdict in words for a clerk, the same on the page and in plain text.
struct VerdictWords {
  let symbol: String
  let headline: String
  /// What it means and what to do next, one sentence or two each.
  let sentences: [String]

  init(_ judged: JudgedReport) {
    let errors = judged.findings.count { $0.severity == .error }
    let warnings = judged.findings.count { $0.severity == .warning }
    switch judged.verdict {
    case .accepted:
      symbol = "✓"
      headline = "通过"
      sentences = Self.accepted(warnings: warnings)
    case .rejected:
      symbol = "✗"
      headline = "退回修改"
      sentences = Self.rejected(errors: errors, warnings: warnings)
    case .held:
      symbol = "‖"
      headline = "暂不能审核"
      sentences = Self.held(reason: judged.heldBecause)
    }
  }

  private static func accepted(warnings: Int) -> [String] {
    guard warnings > 0 else { return ["没有发现需要修改的地方，报告已经收下，不用再做什么。谢谢！"] }
    return [
      "报告已经收下，没有必须修改的地方。谢谢！",
      "另有 \(warnings) 处想请您核实：如果填写无误，不用再报；如果确有出入，改好后重新报送即可。",
    ]
  }

  private static func rejected(errors: Int, warnings: Int) -> [String] {
    guard errors > 0 else { return ["报告需要修改后重新报送，请看下面的说明。"] }
    let repair = "有 \(errors) 处需要修改。请照下面的说明逐条改好，再把报告重新放进收件文件夹。"
    guard warnings > 0 else { return [repair] }
    return [repair, "另有 \(warnings) 处请顺便核实；确认无误的，可以不改。"]
  }

  private static func held(reason: String?) -> [String] {
    let comfort = "这次没能审核完，这不是贵单位的问题。报告已原样保存，没有丢失，您现在不用修改，也不用重新报送。"
    let next = "接下来由管理员查看原因、安排重新审核；如需贵单位配合，会另行联系。"
    return [comfort, next] + (reason.map { ["原因：\($0)"] } ?? [])
  }
}
