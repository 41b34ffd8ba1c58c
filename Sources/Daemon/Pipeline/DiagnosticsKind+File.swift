import Rendering
import ReportModel
import Spool

extension Configuration.DiagnosticsKind {
  /// The diagnostics as a file beside the report.
  func file(for judged: JudgedReport) -> DiagnosticsFile {
    switch self {
    case .html: DiagnosticsFile(suffix: ".审核结果.html", bytes: DiagnosticsPage.render(judged))
    case .json: DiagnosticsFile(suffix: ".审核结果.json", bytes: DiagnosticsJSON.render(judged))
    case .text: DiagnosticsFile(suffix: ".审核结果.txt", bytes: DiagnosticsText.render(judged))
    }
  }
}
