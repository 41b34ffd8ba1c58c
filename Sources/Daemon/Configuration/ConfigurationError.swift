package import StrictYAML

/// Why there is no configuration to work with.
package enum ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case invalid(YAMLError)

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .invalid(let error): error.description
    }
  }
}
