import DocumentModel

/// The pages of a web archive that are shown in frames of others.
struct PageFrames {
  private var pages: [MIMEPart]
  private let limits: DocumentLimits

  /// Frames inside frames: more levels than these nobody makes.
  private static let deepest = 4

  /// - Parameters:
  ///   - pages: The pages of the archive but the outermost.
  ///   - limits: How much is read.
  init(pages: [MIMEPart], limits: DocumentLimits) {
    self.pages = pages
    self.limits = limits
  }

  /// A page with what stands in its frames behind it. Each page is shown once.
  ///
  /// - Throws: The page's obstacle when its frames hold nothing either.
  mutating func document(
    of page: MIMEPart, depth: Int, read: (MIMEPart) throws(Obstacle) -> Document
  ) throws(Obstacle) -> Document {
    var document: Document?
    var obstacle: Obstacle?
    var missing: [UnreadPart] = []
    do throws(Obstacle) {
      document = try read(page)
      missing = document?.unread ?? []
    } catch .unreadParts(let parts) {
      (missing, obstacle) = (parts, .unreadParts(parts))
    } catch {
      obstacle = error
    }
    document?.unread = []
    for frame in missing {
      guard depth < Self.deepest, let index = pages.firstIndex(where: { $0.isCalled(frame.name) }) else {
        document?.unread.append(frame)
        continue
      }
      let inner = try? self.document(of: pages.remove(at: index), depth: depth + 1, read: read)
      guard let inner else { continue }
      document = document?.followed(by: inner) ?? inner
    }
    if let document { return document }
    throw obstacle ?? .empty
  }
}

extension MIMEPart {
  /// Whether a page names this part so: by its id (`cid:`) or by its address.
  fileprivate func isCalled(_ name: String) -> Bool {
    if name.lowercased().hasPrefix("cid:") {
      return fields["content-id"].map { $0.filter { $0 != "<" && $0 != ">" } == name.dropFirst(4) } ?? false
    }
    guard let address = fields["content-location"], !name.isEmpty else { return false }
    return address == name || address.hasSuffix("/" + name.drop { $0 == "/" || $0 == "." })
  }
}

extension Document {
  /// Tables and lines are counted on.
  fileprivate func followed(by other: Document) -> Document {
    var lines = 0
    var tables = 0
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): lines = max(lines, paragraph.place.line ?? 0)
      case .table(let table): tables = max(tables, table.place.table ?? 0)
      }
    }
    var document = self
    document.blocks += other.blocks.map { block in
      switch block {
      case .paragraph(var paragraph):
        paragraph.place.line = paragraph.place.line.map { $0 + lines }
        return .paragraph(paragraph)
      case .table(var table):
        table.place.table = table.place.table.map { $0 + tables }
        for index in table.cells.indices {
          table.cells[index].place.table = table.cells[index].place.table.map { $0 + tables }
        }
        return .table(table)
      }
    }
    document.margins += other.margins
    document.unread += other.unread
    return document
  }
}
