import DocumentModel
import Markup

/// What a file holds: documents, mostly one (GB/T 33190-2016, 7.4).
struct OFDFile {
  private static let rootPart = "OFD.xml"

  private(set) var pages: [OFDPage] = []
  private(set) var author: String?
  private(set) var title: String?

  init(_ package: OFDPackage, limits: DocumentLimits) throws(Obstacle) {
    if package.isEncrypted { throw .encrypted }
    let root = try package.root(of: Self.rootPart)
    var budget = OFDBudget(limits: limits)
    for body in root.elements("DocBody") {
      if body.first("Encryptions") != nil { throw .encrypted }
      author = author ?? Self.author(body)
      title = title ?? body.first("DocInfo")?.first("Title").flatMap { FlowText.name($0.text) }
      guard let part = try Self.documentPart(of: body, in: package) else { continue }
      let document = try OFDDocument(package, part: part)
      guard pages.count + document.pages.count <= limits.pages else { throw .tooMuch(.pages, limit: limits.pages) }
      var binder = OFDBinder(document, budget: budget, nesting: limits.nesting)
      try binder.bind(from: pages.count + 1)
      pages += binder.pages
      budget = binder.budget
    }
    if pages.isEmpty { throw .unreadable(detail: "\(Self.rootPart) leads to no page") }
    let seen = pages.filter { !$0.isBlank }
    if seen.isEmpty { throw .empty }
    if seen.allSatisfy(\.isPicture) { throw .noTextLayer(pages: seen.count) }
  }

  /// The root part of a document: of its version that is marked as current, if there are versions.
  private static func documentPart(
    of body: MarkupElement, in package: OFDPackage
  ) throws(Obstacle) -> String? {
    for version in body.elements("Versions").flatMap({ $0.elements("Version") })
    where version.isOn("Current", byDefault: false) {
      guard let name = package.part(version.attribute("BaseLoc") ?? "", in: rootPart, root: rootPart),
        let location = try package.root(of: name).first("DocRoot")?.text,
        let part = package.part(location, in: name, root: rootPart)
      else { continue }
      return part
    }
    guard let location = body.first("DocRoot")?.text else { return nil }
    guard let part = package.part(location, in: rootPart, root: rootPart) else {
      throw .unreadable(detail: "\(rootPart): there is no document \(location)")
    }
    return part
  }

  /// Some programs enter themselves as the author.
  private static func author(_ body: MarkupElement) -> String? {
    let information = body.first("DocInfo")
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let author = information?.first("Author")?.text.trimming(isSpace), !author.isEmpty,
      author != information?.first("Creator")?.text.trimming(isSpace)
    else { return nil }
    return author
  }
}
