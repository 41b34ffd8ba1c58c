import DocumentModel
import Extraction
import Testing

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>政府 信息\n公开\n\n  <b>年度</b>报告</p>", "政府 信息公开年度报告"),
    ("<p>\n  2024年\n  青禾镇\n</p>", "2024年青禾镇"),
    ("<p>2024\n12</p>", "2024 12"),
    ("<p>a\nb</p>", "a b"),
    ("<p>，\n“好”\n。</p>", "，“好”。"),
    ("<p>1<span>2</span><b>3</b></p>", "123"),
    ("<p>1<span> 2</span> <b> 3</b></p>", "1 2 3"),
    ("<p>　　一、总体情况　</p>", "一、总体情况"),
    ("<p>&nbsp;&nbsp;一&nbsp;&nbsp;二&emsp;</p>", "一  二"),
    ("<p>一　二</p>", "一 二"),
    ("<p>一&#8203;二\u{FEFF}三&shy;四&zwnj;</p>", "一二三四"),
    ("<p>&nbsp;</p><p> </p><p></p><p>　</p>一", "一"),
  ])
  func `white space is collapsed as browsers do`(_ body: String, _ expected: String) throws {
    // U+2003 is a space of its own, and kept.
    #expect(try HTMLPage.shown(body).replacing("\u{2003}", with: "") == expected)
  }

  @Test(arguments: [
    ("一<br>二<br/><br>三", "一\n二\n三"),
    ("<div>一<p>二</p>三</div>四", "一\n二\n三\n四"),
    ("<div><span>一</span><span>二</span></div><h2>三</h2>", "一二\n三"),
    ("<p>一<span style='display:block'>二</span>三</p>", "一\n二\n三"),
    ("<div style='display: inline'>一</div><div style='display:inline-block'>二</div>", "一二"),
    ("<section><header><h1>一</h1></header><blockquote>二</blockquote></section>", "一\n二"),
    ("<dl><dt>一<dd>二</dl><fieldset><legend>三</legend>四</fieldset>", "一\n二\n三\n四"),
    ("<p>一<hr>二", "一\n二"),
    ("<a name='_Toc1'></a><h1><a name=t>一</a></h1>", "一"),
  ])
  func `blocks and line breaks make paragraphs`(_ body: String, _ expected: String) throws {
    #expect(try HTMLPage.shown(body) == expected)
  }

  @Test(arguments: [
    "<!-- 二 -->", "<script>二</script>", "<style>二</style>", "<noscript>二</noscript>", "<template>二</template>",
    "<select><option>二</select>", "<button>二</button>", "<iframe>二</iframe>",
    "<s>二</s>", "<strike>二</strike>", "<u style='text-decoration:line-through'>二</u>", "<font color=white>二</font>",
    "<p style='color:#FFF'>二</p>", "<p style='color: rgba(0, 0, 0, 0)'>二</p>", "<p style='opacity:0'>二</p>",
    "<p style='font-size:0'>二</p>", "<p style='position:absolute;left:-9999px'>二</p>",
    "<p style='text-indent:-9999px'>二</p>", "<p style='height:0;overflow:hidden'>二</p>",
    "<p style='background:#c00;color:#c00'>二</p>", "<style>.a{display:none}</style><p class='b a'>二</p>",
    "<style>#a{visibility:hidden}</style><p id=a>二</p>",
    "<style>div > p.a, h1{color:white}</style><div><p class=a>二</p></div>",
    "<style>@media screen{div p{display:none}}</style><div><b><p>二</p></b></div>",
    "<style>p.a{display:none!important}/* p.a{display:block} */</style><p class=a>二</p>",
    "<object>二</object>", "<svg><text>二</text></svg>", "<p hidden>二</p>", "<p style='display:none'>二</p>",
    "<p style='color:red; DISPLAY : NONE !important'>二</p>", "<div style='visibility:hidden'><p>二</p></div>",
    "<span style='display:none;mso-hide:all'>二</span>", "<del>二</del>", "<span class=msoDel>二</span>",
    "<span class=MsoCommentReference>[二]</span>", "<div style='mso-element:comment-list'><p>二</p></div>",
    "<xml><w:WordDocument>二</w:WordDocument></xml>", "<w:WordDocument>二</w:WordDocument>", "<title>二</title>",
    "<datalist><option>二</datalist>", "<ruby><rt>二</rt></ruby>",
  ])
  func `what is not shown is not read`(_ markup: String) throws {
    #expect(try HTMLPage.shown("<p>一</p>\(markup)<p>三</p>") == "一\n三")
  }

  @Test(arguments: [
    ("<ins>二</ins>", "一二"), ("<textarea>二</textarea>", "一二"), ("<p style='display:'>二</p>", "一\n二"),
    ("<sup>2</sup>", "一²"), ("<sub>2</sub>", "一₂"), ("<span style='vertical-align:super'>2</span>", "一²"),
    ("<span style='vertical-align:middle'>2</span>", "一2"), ("<input value=2 readonly>", "一2"),
    ("<p style='background:#036;color:#fff'>二</p>", "一\n二"),
    ("<div style='visibility:hidden'>三<b style='visibility:visible'>二</b></div>", "一\n二"),
    ("<style>@media print{b{display:none}} @media (max-width:600px){b{display:none}}</style><b>二</b>", "一二"),
    ("<style>b{display:none} b.a{display:inline}</style><b class=a>二</b>", "一二"),
    ("<style>b:hover{display:none} b[x]{display:none}</style><b>二</b>", "一二"), ("<st1:place>二</st1:place>", "一二"),
    ("<o:p>二</o:p>", "一二"),
    ("<marquee>二</marquee>", "一\n二"), ("<w:Sdt>二</w:Sdt>", "一二"),
  ])
  func `what is shown is read`(_ markup: String, _ expected: String) throws {
    #expect(try HTMLPage.shown("一\(markup)") == expected)
  }

  // MARK: Lists

  @Test(arguments: [
    ("<ol><li>甲<li>乙</ol>", "1.甲\n2.乙"),
    ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", "3.甲\n7.乙\n8.丙"),
    ("<ol reversed start=2><li>甲<li>乙</ol>", "2.甲\n1.乙"),
    ("<ol style='list-style-type:cjk-ideographic'><li>总体情况</li></ol>", "一、总体情况"),
    ("<ol style='list-style: simp-chinese-informal inside' start=20><li>甲<li>乙</ol>", "二十、甲\n二十一、乙"),
    ("<ol start=10 style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", "十、甲\n十一、乙"),
    ("<ol><li style='list-style-type:cjk-ideographic'>甲</ol>", "一、甲"),
    ("<ol type=a><li>甲<li>乙</ol><ol type=I start=4><li>丙</ol>", "a.甲\nb.乙\nIV.丙"),
    ("<ol style='list-style:none'><li>一、甲</ol>", "一、甲"),
    ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
    ("<ol><li>甲<ul><li>乙</ul><li>丙</ol>", "1.甲\n乙\n2.丙"),
    ("<ol><li><p>甲</p><p>乙</p></li><li></li><li><p>&nbsp;</p><p>丙</p></ol>", "1.甲\n乙\n3.丙"),
    ("<ol><li><p>\n<b>甲</b></ol><p>乙", "1.甲\n乙"),
    ("<table><tr><td><ol><li>甲<li>乙</ol><td>1</table>", "[1.甲⏎2.乙|1]"),
    ("<ol start=99999999999999999999><li>甲</ol><ol start=-1><li>乙</ol>", "999999999.甲\n-1.乙"),
  ])
  func `the numbers of lists are read as they are shown`(_ body: String, _ expected: String) throws {
    #expect(try HTMLPage.shown(body) == expected)
  }

  @Test func `numbers that a word processor wrote are kept, and its conditional comments are not`() throws {
    let body = """
      <p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
      style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span
      style='font-family:宋体'>总体情况</span><span lang=EN-US><o:p></o:p></span></p>
      <!--[if gte mso 9]><p>不显示</p><![endif]-->
      <p class=MsoNormal><ins cite="mailto:a" datetime="2025"><span>新收</span></ins><del><span>旧收</span></del>3件<o:p>&nbsp;</o:p></p>
      """
    #expect(try HTMLPage.shown(body) == "一、  总体情况\n新收3件")
  }

  // MARK: Preformatted

  @Test(arguments: [
    ("<pre>规章    0   0\n\n  行政许可\t12  \r\n末</pre>", "规章    0   0\n  行政许可\t12\n末"),
    ("<pre>\n一<b>二</b>\n三</pre>四 \n 五", "一二\n三\n四五"),
    ("<div style='white-space: pre-wrap'>a  b\nc</div>d  e", "a  b\nc\nd e"),
    ("<div style='white-space: pre-line'>a  b\n  c</div>", "a b\nc"),
    ("<pre>a  b<span style='white-space:normal'>c\n  d</span></pre>", "a  bc d"),
    ("<pre>一&nbsp;&nbsp;1</pre>", "一  1"),
  ])
  func `preformatted lines are paragraphs, with their spaces`(_ body: String, _ expected: String) throws {
    #expect(try HTMLPage.shown(body) == expected)
  }

  // MARK: The document

  @Test func `paragraphs are counted as they are seen, tables beside them`() throws {
    let document = try HTMLPage.document(
      Array("<html><p>一<p></p><p>二<table><tr><td>甲<td>1<tr><td>乙<td>2</table>三".utf8))
    #expect(document.format == .html)
    #expect(
      document.blocks == [
        .paragraph(Paragraph(text: "一", place: Place(line: 1))),
        .paragraph(Paragraph(text: "二", place: Place(line: 2))),
        .table(
          Table(
            cells: [
              Cell(text: "甲", place: Place(table: 1, row: 1, column: 1)),
              Cell(text: "1", place: Place(table: 1, row: 1, column: 2)),
              Cell(text: "乙", place: Place(table: 1, row: 2, column: 1)),
              Cell(text: "2", place: Place(table: 1, row: 2, column: 2)),
            ], place: Place(table: 1))),
        .paragraph(Paragraph(text: "三", place: Place(line: 3))),
      ])
  }

  @Test(arguments: [
    ("<html><head><meta name=Author content=' 王 芳 '></head><p>一", "王 芳"),
    ("<html><head><meta content=李明 name='author'></head><p>一", "李明"),
    (
      "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>张&amp;三</o:Author></xml><![endif]--><p>一",
      "张&三"
    ),
    ("<html><head><meta name=author content=''><meta name=DCTERMS.creator content=赵></head><p>一", "赵"),
    ("<html><head><meta name=generator content=X></head><p>一", nil),
    ("<html xmlns:o=x><head><!-- <o:Author>  </o:Author> --></head><p>一", nil),
  ])
  func `the author is who the page's properties name`(_ page: String, _ author: String?) throws {
    #expect(try HTMLPage.document(Array(page.utf8)).author == author)
  }

  @Test func `headers and footers are kept apart`() throws {
    let document = try HTMLPage.document(
      Array(
        "<html><div title=header><p>内部</p></div><p>一<div style='mso-element:footer' id=f1><p>- 1 -</p></div><p>二".utf8))
    #expect(HTMLPage.shown(document) == "一\n二")
    #expect(document.margins.map(\.text) == ["内部", "- 1 -"])
    #expect(document.blocks.last == .paragraph(Paragraph(text: "二", place: Place(line: 2))))
  }

  @Test(arguments: [
    ("<html><body></body></html>", Obstacle.empty), ("<html><p>&nbsp;<p>　</html>", .empty),
    ("<html><script>x</script></html>", .empty),
    ("<html><p><img src=1.jpg><img src=2.jpg></html>", .noTextLayer(pages: 1)),
    (
      "<html><frameset><frame src=a></frameset></html>", .unreadParts([UnreadPart(kind: .frame, name: "a")])
    ),
  ])
  func `a page without text is an obstacle`(_ page: String, _ obstacle: Obstacle) throws {
    #expect(try Extractor().extract(Array(page.utf8)) == .obstacle(obstacle))
  }
}
