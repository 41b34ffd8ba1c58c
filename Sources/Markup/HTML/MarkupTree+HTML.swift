extension MarkupTree {
  /// Reads HTML nearly as browsers do: whatever it is, there is a tree. Elements that nobody wrote are not added, but
  /// for the row round a cell.
  ///
  /// libxml2 reads HTML too, but takes minutes over one tag with many attributes, and shows the conditional comments of
  /// word processors (`<![if !supportLists]>`) as text; gumbo, which Debian has as well, is kept by nobody any more.
  ///
  /// - Parameters:
  ///   - html: The page, in UTF-8, whatever encoding it declares.
  ///   - depth: How deep the tree gets. What stands deeper is put next to each other at that depth, as browsers do.
  /// - Returns: The tree; its root has no name and holds the page.
  /// - Throws: ``MarkupError/tooLarge``.
  package static func read(html: [UInt8], depth: Int = 512) throws(MarkupError) -> MarkupTree {
    var parser = HTMLParser(html, depth: depth)
    return try parser.read()
  }
}
