import Foundation

/// A report as a PDF (ISO 32000-1), painted by hand.
package struct PDFPaper: Sendable {
  package var report: ReportSource

  package init(_ report: ReportSource) {
    self.report = report
  }

  package static func means(_ effect: Look.Effect) -> [String] { painters(effect).map(\.name) }

  /// Paints text; `text` is the operators that show it as it is, `box` those of a path around it.
  private struct Painter {
    var name: String
    var paint: @Sendable (_ text: String, _ box: String) -> String
  }

  private static func painters(_ effect: Look.Effect) -> [Painter] {
    switch effect {
    case .raised: [Painter(name: "smaller and higher") { text, _ in text }]
    // A line through it comes from the sheet.
    case .struck:
      [Painter(name: "a line through it") { text, _ in text }, Painter(name: "a thin box") { text, _ in text }]
    case .unseen:
      [
        Painter(name: "no painting") { text, _ in "q 3 Tr \(text) 0 Tr Q" },
        Painter(name: "white") { text, _ in "q 1 g \(text) Q" },
        Painter(name: "white for print") { text, _ in "q 0 0 0 0 k \(text) Q" },
        Painter(name: "nearly white") { text, _ in "q .99 .98 .99 rg \(text) Q" },
        Painter(name: "its ground's colour") { text, box in "q .8 .9 1 rg \(box) f \(text) Q" },
        Painter(name: "transparent") { text, _ in "q /Clear gs \(text) Q" },
        Painter(name: "a layer that is off") { text, _ in "/OC /Off BDC \(text) EMC" },
        Painter(name: "clipped away") { text, _ in "q 0 0 5 5 re W n \(text) Q" },
        Painter(name: "off the page") { text, _ in "q 1 0 0 1 -700 0 cm \(text) Q" },
        Painter(name: "painted over") { text, box in "\(text) q 1 g \(box) f Q" },
        Painter(name: "an outline without ink") { text, _ in "q 1 Tr 1 G \(text) 0 Tr Q" },
      ]
    }
  }

  /// Latin letters and digits are half as wide.
  private static let font = PDFDraft.songti.replacingOccurrences(of: "/DW 1000", with: "/DW 1000 /W [1 95 500]")

  package var bytes: [UInt8] {
    PDFDraft(
      pages: Paper(report).sheets.map(page), font: Self.font,
      objects: ["<< /Type /OCG /Name (off) >>"],
      resources: "/ExtGState << /Clear << /ca 0 /CA 0 >> >> /Properties << /Off 10 0 R >>",
      catalog: "/OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >>"
    ).bytes
  }

  private func page(_ sheet: Paper.Sheet) -> PDFDraft.Page {
    let rules = sheet.rules.map { rule in
      "\(number(rule.x)) \(number(sheet.height - rule.y)) m \(number(rule.x + rule.width)) "
        + "\(number(sheet.height - rule.y - rule.height)) l S"
    }
    let pieces = sheet.pieces.map { piece in
      let (x, y) = (number(piece.x), number(sheet.height - piece.baseline))
      let text = "BT /F \(number(piece.size)) Tf \(x) \(y) Td <\(utf16(piece.text))> Tj ET"
      let box =
        "\(x) \(number(sheet.height - piece.baseline - piece.size * 0.15)) \(number(piece.width)) \(number(piece.size)) re"
      guard let look = piece.look else { return text }
      let painted = Self.painters(look.effect)[look.means].paint(text, box)
      guard look.effect == .struck else { return painted }
      let middle = number(sheet.height - piece.baseline + piece.size * 0.3)
      return look.means == 0
        ? "\(painted) \(x) \(middle) m \(number(piece.x + piece.width)) \(middle) l S"
        : "\(painted) \(x) \(middle) \(number(piece.width)) .6 re f"
    }
    return PDFDraft.Page(
      content: (["0.5 w"] + rules + pieces).joined(separator: "\n"),
      size: (Int(sheet.width), Int(sheet.height.rounded(.up))))
  }

  private func number(_ number: Double) -> String { String(format: "%.2f", number) }
}
