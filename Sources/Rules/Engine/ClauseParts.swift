extension ArraySlice<Unicode.Scalar> {
  /// What stands between the commas and the ends of sentences.
  var parts: [ArraySlice<Unicode.Scalar>] {
    split { $0.endsClause || $0 == "，" || $0 == "," }
  }

  /// All places of a word that is no end of its own beginning.
  func places(of word: String) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var rest = self
    while let place = rest.range(of: word), !place.isEmpty {
      places.append(place)
      rest = rest[place.upperBound...]
    }
    return places
  }
}
