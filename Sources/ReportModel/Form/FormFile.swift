import Findings
import StrictYAML

/// Reads a form from its YAML file. An unknown key is refused, so that a typing slip does not silently change a form.
struct FormFile {
  private var columnSets: [String: [FormColumn]] = [:]

  /// - Parameters:
  ///   - text: the file's text.
  ///   - source: the file's name, for errors.
  /// - Returns: the form.
  /// - Throws: `YAMLError` that names the line and what belongs there.
  static func read(_ text: String, source: String) throws(YAMLError) -> Form {
    guard let document = try YAMLValue.parse(text, source: source) else {
      throw YAMLError(source: source, line: nil, message: "the file holds no form")
    }
    var file = FormFile()
    return try file.form(document)
  }

  private mutating func form(_ value: YAMLValue) throws(YAMLError) -> Form {
    let map = try value.map(keys: ["form", "decree", "years", "sections", "column_sets", "tables"])
    let years = try map.required("years").map(keys: ["from", "to"])
    let first = try years.required("from").int()
    let last = try years.required("to").int()
    guard first <= last else { throw years.value.error("from must not be later than to") }

    for (name, set) in try map.required("column_sets").entries() {
      var columns: [FormColumn] = []
      for column in try set.list() {
        columns.append(try Self.column(column))
      }
      columnSets[name] = columns
    }
    var sections: [FormSection] = []
    for section in try map.required("sections").list() {
      sections.append(try Self.section(section))
    }
    var tables: [FormTable] = []
    for table in try map.required("tables").list() {
      tables.append(try self.table(table))
    }
    return Form(
      id: try map.required("form").string(), decree: try map.required("decree").string(), years: first...last,
      sections: sections, tables: tables)
  }

  private static func section(_ value: YAMLValue) throws(YAMLError) -> FormSection {
    let map = try value.map(keys: ["number", "ordinal", "heading", "kind", "variants"])
    return FormSection(
      number: try map.required("number").int(), ordinal: try map.required("ordinal").string(),
      heading: try map.required("heading").string(), variants: try map.optional("variants")?.strings() ?? [],
      kind: try map.required("kind").choice(of: FormSection.Kind.self))
  }

  private static func column(_ value: YAMLValue) throws(YAMLError) -> FormColumn {
    let map = try value.map(keys: ["id", "label", "variants", "group", "kind", "unit"])
    return FormColumn(
      id: try map.required("id").string(), label: try map.required("label").string(),
      variants: try map.optional("variants")?.strings() ?? [], group: try map.optional("group")?.string(),
      kind: try map.required("kind").choice(of: FormColumn.Kind.self), unit: try map.required("unit").string())
  }

  private func table(_ value: YAMLValue) throws(YAMLError) -> FormTable {
    let map = try value.map(keys: [
      "id", "label", "section", "figure_prefix", "side_by_side", "columns", "header_words", "rows", "equations",
    ])
    let shared = map.optional("columns")
    var rows: [FormRow] = []
    for row in try map.required("rows").list() {
      rows.append(try self.row(row, sharedColumns: shared))
    }
    var equations: [Equation] = []
    for equation in try map.optional("equations")?.list() ?? [] {
      equations.append(try Self.equation(equation, of: rows))
    }
    return FormTable(
      id: try map.required("id").string(), label: try map.required("label").string(),
      section: try map.required("section").int(), figurePrefix: try map.required("figure_prefix").string(),
      sideBySide: try map.optional("side_by_side")?.bool() ?? false,
      headerWords: try map.optional("header_words")?.strings() ?? [], rows: rows, equations: equations)
  }

  private func row(_ value: YAMLValue, sharedColumns: YAMLValue?) throws(YAMLError) -> FormRow {
    let map = try value.map(keys: ["id", "label", "group", "variants", "columns"])
    guard let name = map.optional("columns") ?? sharedColumns else {
      throw value.error("the key columns is missing, here and in the table")
    }
    guard let columns = columnSets[try name.string()] else {
      throw name.error("no column set is called \(try name.string())")
    }
    return FormRow(
      id: try map.required("id").string(), label: try map.required("label").string(),
      variants: try map.optional("variants")?.strings() ?? [], group: try map.optional("group")?.string(),
      columns: columns)
  }

  private static func equation(_ value: YAMLValue, of rows: [FormRow]) throws(YAMLError) -> Equation {
    let map = try value.map(keys: ["rule", "axis", "left", "right", "words"])
    let equation = Equation(
      rule: RuleID(rawValue: try map.required("rule").string()),
      axis: try map.required("axis").choice(of: Equation.Axis.self), left: try map.required("left").strings(),
      right: try map.required("right").strings(), words: try map.required("words").string())
    let known =
      switch equation.axis {
      case .row: rows.first?.columns.map(\.id) ?? []
      case .column: rows.map(\.id)
      }
    for id in equation.left + equation.right where !known.contains(id) {
      throw value.error("\(id) is no \(equation.axis.rawValue == "row" ? "column" : "row") of the table")
    }
    return equation
  }
}
