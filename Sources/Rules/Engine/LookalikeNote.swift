import DocumentModel
import Findings

/// Tells two texts apart that a reader sees as one: the letter O where a zero belongs, a minus sign where a dash does.
enum LookalikeNote {
  /// Longer texts are passages: nobody compares them letter by letter.
  private static let longest = 120

  /// What differs between what was found and what was expected.
  ///
  /// - Parameters:
  ///   - found: As it stands in the file.
  ///   - expected: A text, or several with `、` between them.
  /// - Returns: A sentence for the clerk; `nil` where one sees it.
  static func note(found: String, expected: String) -> String? {
    guard found.utf8.count <= longest, expected.utf8.count <= longest else { return nil }
    let parts = expected.split(separator: "、").map(String.init)
    return ([expected] + parts).lazy.compactMap { difference(found, $0) }.first
  }

  private static func difference(_ found: String, _ expected: String) -> String? {
    let one = seen(found)
    let other = seen(expected)
    guard one.count == other.count, one != other, zip(one, other).allSatisfy({ look($0) == look($1) }) else {
      return nil
    }
    let differing = zip(one, other).enumerated().filter { $0.element.0 != $0.element.1 }
    guard let first = differing.first else { return nil }
    let more = differing.count > 1 ? "，后面还有" : ""
    return "两处看上去几乎一样，但第 \(first.offset + 1) 个字不同：文件里是\(name(first.element.0))，"
      + "应为\(name(first.element.1))\(more)。"
  }

  /// Without white space, and without what nobody sees.
  private static func seen(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.isWhiteSpace && !SeenCharacters.isUnseen($0) }
  }

  /// The character by which one that looks the same is known. Radicals and ideographs of compatibility are folded where
  /// a text enters; a roster's names are, too.
  private static func look(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    lookalikes.first { $0.characters.contains(scalar) }?.look ?? scalar
  }

  private struct Lookalikes {
    var look: Unicode.Scalar
    var characters: ScalarSet

    init(_ characters: String) {
      look = characters.unicodeScalars.first ?? " "
      self.characters = ScalarSet(characters)
    }
  }

  /// After Unicode Technical Standard #39, of what a Chinese keyboard and other programs write.
  private static let lookalikes = [
    "0OoОоΟο〇○Ｏｏ０", "1lI|іІΙⅠⅼ｜Ｉｌ１", "-－—–‐‑−―一ー─", "aаａ", "eеｅ", "cсｃ", "xх×ｘ", "pрｐ", "AАΑＡ", "BВΒＢ", "EЕΕＥ", "HНΗＨ",
    "KКΚＫ", "MМΜＭ", "PРΡＰ", "TТΤＴ", "XХΧＸ", "(（", ")）", ":：﹕", ",，﹐", ";；", ".．", "·•・‧∙⋅", "\"“”＂", "'‘’＇", "[［", "]］",
    "己已巳", "未末", "口囗", "日曰", "土士", "入人", "夂夊", "千干", "戊戌戍",
  ].map(Lookalikes.init)

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return kind(scalar).map { "\($0)“\(scalar)”（\(code)）" } ?? "“\(scalar)”（\(code)）"
  }

  private static func kind(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: "数字"
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: "字母"
    case 0x0370...0x03FF: "希腊字母"
    case 0x0400...0x04FF: "西里尔字母"
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3007: "汉字"
    default: nil
    }
  }
}

extension Finding {
  /// The same with a word on how what was found differs from what was expected, where one does not see it.
  var tellingLookalikes: Finding {
    guard let found, let expected, let note = LookalikeNote.note(found: found, expected: expected) else { return self }
    var finding = self
    finding.advice += note
    return finding
  }
}
