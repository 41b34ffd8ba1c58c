import PageLayout

/// What of a page paint falls on: the box round it.
struct OFDClip {
  private static let far = 1e9

  /// Without one, a clip is larger than any page.
  var box = Box(left: -far, top: -far, right: far, bottom: far)
  /// Whether it is more ragged than a rectangle.
  var isRagged = false

  /// What falls on both.
  func cut(_ other: OFDClip) -> OFDClip {
    OFDClip(box: box.cut(other.box), isRagged: isRagged || other.isRagged)
  }

  /// Whether a box is wholly outside; edges that meet are not.
  func hides(_ area: Box) -> Bool {
    // In points.
    let room = 1.0
    let common = box.cut(area)
    return common.width < -room || common.height < -room
  }
}
