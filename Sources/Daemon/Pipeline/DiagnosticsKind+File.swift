import LinuxSystem
import Rendering
import ReportModel
import Spool

extension Configuration.DiagnosticsKind {
  /// What the name of such a file has behind the report's.
  package var suffix: String {
    switch self {
    case .html: ".审核结果.html"
    case .json: ".审核结果.json"
    case .text: ".审核结果.txt"
    }
  }

  /// The diagnostics as a file beside the report.
  func file(for judged: JudgedReport) -> DiagnosticsFile {
    defer { ThreadActivity.step() }
    let bytes =
      switch self {
      case .html: DiagnosticsPage.render(judged)
      case .json: DiagnosticsJSON.render(judged)
      case .text: DiagnosticsText.render(judged)
      }
    return DiagnosticsFile(suffix: suffix, bytes: bytes)
  }
}
