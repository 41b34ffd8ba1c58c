import DocumentModel
import Findings
import Rules

/// The configuration as a file that would set it.
extension Configuration {
  package var yaml: String {
    var lines = [
      "spool: \(quoted(spool))",
      "state: \(quoted(state))",
      "settle: \(settle.configured)",
      "writer_deadline: \(writerDeadline.configured)",
      "rescan: \(rescan.configured)",
      "workers: \(workers)",
      "limits:",
      "  file: \(ByteSize.configured(limits.document.file))",
      "  unpacked: \(ByteSize.configured(limits.document.unpacked))",
      "  entries: \(limits.document.entries)",
      "  nesting: \(limits.document.nesting)",
      "  pages: \(limits.document.pages)",
      "  time: \(limits.time.configured)",
      "  memory: \(ByteSize.configured(limits.memory))",
      "diagnostics: [\(diagnostics.map(\.rawValue).joined(separator: ", "))]",
    ]
    if severities.isEmpty {
      lines.append("severities: {}")
    } else {
      lines.append("severities:")
      lines += severities.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        "  \($0.key): \(quoted($0.value.rawValue))"
      }
    }
    lines += [
      "likeness:",
      "  last_year: \(likeness.lastYear)",
      "  another: \(likeness.another)",
      "  problems: \(likeness.problems)",
    ]
    lines.append("ignore: [\(ignore.map(quoted).joined(separator: ", "))]")
    if let forms { lines.append("forms: \(quoted(forms))") }
    if let offices { lines.append("offices: \(quoted(offices))") }
    if let metrics { lines.append("metrics: \(quoted(metrics))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Double quotes keep every text a text: `off` would be false.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
