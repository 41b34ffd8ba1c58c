import Markup

/// Places the characters of a TextObject, whose TextCodes stand one behind the other (GB/T 33190-2016, 11.3).
struct OFDTextLine {
  /// A character, its origin, and how wide it is.
  struct Place {
    var character: Unicode.Scalar
    var x: Double
    var y: Double
    var width: Double
  }

  private let style: OFDTextStyle
  /// Where the last TextCode began, and where it ended.
  private var start: (x: Double, y: Double)?
  private var end = (x: 0.0, y: 0.0)
  /// The last step of a character of half an em, and of a whole.
  private var narrowStep: Double?
  private var wideStep: Double?

  init(style: OFDTextStyle) {
    self.style = style
  }

  /// Places what a TextCode holds. Without an X it begins at the X of the one before, says the standard, and so does
  /// Y; without both it can only be meant to go on.
  mutating func places(of characters: [Unicode.Scalar], in code: MarkupElement) -> [Place] {
    let x = OFDNumbers.number(code.attribute("X"))
    let y = OFDNumbers.number(code.attribute("Y"))
    let isContinued = x == nil && y == nil && start != nil
    var pen = isContinued ? end : (x: x ?? start?.x ?? 0, y: y ?? start?.y ?? 0)
    start = pen
    let stepsX = code.attribute("DeltaX").map { OFDNumbers.steps($0, count: characters.count) } ?? []
    let stepsY = code.attribute("DeltaY").map { OFDNumbers.steps($0, count: characters.count) } ?? []
    var places: [Place] = []
    places.reserveCapacity(characters.count)
    var lastStepY: Double?
    for (index, character) in characters.enumerated() {
      let givenX = index < stepsX.count ? stepsX[index] : nil
      let givenY = index < stepsY.count ? stepsY[index] : nil
      let width = width(of: character, step: givenX)
      places.append(Place(character: character, x: pen.x, y: pen.y, width: width))
      remember(givenX, of: character)
      switch (stepsX.isEmpty, stepsY.isEmpty) {
      case (true, true): advance(&pen, by: width, along: style.readTurns)
      case (true, false): pen.y += givenY ?? lastStepY ?? style.size
      // Too few steps: a character goes on as the last of its width did.
      case (false, _):
        pen.x += givenX ?? (character.isWide ? wideStep : narrowStep) ?? width
        pen.y += givenY ?? 0
      }
      lastStepY = givenY ?? lastStepY
    }
    end = pen
    return places
  }

  /// A step says how wide a character is, unless the text is spaced out or the next character stands elsewhere.
  private func width(of character: Unicode.Scalar, step: Double?) -> Double {
    let usual = style.usualWidth(isWide: character.isWide)
    guard style.readTurns % 2 == 0, style.characterTurns == 0 else { return usual }
    let step = step ?? (character.isWide ? wideStep : narrowStep) ?? usual
    let plausible = character.isWide ? 0.4 * usual...usual : 0.3 * usual...1.6 * usual
    if plausible.contains(step) { return step }
    return character.isWide ? usual : narrowStep.map { plausible.contains($0) ? $0 : usual } ?? usual
  }

  private mutating func remember(_ step: Double?, of character: Unicode.Scalar) {
    guard let step, step > 0 else { return }
    if character.isWide { wideStep = step } else { narrowStep = step }
  }

  private func advance(_ pen: inout (x: Double, y: Double), by width: Double, along turns: Int) {
    switch turns {
    case 1: pen.y += style.size
    case 2: pen.x -= width
    case 3: pen.y -= style.size
    default: pen.x += width
    }
  }
}
