import CLibXML2

/// One run of libxml2 over a document: takes what the parser reports, and stops it when that becomes too much.
@safe final class Parsing {
  private var builder: TreeBuilder
  private var parser: xmlParserCtxtPtr?
  private var names = NameNumbers()
  /// How many namespaces each open element declares. libxml2 looks each prefix up among all of them.
  private var namespaces: [Int] = []
  private var namespacesInScope = 0

  private static let mostNamespaces = 1_024
  private static let isReady: Void = xmlInitParser()

  init(_ builder: TreeBuilder) {
    self.builder = builder
  }

  /// Runs a parser with a handler whose callbacks find this through ``parsing(_:)``.
  ///
  /// - Returns: The tree of the document.
  /// - Parameters:
  ///   - bytes: The document.
  ///   - handler: The callbacks for elements; those for text are added.
  ///   - make: Makes the parser.
  ///   - run: Sets the parser's options and runs it; false when the document is broken.
  /// - Throws: ``MarkupError``.
  func read(
    _ bytes: [UInt8], _ handler: inout xmlSAXHandler,
    make: (UnsafePointer<CChar>?, CInt) -> xmlParserCtxtPtr?,
    run: (xmlParserCtxtPtr) -> Bool
  ) throws(MarkupError) -> MarkupTree {
    _ = Self.isReady
    guard let count = CInt(exactly: bytes.count) else { throw .tooLarge }
    builder.reserve(forBytes: bytes.count)
    unsafe handler.characters = { context, text, count in unsafe parsing(context).text(text, Int(count)) }
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.serror = { context, error in unsafe parsing(context).report(error) }
    unsafe withUnsafeMutablePointer(to: &handler) { handler in
      unsafe bytes.withUnsafeBytes { buffer in
        guard let parser = unsafe make(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count) else { return }
        // The parser's own handler is freed with the parser, ours must not be.
        let own = unsafe parser.pointee.sax
        unsafe parser.pointee.sax = handler
        unsafe parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        unsafe self.parser = parser
        if unsafe !run(parser) { builder.fail(.malformed("not well-formed")) }
        unsafe self.parser = nil
        unsafe parser.pointee.sax = own
        if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe parser.pointee.myDoc = nil
        unsafe xmlFreeParserCtxt(parser)
      }
    }
    if let failure = builder.failure { throw failure }
    guard !builder.isEmpty else { throw .malformed("there is no element") }
    return builder.tree()
  }

  // MARK: What the parser reports

  /// The first error that breaks the document ends it. libxml2 would go on to the end, and name the last one.
  func report(_ error: UnsafeMutablePointer<xmlError>?) {
    guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "not well-formed"
    let line = unsafe error.pointee.line
    stop(.malformed("line \(line): \(message.split(separator: "\n").first ?? "")"))
  }

  func stop(_ failure: MarkupError) {
    builder.fail(failure)
    stopIfFailed()
  }

  /// Only encodings of which `<` and quotes are told by their bytes: ``CrowdedTags`` would be blind in others.
  func checkEncoding() {
    guard let parser = unsafe parser else { return }
    let declared = unsafe parser.pointee.encoding ?? (parser.pointee.input.pointee.encoding)
    guard let declared = unsafe declared else { return }
    let name = unsafe String(cString: UnsafeRawPointer(declared).assumingMemoryBound(to: CChar.self)).lowercased()
    guard !Self.encodings.contains(name) else { return }
    stop(.malformed("the encoding \(name.prefix(40)) is not read"))
  }

  private static let encodings: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "gb18030", "gbk", "gb2312", "cp936", "windows-936",
  ]

  /// Each attribute is name, prefix, namespace, and where its value begins and ends; each namespace prefix and URI.
  func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int,
    _ declarations: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, declared: Int
  ) {
    namespaces.append(declared)
    namespacesInScope += declared
    guard namespacesInScope <= Self.mostNamespaces else { return stop(.tooLarge) }
    unsafe builder.start(names.number(name, namespace, in: &builder))
    for index in 0..<declared {
      guard let declaration = unsafe declarations.map({ unsafe $0 + index * 2 }) else { continue }
      unsafe builder.declare(prefix: Self.text(declaration[0]), namespace: Self.text(declaration[1]))
    }
    for index in 0..<count {
      guard let attribute = unsafe attributes.map({ unsafe $0 + index * 5 }), let start = unsafe attribute[3],
        let end = unsafe attribute[4]
      else { continue }
      let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
      unsafe builder.attribute(names.number(attribute[0], nil, in: &builder), value: value)
    }
    stopIfFailed()
  }

  private static func text(_ characters: UnsafePointer<xmlChar>?) -> String {
    unsafe characters.map { unsafe String(cString: $0) } ?? ""
  }

  func end() {
    if let declared = namespaces.popLast() { namespacesInScope -= declared }
    builder.end()
  }

  func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    unsafe builder.text(UnsafeBufferPointer(start: text, count: count))
    stopIfFailed()
  }

  private func stopIfFailed() {
    if builder.failure != nil, let parser = unsafe parser { unsafe xmlStopParser(parser) }
  }
}

/// The parsing that a parser's callback is about.
func parsing(_ context: UnsafeMutableRawPointer?) -> Parsing {
  guard let context = unsafe context else { preconditionFailure("libxml2 lost its user data") }
  return unsafe Unmanaged<Parsing>.fromOpaque(context).takeUnretainedValue()
}

/// The numbers of names in a tree. libxml2 keeps each name once, and says the same pointer for the same name.
private struct NameNumbers {
  private var numbers: [Pointers: Int32] = [:]
  /// Those seen last, by the lower bits of their pointers.
  private var recent = [(Pointers, Int32)](repeating: (Pointers(name: 0, namespace: 0), 0), count: 64)

  private struct Pointers: Hashable {
    var name: UInt
    var namespace: UInt
  }

  mutating func number(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, in builder: inout TreeBuilder
  ) -> Int32 {
    let pointers = Pointers(name: UInt(bitPattern: name), namespace: UInt(bitPattern: namespace))
    let slot = Int((pointers.name ^ pointers.name >> 6) % 64)
    if recent[slot].0 == pointers, pointers.name != 0 { return recent[slot].1 }
    let number =
      numbers[pointers]
      ?? (unsafe builder.number(
        local: name.map { unsafe String(cString: $0) } ?? "",
        namespace: namespace.map { unsafe String(cString: $0) } ?? ""))
    numbers[pointers] = number
    recent[slot] = (pointers, number)
    return number
  }
}
