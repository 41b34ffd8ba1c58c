import Narrative

/// Two numbers, a year apart, from either of which a growth may have been worked out.
struct YearPair: Equatable {
  /// What is counted, in the form's own words; `nil` when the sentence's own numbers are set beside each other.
  var label: String?
  var before: Numeral
  var now: Numeral

  /// Beyond any count; sums and shares of what is below do not overflow.
  private static let limit = 1_000_000_000_000_000

  init?(label: String? = nil, before: Numeral, now: Numeral) {
    guard [before, now].allSatisfy({ (0..<Self.limit).contains($0.tenThousandths) && $0.step < Self.limit }) else {
      return nil
    }
    self.label = label
    self.before = before
    self.now = now
  }

  /// Between the two, in ten-thousandths.
  var difference: Int { now.tenThousandths - before.tenThousandths }

  /// In parts of a hundred, to four places, cut off: 12.5 is 125000. `nil` from nothing.
  var share: Int? { Self.share(from: before.tenThousandths, to: now.tenThousandths) }

  private static func share(from before: Int, to now: Int) -> Int? {
    let (hundredfold, overflows) = (now - before).multipliedReportingOverflow(by: 1_000_000)
    guard before > 0, !overflows else { return nil }
    return hundredfold / before < limit ? hundredfold / before : nil
  }

  /// Whether a growth is told rightly of the two; `nil` when that cannot be said.
  func bears(_ growth: Growth) -> Bool? {
    guard let share = range(of: Self.share) else { return bearsDifference(growth) }
    if case .points = growth.amount { return bearsDifference(growth) }
    let isOpposite = growth.direction == .more ? difference < 0 : difference > 0
    switch growth.amount {
    case .count, .points, .some: return bearsDifference(growth)
    case .ratio(let numeral):
      return numeral.meets((share.lowerBound + 1_000_000)...(share.upperBound + 1_000_000), .more)
    // 4 of 418 are as good as none.
    case .none: return share.lowerBound <= 20_000 && share.upperBound >= -20_000
    case .portion(let portion): return !isOpposite && portion.overlaps(share, growth.direction)
    case .share(let numeral): return !isOpposite && numeral.meets(share, growth.direction)
    case .times(let numeral):
      guard growth.direction == .more, let times = numeral.times(100) else { return nil }
      // What grew by half is not twice as much; 增长1.2倍 is often written of what became 1.2 times as much.
      let became = (share.lowerBound + 1_000_000)...(share.upperBound + 1_000_000)
      return !isOpposite && (times.isAbout(share) || (times.tenThousandths > 1_000_000 && times.isAbout(became)))
    case .doublings(let times):
      guard growth.direction == .more, times < 10 else { return nil }
      let whole = (1 << times) * 1_000_000
      return (whole / 100 * 85...whole / 100 * 150).overlaps(
        (share.lowerBound + 1_000_000)...(share.upperBound + 1_000_000))
    }
  }

  /// From nothing there are no percentages.
  private func bearsDifference(_ growth: Growth) -> Bool? {
    switch growth.amount {
    case .none: return difference == 0
    case .some: return growth.direction == .more ? difference > 0 : difference < 0
    case .points(let numeral):
      // Shares are rounded before they are set beside each other.
      let found = growth.direction == .more ? difference : -difference
      return abs(found - numeral.tenThousandths) <= numeral.step
    case .count(let numeral):
      // What is rounded leaves as much room.
      let room = before.step + now.step
      let found = growth.direction == .more ? difference : -difference
      return numeral.mayMean(found) || (found - room...found + room).contains(numeral.tenThousandths)
    default: return nil
    }
  }

  /// Of all that the two may have been rounded from.
  private func range(of function: (Int, Int) -> Int?) -> ClosedRange<Int>? {
    guard let least = function(before.most, now.least), let most = function(before.least, now.most) else { return nil }
    return min(least, most)...max(least, most)
  }
}

extension Portion {
  fileprivate func overlaps(_ shares: ClosedRange<Int>, _ direction: Growth.Direction) -> Bool {
    range.overlaps(direction == .less ? -shares.upperBound...(-shares.lowerBound) : shares)
  }
}

extension Numeral {
  /// What it may have been rounded from.
  fileprivate var least: Int { max(0, tenThousandths - step / 2) }
  fileprivate var most: Int { step == 0 ? tenThousandths : tenThousandths + step - 1 }

  /// 一倍 is said of what falls short of it by a tenth, and 1.14倍 of nothing else.
  fileprivate func isAbout(_ shares: ClosedRange<Int>) -> Bool {
    meets(shares, .more) && shares.upperBound >= tenThousandths - min(step / 2, 100_000)
  }

  /// Whether one of the shares may be printed so.
  fileprivate func meets(_ shares: ClosedRange<Int>, _ direction: Growth.Direction) -> Bool {
    let (from, to) =
      direction == .less ? (-shares.upperBound, -shares.lowerBound) : (shares.lowerBound, shares.upperBound)
    return mayMean(from) || mayMean(to) || (from...to).contains(tenThousandths)
  }
}
