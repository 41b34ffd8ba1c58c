import LinuxSystem
package import SystemPackage

/// Names in the inbox that are nobody's report: what programs leave while they work, and what file managers leave behind.
package struct IgnoredNames: Equatable, Sendable {
  /// The patterns in force, in lower case.
  package let patterns: [String]
  private let compiled: [[Unicode.Scalar]]

  /// - Parameter additional: Patterns besides the built-in ones. `*` stands for any number of characters, `?` for one.
  ///   Upper and lower case are the same.
  package init(adding additional: [String] = []) {
    patterns = (Self.builtIn + additional).map { $0.lowercased() }
    compiled = patterns.map { Array($0.unicodeScalars) }
  }

  /// Whether a file or folder of this name is passed over.
  package func ignores(_ name: FilePath.Component) -> Bool {
    let scalars = Array(String(decoding: name.bytes, as: UTF8.self).lowercased().unicodeScalars)
    return compiled.contains { matches(scalars, $0) }
  }

  /// Whether a file is passed over because of its own name or that of a folder it is in.
  package func ignores(_ path: InboxPath) -> Bool {
    path.path.components.contains { ignores($0) }
  }

  /// Whether a name that is passed over may lie there for ever, with nobody waiting for an answer.
  package func mayStay(_ name: FilePath.Component) -> Bool {
    let scalars = Array(String(decoding: name.bytes, as: UTF8.self).lowercased().unicodeScalars)
    return Self.lasting.contains { matches(scalars, Array($0.unicodeScalars)) }
  }

  private static let builtIn =
    [
      // Hidden files; lock files of office programs.
      ".*", "~$*",
      // Unfinished downloads and copies.
      "*.tmp", "*.part", "*.partial", "*.crdownload", "*.filepart",
    ] + lasting

  private static let lasting = [
    // What Windows, macOS and storage boxes put into every folder.
    "thumbs.db", "ehthumbs.db", "desktop.ini", "@eadir", "$recycle.bin", ".ds_store", "._*",
    // Our own words on an earlier report.
    "*.审核结果.html", "*.审核结果.json", "*.审核结果.txt",
  ]
}

/// Whether a name matches a pattern of `*`, `?` and literal characters. On a mismatch only the last `*` is given one
/// character more, so that the time is bounded by the product of the lengths.
private func matches(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
  var position = 0
  var patternPosition = 0
  var lastStar: (pattern: Int, name: Int)?
  while position < name.count {
    if patternPosition < pattern.count, pattern[patternPosition] == "*" {
      lastStar = (patternPosition, position)
      patternPosition += 1
    } else if patternPosition < pattern.count,
      pattern[patternPosition] == "?" || pattern[patternPosition] == name[position]
    {
      position += 1
      patternPosition += 1
    } else if let star = lastStar {
      lastStar = (star.pattern, star.name + 1)
      patternPosition = star.pattern + 1
      position = star.name + 1
    } else {
      return false
    }
  }
  return pattern[patternPosition...].allSatisfy { $0 == "*" }
}
