/// Tells how much of each row label of a table stands in a piece of text, in order but with gaps allowed, since labels
/// are broken over lines, interleaved with the labels of their groups, shortened and misspelt.
///
/// The measure is the longest common subsequence, computed for a whole label at once with one machine word per label
/// (M. Crochemore and others, "A fast and practical bit-vector algorithm for the longest common subsequence problem",
/// Information Processing Letters 80, 2001). Labels count with their first 64 characters.
struct LabelMatcher: Sendable {
  /// A piece of text as symbols of the labels' alphabet; characters in no label are left out.
  typealias Symbols = [UInt16]

  private let alphabet: ScalarNumbers
  /// For each label and each symbol the positions of the symbol in the label.
  private var positions: [UInt64]
  private var lengths: [Int] = []

  init(labels: [[Unicode.Scalar]]) {
    let labels = labels.map { $0.prefix(64) }
    alphabet = ScalarNumbers(labels.joined())
    positions = [UInt64](repeating: 0, count: labels.count * alphabet.count)
    for (number, label) in labels.enumerated() {
      for (index, scalar) in label.enumerated() {
        guard let symbol = alphabet[scalar] else { continue }
        positions[number * alphabet.count + Int(symbol)] |= 1 << UInt64(index)
      }
      lengths.append(label.count)
    }
  }

  func symbols(of key: some Sequence<Unicode.Scalar>) -> Symbols {
    key.compactMap { alphabet[$0] }
  }

  /// How well a label fits where it is looked for, 0 to 1.
  ///
  /// Half of it is the label's beginning, which stands before the figures of its row in every layout; its end may stand
  /// behind them, where the next label begins too and where the end of the label before is no proof of anything. The
  /// other half is the label as a whole, of which what only follows in `after` counts half.
  func share(of label: Int, before: Symbols, after: Symbols) -> Double {
    let length = lengths[label]
    guard length > 0 else { return 0 }
    let headLength = min(length, Self.headLength)
    var state = UInt64.max
    advance(&state, over: before, label: label)
    let head = common(state, length: headLength)
    let stood = common(state, length: length)
    advance(&state, over: after, label: label)
    let followed = common(state, length: length) - stood
    let whole = (Double(stood) + Double(followed) / 2) / Double(length)
    return (Double(head) / Double(headLength) + whole) / 2
  }

  /// The ordinal and three characters tell any two labels of a form apart.
  private static let headLength = 4

  private func advance(_ state: inout UInt64, over text: Symbols, label: Int) {
    let first = label * alphabet.count
    for symbol in text {
      let matches = state & positions[first + Int(symbol)]
      state = (state &+ matches) | (state &- matches)
    }
  }

  /// The longest common subsequence of the first `length` characters of a label with the text that led to `state`.
  private func common(_ state: UInt64, length: Int) -> Int {
    let relevant = length == 64 ? UInt64.max : (1 << UInt64(length)) - 1
    return (~state & relevant).nonzeroBitCount
  }
}
