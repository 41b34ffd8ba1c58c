import LinuxSystem
import Testing

struct UTCTimeTests {
  @Test(arguments: [
    (0, "19700101T000000000"),
    (1_799_742_600_123, "20270112T083000123"),
    (1_709_164_799_999, "20240228T235959999"),
    (1_709_164_800_000, "20240229T000000000"),
    (253_402_300_799_999, "99991231T235959999"),
  ])
  func `a moment is written in digits`(_ milliseconds: Int, _ text: String) {
    #expect(UTCTime(millisecondsSince1970: milliseconds).compact == text)
  }

  @Test func `now is after this test was written and does not go back`() {
    let first = UTCTime.now
    #expect(first > UTCTime(millisecondsSince1970: 1_700_000_000_000))
    #expect(UTCTime.now >= first)
  }
}
