import Archive
import DocumentModel
import Markup

/// Reads docx (ECMA-376 and ISO/IEC 29500, transitional and strict) as it is printed, with tracked changes accepted.
enum DocxReader {
  /// - Parameters:
  ///   - package: The package.
  ///   - limits: How much is read.
  ///   - embedded: Reads another file inside the document.
  /// - Returns: The document as printed.
  /// - Throws: the obstacle that stands in the file.
  static func read(
    _ package: OfficePackage, limits: DocumentLimits, embedded: ([UInt8]) -> Extract
  ) throws(Obstacle) -> Document {
    guard let main = try package.mainPart(), package.contains(main) else {
      throw .unreadable(detail: "the package has no main part")
    }
    let document = WordPart(try package.markup(main))
    guard let body = document.root.first(.body) else { throw .unreadable(detail: "\(main.text) has no body") }
    let relationships = try package.relationships(of: main)
    func part(_ kind: String) -> PartName? {
      relationships.first { $0.kind == kind && package.contains($0.target) }?.target
    }

    let styles = try part("styles").map { part throws(Obstacle) in
      try package.styles(part)
    }
    let numbering = try part("numbering").map { part throws(Obstacle) in
      WordNumbering(WordPart(try package.markup(part)).root)
    }
    let definitions = WordDefinitions(
      styles: styles?.styles ?? WordStyles(), numbering: numbering ?? WordNumbering(),
      shadedTableStyles: styles?.shadedTables ?? [],
      chunks: try chunks(of: package, relationships, embedded))

    var story = WordStory(
      definitions, budget: FlowBudget(limits), hasPages: document.holds(.lastRenderedPageBreak),
      notes: WordNotes(body.first(.sectPr)))
    let flow = try story.blocks(of: body)
    let written = FlowWriter(flow)
    let blocks = written.blocks
    if blocks.isEmpty {
      if !story.unread.isEmpty { throw .unreadParts(story.unread) }
      // Tables pasted as pictures, or a scan that was put into a document.
      throw story.pictures > 0 ? .noTextLayer(pages: story.pictures) : .empty
    }
    var margins: [Paragraph] = []
    for part in parts(round: story, relationships) where package.contains(part) {
      let root = WordPart(try package.markup(part)).root
      var story = WordStory(definitions, budget: story.budget, hasPages: false)
      margins += FlowWriter.margins(of: try story.blocks(ofMargin: root))
    }
    let properties = try properties(of: package)
    return Document(
      format: .docx, blocks: blocks, margins: margins, author: properties.author,
      title: properties.title,
      unread: story.unread + written.unread)
  }

  /// Each embedded file may unpack to as much as a document may: more of them nobody needs.
  private static let mostChunks = 16

  /// The files inside the document that are parts of its text, by their relationships.
  private static func chunks(
    of package: OfficePackage, _ relationships: [Relationship], _ embedded: ([UInt8]) -> Extract
  ) throws(Obstacle) -> [String: WordChunk] {
    var chunks: [String: WordChunk] = [:]
    for relationship in relationships where relationship.kind == "aFChunk" && package.contains(relationship.target) {
      let name = relationship.target.text.split(separator: "/").last.map(String.init) ?? ""
      guard chunks.count < mostChunks, let bytes = try package.bytes(relationship.target) else {
        chunks[relationship.id] = .unread(UnreadPart(kind: .embeddedFile, name: name))
        continue
      }
      switch embedded(bytes) {
      case .document(let document): chunks[relationship.id] = .read(document.blocks)
      case .obstacle(.empty): break
      case .obstacle, .needsConversion:
        chunks[relationship.id] = .unread(UnreadPart(kind: .embeddedFile, name: name))
      }
    }
    return chunks
  }

  /// Headers and footers in the order in which sections name them, then the notes; each once.
  private static func parts(round story: WordStory, _ relationships: [Relationship]) -> [PartName] {
    var parts: [PartName] = []
    let named = story.marginReferences.compactMap { id in relationships.first { $0.id == id } }
    let notes = relationships.filter { $0.kind == "footnotes" || $0.kind == "endnotes" }
    for relationship in named + notes where !parts.contains(relationship.target) {
      parts.append(relationship.target)
    }
    return parts
  }

  /// Broken properties are no reason not to read a document.
  private static func properties(
    of package: OfficePackage
  ) throws(Obstacle) -> (author: String?, title: String?) {
    let parts = try package.relationships(of: nil).filter { $0.kind == "core-properties" }
    guard let part = parts.first(where: { package.contains($0.target) })?.target else { return (nil, nil) }
    do throws(Obstacle) {
      let properties = try package.markup(part)
      return (FlowText.name(properties.first("creator")?.text), FlowText.name(properties.first("title")?.text))
    } catch .unreadable {
      return (nil, nil)
    }
  }
}

/// What a document's text refers to.
struct WordDefinitions {
  var styles: WordStyles
  var numbering: WordNumbering
  /// The table styles that paint a ground anywhere: in which cells, they say in conditions.
  var shadedTableStyles: Set<String> = []
  /// By the ids of relationships.
  var chunks: [String: WordChunk] = [:]
}

/// A file inside the document that is a part of its text.
enum WordChunk {
  case read([Document.Block])
  case unread(UnreadPart)
}
