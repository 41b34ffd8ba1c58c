import Foundation
import TestFixtures

/// A report whose rows, columns or heads are not those of the form, and what must be said of it.
struct ArrangedReport: Sendable, CustomStringConvertible {
  /// How it comes: in a format, or as text.
  enum Form: Sendable, CustomStringConvertible {
    case file(StyledFormat)
    case text(PlainText.Separation)

    var description: String {
      switch self {
      case .file(let format): format.description
      case .text(let separation): "text with \(separation.rawValue)"
      }
    }
  }

  var name: String
  var form: Form
  var source: ReportSource
  /// The rules that speak of it.
  var rules: Set<String>
  /// What is read of each figure where it is another than the form's, `nil` where none is.
  var read: @Sendable (String) -> String?

  var description: String { "\(name), \(form)" }

  /// The figures that must be read.
  var figures: [String: Decimal] {
    let read = source.figures.compactMap { id, figure in self.read(id).map { ($0, figure) } }
    return Dictionary(read) { first, _ in first }
  }

  /// The same for the office suite, where it writes the file.
  var styled: StyledReport? {
    guard case .file(let format) = form else { return nil }
    return StyledReport(name: name, format: format, source: source)
  }

  func bytes() async throws -> [UInt8] {
    switch form {
    case .text(let separation): Array(PlainText(source, separation).text.utf8)
    case .file: try await styled?.bytes() ?? []
    }
  }
}
