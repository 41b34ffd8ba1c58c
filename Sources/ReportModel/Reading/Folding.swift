/// Writes of one character that mean the same are made one: full-width letters and digits become ASCII ones, and the
/// radicals that some PDF producers write in the place of ideographs become those ideographs.
enum Folding {
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2F00...0x2FD5: kangxiRadicals[Int(scalar.value - 0x2F00)]
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }

  /// The characters by which labels are compared: folded, without white space and punctuation.
  static func key(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var key: [Unicode.Scalar] = []
    append(keyOf: text, to: &key)
    return key
  }

  static func append(keyOf text: some StringProtocol, to key: inout [Unicode.Scalar]) {
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      if isLetterOrDigit(folded) { key.append(folded) }
    }
  }

  /// `text` folded and without white space.
  static func compact(_ text: some StringProtocol) -> String {
    String(String.UnicodeScalarView(compactScalars(text)))
  }

  static func compactScalars(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var compact: [Unicode.Scalar] = []
    compact.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      if !isSpace(folded) { compact.append(folded) }
    }
    return compact
  }

  /// Without the white space round it.
  static func trimmed(_ text: String.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var scalars = text[...]
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return scalars
  }

  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isIdeograph(scalar) || isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// U+2F00 to U+2FD5 in order (Unicode Character Database, compatibility decompositions).
  private static let kangxiRadicals: [Unicode.Scalar] = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)
}
