/// Tells a package that is one file of XML by its root element, whatever stands before that.
enum FlatSignature {
  /// How much of a file is looked at: Word writes a line or two before the root.
  private static let reach = 8 << 10

  static func begins(_ bytes: [UInt8]) -> Bool {
    // `<!DOCTYPE html>` begins most pages, and no package.
    if let start = bytes.firstIndex(of: UInt8(ascii: "<")), bytes[start...].dropFirst(1).first == UInt8(ascii: "!"),
      bytes[start...].dropFirst(2).first != UInt8(ascii: "-"), bytes[start...].dropFirst(2).first != 0
    {
      return false
    }
    // Of UTF-16 the letters of ASCII are left without their zero bytes.
    var rest = ASCIIText(bytes.prefix(reach).lazy.filter { $0 != 0 && $0 < 0x80 }).trimmed
    while rest.starts(with: "<?") || rest.starts(with: "<!--") {
      guard let behind = rest.starts(with: "<?") ? rest.behind("?>") : rest.behind("-->") else { return false }
      rest = behind.trimmed
    }
    guard rest.first == UInt8(ascii: "<") else { return false }
    let tag = rest.upTo(">")
    let name = tag.dropFirst(1).prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    return (name == "package" || name.hasSuffix(":package"))
      && tag.contains("http://schemas.microsoft.com/office/2006/xmlpackage")
  }
}
