/// What a finding shows besides its texts.
package enum Evidence: Equatable, Sendable {
  case quote(Quote)
  case comparison(Comparison)
}

/// Words of a document, with what matters in them marked.
package struct Quote: Equatable, Sendable {
  /// Whose words they are, in Chinese: 本报告第一部分, 2023年报告.
  package var source: String
  /// Runs of the text in their order; together they are the words quoted.
  package var runs: [Run]

  package struct Run: Equatable, Sendable {
    package var text: String
    package var isMarked: Bool

    package init(_ text: String, isMarked: Bool = false) {
      self.text = text
      self.isMarked = isMarked
    }
  }

  package init(source: String, runs: [Run]) {
    self.source = source
    self.runs = runs
  }
}

/// Values that belong side by side, such as last year's and this year's.
package struct Comparison: Equatable, Sendable {
  /// What the values of each column are, in Chinese: 2023年报告, 本报告.
  package var columns: [String]
  package var rows: [Row]

  package struct Row: Equatable, Sendable {
    /// What is compared: 二、上年结转 · 总计.
    package var label: String
    /// One for each column, empty where there is none.
    package var values: [String]

    package init(_ label: String, _ values: [String]) {
      self.label = label
      self.values = values
    }
  }

  package init(columns: [String], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }
}
