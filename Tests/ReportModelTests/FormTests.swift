import ReportModel
import StrictYAML
import Testing

@Suite struct FormTests {
  @Test(arguments: [(2018, "2019"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2027, "2021")])
  func `the year chooses the form`(_ year: Int, _ id: String) throws {
    #expect(try FormLibrary.builtIn().form(forYear: year)?.id == id)
  }

  @Test func `without a year it is the newest form`() throws {
    #expect(try FormLibrary.builtIn().form(forYear: nil)?.id == "2021")
  }

  @Test(arguments: [("2021", 200, 42), ("2019", 198, 40)])
  func `a form has its figures and equations`(_ id: String, _ figures: Int, _ equations: Int) throws {
    let form = try #require(try FormLibrary.builtIn().forms.first { $0.id == id })
    #expect(form.tables.flatMap(\.rows).flatMap(\.columns).count == figures)
    let sums = form.tables.map { table in
      table.equations.reduce(0) { $0 + ($1.axis == .row ? table.rows.count : table.rows.first?.columns.count ?? 0) }
    }
    #expect(sums.reduce(0, +) == equations)
  }

  @Test func `a form of the administrator takes the place of a shipped one`() throws {
    let library = try FormLibrary(adding: [
      ("next.yaml", Self.next), ("mine.yaml", Self.next.replacing("2030", with: "2019")),
    ])
    #expect(
      library.forms.map(\.id) == ["2021", "2019", "2030"]
        || library.forms.map(\.id).sorted() == ["2019", "2021", "2030"])
    #expect(library.form(forYear: 2031)?.decree == "某号文")
    #expect(library.forms.first { $0.id == "2019" }?.decree == "某号文")
  }

  @Test(arguments: [
    ("kind: prose", "kind: verse", "line 5: sections[1].kind: expected one of prose, table; found verse"),
    ("ordinal: 一", "ordinall: 一", "line 5: sections[1]: unknown key ordinall"),
    ("right: [total]", "right: [sum]", "sum is no column of the table"),
    ("columns: two", "columns: three", "no column set is called three"),
    ("from: 2030, to: 2040", "from: 2040, to: 2030", "from must not be later than to"),
    ("decree: 某号文", "", "the key decree is missing"),
  ])
  func `a mistake in a form is named with its line`(_ right: String, _ wrong: String, _ words: String) throws {
    let error = #expect(throws: YAMLError.self) {
      try FormLibrary(adding: [("next.yaml", Self.next.replacing(right, with: wrong))])
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.source == "next.yaml")
  }

  private static let next = """
    form: "2030"
    decree: 某号文
    years: { from: 2030, to: 2040 }
    sections:
      - { number: 1, ordinal: 一, heading: 总体情况, kind: prose }
    column_sets:
      two:
        - { id: part, label: 部分, kind: count, unit: 件 }
        - { id: total, label: 总计, kind: count, unit: 件 }
    tables:
      - id: t
        label: 表
        section: 1
        figure_prefix: t
        columns: two
        rows:
          - { id: a, label: 甲 }
        equations:
          - { rule: r, axis: row, left: [part], right: [total], words: 相等 }
    """
}
