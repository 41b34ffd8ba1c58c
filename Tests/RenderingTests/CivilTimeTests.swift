import Foundation
import Rendering
import Testing

struct CivilTimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (951_868_799, "2000-02-29T23:59:59Z"),
    (1_709_251_199, "2024-02-29T23:59:59Z"),
    (1_709_251_200, "2024-03-01T00:00:00Z"),
    (1_735_689_599, "2024-12-31T23:59:59Z"),
    (1_799_742_600, "2027-01-12T08:30:00Z"),
    (4_107_542_399, "2100-02-28T23:59:59Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"),
    (-2_203_891_200, "1900-03-01T00:00:00Z"),
  ])
  func `a moment has its date and time in UTC`(seconds: Int, expected: String) {
    #expect(CivilTime(secondsSince1970: seconds).iso8601 == expected)
  }

  @Test
  func `eight centuries agree with another calendar`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let fields: Set<Calendar.Component> = [.year, .month, .day, .hour, .minute, .second]
    // A stride that meets all months, days and hours between 1600 and 2400.
    for seconds in stride(from: -11_676_096_000, to: 13_569_465_600, by: 1_234_567) {
      let other = calendar.dateComponents(fields, from: Date(timeIntervalSince1970: TimeInterval(seconds)))
      let time = CivilTime(secondsSince1970: seconds)
      let own = [time.year, time.month, time.day, time.hour, time.minute, time.second]
      let others = [other.year, other.month, other.day, other.hour, other.minute, other.second]
      try #require(own == others.compactMap(\.self), "\(seconds) seconds")
    }
  }

  @Test(arguments: [
    (1_799_742_600, "2027 年 1 月 12 日 16:30"),
    // New Year comes to Beijing while it is still the old year in UTC.
    (1_735_660_800, "2025 年 1 月 1 日 00:00"),
    (1_735_660_799, "2024 年 12 月 31 日 23:59"),
  ])
  func `a moment is told in Beijing's time`(seconds: Int, expected: String) {
    #expect(CivilTime(secondsSince1970: seconds, offset: CivilTime.beijing).words == expected)
  }
}
