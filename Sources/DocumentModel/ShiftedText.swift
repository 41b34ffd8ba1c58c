/// Small signs above or below the line of their text, written with Unicode's superscripts and subscripts: `1377¹`.
///
/// Whether a digit is raised changes what it means: it is the mark of a note and none of the number before it. Every
/// reader of a format hands such signs on in this way, so that nobody behind it has to know of formatting.
package enum ShiftedText {
  package enum Shift: Sendable {
    case raised, lowered
  }

  /// What has no such sign in Unicode stays as it is.
  package static func written(_ text: String, _ shift: Shift) -> String {
    let signs = shift == .raised ? raised : lowered
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { written.append(signs[scalar] ?? scalar) }
    return String(written)
  }

  /// - Returns: what the sign would be on the line; `nil` for one that is neither raised nor lowered.
  package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209C, 0x1D43...0x1D65, 0x2B0...0x2E3, 0x1DBB: plainSigns[scalar]
    default: nil
    }
  }

  private static let raised = table(
    plain: "0123456789+-=()abcdefghijklmnoprstuvwxyz", shifted: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
  private static let lowered = table(plain: "0123456789+-=()", shifted: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
  private static let plainSigns = Dictionary(
    (Array(raised) + Array(lowered)).map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  private static func table(plain: String, shifted: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(plain.unicodeScalars, shifted.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }
}
