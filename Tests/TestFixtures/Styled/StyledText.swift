/// Text as it is set: pieces, each of one look.
package struct StyledText: Sendable, Hashable {
  package struct Run: Sendable, Hashable {
    package var text: String
    package var look: Look?

    package init(_ text: String, _ look: Look? = nil) {
      self.text = text
      self.look = look
    }
  }

  package var runs: [Run]

  package init(_ runs: [Run]) {
    self.runs = runs
  }

  package init(_ text: String) {
    runs = [Run(text)]
  }

  package var text: String { runs.map(\.text).joined() }
}

/// How a piece of text differs from what stands around it: what one sees, and by which means a format says so.
package struct Look: Sendable, Hashable, CustomStringConvertible {
  package enum Effect: Sendable, Hashable, CaseIterable {
    case raised, struck, unseen
  }

  package var effect: Effect
  /// The means: its place among those that a format has for the effect.
  package var means: Int

  package init(_ effect: Effect, means: Int) {
    self.effect = effect
    self.means = means
  }

  package var description: String { "\(effect) \(means)" }
}

/// One means of a format to give text a look: its name, and what stands before and after the text.
struct LookMarkup: Sendable {
  var name: String
  var before: String
  var after: String

  init(_ name: String, _ before: String, _ after: String = "") {
    self.name = name
    self.before = before
    self.after = after
  }
}
