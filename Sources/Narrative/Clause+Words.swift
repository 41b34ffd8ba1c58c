extension Clause {
  static func tokens(of scalars: ArraySlice<Unicode.Scalar>) -> [Token] {
    var tokens: [Token] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if scalars[index...].starts(with: "百分之".unicodeScalars),
        let found = NumeralScanner.scan(scalars, at: index + 3)
      {
        tokens.append(Token(word: .numeral(found.numeral), range: index..<found.end))
        tokens.append(Token(word: .percent, range: found.end..<found.end))
        index = found.end
      } else if scalars[index] == "零", let denial = denial(scalars, at: index) {
        tokens += denial
        index = denial.last?.range.upperBound ?? index + 1
      } else if let (half, end) = Lexicon.half(in: scalars, at: index) {
        tokens.append(Token(word: .numeral(nil), range: half))
        tokens.append(Token(word: .unit(.tenths), range: (end - 1)..<end))
        index = end
      } else if let (word, end) = Lexicon.word(in: scalars, at: index) {
        tokens.append(Token(word: word, range: index..<end))
        index = end
      } else if let found = NumeralScanner.scan(scalars, at: index) {
        index = append(found, at: index, of: scalars, to: &tokens)
      } else {
        tokens.append(Token(word: .unknown, range: index..<(index + 1)))
        index += 1
      }
    }
    return tokens
  }

  /// 零复议, 零发生
  private static func denial(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> [Token]? {
    let next = scalars[(index + 1)...]
    if next.starts(with: "发生".unicodeScalars) || next.starts(with: "记录".unicodeScalars) {
      return [
        Token(word: .numeral(Numeral(0)), range: index..<(index + 1)),
        Token(word: .unit(.piece), range: (index + 1)..<(index + 3)),
      ]
    }
    switch Lexicon.word(in: scalars, at: index + 1)?.word {
    case .key(.request), .key(.proceeding), .key(.licensing), .key(.penalties), .key(.coercion):
      return [Token(word: .none, range: index..<(index + 1))]
    case .application:
      return [
        Token(word: .none, range: index..<(index + 1)), Token(word: .key(.request), range: (index + 1)..<(index + 3)),
      ]
    default: return nil
    }
  }

  /// A number with what belongs to it: 2024年, 30余件, 12.5%.
  private static func append(
    _ found: NumeralScanner.Found, at start: Int, of scalars: ArraySlice<Unicode.Scalar>, to tokens: inout [Token]
  ) -> Int {
    var end = found.end
    var numeral = found.numeral
    let next = end < scalars.endIndex ? scalars[end] : " "
    let whole = numeral.map { $0.tenThousandths / 10_000 }
    if next == "年", let whole, (1990...2999).contains(whole) {
      tokens.append(Token(word: .year(whole), range: start..<(end + 1)))
      guard scalars[(end + 1)...].first == "底" || scalars[(end + 1)...].first == "末" else { return end + 1 }
      tokens.append(Token(word: .yearEnd, range: (end + 1)..<(end + 2)))
      return end + 2
    }
    if next == "月", let whole, (1...12).contains(whole) {
      tokens.append(Token(word: .month(whole), range: start..<(end + 1)))
      return end + 1
    }
    if ["余", "多", "来", "几"].contains(next) {
      numeral = nil
      end += 1
    }
    tokens.append(Token(word: .numeral(numeral), range: start..<end))
    if let restated = Restatement.scan(scalars, at: end) {
      tokens.append(Token(word: .restated(restated.numeral), range: restated.range))
      end = restated.end
    }
    if end < scalars.endIndex, scalars[end] == "%" {
      tokens.append(Token(word: .percent, range: end..<(end + 1)))
      return end + 1
    }
    guard let (unit, unitEnd) = Lexicon.unit(in: scalars, at: end) else { return end }
    tokens.append(Token(word: .unit(unit), range: end..<unitEnd))
    return unitEnd
  }
}
