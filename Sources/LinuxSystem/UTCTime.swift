import Glibc

/// A moment in coordinated universal time, to the millisecond.
package struct UTCTime: Hashable, Comparable, Sendable {
  package var millisecondsSince1970: Int

  package init(millisecondsSince1970: Int) {
    self.millisecondsSince1970 = millisecondsSince1970
  }

  package static var now: UTCTime {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return UTCTime(millisecondsSince1970: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  }

  /// Whole seconds since 1970, the rest dropped.
  package var secondsSince1970: Int { millisecondsSince1970 / 1000 }

  package static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.millisecondsSince1970 < right.millisecondsSince1970
  }

  /// Digits only, so that later is greater in the order of text too: `20270112T083000123`.
  package var compact: String {
    var (seconds, milliseconds) = millisecondsSince1970.quotientAndRemainder(dividingBy: 1000)
    var fields = unsafe tm()
    _ = unsafe gmtime_r(&seconds, &fields)
    let date = unsafe padded(fields.tm_year + 1900, 4) + padded(fields.tm_mon + 1, 2) + padded(fields.tm_mday, 2)
    let time = unsafe padded(fields.tm_hour, 2) + padded(fields.tm_min, 2) + padded(fields.tm_sec, 2)
    return "\(date)T\(time)\(padded(milliseconds, 3))"
  }

  /// - Returns: `nil` for text that ``compact`` does not give.
  package init?(compact text: String) {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 18, digits.indices.allSatisfy({ $0 == 8 || (0...9).contains(digits[$0]) }) else { return nil }
    func number(_ range: Range<Int>) -> Int32 { digits[range].reduce(0) { $0 * 10 + Int32($1) } }
    var fields = unsafe tm()
    unsafe fields.tm_year = number(0..<4) - 1900
    unsafe fields.tm_mon = number(4..<6) - 1
    unsafe fields.tm_mday = number(6..<8)
    unsafe fields.tm_hour = number(9..<11)
    unsafe fields.tm_min = number(11..<13)
    unsafe fields.tm_sec = number(13..<15)
    self.init(millisecondsSince1970: unsafe timegm(&fields) * 1000 + Int(number(15..<18)))
    guard compact == text else { return nil }
  }

  private func padded(_ value: some BinaryInteger, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
