/// Frames of fields to be filled in, each in a cell of a table: they part nothing, though they may touch its rules.
enum FieldFrames {
  /// How far the ends of a frame's lines may lie from its corners: they are drawn with bevels. In points.
  private static let slack = 2.5
  private static let leastHeight = 6.0
  private static let mostHeight = 80.0
  /// A page with more lines has no fields.
  private static let mostLines = 6_000
  private static let mostFrames = 1_000

  private struct Frame {
    var box: Box
    /// The indices of its lines.
    var lines: [Int]
  }

  /// - Returns: the lines without the frames that stand alone in a cell of what the other lines make up.
  static func cleared(_ lines: [RuledLine], grids: ([RuledLine]) -> [Grid]) -> [RuledLine] {
    guard lines.count <= mostLines else { return lines }
    let frames = frames(in: lines)
    guard !frames.isEmpty, frames.count <= mostFrames else { return lines }
    let inner = frames.filter { frame in
      !frames.contains {
        $0.box != frame.box && frame.box.holds(x: $0.box.middleX, y: $0.box.middleY) && $0.box.area < frame.box.area
      }
    }
    let ofFrames = Set(inner.flatMap(\.lines))
    let rest = grids(lines.indices.filter { !ofFrames.contains($0) }.map { lines[$0] })
    var framesOfCell: [Place: [Frame]] = [:]
    for frame in inner {
      guard let index = rest.firstIndex(where: { $0.box.holds(frame.box) }),
        let cell = rest[index].area(holding: frame.box)
      else { continue }
      framesOfCell[Place(grid: index, cell: cell), default: []].append(frame)
    }
    let fields = Set(framesOfCell.values.filter { $0.count == 1 }.joined().flatMap(\.lines))
    return fields.isEmpty ? lines : lines.indices.filter { !fields.contains($0) }.map { lines[$0] }
  }

  private struct Place: Hashable {
    var grid: Int
    var cell: Int
  }

  /// Pairs of level lines below each other with a line at each side, and nothing else at their corners or in them.
  private static func frames(in lines: [RuledLine]) -> [Frame] {
    let level = lines.indices.filter { lines[$0].axis == .horizontal && lines[$0].isSane }
    let upright = lines.indices.filter { lines[$0].axis == .vertical && lines[$0].isSane }
      .sorted { lines[$0].position < lines[$1].position }
    func ends(_ index: Int) -> ClosedRange<Double> {
      min(lines[index].start, lines[index].end)...max(lines[index].start, lines[index].end)
    }
    let byStart = Dictionary(grouping: level) { Int(ends($0).lowerBound.rounded()) }
    var frames: [Frame] = []
    for (_, group) in byStart {
      let sorted = group.sorted { lines[$0].position < lines[$1].position }
      for (above, below) in zip(sorted, sorted.dropFirst()) {
        let (top, bottom, along) = (lines[above].position, lines[below].position, ends(above))
        guard leastHeight...mostHeight ~= bottom - top, abs(ends(below).upperBound - along.upperBound) < 1 else {
          continue
        }
        func side(at x: Double) -> Int? {
          var index = upright.partition { lines[$0].position >= x - slack }
          while index < upright.count, lines[upright[index]].position <= x + slack {
            let reach = ends(upright[index])
            if abs(reach.lowerBound - top) < slack, abs(reach.upperBound - bottom) < slack { return upright[index] }
            index += 1
          }
          return nil
        }
        guard let left = side(at: along.lowerBound), let right = side(at: along.upperBound) else { continue }
        let box = Box(left: lines[left].position, top: top, right: lines[right].position, bottom: bottom)
        frames.append(Frame(box: box, lines: [above, below, left, right]))
        if frames.count > mostFrames { return frames }
      }
    }
    return frames.filter { frame in
      !lines.indices.contains { !frame.lines.contains($0) && lines[$0].meets(frame.box) }
    }
  }
}

extension RuledLine {
  /// Whether the line reaches into a box, or to its edge.
  fileprivate func meets(_ box: Box) -> Bool {
    let (low, high) = (min(start, end), max(start, end))
    let edge = 1.0
    return axis == .horizontal
      ? position > box.top - edge && position < box.bottom + edge && low < box.right + edge && high > box.left - edge
      : position > box.left - edge && position < box.right + edge && low < box.bottom + edge && high > box.top - edge
  }
}

extension Box {
  fileprivate func holds(_ other: Box) -> Bool {
    left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom
  }
}

extension Grid {
  /// The cell that all of a box lies in.
  fileprivate func area(holding box: Box) -> Int? {
    let corners = [(box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom)]
    let cells = Set(corners.map { area(x: $0.0, y: $0.1) })
    return cells.count == 1 ? cells.first ?? nil : nil
  }
}
