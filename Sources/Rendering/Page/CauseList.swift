import Findings
import ReportModel

/// What is to be mended, a line each, right below the verdict: the first screen of an old monitor tells it all, and each
/// line leads to the words below.
struct CauseList {
  private let places: PlaceWords

  init(report: AnnualReport?) {
    places = PlaceWords(report: report)
  }

  /// Writes the lines of the first chapter; of a single finding the page tells all at a glance.
  func write(_ chapters: [FindingChapter], to html: inout HTMLWriter) {
    guard let chapter = chapters.first, chapter.severity != .info, chapter.findings.count > 1 else { return }
    html.newline()
    html.element("div", .id("causes")) { html in
      for each in chapter.findings.prefix(Self.mostLines) { write(each, to: &html) }
      let rest = chapter.findings.count - Self.mostLines
      if rest > 0 { html.element("p", .class("rest"), text: "还有 \(rest) 处，见下面的说明。") }
    }
  }

  private func write(_ each: NumberedFinding, to html: inout HTMLWriter) {
    html.newline()
    html.element("p") { html in
      html.element("a", .href("#" + CellLink.finding(each.number)), text: String(each.number))
      html.element("span", .class("where"), text: places.brief(for: each.finding), limit: ShownLimit.name)
      html.text(each.finding.message, limit: Self.lineLimit)
    }
  }

  /// With the verdict above they stand on a screen 768 pixels high.
  private static let mostLines = 12
  private static let lineLimit = 60
}
