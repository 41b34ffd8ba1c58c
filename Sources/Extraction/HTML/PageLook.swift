/// What a style of a page says of the look of its text.
extension InkLook {
  init(style: ArraySlice<UInt8>) {
    self.init()
    var box = PageBox()
    for (property, value) in PageDeclarations(style) {
      switch property {
      case "color":
        colour = InkColour(css: value)
        if Self.isTransparent(value) { isTransparent = true }
      case "background", "background-color": ground = Self.ground(value) ?? ground
      case "font-size": isTiny = PageLength(value).map { $0.pixels < 1.5 }
      case "opacity": if let share = Double(value), share < 0.05 { isTransparent = true }
      case "visibility": isHidden = value == "hidden" || value == "collapse"
      case "vertical-align": shift = Self.shift(value)
      case "mso-text-raise": shift = PageLength(value).map { Self.shift(by: $0.pixels) }
      case "text-decoration", "text-decoration-line": if value.contains("line-through") { isStruck = true }
      default: box.take(property, value)
      }
    }
    if box.isUnseen { isTransparent = true }
  }

  /// `baseline`, `super`, `sub`, or a length upwards. How a cell's lines stand in it is no matter of text.
  private static func shift(_ value: String) -> Shift? {
    switch value {
    case "super": .raised
    case "sub": .lowered
    case "baseline": Shift.none
    default: PageLength(value).map { shift(by: $0.pixels) }
    }
  }

  /// Less than two pixels are not seen as a shift.
  private static func shift(by pixels: Double) -> Shift {
    pixels >= 2 ? .raised : pixels <= -2 ? .lowered : .none
  }

  private static func ground(_ value: String) -> InkGround? {
    if isTransparent(value) || value == "none" || value == "initial" { return nil }
    if value.contains("url(") || value.contains("gradient") { return .unknown }
    let first = value.hasPrefix("rgb") ? value : String(value.prefix { $0 != " " })
    return InkColour(css: first).map(InkGround.colour) ?? .unknown
  }

  private static func isTransparent(_ value: String) -> Bool {
    guard value != "transparent" else { return true }
    guard value.hasPrefix("rgba(") || value.hasPrefix("hsla("), let alpha = value.split(separator: ",").last else {
      return false
    }
    return Double(alpha.filter { $0 != ")" && $0 != " " }).map { $0 < 0.05 } ?? false
  }
}

extension InkColour {
  /// - Parameter value: `#fff`, `rgb(255, 255, 255)`, or a name, of which white and black are known.
  init?(css value: String) {
    switch value {
    case "white": self = .white
    case "black": self = InkColour(red: 0, green: 0, blue: 0)
    case _ where value.hasPrefix("#"): self.init(hex: value)
    case _ where value.hasPrefix("rgb"):
      let numbers = value.drop { $0 != "(" }.dropFirst().split { ", )/".contains($0) }.prefix(3).compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      self.init(red: numbers[0], green: numbers[1], blue: numbers[2])
    default: return nil
    }
  }
}

/// A length of a style, in pixels at the usual size of text.
struct PageLength {
  var pixels: Double

  init?(_ value: String) {
    let number = value.prefix { $0.isNumber || "+-.".contains($0) }
    guard let amount = Double(number) else { return nil }
    switch value.dropFirst(number.count) {
    case "px": pixels = amount
    case "pt": pixels = amount * 4 / 3
    case "em", "rem": pixels = amount * 16
    case "%": pixels = amount * 0.16
    case "" where amount == 0: pixels = 0
    default: return nil
    }
  }
}

/// Where a style puts its element, as far as that may be where nobody sees it.
private struct PageBox {
  private var isPlaced = false
  private var isClipped = false
  private var isFarAway = false
  private var isEmpty = false
  private var isCut = false

  var isUnseen: Bool { isFarAway && isPlaced || isEmpty && isClipped || isCut }

  mutating func take(_ property: String, _ value: String) {
    let pixels = PageLength(value)?.pixels
    switch property {
    case "position": isPlaced = isPlaced || value == "absolute" || value == "fixed"
    case "overflow": isClipped = value == "hidden" || value == "clip"
    case "left", "top": isFarAway = isFarAway || pixels.map { $0 < -500 } ?? false
    case "text-indent":
      if let pixels, pixels < -500 { (isFarAway, isPlaced) = (true, true) }
    case "width", "height", "max-height": isEmpty = isEmpty || pixels.map { $0 <= 1 } ?? false
    case "clip": isCut = isCut || value.filter { $0 != " " }.hasPrefix("rect(0") && !value.contains("auto")
    case "clip-path": isCut = isCut || value == "inset(100%)" || value == "inset(50%)"
    case "transform": isCut = isCut || value == "scale(0)"
    default: break
    }
  }
}
