import Archive
import DocumentModel
import Markup

/// Reads odt (OpenDocument 1.3 and before) as it is printed, with tracked changes accepted.
enum ODTReader {
  static func read(_ archive: ZipArchive, limits: DocumentLimits) throws(Obstacle) -> Document {
    try checkEncryption(of: archive, limits: limits)
    let content = OpenPart(try archive.markup("content.xml", limits: limits))
    guard let body = content.root.first(.body)?.first(.officeText) else {
      throw .unreadable(detail: "content.xml holds no text document")
    }
    let shared =
      archive.contains("styles.xml")
      ? OpenPart(try archive.markup("styles.xml", limits: limits)).root : nil
    let common = shared?.first(.styles)

    var story = OpenStory(
      OpenStyles(common: common, automatic: content.root.first(.automaticStyles)), budget: FlowBudget(limits),
      hasPages: content.holds(.softPageBreak))
    story.controls = body.first(.forms).map { OpenControls($0) } ?? OpenControls()
    let written = FlowWriter(try story.blocks(of: body))
    let blocks = written.blocks
    if blocks.isEmpty {
      // Tables pasted as pictures, or a scan that was put into a document.
      throw story.pictures > 0 ? .noTextLayer(pages: story.pictures) : .empty
    }
    let notes = FlowWriter.margins(of: story.notes)
    var margins: [Paragraph] = []
    if let shared {
      let styles = OpenStyles(common: common, automatic: shared.first(.automaticStyles))
      var story = OpenStory(styles, budget: story.budget, hasPages: false)
      for part in shared.headersAndFooters {
        margins += FlowWriter.margins(of: try story.blocks(of: part))
      }
    }
    let properties = try properties(in: archive, limits: limits)
    return Document(
      format: .odt, blocks: blocks, margins: margins + notes, author: properties.author, title: properties.title,
      unread: written.unread)
  }

  /// The manifest says which parts are encrypted, or all of them are in one (OpenDocument 1.3 Part 2, 4.3).
  private static func checkEncryption(of archive: ZipArchive, limits: DocumentLimits) throws(Obstacle) {
    if archive.contains("encrypted-package") { throw .encrypted }
    guard archive.contains("META-INF/manifest.xml") else { return }
    let root: MarkupElement
    do throws(Obstacle) {
      root = try archive.markup("META-INF/manifest.xml", limits: limits).root
    } catch .unreadable {
      // What the parts hold can be seen from themselves.
      return
    }
    if root.elements("file-entry").contains(where: { $0.first("encryption-data") != nil }) { throw .encrypted }
  }

  /// Who began the document, or else who changed it last. Broken properties are no reason not to read a document.
  private static func properties(
    in archive: ZipArchive, limits: DocumentLimits
  ) throws(Obstacle) -> (author: String?, title: String?) {
    guard archive.contains("meta.xml") else { return (nil, nil) }
    do throws(Obstacle) {
      let properties = try archive.markup("meta.xml", limits: limits).root.first("meta")
      let author =
        FlowText.name(properties?.first("initial-creator")?.text) ?? FlowText.name(properties?.first("creator")?.text)
      return (author, FlowText.name(properties?.first("title")?.text))
    } catch .unreadable {
      return (nil, nil)
    }
  }
}

extension OpenElement {
  /// What the document's pages have above and below their text.
  fileprivate var headersAndFooters: [OpenElement] {
    let pages = first(.masterStyles)?.children.filter { $0.name == .masterPage } ?? []
    let kinds: [OpenName] = [.header, .headerLeft, .headerFirst, .footer, .footerLeft, .footerFirst]
    return pages.flatMap { page in
      page.children.filter { kinds.contains($0.name) && $0.attribute("display") != "false" }
    }
  }
}
