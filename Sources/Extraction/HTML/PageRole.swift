/// What an element of a page is to somebody who reads it.
enum PageRole {
  case inline, block, link, lineBreak, picture, preformatted
  /// A field of a form, whose value is seen, and a list of which one entry is.
  case input, select, option
  /// Its content is not shown, or is no part of the text: scripts, forms, deletions, what stands in a frame.
  case dropped
  case heading(level: Int)
  case orderedList, list, listItem
  case table, caption, row, cell
  case rowGroup(RowGroup)
  /// Parts of a site round the text, by their element's name.
  case navigation, siteHeader, siteFooter

  enum RowGroup {
    case head, body, foot
  }

  init(_ name: String) {
    if let known = Self.known[name] {
      self = known
    } else {
      self = Self.officeIslands.contains { name.hasPrefix($0) } ? .dropped : .inline
    }
  }

  /// Settings that word processors leave in the page, where browsers do not look into comments.
  private static let officeIslands = [
    "o:customdocumentproperties", "o:documentproperties", "o:officedocumentsettings", "w:latentstyles",
    "w:worddocument",
  ]

  var isBlock: Bool {
    switch self {
    case .inline, .link, .lineBreak, .picture, .input, .select, .option, .dropped: false
    default: true
    }
  }

  private static let known: [String: PageRole] = {
    var known: [String: PageRole] = [
      "a": .link, "aside": .navigation, "br": .lineBreak, "caption": .caption, "footer": .siteFooter,
      "header": .siteHeader, "img": .picture, "li": .listItem, "nav": .navigation, "ol": .orderedList, "table": .table,
      "tbody": .rowGroup(.body), "td": .cell, "tfoot": .rowGroup(.foot), "th": .cell, "thead": .rowGroup(.head),
      "tr": .row,
    ]
    func add(_ names: String, _ role: PageRole) {
      for name in names.split(separator: " ") { known[String(name)] = role }
    }
    for level in 1...6 { known["h\(level)"] = .heading(level: level) }
    add("ul dir menu", .list)
    add("pre listing xmp plaintext", .preformatted)
    add("address article blockquote body center dd details div dl dt fieldset figcaption figure form hgroup", .block)
    add("hr html legend main marquee p section summary search", .block)
    known["input"] = .input
    known["select"] = .select
    known["option"] = .option
    add("head noembed noframes noscript script style template title xml", .dropped)
    add("applet audio button canvas datalist embed frame frameset iframe object", .dropped)
    add("rp rt svg video", .dropped)
    return known
  }()
}

/// The attributes that say something about the text.
enum PageAttribute: Int, CaseIterable {
  case bgcolor, `class`, color, colspan, content, data, disabled, height, hidden, href, id, name, readonly, reversed,
    role,
    rowspan, selected, src, start, style, title, type, value

  var name: String { "\(self)" }
}
