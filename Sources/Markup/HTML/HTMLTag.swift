/// What a parser of HTML must know of an element by its name (HTML Living Standard, 13.1.2 and 13.2.6).
struct HTMLTag {
  var kind = Kind.other
  var traits: Traits = []

  enum Kind {
    case other, body, br, caption, cell, columnGroup, definition, form, head, heading, html, listItem, option, p, row
    case rowGroup, table
  }

  struct Traits: OptionSet {
    let rawValue: UInt16

    /// Has no content, nor an end tag.
    static let void = Traits(rawValue: 1 << 0)
    /// Its start ends a paragraph that is still open.
    static let endsParagraph = Traits(rawValue: 1 << 1)
    /// A block: the end tag of an inline element does not reach beyond.
    static let special = Traits(rawValue: 1 << 2)
    /// No end tag inside reaches beyond but its own and those of tables.
    static let barrier = Traits(rawValue: 1 << 3)
    /// A block that an item of a list may end although it is still open.
    static let endsWithListItem = Traits(rawValue: 1 << 4)
    /// Its content is text, whatever it looks like.
    static let rawText = Traits(rawValue: 1 << 5)
    /// In its content only character references count.
    static let escapableText = Traits(rawValue: 1 << 6)
    /// May stand in the head of a page.
    static let metadata = Traits(rawValue: 1 << 7)
    /// An element that the standard does not know: of XML, where `/>` ends it.
    static let foreign = Traits(rawValue: 1 << 8)
  }

  init(_ name: String) {
    if let known = Self.known[name] {
      self = known
    } else {
      traits = name == "xml" || name.contains(":") ? [.foreign, .metadata] : .foreign
    }
  }

  private init(_ kind: Kind, _ traits: Traits) {
    self.kind = kind
    self.traits = traits
  }

  private static let known: [String: HTMLTag] = {
    var known: [String: HTMLTag] = [:]
    func add(_ names: String, _ kind: Kind = .other, _ traits: Traits = []) {
      for name in names.split(separator: " ") { known[String(name)] = HTMLTag(kind, traits) }
    }
    add("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label map mark meter nobr output")
    add("progress q rp rt ruby s samp small span strike strong sub sup time tt u var audio canvas video")
    add("base basefont bgsound link meta", .other, [.void, .metadata])
    add("area embed img input keygen param source track wbr frame", .other, .void)
    add("br", .br, .void)
    add("hr", .other, [.void, .endsParagraph])
    add("script style noframes", .other, [.rawText, .metadata, .special])
    add("iframe noembed", .other, .rawText)
    add("xmp plaintext", .other, [.rawText, .endsParagraph, .special])
    add("title", .other, [.escapableText, .metadata, .special])
    add("textarea", .other, [.escapableText, .special])
    add("noscript template", .other, [.metadata, .special])
    add(
      "article aside blockquote center details dialog dir dl fieldset figcaption figure footer header hgroup listing",
      .other, [.special, .endsParagraph])
    add("main menu nav ol pre search section summary ul", .other, [.special, .endsParagraph])
    add("address div", .other, [.special, .endsParagraph, .endsWithListItem])
    add("form", .form, [.special, .endsParagraph])
    add("p", .p, [.special, .endsParagraph, .endsWithListItem])
    add("h1 h2 h3 h4 h5 h6", .heading, [.special, .endsParagraph])
    add("li", .listItem, [.special, .endsParagraph])
    add("dd dt", .definition, [.special, .endsParagraph])
    add("option optgroup", .option)
    add("select frameset", .other, .special)
    add("applet button marquee object", .other, [.special, .barrier])
    add("table", .table, [.special, .endsParagraph, .barrier])
    add("caption", .caption, [.special, .barrier])
    add("colgroup", .columnGroup, .special)
    add("col", .other, .void)
    add("tbody tfoot thead", .rowGroup, .special)
    add("tr", .row, .special)
    add("td th", .cell, [.special, .barrier])
    add("html", .html, [.special, .barrier])
    add("head", .head, .special)
    add("body", .body, .special)
    return known
  }()
}
