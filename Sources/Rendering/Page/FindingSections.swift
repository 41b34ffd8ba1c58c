import Findings
import ReportModel

/// The findings on the page, chapter by chapter: what is wrong, where, and how to mend it.
struct FindingSections {
  private let report: AnnualReport?
  private let places: PlaceWords

  /// - Parameter report: The report that the findings are about, where one could be read.
  init(report: AnnualReport?) {
    self.report = report
    places = PlaceWords(report: report)
  }

  func write(_ chapters: [FindingChapter], to html: inout HTMLWriter) {
    for chapter in chapters {
      html.newline()
      html.element("div", .class("chapter " + style(chapter.severity))) { html in
        html.element("h2") { html in
          html.text(chapter.heading)
          html.element("span", .class("count"), text: "\(chapter.findings.count) 处")
        }
        html.element("p", .class("lead"), text: chapter.lead)
        for each in chapter.findings { write(each, to: &html) }
      }
    }
  }

  private func write(_ each: NumberedFinding, to html: inout HTMLWriter) {
    let finding = each.finding
    html.newline()
    html.element("div", .class("finding " + style(finding.severity)), .id(CellLink.finding(each.number))) { html in
      html.element("div", .class("number"), text: String(each.number))
      html.element("div", .class("body")) { html in
        // For the telephone call with an administrator.
        html.element("div", .class("rule"), text: finding.rule.rawValue, limit: ShownLimit.figure)
        html.element("h3", text: finding.message)
        html.element("table", .class("parts")) { html in
          html.element("tbody") { html in
            write("哪里", places.words(for: finding), link: link(of: each), to: &html)
            if let found = finding.found { write("填的是", found, style: "found", to: &html) }
            if let expected = finding.expected { write("应该是", expected, style: "expected", to: &html) }
            EvidenceRows.write(ShownEvidence(of: finding), to: &html)
            if !finding.advice.isEmpty { write("怎么改", finding.advice, to: &html) }
          }
        }
      }
    }
  }

  private func write(
    _ name: String,
    _ value: String,
    style: String = "words",
    link: String? = nil,
    to html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      html.element("th", text: name)
      html.element("td", .class(style)) { html in
        html.text(value, limit: style == "words" ? ShownLimit.sentence : ShownLimit.value)
        guard let link else { return }
        html.element("a", .class("see"), .href(link), text: "看表格")
      }
    }
  }

  /// Where the finding is marked in the tables below; `nil` when it points at no cell that is shown.
  private func link(of each: NumberedFinding) -> String? {
    let place = each.finding.place
    guard let id = place.table, let row = place.row,
      let table = report?.tables.first(where: { $0.table.id == id }),
      let reading = table.rows.first(where: { $0.row.id == row })
    else { return nil }
    guard let column = place.column else { return "#" + CellLink.mark(each.number) }
    let isShown = !reading.isMissing && reading.row.columns.contains { $0.id == column }
    return isShown ? "#" + CellLink.mark(each.number) : nil
  }

  private func style(_ severity: Severity?) -> String { severity?.rawValue ?? "plain" }
}

/// The anchors between a finding and its cell. Made of numbers only.
enum CellLink {
  static func finding(_ number: Int) -> String { "finding-\(number)" }
  static func mark(_ number: Int) -> String { "cell-\(number)" }
}
