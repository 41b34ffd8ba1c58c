/// The elements of WordprocessingML, and of what may stand in it, that a reader of text has to know
/// (ECMA-376 Part 1, 17; Part 3 for markup compatibility).
enum WordName: String {
  // Blocks and the body that holds them.
  case body, p, tbl, tr, tc, sdt, sdtContent, customXml, sectPr, txbxContent
  // What stands round or between the runs of a paragraph.
  case r, hyperlink, smartTag, fldSimple, dir, bdo, ins, del, moveTo, moveFrom, ruby, rubyBase
  case altChunk
  // The choices of a field of old.
  case ffData, ddList, result, listEntry
  case defaultResult = "default"
  // What stands in a run.
  case footnoteReference, endnoteReference
  case t, tab, br, cr, noBreakHyphen, sym, ptab, fldChar, drawing, pict, object, lastRenderedPageBreak
  // Properties.
  case pPr, rPr, tblPr, trPr, tcPr, pStyle, rStyle, tblStyle, numPr, ilvl, numId, vanish, specVanish
  case vertAlign, position, strike, dstrike, color, shd, highlight, sz
  case gridSpan, gridBefore, gridAfter, vMerge, hMerge, cellDel, headerReference, footerReference
  // Parts of their own.
  case style, basedOn, docDefaults, rPrDefault, abstractNum, num, abstractNumId, numStyleLink, lvl, lvlOverride
  case footnotePr, endnotePr, numStart
  case start, startOverride, numFmt, lvlText, lvlRestart, suff, isLgl, footnote, endnote
  // Of other namespaces.
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"
  /// A text of a formula, and everything that formulas are made of.
  case mathText, math
  /// The properties of a drawing, a shape of old, and the picture in either.
  case drawingProperties, shape, picture
  /// How the letters of a run are filled, and a fill without ink ([MS-DOCX] 2.6.1, 2.4).
  case textFill, noFill
  /// What another program made: an object with the program's name, a chart, a diagram.
  case foreignObject
  case other

  init(local: String, namespace: String) {
    switch namespace {
    case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main":
      self = WordName(rawValue: local) ?? .other
    case "http://schemas.openxmlformats.org/markup-compatibility/2006":
      let known = WordName(rawValue: local)
      self = [.alternateContent, .choice, .fallback].first { $0 == known } ?? .other
    case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math":
      self = local == "t" ? .mathText : .math
    case "http://schemas.microsoft.com/office/word/2010/wordml":
      let known = WordName(rawValue: local)
      self = [.textFill, .noFill].first { $0 == known } ?? .other
    default:
      self = Self.drawingNames[local] ?? .other
    }
  }

  private static let drawingNames: [String: WordName] = [
    "docPr": .drawingProperties, "shape": .shape, "blip": .picture, "imagedata": .picture,
    "OLEObject": .foreignObject, "chart": .foreignObject, "relIds": .foreignObject,
  ]
}
