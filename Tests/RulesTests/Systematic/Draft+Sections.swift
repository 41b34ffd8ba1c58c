import DocumentModel
import ReportModel

extension Draft {
  /// Puts other words on the line of the title.
  mutating func retitle(_ text: String) throws {
    guard let place = report.title?.place else { throw NoSuchLine(words: text) }
    try rewrite(place, text)
  }

  /// Puts other words in the place of a section's heading.
  mutating func rename(section: Int, _ text: String) throws {
    guard let place = report.sections.first(where: { $0.number == section })?.place else {
      throw NoSuchLine(words: text)
    }
    try rewrite(place, text)
  }

  private mutating func rewrite(_ place: Place, _ text: String) throws {
    let index = try block(at: place)
    document.blocks[index] = .paragraph(Paragraph(text: text, place: place))
    touch(place)
  }

  /// Takes a section away, heading and all.
  mutating func remove(section: Int) throws {
    document.blocks.removeSubrange(try blocks(ofSection: section))
  }

  /// Takes away what stands below a heading, and puts one line there instead.
  mutating func empty(section: Int, saying text: String? = nil) throws {
    let range = try blocks(ofSection: section)
    guard case .paragraph(let heading) = document.blocks[range.lowerBound] else { return }
    touch(heading.place)
    let rest = text.map { [Document.Block.paragraph(Paragraph(text: $0, place: heading.place))] } ?? []
    document.blocks.replaceSubrange(range.dropFirst(), with: rest)
  }

  /// Lets two neighbouring sections change places.
  mutating func swap(section first: Int, with second: Int) throws {
    let upper = try blocks(ofSection: first)
    let lower = try blocks(ofSection: second)
    let moved = Array(document.blocks[lower]) + Array(document.blocks[upper])
    document.blocks.replaceSubrange(upper.lowerBound..<lower.upperBound, with: moved)
    report.sections.filter { [first, second].contains($0.number) }.forEach { touch($0.place) }
  }

  /// Puts a line before a section's heading.
  mutating func insert(_ text: String, beforeSection section: Int) throws {
    let start = try blocks(ofSection: section).lowerBound
    document.blocks.insert(.paragraph(Paragraph(text: text, place: .unknown)), at: start)
  }

  mutating func append(_ text: String) {
    document.blocks.append(.paragraph(Paragraph(text: text, place: lastPlace)))
    touch(lastPlace)
  }

  mutating func prepend(_ text: String) {
    document.blocks.insert(.paragraph(Paragraph(text: text, place: Place(line: 0))), at: 0)
  }

  /// Below everything else, on a line or in a paragraph of its own.
  private var lastPlace: Place {
    document.format == .docx || document.format == .odt ? Place(paragraph: 999) : Place(line: 9999)
  }

  private func block(at place: Place) throws -> Int {
    let index = document.blocks.firstIndex { block in
      if case .paragraph(let paragraph) = block { paragraph.place == place } else { false }
    }
    guard let index else { throw NoSuchLine(words: "\(place)") }
    return index
  }

  private func blocks(ofSection number: Int) throws -> Range<Int> {
    let starts = try report.sections.map { (number: $0.number, start: try block(at: $0.place)) }
    guard let start = starts.first(where: { $0.number == number })?.start else { throw NoSuchLine(words: "\(number)") }
    let end = starts.map(\.start).filter { $0 > start }.min() ?? document.blocks.count
    return start..<end
  }
}

struct NoSuchLine: Error {
  var words: String
}
