import Rendering
import Testing

struct ShownTextTests {
  @Test(arguments: [
    ("小店镇2024年年度报告.docx", "小店镇2024年年度报告.docx"),
    ("", ""),
    ("a\u{1B}[2Jb", "a[U+001B][2Jb"),
    ("a\u{0}b\u{7F}", "a[U+0000]b[U+007F]"),
    ("\u{9B}31m", "[U+009B]31m"),
    ("年报\u{202E}xcod.exe", "年报[U+202E]xcod.exe"),
    ("1\u{200B}2", "1[U+200B]2"),
    ("\u{2066}a\u{2069}", "[U+2066]a[U+2069]"),
    ("a\u{2028}b", "a[U+2028]b"),
    (HostileText.noncharacters, "[U+FFFE][U+FFFF][U+FDD0]"),
    ("a\u{E0041}", "a[U+E0041]"),
    ("第一行\r\n第二行\t末", "第一行 第二行 末"),
    ("㐀𠮷", "㐀𠮷"),
  ])
  func `what cannot be seen is made visible and the rest is kept`(text: String, expected: String) {
    #expect(text.shown() == expected)
  }

  @Test
  func `a long text is cut and says how long it was`() {
    let text = String(repeating: "长", count: 10_000)
    #expect(text.shown(limit: 5) == "长长长长长…（共 10000 字）")
  }

  @Test(arguments: [("长长长长长", 5), ("a\u{0}", 2)])
  func `a text that just fits is not cut`(text: String, limit: Int) {
    #expect(!text.shown(limit: limit).contains("…"))
  }

  @Test
  func `marks piled on one letter count`() {
    let text = "e" + String(repeating: "\u{301}", count: 1000)
    #expect(text.shown(limit: 10).unicodeScalars.count < 30)
  }
}
