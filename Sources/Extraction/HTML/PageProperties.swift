import Markup

/// Who wrote a page and what it is called, as far as it says so.
enum PageProperties {
  static func author(of page: PageTree, _ bytes: [UInt8]) -> String? {
    // Pages of word processors say so at their beginning.
    (page.tree.localNames.contains("xmlns:o") ? officeAuthor(bytes) : nil) ?? metaAuthor(page)
  }

  /// What a site says that its article is called, else the page's own title.
  static func title(of page: PageTree) -> String? {
    var own: String?
    for position in 0..<min(page.tree.count, 2_000) {
      if page.bytes(of: .content, at: position) != nil {
        let name = page.value(of: .name, at: position)?.lowercased()
        if name == "articletitle", let title = shown(page.value(of: .content, at: position)) { return title }
      } else if own == nil, page.name(at: position) == "title" {
        own = shown(page.tree.element(at: position).text)
      }
    }
    return own
  }

  private static func metaAuthor(_ page: PageTree) -> String? {
    for position in 0..<min(page.tree.count, 2_000) where page.bytes(of: .content, at: position) != nil {
      guard let name = page.value(of: .name, at: position)?.lowercased(), authorNames.contains(name) else { continue }
      if let author = shown(page.value(of: .content, at: position)) { return author }
    }
    return nil
  }

  private static let authorNames: Set<String> = ["author", "dc.creator", "dcterms.creator"]

  /// Word and WPS keep the properties of the document in a comment: `<o:Author>…</o:Author>`.
  private static func officeAuthor(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(32 << 10)
    guard let start = index(behind: "<o:Author>", in: head), let end = index(behind: "</o:Author>", in: head[start...])
    else { return nil }
    let inside = Array(head[start..<(end - "</o:Author>".utf8.count)])
    let tree = try? MarkupTree.read(html: inside)
    return shown(tree?.root.text)
  }

  private static func index(behind words: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let words = Array("\(words)".utf8)
    guard let first = words.first else { return nil }
    return bytes.indices.first { bytes[$0] == first && bytes[$0...].starts(with: words) }.map { $0 + words.count }
  }

  private static func shown(_ text: String?) -> String? {
    guard let text else { return nil }
    var flow = TextFlow()
    flow.append(Array(text.utf8)[...])
    flow.endLine()
    return flow.lines.first
  }
}
