import Foundation
import FoundationXML
import Rendering
import Testing

struct HTMLWriterTests {
  @Test
  func `elements nest and close themselves`() {
    var html = HTMLWriter()
    html.element("p", .class("a"), .id("b")) { html in
      html.text("1 < 2")
      html.void("br")
      html.element("b", text: "&")
    }
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<!DOCTYPE html>\n<p class=\"a\" id=\"b\">1 &lt; 2<br/><b>&amp;</b></p>")
  }

  @Test(arguments: HostileText.all)
  func `any text stays the value of its attribute`(hostile: HostileText) throws {
    var html = HTMLWriter()
    html.element("p", .named("title", hostile.text), .class("after"), text: hostile.text)
    let root = try #require(try XMLDocument(data: Data(html.bytes)).rootElement())
    #expect(root.attributes?.compactMap(\.name) == ["title", "class"])
    #expect(root.attribute(forName: "title")?.stringValue == hostile.text.shown())
    #expect(root.stringValue == hostile.text.shown())
  }

  @Test
  func `an apostrophe ends no attribute either`() {
    var html = HTMLWriter()
    html.element("p", .named("title", "'\""), text: "")
    #expect(String(decoding: html.bytes, as: UTF8.self).hasSuffix("<p title=\"&#39;&quot;\"></p>"))
  }
}
