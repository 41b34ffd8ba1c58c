import DocumentModel
import Findings
import Rendering
import ReportModel
import Testing

struct SumCheckTests {
  private let table = ReportFixture.requests
  private var rowTotal: Equation { table.table.equations[0] }
  private var balance: Equation { table.table.equations[1] }

  private func row(_ id: String, in report: AnnualReport) throws -> RowReading {
    try #require(report.tables[1].rows.first { $0.row.id == id })
  }

  @Test
  func `sums that agree hold`() throws {
    let received = try row("received", in: ReportFixture.report)
    #expect(rowTotal.check(received) == .holds)
    #expect(balance.check(column: "natural_person", in: table) == .holds)
  }

  @Test
  func `a difference is the left side less the right side`() throws {
    var report = ReportFixture.report
    report.set("requests", "received", "total", .figure(126))
    let received = try row("received", in: report)
    #expect(rowTotal.check(received) == .differs(left: 125, right: 126, difference: -1))
    #expect(balance.check(column: "total", in: report.tables[1]) == .differs(left: 129, right: 128, difference: 1))
  }

  @Test(arguments: [
    CellReading.Content.blank, .notANumber("/"), .undetermined(row: ["1", "2"]),
    .figure(Figure(significand: .max)),
  ])
  func `a sum that cannot be worked out is unknown`(content: CellReading.Content) throws {
    var report = ReportFixture.report
    report.set("requests", "received", "business", content)
    let received = try row("received", in: report)
    #expect(rowTotal.check(received) == .unknown)
  }

  @Test
  func `a row that was not found leaves its sums unknown`() {
    var table = table
    table.rows[0].cells = []
    #expect(rowTotal.check(table.rows[0]) == .unknown)
    #expect(balance.check(column: "total", in: table) == .unknown)
  }

  @Test
  func `an equation leaves alone what it does not name`() {
    let disclosure = ReportFixture.disclosure
    #expect(rowTotal.check(disclosure.rows[0]) == nil)
    #expect(balance.check(column: "issued", in: disclosure) == nil)
    #expect(balance.check(table.rows[0]) == nil)
    #expect(rowTotal.check(column: "total", in: table) == nil)
  }

  @Test(arguments: [
    ([(1, 1), (2, 1)], (3, 1), SumCheck.holds),
    ([(15, 1), (25, 2)], (175, 2), .holds),
    (
      [(1, 4), (1, 0)], (1, 0),
      .differs(
        left: Figure(significand: 10_001, decimals: 4), right: 1, difference: Figure(significand: 1, decimals: 4))
    ),
    (
      [(-3, 0), (1, 1)], (0, 0),
      .differs(left: Figure(significand: -29, decimals: 1), right: 0, difference: Figure(significand: -29, decimals: 1))
    ),
    ([(1, 400), (1, 0)], (1, 0), .unknown),
  ])
  func `decimals are added exactly`(left: [(Int, Int)], right: (Int, Int), expected: SumCheck) {
    let ids = ["a", "b", "c"]
    let columns = ids.map { FormColumn(id: $0, label: $0, kind: .amount, unit: "") }
    let cells = (left + [right]).map {
      CellReading(content: .figure(Figure(significand: $0.0, decimals: $0.1)), place: .unknown)
    }
    let row = RowReading(row: FormFixture.row("r", "r", columns), cells: cells, place: .unknown)
    let equation = Equation(rule: "x", axis: .row, left: ["a", "b"], right: ["c"], words: "")
    #expect(equation.check(row) == expected)
  }
}
