import Markup
import Testing

@Suite struct HTMLTests {
  @Test(arguments: [
    ("<p>a<p>b", "<p>a</p><p>b</p>"),
    ("<P CLASS=x Hidden>A</P>", "<p class=\"x\" hidden=\"\">A</p>"),
    ("a<br>b<br/>c</br>d<hr>", "a<br></br>b<br></br>c<br></br>d<hr></hr>"),
    ("a < b <1 <> & &; &# &#; &#x; c", "a < b <1 <> & &; &# &#; &#x; c"),
    ("a</>b</1>c<!d>e<?f?>g", "abceg"),
    ("<p>a<!-- <b> -->b<!-->c<!--->d<!-- - -- --!>e<!--", "<p>abcde</p>"),
    ("a<![if !supportLists]>b<![endif]>c<!--[if gte mso 9]><xml>d</xml><![endif]-->e", "abce"),
    ("<p title='>' id=\"<b>\" x = y/z =w>a", "<p title=\">\" id=\"<b>\" x=\"y/z\" =w=\"\">a</p>"),
    ("<p id=1 id=2>a", "<p id=\"1\" id=\"1\">a</p>"),
    ("<script>if (a<b) x='</p>'</scripts>;</SCRIPT><p>1", "<script>if (a<b) x='</p>'</scripts>;</script><p>1</p>"),
    ("<title>&lt;<b></title>a", "<title><<b></title>a"),
    ("<style>a", "<style>a</style>"),
    ("a\u{0}b", "ab"),
  ])
  func `tags, comments and text are told apart`(_ html: String, _ expected: String) throws {
    #expect(try written(html: html) == expected)
  }

  @Test(arguments: [
    ("&lt;&nbsp;&mdash;&hellip;&quot;&apos;&amp;", "<\u{A0}—…\"'&"),
    ("&#19968;&#x4E8c;&#X4e09;&#22235", "一二三四"),
    ("&#0;&#xD800;&#x110000;&#99999999999999999999;&#150;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}–"),
    ("&nbsp1&ltb&unknown;&unknown&mdash &NBSP;", "\u{A0}1<b&unknown;&unknown&mdash &NBSP;"),
    ("&lpar;&percnt;&ZeroWidthSpace;&Tab;", "(%\u{200B}\t"),
    ("&thetasym;&hearts;&diams;&Dagger;&yuml;&OElig;&ensp;&euro;", "ϑ♥♦‡ÿŒ\u{2002}€"),
  ])
  func `references become characters`(_ html: String, _ expected: String) throws {
    #expect(try written(html: html) == expected)
    let attribute = try MarkupTree.read(html: Array("<p title='&lt;&nbsp;&#19968;' href='?a=1&lt=2&copyb&amp'>".utf8))
    let paragraph = try #require(attribute.root.first("p"))
    #expect(paragraph.attribute("title") == "<\u{A0}一")
    #expect(paragraph.attribute("href") == "?a=1&lt=2&copyb&")
  }

  @Test(arguments: [
    ("<p>a<div>b</div>c", "<p>a</p><div>b</div>c"),
    ("<p><b>a<p>b", "<p><b>a</b></p><p>b</p>"),
    ("<p><span>a<p>b</span></p>c", "<p><span>a</span></p><p>b</p>c"),
    ("<b><p>a</b>b</p>c", "<b><p>ab</p>c</b>"),
    ("<li>a<li>b<ul><li>c</ul><li>d", "<li>a</li><li>b<ul><li>c</li></ul></li><li>d</li>"),
    ("<dl><dt>a<dd>b<dt>c", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
    ("<h1>a<h2>b</h3>c", "<h1>a</h1><h2>b</h2>c"),
    ("<div><span>a</div>b", "<div><span>a</span></div>b"),
    ("<span><div>a</span>b</div>c", "<span><div>ab</div>c</span>"),
    ("<html><head><title>a</title><div>b", "<html><head><title>a</title></head><div>b</div></html>"),
    ("<head><meta><link>\n一", "<head><meta></meta><link></link></head>\n一"),
    ("<head><xml><o:a>1</o:a></xml><body>b", "<head><xml><o:a>1</o:a></xml></head><body>b</body>"),
    ("<html><body a=1>b<body c=2><html>d</body></html>e", "<html><body a=\"1\">bde</body></html>"),
    ("<p><o:p/>a<o:p>b</o:p>c<v:shape x=1 />d", "<p><o:p></o:p>a<o:p>b</o:p>c<v:shape x=\"1\"></v:shape>d</p>"),
    ("<div/>a", "<div>a</div>"),
    ("<?xml version='1.0'?><div/><script src='x'/>a<td/>b", "<div></div><script src=\"x\"></script>a<td></td>b"),
  ])
  func `start tags end what browsers end`(_ html: String, _ expected: String) throws {
    #expect(try written(html: html) == expected)
  }

  @Test(arguments: [
    (
      "<table><tr><td><font>1<td><b>2<tr><td>3</table>4",
      "<table><tr><td><font>1</font></td><td><b>2</b></td></tr><tr><td>3</td></tr></table>4"
    ),
    ("<table><td>1<td>2<tbody><td>3", "<table><tr><td>1</td><td>2</td></tr><tbody><tr><td>3</td></tr></tbody></table>"),
    (
      "<table><thead><th>1<tbody><tr><th>2<td>3</table>",
      "<table><thead><tr><th>1</th></tr></thead><tbody><tr><th>2</th><td>3</td></tr></tbody></table>"
    ),
    (
      "<table><caption>一<tr><td>1<table><tr><td>2</table>3<td>4",
      "<table><caption>一</caption><tr><td>1<table><tr><td>2</td></tr></table>3</td><td>4</td></tr></table>"
    ),
    (
      "<div><table><tr><td>1</div></p></tr><tr><td>2</td></tr></table></div>3",
      "<div><table><tr><td>1</td></tr><tr><td>2</td></tr></table></div>3"
    ),
    ("<table><form><tr><td>1</form></table>", "<table><form></form><tr><td>1</td></tr></table>"),
    ("<table><col width=1><col><tr><td>1", "<table><col width=\"1\"></col><col></col><tr><td>1</td></tr></table>"),
    ("<tr><td>1<td>2<tr><td>3", "<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>"),
    ("<p>a<table><td><p>1</table>b", "<p>a</p><table><tr><td><p>1</p></td></tr></table>b"),
    ("<table><tr><td>1</th></table></table>2", "<table><tr><td>1</td></tr></table>2"),
  ])
  func `tables are put together from what is left of their tags`(_ html: String, _ expected: String) throws {
    #expect(try written(html: html) == expected)
  }

  @Test(arguments: [
    "", " ", "\u{0}", "<", "</", "</p></p></html></html>", "<!", "<!--", "<?", "&", "&#", "<a b=\"", "</a",
  ])
  func `any text is HTML`(_ html: String) throws {
    _ = try written(html: html)
  }

  @Test func `text outside of the page's elements is kept`() throws {
    #expect(try MarkupTree.read(html: Array("一<p>二</p></body></html>三".utf8)).root.text == "一二三")
  }

  @Test func `a page is UTF-8 whatever it declares`() throws {
    let html = "<meta charset=gbk><meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>规章\u{20087}"
    #expect(try MarkupTree.read(html: Array(html.utf8)).root.text == "规章\u{20087}")
  }

  @Test(arguments: ["<b>", "<div>", "<table><tr><td>"])
  func `what stands deeper than the tree gets stands next to each other`(_ start: String) throws {
    let html = "一" + String(repeating: start, count: 1_000) + "二<p>三</p>四"
    let root = try MarkupTree.read(html: Array(html.utf8), depth: 100).root
    #expect(root.text == "一二三四")
    var depths: [Int: Int] = [root.position: 0]
    for element in root.descendants {
      let parent = try #require(element.parent)
      depths[element.position] = try #require(depths[parent.position]) + 1
    }
    #expect(depths.values.max() == 100)
    #expect(depths.count >= 1_000)
  }
}
