import DocumentModel
import ReportModel

/// A year that the report says it covers.
struct StatedYear {
  var year: Int
  var section: Int?
  var place: Place
  var quotation: String

  static func all(in report: AnnualReport) -> [StatedYear] {
    let openings = [(nil, report.preamble)] + report.sections.prefix(1).map { ($0.number, $0.paragraphs) }
    let inText = openings.flatMap { section, paragraphs in
      let text = FlowingText(paragraphs)
      return text.sentences.flatMap { sentence -> [StatedYear] in
        let words = text.scalars[sentence].map(\.narrowed)
        let years = CoveredPeriod.years(in: words) + announced(in: words, leads: section == nil ? openingLeads : leads)
        return years.map { found in
          StatedYear(
            year: found.year, section: section, place: text.place(at: sentence.lowerBound + found.index),
            quotation: String(text.scalars[sentence]))
        }
      }
    }
    let inHeadings = report.sections.flatMap { section in
      YearWords.all(in: Array(section.heading.unicodeScalars)).map {
        StatedYear(year: $0.year, section: section.number, place: section.place, quotation: section.heading)
      }
    }
    return inText + inHeadings
  }

  /// 现公布青禾镇2024年政府信息公开工作年度报告
  private static let leads = ["现将", "现公布", "现就", "编制本报告", "现予公布", "现发布", "现予以公布", "予以发布"]
  /// Before the first section nobody tells of earlier reports.
  private static let openingLeads =
    leads + ["公布", "发布", "编制", "编写", "起草", "制作", "公开如下", "报告如下", "形成", "撰写", "向社会公开", "现公开", "现予公开", "现予以公开"]

  private static func announced(in words: [Unicode.Scalar], leads: [String]) -> [(year: Int, index: Int)] {
    let ends = ["年度报告", "年报", "工作报告"]
    guard words.holds(anyOf: ends), words.holds(anyOf: leads) else { return [] }
    let first = leads.compactMap { words.range(of: $0)?.lowerBound }.min() ?? 0
    let named = YearWords.all(in: words).filter { found in
      // What stands behind a comma is another matter, as in 2019年5月15日起施行，现公布….
      let rest = words[found.end...].prefix(30).prefix { !"，,".unicodeScalars.contains($0) }
      return rest.holds(anyOf: ends) && rest.holds("信息公开")
    }
    // Behind the report that is announced others may be mentioned.
    let announced = named.first { $0.range.lowerBound > first } ?? named.first
    return announced.map { [($0.year, $0.range.lowerBound)] } ?? []
  }
}
