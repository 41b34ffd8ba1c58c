package import DocumentModel
package import Findings
package import ReportModel

/// Says in Chinese where a finding points, in the form's own words.
///
/// Ids that the report's tables do not know are left out rather than shown: a clerk has never seen them.
package struct PlaceWords: Sendable {
  private let report: AnnualReport?

  /// - Parameter report: The report that the places belong to; `nil` when none could be read.
  package init(report: AnnualReport?) {
    self.report = report
  }

  /// All that is known of a place: 第三部分表格 · （三）不予公开 1.属于国家秘密 · 总计 列（第 2 页第 41 行）; 整份文件 when
  /// nothing is.
  package func words(for place: FindingPlace) -> String {
    switch (inForm(place), inDocument(place.source)) {
    case (let form?, let document?): "\(form)（\(document)）"
    case (let form?, nil): form
    case (nil, let document?): document
    case (nil, nil): "整份文件"
    }
  }

  /// Where a finding points: at one place, or at many of one table, row by row: 第三部分表格 · （一）予以公开：商业企业、
  /// 科研机构；…，共 24 处.
  package func words(for finding: Finding) -> String {
    let places = finding.places
    guard places.count > 1, let table = finding.place.table.flatMap(table),
      places.allSatisfy({ $0.table == finding.place.table })
    else { return words(for: finding.place) }
    let rows = table.rows.compactMap { row -> String? in
      let own = places.filter { $0.row == row.id }
      guard !own.isEmpty else { return nil }
      let columns = row.columns.filter { column in own.contains { $0.column == column.id } }
      return columns.isEmpty || columns.count == row.columns.count
        ? words(for: row) : "\(words(for: row))：\(columns.map(\.label).joined(separator: "、"))"
    }
    let shown = rows.prefix(Self.mostRows).joined(separator: "；")
    return "\(table.label) · \(shown)\(rows.count > Self.mostRows ? "等 \(rows.count) 行" : "")，共 \(places.count) 处"
  }

  /// Where a finding points, in a few words: its one place in the form, or the table of its many; 整份文件 when it names
  /// none.
  package func brief(for finding: Finding) -> String {
    let place = finding.place
    let table = finding.otherPlaces.isEmpty ? nil : place.table.flatMap(table)?.label
    return table ?? inForm(place) ?? "整份文件"
  }

  /// Of more the tables below tell.
  private static let mostRows = 4

  /// The place in the form: 第三部分表格 · （三）不予公开 1.属于国家秘密 · 总计 列. `nil` when the place names none.
  package func inForm(_ place: FindingPlace) -> String? {
    guard let id = place.table, let table = table(id) else { return place.section.map(section) }
    var parts = [table.label]
    let row = place.row.flatMap { id in table.rows.first { $0.id == id } }
    if let row { parts.append(words(for: row)) }
    if let id = place.column, let column = column(id, of: row, in: table) { parts.append("\(column.label) 列") }
    return parts.joined(separator: " · ")
  }

  /// The place in the file as it was handed in: 第 2 页第 41 行, 第 12 段, 第 2 页的表格第 7 行第 2 列, 文件中第 3 个表格第
  /// 7 行第 2 列. `nil` when the format knows none.
  package func inDocument(_ place: Place) -> String? {
    // On a page there is one table to be found; in a whole file they are counted.
    let table = place.table.map { place.page == nil ? "文件中第 \($0) 个表格" : "的表格" }
    let parts = [
      place.page.map { "第 \($0) 页" }, place.paragraph.map { "第 \($0) 段" }, table,
      place.line.map { "第 \($0) 行" }, place.row.map { "第 \($0) 行" }, place.column.map { "第 \($0) 列" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined()
  }

  /// A row with the heading it stands under: （三）不予公开 1.属于国家秘密.
  package func words(for row: FormRow) -> String {
    row.group.map { "\($0) \(row.label)" } ?? row.label
  }

  /// A section: 第五部分 存在的主要问题及改进情况.
  private func section(_ number: Int) -> String {
    guard let section = report?.form.sections.first(where: { $0.number == number }) else { return "第 \(number) 部分" }
    return "第\(section.ordinal)部分 \(section.heading)"
  }

  private func table(_ id: String) -> FormTable? {
    report?.tables.first { $0.table.id == id }?.table ?? report?.form.tables.first { $0.id == id }
  }

  private func column(_ id: String, of row: FormRow?, in table: FormTable) -> FormColumn? {
    let rows = row.map { [$0] } ?? table.rows
    return rows.lazy.flatMap(\.columns).first { $0.id == id }
  }
}
