/// Why a machine could not be made or used.
struct MachineError: Error, CustomStringConvertible {
  var description: String

  init(_ text: String, detail: String = "") {
    description = detail.isEmpty ? text : "\(text)\n\(detail)"
  }
}
