import DocumentModel
import Extraction
import Testing

/// What a site puts round a report is left out; what looks like it but is the report's is kept.
@Suite struct HTMLFurnitureTests {
  @Test(arguments: [
    "<nav>首页 政务公开</nav>",
    "<div class='nav'><ul><li>首页<li>政务公开</ul></div>",
    "<div id=leftNav2>政务公开</div>", "<div class='top-menu'>政务公开</div>", "<div class=mainnav>政务公开</div>",
    "<div role=navigation>政务公开</div>", "<form role=search>搜索</form>", "<aside>相关报道</aside>",
    "<div class='bread-crumb'>首页 &gt; 年报</div>", "<div class=share>分享到：微信 微博</div>",
    "<div>当前位置：<a href=/>首页</a> &gt; 政府信息公开年度报告</div>",
    "<p>您现在的位置： <a href=/>首页</a> &gt;&gt; 青禾镇2024年政府信息公开工作年度报告</p>",
    "<ul><li><a href=1>2023年政府信息公开工作年度报告</a><li><a href=2>2022年政府信息公开工作年度报告</a></ul>",
    "<table><tr><td><a href=1>首页</a><td><a href=2>政务公开</a><td><a href=3>互动</a></table>",
    "<p>上一篇：<a href=1>小店镇2024年政府信息公开工作年度报告</a> 下一篇：<a href=2>没有了，返回列表</a></p>",
    "<p>【<a href='javascript:print()'>打印本页</a>】【<a href='javascript:close()'>关闭窗口</a>】</p>",
    "<ul><li><a href='#1'>一、总体情况</a><li><a href='#2'>二、主动公开政府信息情况</a></ul>",
    "<header><a href=/><img src=logo.png>青禾镇人民政府</a></header>",
    "<footer>主办：青禾镇人民政府 电话：0373-1234567</footer>",
    "<footer><p>未经许可不得转载。版权所有</p></footer>",
    "<div class=footer><a href=1>网站地图</a> 青禾镇</div>",
    "<div class='foot clearfix'><p>主办：青禾镇</p><p>备案号：豫ICP备05000000号</p><p>联系电话：0373-1234567</p></div>",
    "<div id=copyright>版权所有 青禾镇人民政府</div>",
    "<table><tr><td>版权所有：青禾镇人民政府<br>网站标识码：4107000001</table>",
    "<p>Copyright © 2025 青禾镇</p>",
  ])
  func `a site's own parts are left out`(_ furniture: String) throws {
    #expect(try HTMLPage.shown("\(furniture)<p>一</p><p>二。</p>\(furniture)") == "一\n二。")
  }

  @Test(arguments: [
    // A class that says less than it seems to.
    ("<div class='article-header'>青禾镇2024年报告</div>", "青禾镇2024年报告"),
    ("<header><h1>青禾镇2024年报告</h1></header>", "青禾镇2024年报告"),
    ("<header>青禾镇2024年报告</header>", "青禾镇2024年报告"),
    ("<div class=header><div class=title>青禾镇2024年报告</div></div>", "青禾镇2024年报告"),
    ("<div class=nav><h1>青禾镇2024年报告</h1></div>", "青禾镇2024年报告"),
    ("<div class='content-footer'><p>六、其他需要报告的事项</p><p>无</p></div>", "六、其他需要报告的事项\n无"),
    ("<div class=footer><p>六、其他需要报告的事项</p><p>联系电话：1</p></div>", "六、其他需要报告的事项\n联系电话：1"),
    ("<div class=foot><p>本年度没有收取信息处理费。</p></div>", "本年度没有收取信息处理费。"),
    ("<footer><p>本机关联系电话0373-1234567。</p></footer>", "本机关联系电话0373-1234567。"),
    ("<div class=bottom>青禾镇人民政府<br>2025年1月20日</div>", "青禾镇人民政府\n2025年1月20日"),
    ("<div class=menu><p><b>（</b>二）依申请公开</p></div>", "（二）依申请公开"),
    ("<div class=sidebar><table><tr><td>规章<td>0<tr><td>文件<td>７</table></div>", "[规章|0 / 文件|７]"),
    ("<div class=share><p>各项工作按时完成。</p></div>", "各项工作按时完成。"),
    // Cells of figures are never looked at.
    ("<table><tr><td class=nav>规章<td class=footer>0</table>", "[规章|0]"),
    (
      "<table><tr><td><a href=1>规章</a><td><a href=2>0</a><tr><td>文件<td>7</table>", "[规章|0 / 文件|7]"
    ),
    // Links in a text.
    ("<p>网址<a href=1>www.qinghe.gov.cn</a></p>", "网址www.qinghe.gov.cn"),
    (
      "<p>详见<a href=1>政府网站</a>和<a href=2>政务新媒体</a>，欢迎社会各界监督。</p>", "详见政府网站和政务新媒体，欢迎社会各界监督。"
    ),
    ("<p><a href=1>一、总体情况</a></p>", "一、总体情况"),
    ("<h2><a href=1>一</a><a href=2>、总体情况</a></h2>", "一、总体情况"),
    // A link that nobody ended.
    (
      "<a href=1>首页<div><p>本年度公开了各类政府信息，各项制度进一步健全，机构和人员得到保障，公众满意程度有所提高</p><p>各项任务按期完成，依申请公开按时答复，网站和新媒体日常维护</p></div>",
      "首页\n本年度公开了各类政府信息，各项制度进一步健全，机构和人员得到保障，公众满意程度有所提高\n各项任务按期完成，依申请公开按时答复，网站和新媒体日常维护"
    ),
    // What cannot be told from a text stays.
    ("<p>来源：办公室 发布时间：2025-01-20 浏览次数：35</p>", "来源：办公室 发布时间：2025-01-20 浏览次数：35"),
    ("<div class=nav><p>版权局年度报告说明。</p></div>", "版权局年度报告说明。"),
  ])
  func `parts of the report are kept`(_ body: String, _ expected: String) throws {
    #expect(try HTMLPage.shown("\(body)<p>末。</p>") == "\(expected)\n末。")
  }

  @Test func `a page that is nothing but links is read as it is`() throws {
    #expect(try HTMLPage.shown("<ul><li><a href=1>甲</a><li><a href=2>乙</a></ul>") == "甲\n乙")
  }

  @Test func `a report in the midst of a site is read without the site`() throws {
    let article = try HTMLPage.article()
    let alone = try HTMLPage.document(Array("<html>\(article)</html>".utf8))
    let site = try HTMLPage.document(Array(Self.site(round: article).utf8))
    #expect(HTMLPage.paragraphs(site) == HTMLPage.paragraphs(alone) + ["附件：青禾镇2024年政府信息公开工作年度报告.docx"])
    // The first says where the document stands in the site's index.
    #expect(HTMLPage.tables(site).dropFirst().map(HTMLPage.shown) == HTMLPage.tables(alone).map(HTMLPage.shown))
    #expect(HTMLPage.tables(alone).count == 3)
  }

  /// A page as sites of counties were made for many years: everything in tables.
  static func site(round article: String) -> String {
    """
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
    <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
    <title>青禾镇2024年政府信息公开工作年度报告_红旗区人民政府</title><script>document.write("<div>");</script></head><body>
    <table width="1000" border="0" align="center"><tr><td><img src=banner.jpg></td></tr>
    <tr><td><table width="100%"><tr><td><a href="/">首页</a></td><td><a href="/zwgk">政务公开</a></td>
    <td><a href="/zmhd">互动</a></td><td><a href="/ndbg">2023年政府信息公开工作年度报告</a></td></tr></table></td></tr>
    <tr><td height=30>当前位置：<a href="/">首页</a> &gt; 青禾镇2024年政府信息公开工作年度报告</td></tr>
    <tr><td><table width="100%"><tr><td width="200" valign=top>
    <table><tr><td><a href=1>政府信息公开指南</a></td></tr><tr><td><a href=2>政府信息公开年度报告</a></td></tr></table></td>
    <td valign=top><table width="100%"><tr><td>索引号</td><td>QH-2025-001</td></tr><tr><td>文号</td><td>&nbsp;</td></tr>
    </table><div id="zoom">\(article)</div>
    <p>附件：<a href="a.docx">青禾镇2024年政府信息公开工作年度报告.docx</a></p>
    <div class="bdsharebuttonbox"><a href="#">分享到：</a><a href="#">微信</a><a href="#">微博</a></div>
    <p>【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</p>
    <div>上一篇：<a href=1.html>红旗区2024年政府信息公开工作年度报告</a><br>
    下一篇：<a href=2.html>小店镇2024年政府信息公开工作年度报告</a></div></td></tr></table></td></tr>
    <tr><td align=center>版权所有：红旗区人民政府 主办：红旗区人民政府办公室<br>
    备案号：豫ICP备05000000号 网站标识码：4107000001 联系电话：0373-1234567</td></tr></table></body></html>
    """
  }
}
