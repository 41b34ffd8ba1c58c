/// Something on a page, in the language of PDF.
struct PDFPainting: CustomStringConvertible, Sendable {
  var description: String
  var content: String

  private init(_ description: String, _ content: String) {
    self.description = description
    self.content = content
  }

  /// What one does not see on the page.
  static let hidden: [PDFPainting] = [
    PDFPainting("the hidden text of a scan", "q \(painted("看不见", 50, 400, operators: "3 Tr")) Q\n"),
    PDFPainting("text above the page", painted("看不见", 50, 700)),
    PDFPainting("text left of the page", painted("看不见", -90, 400)),
    PDFPainting("text that is clipped away", "q 0 0 20 20 re W n \(painted("看不见", 50, 400)) Q\n"),
    PDFPainting("text of a layer that is off", "/OC /L BDC \(painted("看不见", 50, 400)) EMC\n"),
    PDFPainting("text painted over", "\(painted("看不见", 50, 400)) 1 g 40 390 100 30 re f 0 g\n"),
    PDFPainting("text under a picture", "\(painted("看不见", 50, 400)) q 300 0 0 300 20 200 cm /I Do Q\n"),
    PDFPainting("a watermark", "BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <\(utf16("看不见"))> Tj ET\n"),
  ]

  /// What one sees, whatever is painted before and after it.
  static let shown: [PDFPainting] = [
    PDFPainting("a background", "0.9 g 40 390 100 30 re f 0 g \(painted("看得见", 50, 400))"),
    PDFPainting("a highlight", "\(painted("看得见", 50, 400)) q /M gs 1 1 0 rg 40 390 100 30 re f Q\n"),
    PDFPainting("a picture behind it", "q 400 0 0 600 0 0 cm /I Do Q \(painted("看得见", 50, 400))"),
    PDFPainting(
      "an area that is mostly clipped away",
      "\(painted("看得见", 50, 400)) q 0 0 m 400 0 l 0 20 l 200 5 l W n 0 0 400 600 re f Q\n"),
    PDFPainting("a layer that is on", "/OC /K BDC \(painted("看得见", 50, 400)) EMC\n"),
  ]

  /// The rules of a table of two rows and columns.
  static let rules: [PDFPainting] = [
    PDFPainting(
      "strokes",
      """
      100 400 m 200 400 l 100 420 m 200 420 l 100 440 m 200 440 l
      100 400 m 100 440 l 150 400 m 150 440 l 200 400 m 200 440 l S
      """),
    PDFPainting("stroked boxes", "100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S"),
    PDFPainting("dashes", "[2 2] 0 d 100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S"),
    PDFPainting(
      "thin filled boxes",
      """
      100 400 100 .5 re 100 420 100 .5 re 100 440 100 .5 re f
      100 400 .5 40 re 150 400 .5 40 re 200 400 .5 40 re f
      """),
    PDFPainting(
      "frames",
      """
      100 400 50 20 re 101 401 48 18 re f* 150 400 50 20 re 151 401 48 18 re f*
      100 420 50 20 re 101 421 48 18 re f* 150 420 50 20 re 151 421 48 18 re f*
      """),
    PDFPainting(
      "short thick strokes",
      """
      40 w 100 420 m 100.5 420 l 150 420 m 150.5 420 l 200 420 m 200.5 420 l S
      1 w 100 400 m 200 400 l 100 420 m 200 420 l 100 440 m 200 440 l S
      """),
  ]
}
