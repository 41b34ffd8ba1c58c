/// A moment on the calendar and the clock of one place, in the Gregorian calendar.
package struct CivilTime: Equatable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// Beijing's distance from UTC, in seconds; China keeps one time and no summer time.
  package static let beijing = 8 * 3600

  /// - Parameters:
  ///   - seconds: Seconds since 1970-01-01T00:00:00Z, before it negative.
  ///   - offset: The place's distance from UTC, in seconds.
  package init(secondsSince1970 seconds: Int, offset: Int = 0) {
    let local = seconds + offset
    let (days, time) = local.dividedDown(by: 86_400)
    hour = time / 3600
    minute = time / 60 % 60
    second = time % 60

    // The year is counted from 1 March, so that the leap day is its last day and months have a regular rhythm.
    // 719,468 days lie between 0000-03-01 and 1970-01-01; 146,097 are an era of 400 years.
    let (era, dayOfEra) = (days + 719_468).dividedDown(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2027-01-12T08:30:00Z`; true only of a moment made without an offset.
  package var iso8601: String {
    "\(padded(year, 4))-\(padded(month))-\(padded(day))T\(padded(hour)):\(padded(minute)):\(padded(second))Z"
  }

  /// 2027 年 1 月 12 日 16:30
  package var words: String {
    "\(year) 年 \(month) 月 \(day) 日 \(padded(hour)):\(padded(minute))"
  }

  private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int {
  /// Division that rounds down, with a remainder that is never negative.
  fileprivate func dividedDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
