import Findings
package import ReportModel

/// The diagnostics as one page for the clerk who wrote the report: the verdict, what to mend and how, and the tables as
/// they were read.
///
/// The page holds all it needs, runs no script and loads nothing; it reads on old browsers and prints on A4.
package enum DiagnosticsPage {
  /// The page as HTML in UTF-8. Same input, same bytes.
  package static func render(_ judged: JudgedReport) -> [UInt8] {
    let verdict = VerdictWords(judged)
    let findings = FindingList(judged)
    var html = HTMLWriter()
    html.element("html", .named("lang", "zh-CN")) { html in
      html.newline()
      html.element("head") { writeHead(judged, verdict, to: &$0) }
      html.newline()
      html.element("body") { html in
        html.element("div", .id("page")) { html in
          writeVerdict(judged, verdict, to: &html)
          CauseList(report: judged.report).write(findings.chapters, to: &html)
          writeFacts(judged, to: &html)
          FindingSections(report: judged.report).write(findings.chapters, to: &html)
          if let report = judged.report { TableSections(report: report, findings: findings).write(to: &html) }
          writeFooter(judged, to: &html)
        }
      }
    }
    html.newline()
    return html.bytes
  }

  private static func writeHead(_ judged: JudgedReport, _ verdict: VerdictWords, to html: inout HTMLWriter) {
    html.void("meta", .named("charset", "utf-8"))
    // Intranet zones make Internet Explorer fall back to its oldest layout otherwise.
    html.void("meta", .named("http-equiv", "X-UA-Compatible"), .named("content", "IE=edge"))
    // A second lock behind the escaping: even markup that slipped through could run and load nothing.
    html.void(
      "meta", .named("http-equiv", "Content-Security-Policy"),
      .named("content", "default-src 'none'; style-src 'unsafe-inline'"))
    html.void("meta", .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
    html.element("title", text: "\(verdict.headline) - \(judged.file.name)", limit: ShownLimit.name)
    html.style(PackageResources.diagnostics_css)
  }

  private static func writeVerdict(_ judged: JudgedReport, _ verdict: VerdictWords, to html: inout HTMLWriter) {
    html.newline()
    html.element("div", .id("verdict"), .class(judged.verdict.rawValue)) { html in
      html.element("div", .class("symbol"), text: verdict.symbol)
      html.element("div", .class("words")) { html in
        html.element("p", .class("kicker"), text: "政府信息公开工作年度报告 审核结果")
        html.element("h1", text: verdict.headline)
        for sentence in verdict.sentences { html.element("p", text: sentence) }
      }
    }
  }

  private static func writeFacts(_ judged: JudgedReport, to html: inout HTMLWriter) {
    let checked = CivilTime(secondsSince1970: judged.checkedAt, offset: CivilTime.beijing)
    let unread = "未读出"
    html.newline()
    html.element("table", .id("facts")) { html in
      html.element("colgroup") { html in
        for style in ["name", "value", "name", "value"] { html.void("col", .class(style)) }
      }
      html.element("tbody") { html in
        writeFact("文件名", judged.file.name, to: &html)
        if let title = judged.report?.title { writeFact("标题", title.text, to: &html) }
        writeFacts(
          ("单位", judged.report?.office ?? unread),
          ("年度", judged.report?.year.map { "\($0) 年" } ?? unread), to: &html)
        writeFacts(
          ("表样", judged.report.map { "\($0.form.id) 年表样（\($0.form.decree)）" } ?? unread),
          ("审核时间", "\(checked.words)（北京时间）"), to: &html)
        writeFacts(
          ("格式和大小", "\(judged.file.format ?? "未知格式")，\(judged.file.bytes) 字节"),
          ("SHA-256", judged.file.sha256.map { $0.prefix(16) + "…" } ?? "文件太大，没有计算"), to: &html)
      }
    }
  }

  private static func writeFact(_ name: String, _ value: String, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", text: name)
      html.element("td", .colspan(3), text: value, limit: ShownLimit.name)
    }
  }

  private static func writeFacts(
    _ left: (name: String, value: String),
    _ right: (name: String, value: String),
    to html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      for fact in [left, right] {
        html.element("th", text: fact.name)
        html.element("td", text: fact.value, limit: ShownLimit.value)
      }
    }
  }

  private static func writeFooter(_ judged: JudgedReport, to html: inout HTMLWriter) {
    html.newline()
    html.element("div", .id("footer")) { html in
      html.text("此页由 nianbaod 自动生成 · nianbaod \(judged.version)")
    }
  }
}
