/// A style that may be based on another one.
protocol InheritingStyle {
  /// The name of the style that it is based on.
  var parent: String? { get }

  /// Takes from the style that it is based on what it does not say itself.
  mutating func inherit(from parent: Self)
}

enum StyleInheritance {
  /// Completes each style by those that it is based on, however long the chain; one that leads round ends where it
  /// would come back.
  static func resolved<Style: InheritingStyle>(_ styles: [String: Style]) -> [String: Style] {
    var resolved: [String: Style] = [:]
    resolved.reserveCapacity(styles.count)
    for name in styles.keys {
      var path: [(name: String, style: Style)] = []
      var onPath: Set<String> = []
      var next: String? = name
      while let name = next, resolved[name] == nil, let style = styles[name], onPath.insert(name).inserted {
        path.append((name, style))
        next = style.parent
      }
      for (name, style) in path.reversed() {
        var style = style
        if let parent = style.parent.flatMap({ resolved[$0] }) { style.inherit(from: parent) }
        resolved[name] = style
      }
    }
    return resolved
  }
}
