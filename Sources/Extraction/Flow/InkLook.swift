import DocumentModel

/// How a text looks, as far as that changes what it says; `nil` where nothing is said of it.
struct InkLook: Equatable {
  enum Shift {
    case none, raised, lowered
  }

  var isHidden: Bool?
  var shift: Shift?
  var isStruck: Bool?
  var colour: InkColour?
  /// The colour is left to the program, which takes one that is seen; a colour said further out does not count.
  var isColourAutomatic = false
  var ground: InkGround?
  /// Too small to be seen.
  var isTiny: Bool?
  /// Nothing of it or of what stands in it is painted.
  var isTransparent = false

  /// What a look further out says, where this one says nothing.
  func completed(by outer: InkLook) -> InkLook {
    var look = self
    look.isHidden = isHidden ?? outer.isHidden
    look.shift = shift ?? outer.shift
    look.isStruck = isStruck ?? outer.isStruck
    if colour == nil, !isColourAutomatic {
      look.colour = outer.colour
      look.isColourAutomatic = outer.isColourAutomatic
    }
    look.ground = ground ?? outer.ground
    look.isTiny = isTiny ?? outer.isTiny
    look.isTransparent = isTransparent || outer.isTransparent
    return look
  }

  var ink: Ink {
    var ink: Ink = isStruck == true ? .struck : []
    switch shift {
    case .raised: ink.insert(.raised)
    case .lowered: ink.insert(.lowered)
    case .some(.none), nil: break
    }
    return ink
  }

  /// Whether nothing of it is seen where it stands.
  ///
  /// - Parameter below: What lies under it unless it has a ground of its own.
  /// - Returns: `false` also where it cannot be told.
  func isUnseen(on below: InkGround) -> Bool {
    if isHidden == true || isTiny == true || isTransparent { return true }
    guard let colour, case .colour(let ground) = ground ?? below else { return false }
    return colour.isLike(ground)
  }
}
