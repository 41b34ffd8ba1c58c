/// What the fields of a document's forms show, by their ids (OpenDocument 1.3 Part 3, 13).
struct OpenControls {
  private var values: [String: String] = [:]

  init() {}

  /// - Parameter forms: The element `office:forms`.
  init(_ forms: OpenElement) {
    take(forms)
  }

  private mutating func take(_ container: OpenElement) {
    for child in container.children {
      switch child.name {
      case .form: take(child)
      case .field, .listBox:
        guard let id = child.attribute("id") else { continue }
        values[id] = child.name == .listBox ? child.chosenOption : child.enteredValue
      default: break
      }
    }
  }

  func value(_ id: String?) -> String? { id.flatMap { values[$0] } }
}

extension OpenElement {
  /// What was entered, or else what stood there from the beginning.
  fileprivate var enteredValue: String? { attribute("current-value") ?? attribute("value") }

  /// The entry that was chosen, or else the one that was from the beginning.
  fileprivate var chosenOption: String? {
    let options = children.filter { $0.name == .option }
    let chosen = options.first { $0.attribute("current-selected") == "true" }
    return (chosen ?? options.first { $0.attribute("selected") == "true" })?.attribute("label")
  }
}
