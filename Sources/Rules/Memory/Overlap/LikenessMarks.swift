/// From how much likeness on a report is named, in percent. Districts differ in what they take for 雷同.
package struct LikenessMarks: Equatable, Sendable {
  /// Of the prose, with the unit's report of last year. The work goes on from year to year, and a report that keeps its
  /// order and some sentences is no copy.
  package var lastYear = 60
  /// Of the prose, with another unit's. Two units have nothing in common but the trade, and what their district asks of
  /// both.
  package var another = 50
  /// Of the section on problems, with last year's. What could not be mended in a year is told again, and in other words.
  package var problems = 80

  package init() {}
}
