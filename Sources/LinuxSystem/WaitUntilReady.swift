import Glibc
import SystemPackage

/// Waits until a descriptor is ready or the deadline has passed, without using the processor meanwhile.
///
/// - Parameters:
///   - interests: The descriptors and what to wait for; what came of each is noted in its `revents`.
///   - deadline: Counts the time that the machine is awake (`CLOCK_MONOTONIC`); `nil` waits for ever.
/// - Returns: Whether a descriptor is ready.
/// - Throws: What `poll(2)` reports, a lack of memory above all.
func waitUntilReady(
  _ interests: inout [pollfd], deadline: SuspendingClock.Instant?
) throws(Errno) -> Bool {
  while true {
    let remaining = deadline.map { SuspendingClock.now.duration(to: $0) }
    let (count, code) = ThreadActivity.resting {
      let count = unsafe poll(&interests, nfds_t(interests.count), remaining?.pollTimeout ?? -1)
      return (count, errno)
    }
    if count > 0 { return true }
    guard count == 0 || code == EINTR else { throw Errno(rawValue: code) }
    // A timeout longer than poll can take ends too early.
    if count == 0, let deadline, deadline <= SuspendingClock.now { return false }
  }
}

extension Duration {
  /// In whole milliseconds, rounded up so that nothing is woken before its time.
  fileprivate var pollTimeout: CInt {
    guard self > .zero else { return 0 }
    guard self < .milliseconds(CInt.max) else { return .max }
    let (seconds, attoseconds) = components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return CInt(clamping: milliseconds)
  }
}
