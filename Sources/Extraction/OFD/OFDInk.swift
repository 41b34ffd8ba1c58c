/// One colour laid on the page.
struct OFDPaint: Equatable {
  /// `nil` for a pattern or a gradient, which has many.
  var color: OFDColor?
  /// From 0 to 1.
  var opacity: Double

  /// Whether nothing of it is seen.
  var isClear: Bool { opacity <= 0 }
}

/// What an object is painted with: its inside, its outline, or both.
struct OFDInk: Equatable {
  var fill: OFDPaint?
  var stroke: OFDPaint?

  /// Whether it leaves no trace on any ground.
  var isNone: Bool { fill?.isClear ?? true && stroke?.isClear ?? true }
}
