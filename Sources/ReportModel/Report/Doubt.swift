/// Why a cell may mean something else than was read of it, and what.
///
/// Sums that agree prove a reading: where exactly one combination of readings satisfies all sums in which doubtful cells
/// stand, the cells are read so (`Settlement`). Where they do not, the author is shown all readings.
package struct Doubt: Equatable, Sendable {
  package enum Cause: Sendable {
    /// White space between digits: `1 2` is 12, or 1 and 2.
    case space
    /// Digits in two lines of a cell.
    case lineEnd
    /// A comma between digits: `3，525` is 3525, or 3 and 525.
    case comma
    /// A number in brackets that may belong to the number before it: `22（另3件）`.
    case remark
    /// A circle, which is written for zero and as a mark.
    case circle
    /// Letters that look like digits: `1O`.
    case letter
    /// A merged cell in a row that has fewer cells than columns: the figure belongs to one of several.
    case merged
  }

  package var cause: Cause
  /// The cell as printed.
  package var printed: String
  /// What it may mean: for each meaning the numbers that would stand there, none where it would be no number. Where
  /// the cell has a figure, that is the first. Empty where the numbers are not in doubt, but their columns.
  package var readings: [[Figure]]
  /// The sums have left one reading only, and the cell is read so.
  package var isSettled: Bool

  package init(cause: Cause, printed: String, readings: [[Figure]], isSettled: Bool = false) {
    self.cause = cause
    self.printed = printed
    self.readings = readings
    self.isSettled = isSettled
  }
}

extension Figure {
  /// The count that is printed; `nil` for anything but a whole number, zero or more, without words.
  package init?(printed text: String) {
    guard let parsed = FigureParser.parse(text), parsed.remark == nil, parsed.mark == nil, !parsed.hasSign,
      parsed.figure.isWhole
    else {
      return nil
    }
    self = parsed.figure
  }
}
