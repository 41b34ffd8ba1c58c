/// A page of a document that knows places only: what is painted where. Points (1/72 inch), from the top left corner of
/// the page as it is looked at, y downwards.
package struct PositionedPage: Equatable, Sendable {
  /// Counts from one.
  package var number: Int
  package var width: Double
  package var height: Double
  /// In the order of painting.
  package var glyphs: [Glyph]
  package var lines: [RuledLine]

  package init(number: Int, width: Double, height: Double, glyphs: [Glyph] = [], lines: [RuledLine] = []) {
    self.number = number
    self.width = width
    self.height = height
    self.glyphs = glyphs
    self.lines = lines
  }
}

/// One painted character (or ligature) and the room it takes on the page.
package struct Glyph: Equatable, Sendable {
  /// How far a character is turned clockwise. The letters of a table that lies on its side are turned; those of
  /// upright characters set one below the other are not.
  package enum Turn: Int, Sendable {
    case none, right, over, left
  }

  package var text: String
  package var box: Box
  package var turn: Turn
  /// So light on its ground that it is seen behind the text and not as a part of it, as a watermark is.
  package var isPale: Bool

  package init(text: String, box: Box, turn: Turn = .none, isPale: Bool = false) {
    self.text = text
    self.box = box
    self.turn = turn
    self.isPale = isPale
  }
}

package struct Box: Equatable, Sendable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }
}

/// A horizontal or vertical line, such as an edge of a cell: a stroke, a thin filled rectangle, or a side of one.
package struct RuledLine: Equatable, Sendable {
  package enum Axis: Sendable {
    case horizontal, vertical
  }

  package var axis: Axis
  /// y of a horizontal line, x of a vertical one.
  package var position: Double
  package var start: Double
  package var end: Double

  package init(axis: Axis, position: Double, start: Double, end: Double) {
    self.axis = axis
    self.position = position
    self.start = start
    self.end = end
  }
}
