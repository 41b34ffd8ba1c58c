import Foundation

/// A report as an OFD (GB/T 33190-2016), painted by hand.
package struct OFDPaper: Sendable {
  package var report: ReportSource

  package init(_ report: ReportSource) {
    self.report = report
  }

  package static func means(_ effect: Look.Effect) -> [String] { objects(effect).map(\.name) }

  /// What text has to be of a look: attributes of its object, elements in it, objects before and behind it.
  private struct Object {
    var name: String
    var attributes = ""
    var elements = ""
    /// A filled box around the text, of these colours.
    var ground: String?
    var cover: String?
    /// In millimetres, to the right.
    var shift = 0.0
    /// Of the line's size.
    var size = 1.0
  }

  private static func objects(_ effect: Look.Effect) -> [Object] {
    switch effect {
    case .raised: [Object(name: "smaller and higher")]
    case .struck: [Object(name: "a line through it")]
    case .unseen:
      [
        Object(name: "not visible", attributes: #"Visible="false""#),
        Object(name: "white", elements: fill("255 255 255")),
        Object(name: "nearly white", elements: fill("254 253 254")),
        Object(name: "its ground's colour", elements: fill("204 221 238"), ground: "204 221 238"),
        Object(name: "a transparent object", attributes: #"Alpha="0""#),
        Object(name: "a transparent colour", elements: #"<ofd:FillColor Value="0 0 0" Alpha="0"/>"#),
        Object(name: "no fill", attributes: #"Fill="false""#),
        Object(name: "white for all objects", attributes: #"DrawParam="7""#),
        Object(
          name: "clipped away",
          elements: """
            <ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 1 1" Fill="true">\
            <ofd:AbbreviatedData>M -90 -90 L -89 -90 L -89 -89 L -90 -89 C</ofd:AbbreviatedData></ofd:Path></ofd:Area>\
            </ofd:Clip></ofd:Clips>
            """),
        Object(name: "off the page", shift: -300),
        Object(name: "painted over", cover: "255 255 255"),
        Object(name: "no size", size: 0.02),
      ]
    }
  }

  private static func fill(_ colour: String) -> String { "<ofd:FillColor Value=\"\(colour)\"/>" }

  package var bytes: [UInt8] {
    let sheets = Paper(report).sheets
    var parts: [PackedFile.Part] = [
      part(
        "OFD.xml", "OFD",
        "<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
      part(
        "Doc_0/Document.xml", "Document",
        """
        <ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>\
        </ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>\
        \(sheets.indices.map { #"<ofd:Page ID="\#(50 + $0)" BaseLoc="Pages/\#($0).xml"/>"# }.joined())</ofd:Pages>
        """),
      part(
        "Doc_0/PublicRes.xml", "Res",
        """
        <ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts><ofd:DrawParams><ofd:DrawParam ID="7">\
        \(Self.fill("255 255 255"))</ofd:DrawParam></ofd:DrawParams>
        """),
    ]
    parts += sheets.enumerated().map { index, sheet in
      part(
        "Doc_0/Pages/\(index).xml", "Page",
        """
        <ofd:Area><ofd:PhysicalBox>0 0 \(Self.millimetres(sheet.width)) \(Self.millimetres(sheet.height))\
        </ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="2">\(objects(sheet))</ofd:Layer></ofd:Content>
        """)
    }
    return PackedFile(parts).bytes
  }

  private func part(_ name: String, _ root: String, _ content: String) -> PackedFile.Part {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <ofd:\(root) xmlns:ofd="http://www.ofdspec.org/2016">\(content)</ofd:\(root)>
      """
    return PackedFile.Part(name, text.utf8)
  }

  private func objects(_ sheet: Paper.Sheet) -> String {
    let rules = sheet.rules.map { Self.line($0.x, $0.y, $0.width, $0.height) }
    return (rules + sheet.pieces.map(painted)).joined(separator: "\n")
  }

  private func painted(_ piece: Paper.Piece) -> String {
    let object = piece.look.map { Self.objects($0.effect)[$0.means] } ?? Object(name: "")
    let size = piece.size * object.size
    let steps = piece.text.dropLast().map { Self.millimetres(Paper.width(of: $0) * size) }
    let box = [piece.x, piece.baseline - piece.size * 0.88, piece.width, piece.size].map(Self.millimetres)
    let shifted = Self.millimetres(piece.x + object.shift * 72 / 25.4)
    let text = """
      <ofd:TextObject ID="9" Boundary="\(shifted) \(box[1]) \(box[2]) \(box[3])" Font="3" \
      Size="\(Self.millimetres(size))" \(object.attributes)>\(object.elements)\
      <ofd:TextCode X="0" Y="\(Self.millimetres(piece.size * 0.88))" DeltaX="\(steps.joined(separator: " "))">\
      \(piece.text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;"))\
      </ofd:TextCode></ofd:TextObject>
      """
    func filled(_ colour: String) -> String {
      """
      <ofd:PathObject ID="8" Boundary="\(box.joined(separator: " "))" Fill="true" Stroke="false">\(Self.fill(colour))\
      <ofd:AbbreviatedData>M 0 0 L \(box[2]) 0 L \(box[2]) \(box[3]) L 0 \(box[3]) C</ofd:AbbreviatedData>\
      </ofd:PathObject>
      """
    }
    let strike =
      piece.look?.effect == .struck ? Self.line(piece.x, piece.baseline - piece.size * 0.3, piece.width, 0) : ""
    return (object.ground.map(filled) ?? "") + text + (object.cover.map(filled) ?? "") + strike
  }

  private static func line(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let box = [x, y, width, height].map(millimetres)
    return """
      <ofd:PathObject ID="8" Boundary="\(box.joined(separator: " "))" LineWidth="0.18">\
      <ofd:AbbreviatedData>M 0 0 L \(box[2]) \(box[3])</ofd:AbbreviatedData></ofd:PathObject>
      """
  }

  private static func millimetres(_ points: Double) -> String { String(format: "%.3f", points * 25.4 / 72) }
}
