/// Makes characters that look the same the same, and drops those that nobody sees, so that no reader of the text has to
/// know of them.
package enum SeenCharacters {
  /// - Parameters:
  ///   - text: A text as a reader has it.
  ///   - endsLines: Whether separators of lines are ends of lines like others. Where pages are laid out,
  ///     ``Cell/numberGoesOn`` is the reader's own.
  /// - Returns: The text itself where it holds no such character, as nearly every text does.
  package static func folded(_ text: String, endsLines: Bool = false) -> String {
    guard isSuspect(text) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isUnseen(scalar) {
      let isSeparator = endsLines && (scalar == Cell.numberGoesOn || scalar == "\u{2029}")
      folded.append(isSeparator ? "\n" : LookalikeIdeographs.unified(scalar) ?? scalar)
    }
    return String(folded)
  }

  /// Marks of direction, joiners, fillers, selectors of variants and the like: what takes no room and paints nothing.
  package static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// A quick look at the first bytes of each character: two, and three where quotes and dashes begin with the same two.
  fileprivate static func isSuspect(_ text: String) -> Bool {
    unsafe text.utf8.withContiguousStorageIfAvailable { unsafe isSuspect($0) } ?? isSuspect(Array(text.utf8))
  }

  private static func isSuspect(_ text: some Sequence<UInt8>) -> Bool {
    // The byte before, where it begins a character of which the next one tells more.
    var lead: UInt8 = 0
    for byte in text {
      guard byte & 0xC0 == 0x80 else {
        switch byte {
        case 0x20...0x7E, 0xE4...0xE9: lead = 0
        case 0..<0x09, 0x0B...0x0C, 0x0E..<0x20, 0x7F, 0xF3...: return true
        default: lead = byte
        }
        continue
      }
      if lead == 0 { continue }
      switch (lead, byte) {
      case (0xC2, 0x80..<0xA0), (0xC2, 0xAD), (0xCD, 0x8F), (0xD8, 0x9C), (0xE1, 0x84...0x85), (0xE1, 0x9E...0xA0),
        (0x80, 0x8B...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA0...0xAF), (0xE2, 0xBA...0xBF), (0xE3, 0x85),
        (0xEF, 0xA4...0xAB), (0xEF, 0xB8), (0xEF, 0xBB), (0xEF, 0xBE...0xBF), (0xF0, 0xAF):
        return true
      default: lead = lead == 0xE2 && byte <= 0x81 ? byte : 0
      }
    }
    return false
  }
}

extension Document {
  /// The document as it is seen, by its characters.
  package var folded: Document {
    var document = self
    let isLaidOut = format == .pdf || format == .ofd
    var holdsBlank = false
    for index in document.blocks.indices {
      switch document.blocks[index] {
      case .paragraph(let paragraph):
        guard let folded = paragraph.folded else { continue }
        document.blocks[index] = .paragraph(folded)
        holdsBlank = holdsBlank || folded.isBlank
      case .table(var table):
        guard table.cells.contains(where: { SeenCharacters.isSuspect($0.text) || SeenCharacters.isSuspect($0.struck) })
        else { continue }
        for cell in table.cells.indices {
          let (text, struck) = (table.cells[cell].text, table.cells[cell].struck)
          table.cells[cell].text = SeenCharacters.folded(text, endsLines: !isLaidOut)
          if !struck.isEmpty { table.cells[cell].struck = SeenCharacters.folded(struck) }
        }
        document.blocks[index] = .table(table)
      }
    }
    // What only unseen characters stood in is no paragraph.
    if holdsBlank {
      document.blocks.removeAll { block in
        if case .paragraph(let paragraph) = block { paragraph.isBlank } else { false }
      }
    }
    document.margins = margins.compactMap { paragraph in
      guard let folded = paragraph.folded else { return paragraph }
      return folded.isBlank ? nil : folded
    }
    document.author = author.map { SeenCharacters.folded($0) }.flatMap { $0.isBlank ? nil : $0 }
    document.title = title.map { SeenCharacters.folded($0) }.flatMap { $0.isBlank ? nil : $0 }
    return document
  }
}

extension Paragraph {
  /// `nil` where it is folded already.
  fileprivate var folded: Paragraph? {
    guard SeenCharacters.isSuspect(text) || SeenCharacters.isSuspect(struck) else { return nil }
    return Paragraph(text: SeenCharacters.folded(text), place: place, struck: SeenCharacters.folded(struck))
  }

  fileprivate var isBlank: Bool { text.isBlank && struck.isBlank }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.isWhiteSpace) }
}
