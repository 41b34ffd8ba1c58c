/// Where a part is, by how another part names it (ST_Loc: GB/T 33190-2016, 7.3).
///
/// A name that begins with `/` counts from the root of the file, any other from the folder of the part that it stands
/// in. Producers confuse the two, and with backslashes, letter case and spaces.
enum OFDLocation {
  /// The names that may be meant, the likeliest first. None leads out of the file: a `..` at its root stays there.
  ///
  /// `text` is the name as written, `referrer` the part that it is written in, by its name from the root, and `root` the
  /// root part of the document, `Doc_0/Document.xml` or the like.
  static func candidates(_ text: String, in referrer: String, root: String) -> [String] {
    let written = text.trimming { $0.properties.isWhitespace || $0 == "\u{FEFF}" }.replacing("\\", with: "/")
    guard !written.isEmpty else { return [] }
    let beside = resolved(written, in: folder(of: referrer))
    let others = [resolved(written, in: folder(of: root)), resolved(written, in: [])]
    let candidates = written.hasPrefix("/") ? others.reversed() + [beside] : [beside] + others
    return candidates.filter { !$0.isEmpty }
  }

  private static func folder(of part: String) -> [Substring] {
    part.split(separator: "/").dropLast()
  }

  private static func resolved(_ name: String, in folder: [Substring]) -> String {
    var path = folder
    for step in name.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(step)
      }
    }
    return path.joined(separator: "/")
  }
}

extension String {
  /// The text without the scalars of a kind at both ends.
  func trimming(_ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
    var view = Substring(self).unicodeScalars
    while let first = view.first, isTrimmed(first) { view.removeFirst() }
    while let last = view.last, isTrimmed(last) { view.removeLast() }
    return String(view)
  }
}
