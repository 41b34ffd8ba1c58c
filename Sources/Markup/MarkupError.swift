/// Why a document of markup was not read.
package enum MarkupError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It breaks the syntax; the parser's own words.
  case malformed(String)
  /// It declares a document type, and with it perhaps entities. No format read here needs one.
  case documentType
  /// Elements stand inside each other deeper than they may.
  case tooDeep(limit: Int)
  /// Elements, texts and attributes are more than a tree can hold.
  case tooLarge

  package var description: String {
    switch self {
    case .malformed(let reason): "the markup is broken: \(reason)"
    case .documentType: "the markup declares a document type, which may hide entities"
    case .tooDeep(let limit): "elements stand inside each other more than \(limit) levels deep"
    case .tooLarge: "the markup holds too many elements"
    }
  }
}
