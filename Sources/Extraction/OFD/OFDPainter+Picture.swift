import Markup
import PageLayout

extension OFDPainter {
  /// A picture is drawn in the unit square, which its CTM stretches (GB/T 33190-2016, 10), and is known by where it
  /// lies.
  mutating func paint(picture unit: MarkupElement, in scope: OFDScope) {
    guard let boundary = OFDBox(unit.attribute("Boundary")) else { return }
    let seen = page.cut(scope.clip.box).cut(scope.transform.bounds(boundary))
    guard seen.width > 0, seen.height > 0 else { return }
    painting.pictureArea += seen.width * seen.height
    if scope.isBlended || unit.isBlended || scope.annotation == .stamp { return }
    if let square = square(of: unit, boundary, in: scope), isOpaque(unit, in: scope) {
      painting.add(OFDArea(shape: OFDShape(seen.cut(square)), paint: OFDPaint(color: nil, opacity: 1), isOpaque: true))
    } else if seen.width * seen.height < width * height / 2 {
      // One that may be seen through is hardly more than the paper where it fills the page.
      painting.add(OFDArea(shape: OFDShape(seen), paint: OFDPaint(color: nil, opacity: 1), isOpaque: false))
    }
  }

  /// Where a picture is drawn; `nil` when it lies aslant, or where that is viewers do not agree on.
  private func square(of unit: MarkupElement, _ boundary: OFDBox, in scope: OFDScope) -> Box? {
    guard unit.attribute("CTM") != nil else { return nil }
    let transform = OFDTransform(of: unit, boundary: boundary, in: scope.transform)
    return transform.isStraight ? transform.bounds(0, 0, 1, 1) : nil
  }

  private mutating func isOpaque(_ unit: MarkupElement, in scope: OFDScope) -> Bool {
    guard scope.opacity * unit.opacity >= 1, !scope.clip.isRagged, unit.attribute("ImageMask") == nil,
      let medium = resources.medium(unit.attribute("ResourceID"))
    else { return false }
    return pictures.isOpaque(medium)
  }
}
