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
      if let from = subpaths[last].points.last, let middle = Self.middle(from, operands) {
        subpaths[last].points.append(middle)
        subpaths[last].isCurved.append(true)
      }
    }
    subpaths[last].points.append(point)
    subpaths[last].isCurved.append(isCurved)
  }

  /// The middle of a curve of Bézier, by the points that lead it; `nil` for an arc, whose chord stands for it.
  private static func middle(_ from: (x: Double, y: Double), _ operands: [Double]) -> (x: Double, y: Double)? {
    switch operands.count {
    case 4: ((from.x + 2 * operands[0] + operands[2]) / 4, (from.y + 2 * operands[1] + operands[3]) / 4)
    case 6:
      (
        (from.x + 3 * operands[0] + 3 * operands[2] + operands[4]) / 8,
        (from.y + 3 * operands[1] + 3 * operands[3] + operands[5]) / 8
      )
    default: nil
    }
  }

  /// What is drawn afterwards begins where this subpath began.
  private mutating func close() {
    guard let last = subpaths.indices.last, let start = subpaths[last].points.first else { return }
    subpaths[last].points.append(start)
    subpaths[last].isCurved.append(false)
    subpaths.append(Subpath(points: [start], isCurved: [false]))
  }
}
