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
    #expect(UTCTime(compact: text)?.millisecondsSince1970 == milliseconds)
  }

  @Test(arguments: [
    "", "20270112T08300012", "20270112T0830001234", "20270112-083000123", "20270230T083000123", "20271312T083000123",
    "20270112T243000123", "2027o112T083000123", "-0270112T083000123",
  ])
  func `what is no moment is none`(_ text: String) {
    #expect(UTCTime(compact: text) == nil)
  }

  @Test func `now is after this test was written and does not go back`() {
    let first = UTCTime.now
    #expect(first > UTCTime(millisecondsSince1970: 1_700_000_000_000))
    #expect(UTCTime.now >= first)
  }
}
