import TestFixtures

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
    PDFPainting("white text", "1 g \(painted("看不见", 50, 400)) 0 g\n"),
    PDFPainting("white text in the colours of print", "0 0 0 0 k \(painted("看不见", 50, 400)) 0 g\n"),
    PDFPainting("text nearly as white as the paper", ".98 g \(painted("看不见", 50, 400)) 0 g\n"),
    PDFPainting("text of its ground's colour", ".8 g 40 390 100 30 re f \(painted("看不见", 50, 400)) 0 g\n"),
    PDFPainting("a white outline of text", "1 G \(painted("看不见", 50, 400, operators: "1 Tr")) 0 G 0 Tr\n"),
    PDFPainting(
      "white text in a white patch on a dark one",
      "0 g 40 300 200 200 re f 1 g 45 390 100 30 re f \(painted("看不见", 50, 400)) 0 g\n"),
    PDFPainting("transparent text", "q /T gs \(painted("看不见", 50, 400)) Q\n"),
    PDFPainting("a transparent group", "q /T gs /G Do Q\n"),
    PDFPainting("text of no size", "BT /F .5 Tf 50 400 Td <\(utf16("看不见"))> Tj ET\n"),
    PDFPainting("text of no width", "q \(painted("看不见", 50, 400, operators: "2 Tz")) Q BT 100 Tz ET\n"),
    PDFPainting(
      "a watermark that says so",
      "/Artifact << /Type /Pagination /Subtype /Watermark >> BDC \(painted("看不见", 50, 400)) EMC\n"),
    PDFPainting(
      "a watermark with a layer in it",
      """
      /Artifact << /Type /Pagination /Subtype /Watermark >> BDC q /OC /K BDC \(painted("看不见", 50, 400)) EMC
      \(painted("看不见", 50, 380)) Q EMC

      """),
    PDFPainting(
      "text under two boxes of one path", "\(painted("看不见", 50, 400)) .9 g 40 390 25 30 re 65 390 40 30 re f 0 g\n"),
    PDFPainting(
      "text under a round shape",
      "\(painted("看不见", 50, 400)) .9 g 40 380 m 100 380 l 140 380 140 430 100 430 c 40 430 l h f 0 g\n"),
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
    PDFPainting(
      "a dark ground under white letters", "0 0 .5 rg 40 390 100 30 re f 1 g \(painted("看得见", 50, 400)) 0 g\n"),
    PDFPainting(
      "a dark round ground under white letters",
      "0 g 40 390 m 100 390 l 120 390 120 420 100 420 c 40 420 l h f 1 g \(painted("看得见", 50, 400)) 0 g\n"),
    PDFPainting(
      "a shading under white letters", "q 40 390 100 30 re W n /S sh Q 1 g \(painted("看得见", 50, 400)) 0 g\n"),
    PDFPainting(
      "a pattern under white letters",
      "/Pattern cs /P scn 40 390 100 30 re f 1 g \(painted("看得见", 50, 400)) 0 g\n"),
    PDFPainting("a pattern as its colour", "/Pattern cs /P scn \(painted("看得见", 50, 400)) 0 g\n"),
    PDFPainting(
      "a picture under white letters", "q 300 0 0 300 20 200 cm /I Do Q 1 g \(painted("看得见", 50, 400)) 0 g\n"),
    PDFPainting("black outlines of white letters", "1 g \(painted("看得见", 50, 400, operators: "2 Tr")) 0 g 0 Tr\n"),
    PDFPainting("grey letters", ".5 g \(painted("看得见", 50, 400)) 0 g\n"),
    PDFPainting(
      "the mark of a header", "/Artifact << /Type /Pagination /Subtype /Header >> BDC \(painted("看得见", 50, 400)) EMC\n"),
    PDFPainting(
      "a watermark before it",
      "q /Artifact << /Subtype /Watermark >> BDC Q \(painted("看得见", 50, 400))"),
    PDFPainting(
      "a triangle beside it whose box holds it",
      "\(painted("看得见", 50, 400)) .9 g 0 300 m 400 300 l 400 600 l h f 0 g\n"),
    PDFPainting(
      "a hole in what is painted over it",
      "\(painted("看得见", 50, 400)) .9 g 20 300 300 200 re 40 390 100 30 re f* 0 g\n"),
  ]

  /// The rules of a table of two rows and columns that are not seen, where there is none but the text.
  static let noRules: [PDFPainting] = [
    PDFPainting("white strokes", "1 G 100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S 0 G"),
    PDFPainting(
      "transparent strokes", "q /T gs 100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S Q"),
    PDFPainting(
      "white thin boxes",
      """
      1 g 100 400 100 .5 re 100 420 100 .5 re 100 440 100 .5 re f
      100 400 .5 40 re 150 400 .5 40 re 200 400 .5 40 re f 0 g
      """),
    PDFPainting(
      "white frames",
      """
      1 g 100 400 50 20 re 101 401 48 18 re f* 150 400 50 20 re 151 401 48 18 re f*
      100 420 50 20 re 101 421 48 18 re f* 150 420 50 20 re 151 421 48 18 re f* 0 g
      """),
    PDFPainting(
      "strokes that are painted over",
      "100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S 1 g 90 390 120 60 re f 0 g"),
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
    PDFPainting("pale strokes", ".82 G 100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S 0 G"),
    PDFPainting(
      "white strokes on a dark ground",
      "0 0 .4 rg 100 400 100 40 re f 1 G 1 g 100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S 0 G"),
    PDFPainting(
      "strokes, and cells that are filled after them",
      """
      100 400 50 20 re 150 400 50 20 re 100 420 50 20 re 150 420 50 20 re S
      .9 g 100 400 50 20 re f 150 400 50 20 re f 100 420 50 20 re f 150 420 50 20 re f 0 g
      """),
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
