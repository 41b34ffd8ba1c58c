package import Findings

/// A statutory form as data: what a report of certain years must hold. Code knows equations, not what they add up.
package struct Form: Equatable, Sendable {
  /// `2021`, by the year in which the form was decreed.
  package var id: String
  /// The decree: 国办公开办函〔2021〕30号.
  package var decree: String
  /// The report years that the form serves.
  package var years: ClosedRange<Int>
  package var sections: [FormSection]
  package var tables: [FormTable]

  package init(id: String, decree: String, years: ClosedRange<Int>, sections: [FormSection], tables: [FormTable]) {
    self.id = id
    self.decree = decree
    self.years = years
    self.sections = sections
    self.tables = tables
  }
}

/// A numbered section of the form.
package struct FormSection: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case prose, table
  }

  package var number: Int
  /// The ordinal as printed: 一.
  package var ordinal: String
  package var heading: String
  /// Other wordings met in real reports that mean the same section.
  package var variants: [String]
  package var kind: Kind

  package init(number: Int, ordinal: String, heading: String, variants: [String], kind: Kind) {
    self.number = number
    self.ordinal = ordinal
    self.heading = heading
    self.variants = variants
    self.kind = kind
  }
}

/// A table of figures.
package struct FormTable: Equatable, Sendable {
  /// `disclosure`, `requests`, `litigation`.
  package var id: String
  /// What a clerk calls it: 第三部分表格.
  package var label: String
  /// The number of the section in which it stands.
  package var section: Int
  /// What stands before row and column in a figure's id; empty for none.
  package var figurePrefix: String
  /// The rows are printed beside each other in one line, under a shared header.
  package var sideBySide: Bool
  /// Words of the header, which may be repeated on each page.
  package var headerWords: [String]
  package var rows: [FormRow]
  package var equations: [Equation]

  package init(
    id: String,
    label: String,
    section: Int,
    figurePrefix: String,
    sideBySide: Bool,
    headerWords: [String],
    rows: [FormRow],
    equations: [Equation]
  ) {
    self.id = id
    self.label = label
    self.section = section
    self.figurePrefix = figurePrefix
    self.sideBySide = sideBySide
    self.headerWords = headerWords
    self.rows = rows
    self.equations = equations
  }

  /// The id of a figure, as others may rely on: `requests.received.total`.
  package func figureID(row: String, column: String) -> String {
    figurePrefix.isEmpty ? "\(row).\(column)" : "\(figurePrefix).\(row).\(column)"
  }
}

/// A row that holds figures.
package struct FormRow: Equatable, Sendable {
  package var id: String
  /// As printed: 1.属于国家秘密.
  package var label: String
  /// Other printings of the label.
  package var variants: [String]
  /// The heading of the rows it belongs to, where there is one: （三）不予公开.
  package var group: String?
  package var columns: [FormColumn]

  package init(id: String, label: String, variants: [String], group: String?, columns: [FormColumn]) {
    self.id = id
    self.label = label
    self.variants = variants
    self.group = group
    self.columns = columns
  }
}

/// A column of a row.
package struct FormColumn: Equatable, Sendable {
  /// What may stand in a cell.
  package enum Kind: String, CaseIterable, Sendable {
    /// A whole number, zero or more.
    case count
    /// A decimal number, zero or more.
    case amount
    /// A whole number that may be negative or carry a plus sign.
    case change
  }

  package var id: String
  package var label: String
  /// Other printings of the label.
  package var variants: [String]
  /// The head over it and the columns beside it, where there is one: 法人或其他组织.
  package var group: String?
  package var kind: Kind
  /// 件 or 万元, as the form prints it.
  package var unit: String

  package init(
    id: String, label: String, variants: [String] = [], group: String? = nil, kind: Kind, unit: String
  ) {
    self.id = id
    self.label = label
    self.variants = variants
    self.group = group
    self.kind = kind
    self.unit = unit
  }
}

/// A family of sums that must agree, one for each row or for each column of a table.
package struct Equation: Equatable, Sendable {
  package enum Axis: String, CaseIterable, Sendable {
    /// One equation for each row; `left` and `right` name columns.
    case row
    /// One equation for each column; `left` and `right` name rows.
    case column
  }

  /// The rule that reports a breach.
  package var rule: RuleID
  package var axis: Axis
  /// The ids whose figures are added up on each side.
  package var left: [String]
  package var right: [String]
  /// The equation in the form's own words, for the clerk: 六类申请人之和 = 总计.
  package var words: String

  package init(rule: RuleID, axis: Axis, left: [String], right: [String], words: String) {
    self.rule = rule
    self.axis = axis
    self.left = left
    self.right = right
    self.words = words
  }
}
