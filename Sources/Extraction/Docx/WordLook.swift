/// What the properties of a run say of its look (ECMA-376 Part 1, 17.3.2).
extension InkLook {
  /// - Parameter properties: The element `rPr`. Whether it is hidden is told apart: the styles cancel each other there.
  init(_ properties: WordElement) {
    self.init()
    for property in properties.children {
      switch property.name {
      case .vertAlign:
        shift = property.value == "superscript" ? .raised : property.value == "subscript" ? .lowered : Shift.none
      case .position:
        // In half points; a shift of less than two points is not seen as one.
        let distance = property.value.flatMap { Int($0) } ?? 0
        if abs(distance) >= 4 { shift = distance > 0 ? .raised : .lowered }
      case .strike, .dstrike: isStruck = property.isOn || isStruck == true
      case .color:
        colour = property.value.flatMap { InkColour(hex: $0) }
        isColourAutomatic = property.value == "auto"
      case .shd: ground = property.ground
      case .highlight: ground = property.value == "none" ? nil : property.value == "white" ? .paper : .unknown
      case .sz: isTiny = property.value.flatMap { Int($0) }.map { $0 <= 2 }
      case .textFill: isTransparent = property.first(.noFill) != nil
      default: break
      }
    }
  }
}

extension WordElement {
  /// The colour of a shading (17.3.5); `nil` when it paints nothing.
  var ground: InkGround? {
    switch value {
    case "nil": return nil
    case "clear", nil:
      guard let fill = attribute("fill"), fill != "auto" else { return nil }
      return InkColour(hex: fill).map(InkGround.colour) ?? .unknown
    case "solid":
      return attribute("color").flatMap { InkColour(hex: $0) }.map(InkGround.colour) ?? .unknown
    default: return .unknown
    }
  }
}
