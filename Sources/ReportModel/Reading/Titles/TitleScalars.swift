/// Words within a line that is folded and without white space.
extension BidirectionalCollection<Unicode.Scalar> {
  func begins(with word: String) -> Bool { starts(with: word.unicodeScalars) }

  func ends(with word: String) -> Bool { reversed().starts(with: word.unicodeScalars.reversed()) }

  var string: String { String(String.UnicodeScalarView(self)) }
}

extension Array<Unicode.Scalar> {
  func holds(_ word: String) -> Bool { indices.contains { self[$0...].begins(with: word) } }
}
