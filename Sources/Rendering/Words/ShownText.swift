/// How much of a text is shown before it is cut, in Unicode scalars.
package enum ShownLimit {
  /// A figure or phrase as found in the file.
  package static let value = 160
  /// What stands in one cell of a table.
  package static let figure = 40
  /// A file name; file systems stop at 255 bytes.
  package static let name = 260
  /// A sentence of a finding.
  package static let sentence = 500
  /// The words of a document that a finding quotes.
  package static let quote = 400
}

extension String {
  /// The text as it may be shown to people.
  ///
  /// Characters that cannot be seen or that change how their neighbours are seen (controls, bidirectional overrides,
  /// zero-width marks, noncharacters) appear as `[U+202E]`; line breaks and tabs become one space. What is longer than
  /// `limit` Unicode scalars ends in `…（共 10000 字）`.
  package func shown(limit: Int = ShownLimit.sentence) -> String {
    guard utf8.count > limit || unicodeScalars.contains(where: { $0.isWhiteControl || $0.isUnseen }) else {
      return self
    }
    var result = ""
    var count = 0
    for scalar in unicodeScalars {
      count += 1
      guard count <= limit else { continue }
      result.appendShown(scalar)
    }
    // Counting on is what tells the reader how much is hidden.
    return count > limit ? result + "…（共 \(count) 字）" : result
  }

  /// The text as it is, or its beginning when it is longer than `limit` Unicode scalars, which is said.
  func cut(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    let count = unicodeScalars.count
    return count > limit ? "\(String(unicodeScalars.prefix(limit)))…（共 \(count) 字）" : self
  }

  private mutating func appendShown(_ scalar: Unicode.Scalar) {
    if scalar.isWhiteControl {
      if unicodeScalars.last != " " { append(" ") }
    } else if scalar.isUnseen {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      append("[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]")
    } else {
      unicodeScalars.append(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Tabs and line breaks: white space in any honest text.
  fileprivate var isWhiteControl: Bool {
    value == 0x09 || value == 0x0A || value == 0x0D
  }
}
