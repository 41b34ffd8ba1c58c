extension String {
  /// The text without anything that could end its line or steer a terminal: each such character is spelled out as
  /// `\n`, `\t` or `\u{1B}`.
  ///
  /// Besides the control characters these are the line and paragraph separators, and the marks that turn the direction
  /// of writing and so make a name look like another.
  var escapingControls: String {
    var escaped = ""
    for scalar in unicodeScalars {
      if let spelling = scalar.spelling {
        escaped += spelling
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The text as a value in a line of `key=value`: in quotes unless it is one plain word.
  var quotedWhereNeeded: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.spelling == nil && !scalar.properties.isWhitespace && !#""=\"#.unicodeScalars.contains(scalar)
      }
    guard !isPlain else { return self }
    var quoted = "\""
    for scalar in unicodeScalars {
      if let spelling = scalar.spelling {
        quoted += spelling
      } else {
        if scalar == "\"" || scalar == "\\" { quoted += "\\" }
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// How the scalar is written out where it must not act; `nil` for those that may stand as they are.
  fileprivate var spelling: String? {
    switch (self, properties.generalCategory) {
    case ("\n", _): #"\n"#
    case ("\r", _): #"\r"#
    case ("\t", _): #"\t"#
    case (_, .control), (_, .lineSeparator), (_, .paragraphSeparator), ("\u{200E}"..."\u{200F}", _),
      ("\u{202A}"..."\u{202E}", _), ("\u{2066}"..."\u{2069}", _):
      #"\u{\#(String(value, radix: 16, uppercase: true))}"#
    default: nil
    }
  }
}
