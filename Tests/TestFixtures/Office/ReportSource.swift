package import Foundation

/// A report as its author has it before it is printed: words, figures, and how the form is laid out.
///
/// Figures are held by the ids that readers give them; what is printed of each follows from ``printing``, ``blanks``
/// and ``overprints``.
package struct ReportSource: Sendable {
  package var office = "青禾镇"
  package var year = 2024
  package var figures: [String: Decimal]
  /// Figures whose cells are left empty.
  package var blanks: Set<String> = []
  /// What stands in a cell instead of its figure.
  package var overprints: [String: String] = [:]
  /// The same, of more than one look.
  package var styled: [String: StyledText] = [:]
  /// With which characters the words and figures are written.
  package var spelling: @Sendable (String) -> String = { $0 }
  package var printing = FigurePrinting.plain
  package var form = PrintedForm.of2021
  package var layout = TableLayout()
  /// Paragraphs above the title.
  package var preamble: [String] = []
  /// Lines of the title; by default one, of office and year.
  package var title: [String]?
  package var headings = HeadingNumbers.typed
  /// 表1 … above each table.
  package var hasCaptions = false

  package init(figures: [String: Decimal]) {
    self.figures = figures
  }

  /// What must be read of it.
  package var readable: [String: Decimal] { figures.filter { !blanks.contains($0.key) } }

  package var titleText: String { (title ?? ["\(office)\(year)年政府信息公开工作年度报告"]).joined() }

  /// What is printed in the cell of a figure.
  func print(_ id: String) -> StyledText {
    if let text = styled[id] { return text }
    if blanks.contains(id) { return StyledText("") }
    if let overprint = overprints[id] { return StyledText(overprint) }
    return StyledText(figures[id].map(printing.text) ?? "")
  }
}

/// The form on which the figures are printed.
package enum PrintedForm: Sendable {
  case of2021
  case of2019
  /// The form in force, with （六）其他处理 still in one row.
  case mixed

  var hasOneOtherwiseRow: Bool { self != .of2021 }
}

/// How a number is written.
package enum FigurePrinting: Sendable {
  case plain
  /// 1,234
  case thousands
  /// １２３４
  case fullWidth
  /// 1234件; money has its own unit in the table's head.
  case counted

  func text(_ figure: Decimal) -> String {
    let plain = "\(figure)"
    switch self {
    case .plain: return plain
    case .thousands: return Self.separated(plain)
    case .fullWidth: return String(String.UnicodeScalarView(plain.unicodeScalars.map(Self.wide)))
    case .counted: return plain.contains(".") ? plain : plain + "件"
    }
  }

  private static func separated(_ plain: String) -> String {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts.first ?? "")
    let groups = whole.reversed().enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, digit.offset % 3 == 0, digit.element.isNumber { text.append(",") }
      text.append(digit.element)
    }
    return ([String(groups.reversed())] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
  }
}

/// Where the ordinals of the headings come from.
package enum HeadingNumbers: Sendable {
  /// Part of the text.
  case typed
  /// Set by the word processor's automatic list; no part of the text.
  case automatic
}

/// How the tables are set.
package struct TableLayout: Sendable {
  package enum Labels: Sendable {
    /// Label and group in one column, groups in rows of their own.
    case one
    /// Groups in a merged cell before the labels, 三、本年度办理结果 in a row of its own.
    case two
    /// As decreed: 三、本年度办理结果, the groups, the labels.
    case three
    /// The same, 三、本年度办理结果 set vertically.
    case threeVertical
  }

  package enum ApplicantHeader: Sendable {
    /// As decreed: 申请人情况 over all seven, 法人或其他组织 over five of them.
    case decreed
    /// 总计 stands beside 申请人情况, which covers six.
    case totalApart
    /// The seven names in a single row.
    case flat
  }

  package enum Alignment: String, Sendable {
    case start, center, end
  }

  package var labels = Labels.three
  package var header = ApplicantHeader.decreed
  /// Rows of the head of table four: 2, 3 as decreed, or 4.
  package var litigationHeaderRows = 3
  package var repeatsHeader = false
  package var alignment = Alignment.center
  package var hasBorders = true
  /// In points.
  package var fontSize = 9
  package var page = Page.a4
  package var columns = ColumnOrder()
  /// Words of heads that differ from the form's.
  package var heads: [String: String] = [:]
  /// Whether the heads are left out.
  package var hasHeads = true
  /// Changes to the rows of table two, and to those of table three.
  package var disclosureRows = RowChange()
  package var requestsRows = RowChange()

  package init() {}

  /// Which columns are printed, from left to right, by their places in the form.
  package struct ColumnOrder: Sendable {
    package var applicants = Array(0..<7)
    package var documents = Array(0..<3)
    package var results = Array(0..<5)
    package var proceedings = Array(0..<3)
  }

  /// How rows differ from the form's.
  package struct RowChange: Sendable {
    /// Rows, by their places in the table, that stand in each other's place.
    package var swapped: [(Int, Int)] = []
    package var lost: Int?
    /// A row that the form does not have, with what stands in each cell, and behind which row it stands.
    package var added: (after: Int, cells: [String])?
    /// Other words for the labels of rows.
    package var labels: [String: String] = [:]
  }

  /// A sheet of paper, in millimetres.
  package struct Page: Sendable {
    var width: Int
    var height: Int

    package static let a3 = Page(width: 297, height: 420)
    package static let a4 = Page(width: 210, height: 297)
    package static let a4Landscape = Page(width: 297, height: 210)
    package static let a5 = Page(width: 148, height: 210)
  }
}
