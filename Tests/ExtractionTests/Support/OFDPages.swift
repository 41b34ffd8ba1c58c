import DocumentModel
import Extraction
import PageLayout
import Testing

/// A glyph in millimetres, as OFD counts.
struct PlacedText: Equatable, CustomStringConvertible {
  var text: String
  var left: Double
  /// 0.88 em below the top: where the baseline of upright text is.
  var top: Double
  var right: Double
  var bottom: Double

  init(_ text: String, _ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    func thousandths(_ length: Double) -> Double { (length * 1000).rounded() / 1000 }
    self.text = text
    self.left = thousandths(left)
    self.top = thousandths(top)
    self.right = thousandths(right)
    self.bottom = thousandths(bottom)
  }

  init(_ glyph: Glyph) {
    let millimetre = 72 / 25.4
    let box = glyph.box
    self.init(
      glyph.text, box.left / millimetre, box.top / millimetre, box.right / millimetre, box.bottom / millimetre)
  }

  var description: String { "\(text) \(left),\(top) – \(right),\(bottom)" }
}

extension OFDBuilder {
  func painted(limits: DocumentLimits = DocumentLimits()) throws -> [PositionedPage] {
    try OFDReader.pages(of: bytes, limits: limits)
  }

  /// The glyphs of the first page.
  func placed() throws -> [PlacedText] {
    try #require(painted().first).glyphs.map(PlacedText.init)
  }

  /// The text of each page, in the order of painting.
  func texts() throws -> [String] {
    try painted().map { $0.glyphs.map(\.text).joined() }
  }

  /// The lines of the first page, in millimetres.
  func lines() throws -> [RuledLine] {
    func millimetres(_ points: Double) -> Double { (points * 25.4 / 72 * 1000).rounded() / 1000 }
    return try #require(painted().first).lines.map {
      RuledLine(
        axis: $0.axis, position: millimetres($0.position), start: millimetres($0.start), end: millimetres($0.end))
    }
  }

  /// What keeps the file from being read.
  func obstacle(limits: DocumentLimits = DocumentLimits()) throws -> Obstacle? {
    guard case .obstacle(let obstacle) = try Extractor().extract(bytes, limits: limits) else { return nil }
    return obstacle
  }
}
