/// A day of the Gregorian calendar, in Beijing.
package struct CivilDate: Hashable, Comparable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// 2027 年 1 月 12 日
  var words: String { "\(year) 年 \(month) 月 \(day) 日" }
}
