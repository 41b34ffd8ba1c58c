/// A colour of text or of what lies under it, each part 0 to 255.
struct InkColour: Equatable {
  var red: Int
  var green: Int
  var blue: Int

  static let white = InkColour(red: 255, green: 255, blue: 255)

  /// `FFFFFF` or `#ffffff`, also `#fff`.
  ///
  /// - Returns: `nil` for names, `auto` and the like.
  init?(hex: some StringProtocol) {
    var digits = hex.utf8.compactMap { byte in Character(Unicode.Scalar(byte)).hexDigitValue }
    let isMarked = hex.utf8.first == UInt8(ascii: "#")
    guard digits.count == hex.utf8.count - (isMarked ? 1 : 0) else { return nil }
    if digits.count == 3, isMarked { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 else { return nil }
    red = digits[0] * 16 + digits[1]
    green = digits[2] * 16 + digits[3]
    blue = digits[4] * 16 + digits[5]
  }

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Whether nobody tells the two from each other on paper.
  func isLike(_ other: InkColour) -> Bool {
    let most = 10
    return abs(red - other.red) <= most && abs(green - other.green) <= most && abs(blue - other.blue) <= most
  }
}

/// What lies under a text.
enum InkGround: Equatable {
  case colour(InkColour)
  /// Something is painted there, and its colour is not told: text on it is taken for seen.
  case unknown

  static let paper = InkGround.colour(.white)
}
