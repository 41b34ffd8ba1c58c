import Markup

/// What the numbers of a colour mean (GB/T 33190-2016, 8.3.1).
struct OFDColorSpace {
  private enum Kind {
    case gray, rgb, cmyk

    init?(name: String?) {
      switch name?.uppercased().trimming({ $0.properties.isWhitespace }) {
      case "GRAY": self = .gray
      case "RGB": self = .rgb
      case "CMYK": self = .cmyk
      default: return nil
      }
    }

    init?(channels: Int) {
      switch channels {
      case 1: self = .gray
      case 3: self = .rgb
      case 4: self = .cmyk
      default: return nil
      }
    }

    var channels: Int {
      switch self {
      case .gray: 1
      case .rgb: 3
      case .cmyk: 4
      }
    }
  }

  /// The colours of a palette are counted in a byte, or two.
  private static let largestPalette = 65_536

  private var kind = Kind.rgb
  private var greatest = 255.0
  private var palette: [OFDColor?] = []

  /// RGB in eight bits, where a document speaks of none.
  init() {}

  init(_ element: MarkupElement) {
    kind = Kind(name: element.attribute("Type")) ?? .rgb
    if let bits = OFDNumbers.number(element.attribute("BitsPerComponent")), (1...16).contains(bits) {
      greatest = Double(1 << Int(bits)) - 1
    }
    guard let list = element.first("Palette") else { return }
    for entry in list.elements("CV").prefix(Self.largestPalette) { palette.append(color(entry.text)) }
  }

  /// The colour of a FillColor or the like, by its numbers or its place in the palette; without both all numbers are
  /// zero.
  ///
  /// - Returns: `nil` for what is no colour; the default is then taken (GB/T 33190-2016, 8.3.2).
  func color(of element: MarkupElement) -> OFDColor? {
    if let value = element.attribute("Value") { return color(value) }
    if let number = OFDNumbers.number(element.attribute("Index")) {
      return palette.indices.contains(Int(number)) ? palette[Int(number)] : nil
    }
    return color(Array(repeating: 0, count: kind.channels), kind)
  }

  private func color(_ text: String) -> OFDColor? {
    var channels: [Double] = []
    for word in text.split(maxSplits: 8, whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let value = word.first == "#" ? Int(word.dropFirst(), radix: 16).map(Double.init) : Double(word)
      guard let value, value >= 0, value <= greatest else { return nil }
      channels.append(value / greatest)
    }
    // Producers name one space and count the channels of another.
    guard let kind = channels.count == kind.channels ? kind : Kind(channels: channels.count) else { return nil }
    return color(channels, kind)
  }

  private func color(_ channels: [Double], _ kind: Kind) -> OFDColor {
    switch kind {
    case .gray: return OFDColor(red: channels[0], green: channels[0], blue: channels[0])
    case .rgb: return OFDColor(red: channels[0], green: channels[1], blue: channels[2])
    case .cmyk:
      func light(_ ink: Double) -> Double { 1 - min(1, ink + channels[3]) }
      return OFDColor(red: light(channels[0]), green: light(channels[1]), blue: light(channels[2]))
    }
  }
}
