import CLibXML2

extension MarkupTree {
  /// Reads XML. No document type, hence no entities but the five that XML knows; nothing outside is looked at.
  ///
  /// - Parameters:
  ///   - xml: The document, in the encoding that it declares.
  ///   - depth: How deep elements may stand inside each other.
  /// - Throws: ``MarkupError``.
  package static func read(xml: [UInt8], depth: Int = 256) throws(MarkupError) -> MarkupTree {
    let collector = Collector(TreeBuilder(depthLimit: depth))
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      unsafe collecting(context).start(name, namespace, attributes, count: Int(count))
    }
    unsafe handler.endElementNs = { context, _, _, _ in unsafe collecting(context).builder.end() }
    unsafe handler.internalSubset = { context, _, _, _ in unsafe collecting(context).stop(.documentType) }
    return try unsafe parse(xml, with: collector, &handler) { bytes, count in
      unsafe xmlCreateMemoryParserCtxt(bytes, count)
    } run: { parser in
      unsafe xmlCtxtUseOptions(parser, CInt(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
      return unsafe xmlParseDocument(parser) == 0
    }
  }

  /// Reads HTML as browsers do: whatever it is, there is a tree.
  ///
  /// - Parameters:
  ///   - html: The page, in UTF-8, whatever encoding it declares.
  ///   - depth: How deep elements may stand inside each other.
  /// - Throws: ``MarkupError/tooDeep(limit:)`` and ``MarkupError/tooLarge``.
  package static func read(html: [UInt8], depth: Int = 512) throws(MarkupError) -> MarkupTree {
    var builder = TreeBuilder(depthLimit: depth)
    builder.start(builder.number(local: ""))
    let collector = Collector(builder)
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { context, name, attributes in
      unsafe collecting(context).start(name, attributes)
    }
    unsafe handler.endElement = { context, _ in unsafe collecting(context).builder.end() }
    return try unsafe parse(html, with: collector, &handler) { bytes, count in
      unsafe htmlCreateMemoryParserCtxt(bytes, count)
    } run: { parser in
      let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue
      unsafe htmlCtxtUseOptions(parser, CInt(options))
      unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
      unsafe htmlParseDocument(parser)
      return true
    }
  }

  private static func parse(
    _ bytes: [UInt8], with collector: Collector, _ handler: inout xmlSAXHandler,
    make: (UnsafePointer<CChar>?, CInt) -> xmlParserCtxtPtr?,
    run: (xmlParserCtxtPtr) -> Bool
  ) throws(MarkupError) -> MarkupTree {
    guard let count = CInt(exactly: bytes.count) else { throw .tooLarge }
    unsafe handler.characters = { context, text, count in unsafe collecting(context).text(text, Int(count)) }
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    let isWhole = unsafe withUnsafeMutablePointer(to: &handler) { handler in
      unsafe bytes.withUnsafeBytes { buffer in
        guard let parser = unsafe make(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count) else {
          return false
        }
        // The parser's own handler is freed with the parser, ours must not be.
        let own = unsafe parser.pointee.sax
        unsafe parser.pointee.sax = handler
        unsafe parser.pointee.userData = Unmanaged.passUnretained(collector).toOpaque()
        unsafe collector.parser = parser
        let isWhole = unsafe run(parser)
        if !isWhole { unsafe collector.builder.fail(.malformed(lastError(of: parser))) }
        unsafe collector.parser = nil
        unsafe parser.pointee.sax = own
        if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe xmlFreeParserCtxt(parser)
        return isWhole
      }
    }
    if let failure = collector.builder.failure { throw failure }
    guard isWhole, !collector.builder.isEmpty else { throw .malformed("there is no element") }
    return collector.takeTree()
  }

  private static func lastError(of parser: xmlParserCtxtPtr) -> String {
    guard let message = unsafe parser.pointee.lastError.message else { return "not well-formed" }
    let text = unsafe String(cString: message)
    let line = unsafe parser.pointee.lastError.line
    return "line \(line): \(text.split(separator: "\n").first ?? "")"
  }
}

/// The collector that a parser's callback is about.
private func collecting(_ context: UnsafeMutableRawPointer?) -> Collector {
  guard let context = unsafe context else { preconditionFailure("libxml2 lost its user data") }
  return unsafe Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
}

/// Takes what libxml2 reports.
@safe private final class Collector {
  var builder: TreeBuilder
  var parser: xmlParserCtxtPtr?
  /// libxml2 keeps each name once, and says the same pointer for the same name.
  private var numbers: [NamePointers: Int32] = [:]

  private struct NamePointers: Hashable {
    var name: UInt
    var namespace: UInt
  }

  init(_ builder: TreeBuilder) {
    self.builder = builder
  }

  func takeTree() -> MarkupTree {
    builder.tree()
  }

  func stop(_ failure: MarkupError) {
    builder.fail(failure)
    if let parser = unsafe parser { unsafe xmlStopParser(parser) }
  }

  /// Of XML: each attribute is name, prefix, namespace, and where its value begins and ends.
  func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    unsafe builder.start(number(name, namespace))
    for index in 0..<count {
      guard let attribute = unsafe attributes.map({ unsafe $0 + index * 5 }), let start = unsafe attribute[3],
        let end = unsafe attribute[4]
      else { continue }
      let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
      unsafe builder.attribute(number(attribute[0], nil), value: value)
    }
    stopIfFailed()
  }

  /// Of HTML: names and values in turn, and a null pointer behind the last.
  func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    unsafe builder.start(number(name, nil))
    var next = unsafe attributes
    while let pair = unsafe next, let name = unsafe pair[0] {
      let value = unsafe pair[1]
      let bytes = unsafe UnsafeBufferPointer(start: value, count: value.map { unsafe Int(xmlStrlen($0)) } ?? 0)
      unsafe builder.attribute(number(name, nil), value: bytes)
      unsafe next = pair + 2
    }
    stopIfFailed()
  }

  func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    unsafe builder.text(UnsafeBufferPointer(start: text, count: count))
    stopIfFailed()
  }

  private func stopIfFailed() {
    if builder.failure != nil, let parser = unsafe parser { unsafe xmlStopParser(parser) }
  }

  private func number(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) -> Int32 {
    let pointers = NamePointers(name: UInt(bitPattern: name), namespace: UInt(bitPattern: namespace))
    if let number = numbers[pointers] { return number }
    let local = unsafe name.map { unsafe String(cString: $0) } ?? ""
    let number = unsafe builder.number(local: local, namespace: namespace.map { unsafe String(cString: $0) } ?? "")
    numbers[pointers] = number
    return number
  }
}
