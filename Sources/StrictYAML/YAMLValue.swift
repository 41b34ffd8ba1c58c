import Yams

/// A value of a YAML file that remembers where it stands, so that every complaint about it can name the line.
package struct YAMLValue {
  let node: Node
  let source: String
  /// The keys that lead here: `limits.time`.
  let path: String

  /// Parses one document.
  ///
  /// - Parameters:
  ///   - text: the YAML text.
  ///   - source: the name that errors give.
  /// - Returns: `nil` when the text holds nothing but comments.
  /// - Throws: ``YAMLError`` when the text is not YAML.
  package static func parse(_ text: String, source: String) throws(YAMLError) -> YAMLValue? {
    do {
      guard let node = try Yams.compose(yaml: text) else { return nil }
      if case .scalar(let scalar) = node, scalar.string.isEmpty { return nil }
      return YAMLValue(node: node, source: source, path: "")
    } catch {
      throw syntaxError(error, source: source)
    }
  }

  private static func syntaxError(_ error: any Error, source: String) -> YAMLError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      YAMLError(source: source, line: mark.line, message: "this is not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      YAMLError(
        source: source, line: context.mark.line, message: "the key \(keys.joined(separator: ", ")) stands twice")
    default:
      YAMLError(source: source, line: nil, message: "this is not valid YAML: \(error)")
    }
  }

  /// An error that names this value's line.
  package func error(_ message: String) -> YAMLError {
    YAMLError(source: source, line: line, message: path.isEmpty ? message : "\(path): \(message)")
  }

  /// Counted from one; `nil` when it is not known.
  package var line: Int? { node.mark?.line }

  package func string() throws(YAMLError) -> String {
    guard case .scalar(let scalar) = node else { throw error("expected a text") }
    return scalar.string
  }

  package func int() throws(YAMLError) -> Int {
    guard let value = node.int else { throw error("expected a whole number, found \(shown)") }
    return value
  }

  package func bool() throws(YAMLError) -> Bool {
    guard let value = node.bool else { throw error("expected true or false, found \(shown)") }
    return value
  }

  /// One of the raw values of an enumeration.
  package func choice<Choice>(
    of type: Choice.Type
  ) throws(YAMLError) -> Choice where Choice: RawRepresentable<String> & CaseIterable {
    let text = try string()
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("expected one of \(known); found \(text)")
    }
    return choice
  }

  package func list() throws(YAMLError) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else { throw error("expected a list") }
    return sequence.enumerated().map { index, node in
      YAMLValue(node: node, source: source, path: "\(path)[\(index + 1)]")
    }
  }

  package func strings() throws(YAMLError) -> [String] {
    var strings: [String] = []
    for value in try list() {
      strings.append(try value.string())
    }
    return strings
  }

  /// The entries of a mapping whose keys are free, in the file's order.
  package func entries() throws(YAMLError) -> [(key: String, value: YAMLValue)] {
    guard case .mapping(let mapping) = node else { throw error("expected keys with values") }
    var entries: [(key: String, value: YAMLValue)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else { throw error("a key must be a text") }
      entries.append((scalar.string, child(scalar.string, value)))
    }
    return entries
  }

  /// A mapping whose keys are known.
  ///
  /// - Throws: ``YAMLError`` that names the first key which is not among `known`.
  package func map(keys known: [String]) throws(YAMLError) -> YAMLMap {
    var values: [String: YAMLValue] = [:]
    for (key, value) in try entries() {
      guard known.contains(key) else {
        let meant = Self.nearest(to: key, among: known).map { " (did you mean \($0)?)" } ?? ""
        throw error("unknown key \(key)\(meant); known keys are \(known.joined(separator: ", "))", at: value)
      }
      values[key] = value
    }
    return YAMLMap(value: self, values: values)
  }

  /// The key of which the fewest characters differ, unless it is another word altogether.
  private static func nearest(to key: String, among known: [String]) -> String? {
    guard key.utf8.count <= 64 else { return nil }
    let distances = known.map { (key: $0, distance: $0.difference(from: key).count) }
    return distances.filter { $0.distance <= max(2, key.count / 2) }.min { $0.distance < $1.distance }?.key
  }

  private var shown: String {
    if case .scalar(let scalar) = node { scalar.string } else { "a list or mapping" }
  }

  private func child(_ key: String, _ node: Node) -> YAMLValue {
    YAMLValue(node: node, source: source, path: path.isEmpty ? key : "\(path).\(key)")
  }

  private func error(_ message: String, at value: YAMLValue) -> YAMLError {
    YAMLError(
      source: source, line: value.line, message: path.isEmpty ? message : "\(path): \(message)")
  }
}

/// A mapping whose keys have been checked.
package struct YAMLMap {
  package let value: YAMLValue
  let values: [String: YAMLValue]

  /// The value of a key, if the file gives it one; an empty value counts as none.
  package func optional(_ key: String) -> YAMLValue? {
    values[key].flatMap { $0.node.null == nil ? $0 : nil }
  }

  /// - Throws: ``YAMLError`` when the key is missing.
  package func required(_ key: String) throws(YAMLError) -> YAMLValue {
    guard let found = optional(key) else { throw value.error("the key \(key) is missing") }
    return found
  }
}
