import DocumentModel
import Markup
import PageLayout

extension OFDPainter {
  /// A scope inside the clips of a unit: all of them count (GB/T 33190-2016, 8.4 and 8.5).
  mutating func clipped(_ scope: OFDScope, by unit: MarkupElement) throws(Obstacle) -> OFDScope {
    guard let clips = unit.first("Clips") else { return scope }
    let boundary = OFDBox(unit.attribute("Boundary"))
    let before = OFDTransform(corner: boundary, in: scope.transform)
    let behind = OFDTransform(of: unit, boundary: boundary, in: scope.transform)
    // Where the part does not say whether the unit's CTM moves its clips as well, either may be meant.
    let isMoved = clips.isOn("TransFlag", byDefault: true)
    let isUnmoved = !clips.isOn("TransFlag", byDefault: false)
    var scope = scope
    for clip in clips.elements("Clip") {
      var boxes: [OFDClip] = []
      if isMoved { if let box = try box(of: clip, in: behind) { boxes.append(box) } }
      if isUnmoved { if let box = try box(of: clip, in: before) { boxes.append(box) } }
      if let box = boxes.joined() { scope.clip = scope.clip.cut(box) }
    }
    return scope
  }

  /// The box round the areas of a clip, of which any counts; `nil` when one is not known: the letters of a text.
  private mutating func box(of clip: MarkupElement, in space: OFDTransform) throws(Obstacle) -> OFDClip? {
    var boxes: [OFDClip] = []
    for area in clip.elements("Area") {
      try budget.takeObject()
      guard let path = area.first("Path"), let data = path.first("AbbreviatedData")?.text else { return nil }
      try budget.takeText(data.utf8.count)
      let outer = OFDTransform(of: area, boundary: nil, in: space)
      let transform = OFDTransform(of: path, boundary: OFDBox(path.attribute("Boundary")), in: outer)
      let outline = OFDOutline(data)
      let figures = outline.subpaths.map { $0.points }.filter { $0.count > 1 }
      let points = (figures.flatMap { $0 } + outline.guides).map { transform($0.x, $0.y) }
      guard let first = points.first else { return nil }
      var box = Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
      for point in points { box.include(point.x, point.y) }
      let shape = OFDShape(figures.map { $0.map { transform($0.x, $0.y) } }, isEvenOdd: false, in: box)
      boxes.append(OFDClip(box: box, isRagged: shape?.isBox != true))
    }
    return boxes.joined()
  }
}

extension [OFDClip] {
  /// The box round all of them.
  fileprivate func joined() -> OFDClip? {
    guard var all = first else { return nil }
    for other in dropFirst() where other.box != all.box {
      all.box.include(other.box.left, other.box.top)
      all.box.include(other.box.right, other.box.bottom)
      all.isRagged = true
    }
    return all
  }
}
