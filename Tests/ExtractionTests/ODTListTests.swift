import Testing

/// Numbers that OpenDocument counts instead of writing them (version 1.3 Part 3, 5.3 and 16.30).
@Suite struct ODTListTests {
  private static func style(_ levels: String...) -> String {
    "<text:list-style style:name=\"L\">\(levels.joined())</text:list-style>"
  }

  private static func level(_ number: Int, _ format: String, _ more: String = "") -> String {
    "<text:list-level-style-number text:level=\"\(number)\" style:num-format=\"\(format)\" \(more)/>"
  }

  private static func list(_ items: String..., more: String = "") -> String {
    "<text:list text:style-name=\"L\" \(more)>\(items.joined())</text:list>"
  }

  private static func item(_ content: String = "<text:p>项</text:p>", _ more: String = "") -> String {
    "<text:list-item \(more)>\(content)</text:list-item>"
  }

  @Test(arguments: [
    ("1", "2"), ("a", "b"), ("A", "B"), ("i", "ii"), ("I", "II"), ("一, 二, 三, ...", "二"), ("１, ２, ３, ...", "２"),
    ("壹, 贰, 叁, ...", "贰"), ("壹, 貳, 參, ...", "貳"), ("甲, 乙, 丙, ...", "乙"), ("子, 丑, 寅, ...", "丑"),
    ("①, ②, ③, ...", "②"), ("01, 02, 03, ...", "02"), ("", ""),
  ])
  func `numbers are written in the list's format`(_ format: String, _ second: String) throws {
    let level = Self.level(1, format, "style:num-prefix=\"（\" style:num-suffix=\"）\"")
    let lines = try FlowReading.openLines(Self.list(Self.item(), Self.item()), styles: Self.style(level))
    #expect(lines.last == "（\(second)）项")
  }

  @Test func `levels restart below their parents and may show them`() throws {
    let styles = Self.style(
      Self.level(1, "一, 二, 三, ...", "style:num-suffix=\"、\""),
      Self.level(2, "1", "loext:num-list-format=\"第%2%项\""),
      Self.level(3, "1", "text:display-levels=\"2\" style:num-suffix=\".\""))
    let deep = Self.item("<text:p>乙</text:p>" + "<text:list>\(Self.item())</text:list>")
    let nested = Self.item("<text:p>甲</text:p><text:list>\(deep)\(Self.item())</text:list>")
    #expect(
      try FlowReading.openLines(Self.list(nested, nested), styles: styles) == [
        "一、甲", "第1项 乙", "1.1.项", "第2项 项", "二、甲", "第1项 乙", "1.1.项", "第2项 项",
      ])
  }

  @Test func `only the first paragraph of an item is numbered, and a header is not`() throws {
    let styles = Self.style(Self.level(1, "1", "style:num-suffix=\".\" text:start-value=\"3\""))
    let body = Self.list(
      "<text:list-header><text:p>头</text:p></text:list-header>", Self.item("<text:p>甲</text:p><text:p>续</text:p>"),
      Self.item("<text:p/>"), Self.item("<text:p>丙</text:p>", "text:start-value=\"9\""))
    #expect(try FlowReading.openLines(body, styles: styles) == ["头", "3.甲", "续", "4.", "9.丙"])
  }

  @Test func `a list goes on where it says so, and begins anew where it does not`() throws {
    let styles = Self.style(Self.level(1, "1", "style:num-suffix=\".\""))
    let body =
      Self.list(Self.item(), more: "xml:id=\"a\"") + "<text:p>文</text:p>" + Self.list(Self.item())
      + Self.list(Self.item(), more: "text:continue-list=\"a\"")
      + Self.list(Self.item(), more: "text:continue-numbering=\"true\"")
    #expect(try FlowReading.openLines(body, styles: styles) == ["1.项", "文", "1.项", "2.项", "3.项"])
  }

  @Test func `headings are numbered by the outline`() throws {
    var odt = ODTBuilder(
      """
      <text:h text:outline-level="1">总体情况</text:h><text:h text:outline-level="2">主动公开</text:h>\
      <text:h text:outline-level="1" text:is-list-header="true">附</text:h>\
      <text:h text:outline-level="1" text:style-name="N">无号</text:h><text:h text:outline-level="1">申请情况</text:h>
      """,
      styles: "<style:style style:name=\"N\" style:family=\"paragraph\" style:list-style-name=\"\"/>")
    odt.common = """
      <text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." \
      style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format="一, 二, 三, ..." \
      style:num-prefix="（" style:num-suffix="）"/></text:outline-style>
      """
    #expect(try FlowReading.document(odt.bytes).lines == ["一、总体情况", "（一）主动公开", "附", "无号", "二、申请情况"])
  }

  @Test func `bullets print nothing, and a number that the file has is printed`() throws {
    let styles = Self.style(
      "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"●\"/>",
      "<text:list-level-style-number text:level=\"2\"/>")
    #expect(try FlowReading.openLines(Self.list(Self.item()), styles: styles) == ["项"])
    let numbered = Self.list(Self.item("<text:number>七、</text:number><text:p>项</text:p>"))
    #expect(try FlowReading.openLines(numbered, styles: Self.style(Self.level(1, "1"))) == ["七、项"])
  }

  @Test func `paragraphs may name their list instead of standing in it`() throws {
    let paragraph = """
      <text:numbered-paragraph text:list-id="n" text:style-name="L" text:level="1"><text:p>项</text:p>\
      </text:numbered-paragraph>
      """
    let styles = Self.style(Self.level(1, "1", "style:num-suffix=\".\""))
    #expect(
      try FlowReading.openLines(paragraph + "<text:p>文</text:p>" + paragraph, styles: styles) == ["1.项", "文", "2.项"])
  }
}
