/// How the figures of a printed row are laid out: as the form prints them, or as their heads say.
struct RowLayout {
  /// The rows of the form with the columns that are printed; another form's where its heads stand there.
  var rows: [FormRow]
  /// For each printed figure its place among the columns of `rows`, `nil` for one that belongs to none. Where it is
  /// `nil` itself, figures stand in the order of the columns.
  var order: [Int?]?
  /// The unit of money in the head, where that is not the form's.
  var unit: String?
  /// The heads contradict the form, and nobody knows which figure is which.
  var isUnclear = false
  /// Whether columns are other ones than the form's, or fewer.
  private(set) var isOther = false

  init(_ printed: PrintedRow) {
    rows = printed.rows
  }

  init(_ printed: PrintedRow, _ heads: ColumnHeads, _ names: HeadNames) {
    self.init(printed)
    switch heads {
    case .asInForm, .renamed: break
    case .unclear: isUnclear = true
    case .known(let columns): take(columns)
    case .foreign(let form, let columns):
      rows = [names.foreign[form].row]
      take(columns)
      isOther = true
    }
  }

  var columns: [FormColumn] { rows.flatMap(\.columns) }

  /// How many figures are printed.
  var width: Int { order?.count ?? columns.count }

  /// The place among the columns of `rows` of a printed figure.
  func column(_ place: Int) -> Int? {
    guard let order else { return place }
    return order.indices.contains(place) ? order[place] : nil
  }

  private mutating func take(_ heads: [Int?]) {
    let found = Set(heads.compactMap { $0 })
    var places: [Int: Int] = [:]
    var number = 0
    for row in rows.indices {
      var columns: [FormColumn] = []
      for column in rows[row].columns {
        if found.contains(number) {
          places[number] = places.count
          columns.append(column)
        } else {
          isOther = true
        }
        number += 1
      }
      rows[row].columns = columns
    }
    let order = heads.map { $0.flatMap { places[$0] } }
    if order != Array(0..<places.count) { self.order = order }
  }
}
