/// An OFD file with one document, made for a test: pages of which only the content matters.
struct OFDBuilder {
  /// What stands in DocInfo.
  var information = ""
  /// What stands in CommonData besides the area of pages.
  var common = ""
  var pageArea = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
  /// What stands in each page before its content, such as a template or its own area.
  var pageHead = ""
  /// The objects of the one layer of each page.
  var pages: [String]
  /// What stands in Document.xml behind its pages.
  var documentEnd = ""
  var documentPart = "Doc_0/Document.xml"
  /// How OFD.xml names it.
  var documentLocation = "Doc_0/Document.xml"
  /// How Document.xml names a page, and where it is.
  var pageLocation: @Sendable (Int) -> String = { "Pages/Page_\($0)/Content.xml" }
  var pagePart: @Sendable (Int) -> String = { "Doc_0/Pages/Page_\($0)/Content.xml" }
  /// Other parts, by name. They come first, hence replace those made here.
  var parts: [(name: String, text: String)] = []
  /// Parts that are no text, by name.
  var files: [(name: String, bytes: [UInt8])] = []
  /// What is done to the text of every part.
  var rewriting: @Sendable (String) -> String = { $0 }

  init(_ pages: String...) {
    self.pages = pages
  }

  var bytes: [UInt8] { StoredZip.bytes(allParts.map { ($0.name, Array(rewriting($0.text).utf8)) } + files) }

  private var allParts: [(name: String, text: String)] {
    var all = parts
    all.append(
      (
        "OFD.xml",
        Self.element(
          "OFD",
          "<ofd:DocBody><ofd:DocInfo>\(information)</ofd:DocInfo><ofd:DocRoot>\(documentLocation)</ofd:DocRoot></ofd:DocBody>"
        )
      ))
    let list = pages.indices.map { "<ofd:Page ID=\"\(1000 + $0)\" BaseLoc=\"\(pageLocation($0))\"/>" }.joined()
    all.append(
      (
        documentPart,
        Self.element(
          "Document",
          "<ofd:CommonData>\(pageArea)\(common)</ofd:CommonData><ofd:Pages>\(list)</ofd:Pages>\(documentEnd)")
      ))
    for (index, page) in pages.enumerated() {
      all.append((pagePart(index), Self.page(page, head: pageHead)))
    }
    return all
  }

  /// The root of a part.
  static func element(_ name: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <ofd:\(name) xmlns:ofd="http://www.ofdspec.org/2016">\(content)</ofd:\(name)>
    """
  }

  /// A page or a template.
  static func page(_ objects: String, head: String = "") -> String {
    element("Page", head + "<ofd:Content><ofd:Layer ID=\"2\">\(objects)</ofd:Layer></ofd:Content>")
  }

  /// A TextObject whose boundary begins at a place, in millimetres, with one TextCode whose baseline is 4 mm below.
  static func text(_ text: String, x: Double = 20, y: Double = 30, _ attributes: String = "") -> String {
    """
    <ofd:TextObject ID="9" Boundary="\(x) \(y) 100 5" Font="3" Size="4" \(attributes)>\
    <ofd:TextCode X="0" Y="4">\(text)</ofd:TextCode></ofd:TextObject>
    """
  }
}

/// A zip file whose parts are stored as they are.
enum StoredZip {
  static func bytes(_ parts: [(name: String, bytes: [UInt8])], flags: UInt16 = 0x0800) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let offset = file.count
      // Version, flags, stored, no time, sum, sizes.
      var entry: [UInt8] = []
      entry.append(20 as UInt16)
      entry.append(flags)
      entry.append(0 as UInt16)
      entry.append(0 as UInt32)
      entry.append(checksum(part.bytes))
      entry.append(UInt32(part.bytes.count))
      entry.append(UInt32(part.bytes.count))
      entry.append(UInt16(name.count))
      entry.append(0 as UInt16)
      file += [0x50, 0x4B, 3, 4] + entry + name + part.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0] + entry
      // No comment, first disk, no attributes.
      directory += [UInt8](repeating: 0, count: 10)
      directory.append(UInt32(offset))
      directory += name
    }
    let start = file.count
    file += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    file.append(UInt16(parts.count))
    file.append(UInt16(parts.count))
    file.append(UInt32(directory.count))
    file.append(UInt32(start))
    file.append(0 as UInt16)
    return file
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
  }
}

extension [UInt8] {
  /// The bytes of a number, the lowest first.
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    for index in 0..<(number.bitWidth / 8) { append(UInt8(truncatingIfNeeded: number >> (index * 8))) }
  }
}
