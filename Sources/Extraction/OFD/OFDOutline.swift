/// The subpaths of a PathObject, from its AbbreviatedData (GB/T 33190-2016, 9.3): `S` and `M` begin one, `L` draws a
/// line, `Q`, `B` and `A` a curve, `C` a line back to the beginning.
struct OFDOutline {
  struct Subpath {
    /// Ends of lines, and the middles and ends of curves.
    var points: [(x: Double, y: Double)]
    /// Whether the way to a point is curved, in the order of points.
    var isCurved: [Bool]
  }

  private(set) var subpaths: [Subpath] = []
  private(set) var curves = 0
  /// Points between which, and those of the subpaths, all curves run.
  private(set) var guides: [(x: Double, y: Double)] = []

  init(_ data: String) {
    var operation = UInt8(ascii: "M")
    var operands: [Double] = []
    for token in OFDTokens(data) {
      switch token {
      case .noNumber: return
      case .number(let number):
        guard abs(number) < 1e6 else { return }
        operands.append(number)
        if operands.count == Self.operandCount(operation) {
          draw(operation, operands)
          operands.removeAll(keepingCapacity: true)
        }
      case .letter(let letter):
        operation = letter & 0xDF
        operands.removeAll(keepingCapacity: true)
        if operation == UInt8(ascii: "C") { close() }
      }
    }
  }

  private static func operandCount(_ operation: UInt8) -> Int {
    switch operation {
    case UInt8(ascii: "S"), UInt8(ascii: "M"), UInt8(ascii: "L"): 2
    case UInt8(ascii: "Q"): 4
    case UInt8(ascii: "B"): 6
    case UInt8(ascii: "A"): 7
    default: 0
    }
  }

  private mutating func draw(_ operation: UInt8, _ operands: [Double]) {
    guard operands.count >= 2 else { return }
    let point = (x: operands[operands.count - 2], y: operands[operands.count - 1])
    let isStart = operation == UInt8(ascii: "S") || operation == UInt8(ascii: "M")
    guard !isStart, let last = subpaths.indices.last else {
      subpaths.append(Subpath(points: [point], isCurved: [false]))
      return
    }
    let isCurved = operation != UInt8(ascii: "L")
    if isCurved {
      curves += 1
      if let from = subpaths[last].points.last { addWay(from, operands, to: last) }
    }
    subpaths[last].points.append(point)
    subpaths[last].isCurved.append(isCurved)
  }

  /// Adds the middle of a curve of Bézier, and what leads the way to its end. The chord of an arc stands for it.
  private mutating func addWay(_ from: (x: Double, y: Double), _ operands: [Double], to subpath: Int) {
    let points = stride(from: 0, to: operands.count - 1, by: 2).map { (x: operands[$0], y: operands[$0 + 1]) }
    let middle: (x: Double, y: Double)
    switch operands.count {
    case 4:
      guides.append(points[0])
      middle = ((from.x + 2 * points[0].x + points[1].x) / 4, (from.y + 2 * points[0].y + points[1].y) / 4)
    case 6:
      guides += [points[0], points[1]]
      middle = (
        (from.x + 3 * points[0].x + 3 * points[1].x + points[2].x) / 8,
        (from.y + 3 * points[0].y + 3 * points[1].y + points[2].y) / 8
      )
    default:
      let end = (x: operands[5], y: operands[6])
      // Radii too small for the way are made larger.
      let far = 2 * max(abs(operands[0]), abs(operands[1]), abs(end.x - from.x), abs(end.y - from.y))
      guides += [(from.x - far, from.y - far), (from.x + far, from.y + far)]
      return
    }
    subpaths[subpath].points.append(middle)
    subpaths[subpath].isCurved.append(true)
  }

  /// What is drawn afterwards begins where this subpath began.
  private mutating func close() {
    guard let last = subpaths.indices.last, let start = subpaths[last].points.first else { return }
    subpaths[last].points.append(start)
    subpaths[last].isCurved.append(false)
    subpaths.append(Subpath(points: [start], isCurved: [false]))
  }
}
