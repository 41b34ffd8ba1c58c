/// What a finding quotes of a text: its beginning, without the white space before it.
enum Quotation {
  static func of(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    return String(scalars.prefix(40)) + (scalars.count > 40 ? "…" : "")
  }
}
