import DocumentModel
package import Findings

package struct DamagedTextRule: Rule {
  package static let description = RuleDescription(
    id: "damaged-text", severity: .error, stage: .reading,
    source: "Practice: text that was opened or saved in the wrong encoding.",
    clerk: "文件里有乱码：保存或转换时编码出了错，文字已经损坏。",
    administrator:
      "The text is damaged: UTF-8 read as GBK, GBK read as Latin-1, runs of ? and U+FFFD, or characters that only the file's own font knows.",
    example: RuleExample(
      wrong: """
        涓銆佹讳綋鎯呭喌
        浜屻佷富鍔ㄥ叕寮鏀垮簻淇℃伅鎯呭喌
        """,
      right: """
        一、总体情况
        二、主动公开政府信息情况
        """))

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let document = subject.document, let damage = Damage.first(in: document) else { return [] }
    return [
      finding(.message, advice: .advice, at: FindingPlace(source: damage.place), found: damage.sample)
    ]
  }
}

/// Where text is damaged, with a sample of it.
private struct Damage {
  var sample: String
  var place: Place

  /// Ideographs that UTF-8 turns into when it is read as GBK, and that office prose hardly knows.
  private static let misreadAsGBK = ScalarSet(
    """
    锛鍏鏀淇伅寮浜叕紑鏈俊鎭浠垮斂骞搴鐢缁簻鍔屽宠紝澶琛屾呭鐨悊鍐鍒璁勭綔殑鐞宸級叾堜瀹璇昏绗粨鍥笉滀鍜鍙鏄拰椤鍗竴簩嗗笁堝朵害鎯鎬閲瑕嶅暟鏃佸浣姝跺湰撴変璐鏁鐩喌浼舵夊勫\
    涓銆锟斤拷
    """)

  static func first(in document: Document) -> Damage? {
    var tally = Tally()
    var replaced: Damage?
    document.forEachPiece { text, place in
      let hasRun = tally.add(text)
      if hasRun, replaced == nil { replaced = Damage(sample: Quotation.of(text), place: place) }
    }
    guard tally.isMisread else { return replaced }
    var misread: Damage?
    document.forEachPiece { text, place in
      guard misread == nil, text.unicodeScalars.contains(where: isTelltale) else { return }
      misread = Damage(sample: Quotation.of(text), place: place)
    }
    return misread
  }

  private static func isTelltale(_ scalar: Unicode.Scalar) -> Bool {
    misreadAsGBK.contains(scalar) || (0xA1...0xFF).contains(scalar.value) || isPrivate(scalar)
  }

  /// A character of nobody but the font that it was set in: what a PDF without a table of its characters holds.
  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
  }

  private struct Tally {
    var characters = 0
    var privateUse = 0
    var misreadAsGBK = 0
    var misreadAsLatin1 = 0

    /// - Returns: Whether two or more lost characters stand in a row in it, or four question marks: one alone may be a
    ///   bullet or the cut end of a file.
    mutating func add(_ text: String) -> Bool {
      let telltales = Damage.misreadAsGBK
      var lost = 0
      var questionMarks = 0
      var hasRun = false
      for scalar in text.unicodeScalars {
        lost = scalar == "\u{FFFD}" ? lost + 1 : 0
        questionMarks = scalar == "?" || scalar == "？" ? questionMarks + 1 : 0
        if lost == 2 || questionMarks == 4 { hasRun = true }
        guard scalar.value > 0x7F else { continue }
        characters += 1
        if telltales.contains(scalar) { misreadAsGBK += 1 }
        if (0xA1...0xFF).contains(scalar.value) { misreadAsLatin1 += 1 }
        if Damage.isPrivate(scalar) { privateUse += 1 }
      }
      return hasRun
    }

    /// In misread text about every second character is one of the telltale ones.
    var isMisread: Bool {
      characters >= 20
        && (misreadAsGBK * 5 > characters || misreadAsLatin1 * 3 > characters || privateUse * 5 > characters)
    }
  }
}

extension Document {
  /// All texts with their places, in order.
  fileprivate func forEachPiece(_ body: (String, Place) -> Void) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): body(paragraph.text, paragraph.place)
      case .table(let table): for cell in table.cells { body(cell.text, cell.place) }
      }
    }
  }
}

extension String {
  fileprivate static let message = "文件里有乱码，文字已经损坏，无法审核。"
  fileprivate static let advice = "请从原来的 Word 或 WPS 文件重新导出，保存时编码选“UTF-8”或“GBK（ANSI）”，打开确认没有乱码后再放入。"
}
