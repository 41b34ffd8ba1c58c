package import LinuxSystem

/// The name of a submission: the moment it was claimed and 64 random bits, so that text order is the order in time.
/// `20270112T083000123-9f86d081884c7d65`.
package struct SubmissionID: Hashable, Sendable {
  package let rawValue: String

  package init(at time: UTCTime = .now) {
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    rawValue = "\(time.compact)-\(String(repeating: "0", count: 16 - random.count))\(random)"
  }

  /// - Returns: `nil` for text that no submission can have as its id.
  package init?(rawValue: String) {
    let parts = rawValue.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
    guard parts.count == 2, parts[0].count == 18, parts[1].count == 16,
      parts[0].enumerated().allSatisfy({ $0 == 8 ? $1 == UInt8(ascii: "T") : digits.contains($1) }),
      parts[1].allSatisfy({ digits.contains($0) || letters.contains($0) })
    else { return nil }
    self.rawValue = rawValue
  }

  /// When it was claimed.
  package var claimedAt: UTCTime {
    // A day such as 31 February, which no submission is given, but a folder may be called.
    UTCTime(compact: String(rawValue.prefix(18))) ?? UTCTime(millisecondsSince1970: 0)
  }
}

extension SubmissionID: Comparable {
  package static func < (left: SubmissionID, right: SubmissionID) -> Bool { left.rawValue < right.rawValue }
}

extension SubmissionID: CustomStringConvertible {
  package var description: String { rawValue }
}
