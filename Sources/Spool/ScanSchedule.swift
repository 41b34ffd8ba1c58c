import SystemPackage

/// When to look at the inbox without being told to.
struct ScanSchedule {
  typealias Instant = SuspendingClock.Instant

  /// Between two looks for more files of a crowded office; it doubles each time that nothing was gained.
  private static let shortestRefill: Duration = .milliseconds(20)
  private static let longestRefill: Duration = .seconds(5)
  /// Between two scans that lost events have asked for; it doubles while they do so one after the other.
  private static let shortestStorm: Duration = .milliseconds(100)
  private static let longestStorm: Duration = .seconds(60)

  /// Zero for never.
  private let interval: Duration
  /// Whether scans are all there is to go by.
  let isPolling: Bool
  private var nextScan: Instant?
  private var lastScan: Instant?
  private var stormPause = shortestStorm
  private var crowdedOffices: Set<Office> = []
  private var nextRefill: Instant?
  private var refillPause = shortestRefill
  private var hasGained = false

  init(every interval: Duration, isPolling: Bool = false) {
    self.interval = interval
    self.isPolling = isPolling
  }

  /// When something is due; `nil` for never.
  var next: Instant? { [nextScan, nextRefill].compactMap(\.self).min() }

  // MARK: Scans of everything

  func isScanDue(at now: Instant) -> Bool { nextScan.map { $0 <= now } ?? false }

  /// Events were lost. A storm of them is not followed by one of scans.
  mutating func scanSoon(at now: Instant) {
    let calm = lastScan.map { $0.advanced(by: stormPause) } ?? now
    if let lastScan, now > lastScan.advanced(by: stormPause * 4) { stormPause = Self.shortestStorm }
    let due = max(now, calm)
    if due > now { stormPause = min(Self.longestStorm, stormPause * 2) }
    nextScan = min(nextScan ?? due, due)
  }

  /// A scan of everything finds what crowded offices have left.
  mutating func begin() {
    crowdedOffices = []
    hasGained = false
  }

  mutating func scanned(at now: Instant) {
    lastScan = now
    nextScan = interval > .zero ? now.advanced(by: interval) : nil
    planRefill(at: now)
  }

  // MARK: Files for which there was no room

  mutating func crowded(_ office: Office, at now: Instant) {
    crowdedOffices.insert(office)
    if nextRefill == nil { nextRefill = now.advanced(by: refillPause) }
  }

  /// A scan has come across a file that was not known.
  mutating func gained() {
    hasGained = true
  }

  func isRefillDue(at now: Instant) -> Bool { nextRefill.map { $0 <= now } ?? false }

  /// Takes out the crowded offices for which it is time to look.
  mutating func takeCrowded(where isShort: (Office) -> Bool) -> [Office] {
    let offices = crowdedOffices.filter(isShort)
    crowdedOffices.subtract(offices)
    // While the files at hand last, nobody has looked in vain.
    hasGained = offices.isEmpty
    return Array(offices)
  }

  mutating func refilled(at now: Instant) {
    planRefill(at: now)
  }

  private mutating func planRefill(at now: Instant) {
    refillPause = hasGained ? Self.shortestRefill : min(Self.longestRefill, refillPause * 2)
    nextRefill = crowdedOffices.isEmpty ? nil : now.advanced(by: refillPause)
  }
}
