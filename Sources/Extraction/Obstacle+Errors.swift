import Archive
import DocumentModel
import Markup

/// What the libraries say of a file, as the obstacle that it is.
extension Obstacle {
  static func from<Result>(_ body: () throws(ArchiveError) -> Result) throws(Obstacle) -> Result {
    do {
      return try body()
    } catch {
      switch error {
      case .encrypted: throw .encrypted
      case .tooLarge(let limit): throw .tooMuch(.unpacked, limit: limit)
      case .tooManyEntries(let limit): throw .tooMuch(.entries, limit: limit)
      case .malformed, .missing: throw .unreadable(detail: error.description)
      }
    }
  }

  static func from<Result>(_ body: () throws(MarkupError) -> Result) throws(Obstacle) -> Result {
    do {
      return try body()
    } catch {
      switch error {
      case .tooDeep(let limit): throw .tooMuch(.nesting, limit: limit)
      case .malformed, .documentType, .tooLarge: throw .unreadable(detail: error.description)
      }
    }
  }
}
