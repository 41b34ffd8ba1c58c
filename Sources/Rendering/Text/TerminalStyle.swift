import Findings

/// Codes that a terminal turns into bold and coloured words.
struct TerminalStyle {
  let on: String
  let off: String

  static let none = TerminalStyle(on: "", off: "")
  static let bold = TerminalStyle(code: "1")

  private init(on: String, off: String) {
    self.on = on
    self.off = off
  }

  private init(code: String) {
    self.init(on: "\u{1B}[\(code)m", off: "\u{1B}[0m")
  }

  init(_ verdict: Verdict) {
    switch verdict {
    case .accepted: self.init(code: "1;32")
    case .rejected: self.init(code: "1;31")
    case .held: self.init(code: "1;33")
    }
  }

  init(_ severity: Severity?) {
    switch severity {
    case .error: self.init(code: "1;31")
    case .warning: self.init(code: "1;33")
    case .info: self.init(code: "1;36")
    case nil: self.init(code: "1")
    }
  }
}
