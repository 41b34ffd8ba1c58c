/// What the properties of a text say of its look (OpenDocument 1.3 Part 3, 20.2 and on).
extension InkLook {
  /// - Parameter properties: The element `style:text-properties`.
  init(_ properties: OpenElement) {
    self.init()
    isHidden = properties.attribute("display").map { $0 == "none" }
    shift = properties.attribute("text-position").map { Self.shift($0) }
    if let style = properties.attribute("text-line-through-style") ?? properties.attribute("text-line-through-type") {
      isStruck = style != "none"
    }
    isColourAutomatic = properties.attribute("use-window-font-color") == "true"
    if !isColourAutomatic {
      colour = properties.attribute("color").flatMap { InkColour(hex: $0) }
    }
    ground = properties.ownGround
    isTiny = properties.attribute("font-size").map { Self.isTiny($0) }
  }

  /// `super 58%`, `sub`, `33% 58%`: a shift of less than a tenth of the size is not seen as one.
  private static func shift(_ position: String) -> Shift {
    switch position.split(separator: " ").first {
    case "super": return .raised
    case "sub": return .lowered
    case let distance?:
      let percent = Double(distance.prefix { $0 != "%" }) ?? 0
      return percent >= 10 ? .raised : percent <= -10 ? .lowered : .none
    case nil: return .none
    }
  }

  /// One point or less.
  private static func isTiny(_ size: String) -> Bool {
    guard size.hasSuffix("pt"), let points = Double(size.dropLast(2)) else { return false }
    return points <= 1
  }
}

extension OpenElement {
  /// What a style of cells, rows or tables paints under them; `nil` for nothing.
  var ground: InkGround? {
    children.lazy.compactMap(\.ownGround).first
  }

  /// Whether a style of cells, rows or tables says what it paints, be it nothing.
  var saysGround: Bool { children.contains { $0.attribute("background-color") != nil } }

  /// What properties paint under their text; `nil` for nothing.
  var ownGround: InkGround? {
    guard let colour = attribute("background-color"), colour != "transparent" else { return nil }
    return InkColour(hex: colour).map(InkGround.colour) ?? .unknown
  }
}
