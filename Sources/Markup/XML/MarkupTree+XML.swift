import CLibXML2

extension MarkupTree {
  /// Reads XML. No document type, hence no entities but the five that XML knows; nothing outside is looked at.
  ///
  /// - Parameters:
  ///   - xml: The document, in UTF-8, UTF-16, or what it declares of GB18030, its parts and ISO-8859-1.
  ///   - depth: How deep elements may stand inside each other.
  /// - Returns: The tree; its root is the document's root element.
  /// - Throws: ``MarkupError``.
  package static func read(xml: [UInt8], depth: Int = 256) throws(MarkupError) -> MarkupTree {
    // What is UTF-16 here would be ASCII to a look at its bytes.
    let unicode = UTF16Markup.decoded(xml)
    let bytes = unicode ?? xml
    if CrowdedTags.stand(in: bytes) { throw .tooLarge }
    let run = Parsing(TreeBuilder(depthLimit: depth))
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startDocument = { context in unsafe parsing(context).checkEncoding() }
    unsafe handler.startElementNs = { context, name, _, namespace, declared, namespaces, count, _, attributes in
      unsafe parsing(context).start(name, namespace, attributes, Int(count), namespaces, declared: Int(declared))
    }
    unsafe handler.endElementNs = { context, _, _, _ in unsafe parsing(context).end() }
    unsafe handler.internalSubset = { context, _, _, _ in unsafe parsing(context).stop(.documentType) }
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
    // Without this libxml2 leaves `&amp;` in attributes as `&#38;`. There is no document type to declare others.
    options |= XML_PARSE_NOENT.rawValue
    if unicode != nil { options |= XML_PARSE_IGNORE_ENC.rawValue }
    return try unsafe run.read(bytes, &handler, make: xmlCreateMemoryParserCtxt) { parser in
      unsafe xmlCtxtUseOptions(parser, CInt(options))
      return unsafe xmlParseDocument(parser) == 0
    }
  }
}

/// Markup in UTF-16, which is told by its byte order mark or its first character.
private enum UTF16Markup {
  /// - Returns: The markup in UTF-8; `nil` when it is not in UTF-16.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xFF, 0xFE, 0, 0): return nil
    case (0xFF, 0xFE, _, _): return decoded(bytes[2...], isBigEndian: false)
    case (0xFE, 0xFF, _, _): return decoded(bytes[2...], isBigEndian: true)
    case (0x3C, 0, let next, _) where next != 0: return decoded(bytes[...], isBigEndian: false)
    case (0, 0x3C, _, let next) where next != 0: return decoded(bytes[...], isBigEndian: true)
    default: return nil
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    let units = (0..<(bytes.count / 2)).lazy.map { index in
      let first = UInt16(bytes[bytes.startIndex + index * 2])
      let second = UInt16(bytes[bytes.startIndex + index * 2 + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
