import StrictYAML

extension YAMLValue {
  /// A time such as `500ms`, `1s`, `10m` or `2h`; `0` needs no unit.
  func duration() throws(YAMLError) -> Duration {
    let text = try string()
    guard let duration = Duration(configured: text) else {
      throw error("expected a time such as 500ms, 1s or 10m; found \(text)")
    }
    return duration
  }

  /// A size such as `64KiB`, `32MiB` or `1GiB`, in bytes.
  func bytes() throws(YAMLError) -> Int {
    let text = try string()
    guard let bytes = ByteSize.bytes(configured: text), bytes > 0 else {
      throw error("expected a size such as 64KiB, 32MiB or 1GiB; found \(text)")
    }
    return bytes
  }
}

extension Duration {
  private static let units: [(name: String, factor: Int)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
  ]

  init?(configured text: String) {
    if text == "0" {
      self = .zero
      return
    }
    guard let (count, factor) = quantity(text, units: Self.units) else { return nil }
    self = .milliseconds(count * factor)
  }

  /// As an administrator would write it, in the largest unit that is exact.
  var configured: String {
    let (seconds, attoseconds) = components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    guard milliseconds > 0, let unit = Self.units.last(where: { milliseconds % $0.factor == 0 }) else {
      return "0"
    }
    return "\(milliseconds / unit.factor)\(unit.name)"
  }
}

enum ByteSize {
  private static let units: [(name: String, factor: Int)] = [
    ("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30),
  ]

  static func bytes(configured text: String) -> Int? {
    quantity(text, units: units).map { $0.count * $0.factor }
  }

  static func configured(_ bytes: Int) -> String {
    guard let unit = units.last(where: { bytes % $0.factor == 0 }) else { return "\(bytes)B" }
    return "\(bytes / unit.factor)\(unit.name)"
  }
}

/// A whole number with its unit behind it. No quantity of a configuration is longer than nine digits.
private func quantity(_ text: String, units: [(name: String, factor: Int)]) -> (count: Int, factor: Int)? {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let name = text.dropFirst(digits.count).drop { $0 == " " }
  guard digits.count <= 9, let count = Int(digits), let unit = units.first(where: { $0.name == name }) else {
    return nil
  }
  return (count, unit.factor)
}
