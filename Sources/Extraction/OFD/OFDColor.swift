/// A colour as screens mix it, each part from 0 to 1.
struct OFDColor: Equatable {
  var red: Double
  var green: Double
  var blue: Double

  static let black = OFDColor(red: 0, green: 0, blue: 0)
  static let white = OFDColor(red: 1, green: 1, blue: 1)

  /// The largest of the differences of two colours' parts.
  func difference(from other: OFDColor) -> Double {
    max(abs(red - other.red), abs(green - other.green), abs(blue - other.blue))
  }

  /// How light it is, from 0 to 1 (Rec. 709).
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// What is seen of it over another.
  func over(_ lower: OFDColor, opacity: Double) -> OFDColor {
    func part(_ upper: Double, _ lower: Double) -> Double { upper * opacity + lower * (1 - opacity) }
    return OFDColor(
      red: part(red, lower.red), green: part(green, lower.green), blue: part(blue, lower.blue))
  }
}
