extension Harness {
  /// The lists in `Tests/Fuzzing/Words` whose words a fuzzer may throw in.
  package var words: [String] {
    switch self {
    case .alignment, .rendering, .text, .wire: ["report"]
    case .compound, .layout: []
    case .docx, .odt, .ofd: ["xml", rawValue]
    case .html: ["html", "report"]
    }
  }

  /// The longest input worth a fuzzer's time, in bytes: as long as what comes of a whole report.
  package var longestInput: Int {
    switch self {
    case .alignment, .rendering, .text, .wire: 16 << 10
    case .html, .layout: 48 << 10
    case .compound, .docx, .odt, .ofd: 192 << 10
    }
  }
}
