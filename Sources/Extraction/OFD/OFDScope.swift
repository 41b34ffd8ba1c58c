import Markup

/// What an object takes from the layer, block or drawing that it stands in.
struct OFDScope {
  /// Where its coordinates are on the page, in points.
  var transform: OFDTransform
  /// What of the page is painted on, in points.
  var clip = OFDClip()
  /// What is laid on the page and not of it has a kind.
  var annotation: OFDAnnotation.Kind?
  /// Whether colours are mixed with those beneath, and hide nothing.
  var isBlended = false
  /// How much is seen of what is opaque, from 0 to 1.
  var opacity = 1.0
  /// The colours that objects have unless they say otherwise.
  var fillColor: MarkupElement?
  var strokeColor: MarkupElement?

  init(_ transform: OFDTransform) {
    self.transform = transform
  }

  /// The scope of what a unit holds, at the same place.
  func inside(_ unit: MarkupElement, _ resources: OFDResources) -> OFDScope {
    var inner = self
    inner.opacity *= unit.opacity
    inner.isBlended = isBlended || unit.isBlended
    if let reference = unit.attribute("DrawParam") {
      inner.fillColor = resources.color("FillColor", ofDrawParam: reference) ?? fillColor
      inner.strokeColor = resources.color("StrokeColor", ofDrawParam: reference) ?? strokeColor
    }
    return inner
  }

  /// What a text or a path is painted with: texts are filled and paths stroked unless they say otherwise, in black
  /// (GB/T 33190-2016, 9.1 and 11.2).
  ///
  /// The outlines of text, and the inside of a path, have no colour of their own. Text that has outlines only must be
  /// meant to be seen, and is in black as well.
  func ink(of unit: MarkupElement, _ resources: OFDResources, isText: Bool) -> OFDInk {
    let opacity = opacity * unit.opacity
    func paint(_ name: String, _ inherited: MarkupElement?) -> OFDPaint? {
      guard let element = resources.color(name, of: unit) ?? inherited else { return nil }
      return OFDPaint(color: resources.color(of: element, byDefault: .black), opacity: opacity * element.opacity)
    }
    let black = OFDPaint(color: .black, opacity: opacity)
    let isFilled = unit.isOn("Fill", byDefault: isText)
    let isStroked = unit.isOn("Stroke", byDefault: !isText)
    var ink = OFDInk()
    if isFilled { ink.fill = paint("FillColor", fillColor) ?? (isText ? black : nil) }
    if isStroked { ink.stroke = paint("StrokeColor", strokeColor) ?? (isText && isFilled ? nil : black) }
    return ink
  }
}

extension MarkupElement {
  /// The attribute Alpha of a unit or a colour, 0 to 255, as a part of one.
  var opacity: Double {
    guard let alpha = OFDNumbers.number(attribute("Alpha")) else { return 1 }
    return min(max(alpha, 0), 255) / 255
  }
}
