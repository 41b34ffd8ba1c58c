/// A section's words, and what they leave out.
struct LackingText: Sendable, CustomStringConvertible {
  var missing: String
  var text: String

  init(_ missing: String, _ text: String) {
    self.missing = missing
    self.text = text
  }

  var description: String { "\(missing) · \(text.prefix(12))" }
}
