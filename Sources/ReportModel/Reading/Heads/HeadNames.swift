/// What the heads over the figures of a printed row may be called.
struct HeadNames: Sendable {
  /// What a head stands for.
  enum Meaning: Hashable, Sendable {
    /// A column, by its place in the form.
    case column(Int)
    /// One of several rows side by side, by its place in the form.
    case block(Int)
    /// What covers several columns or blocks: 法人或其他组织, 行政诉讼.
    case group(Int)
    /// A column of another form, by the places of both.
    case foreign(Int, Int)
    /// Anything else that belongs in the head: 申请人情况.
    case other
  }

  /// A row of the same table in another form, which has other columns.
  struct ForeignRow: Sendable {
    /// The id of the form.
    var form: String
    var row: FormRow
  }

  /// How many columns each block has.
  let width: Int
  /// How many rows stand side by side.
  let blocks: Int
  let foreign: [ForeignRow]
  /// Which columns, or blocks, each group covers.
  let members: [Set<Int>]
  /// Every character of a head.
  private let alphabet: Set<Unicode.Scalar>
  private let meanings: [[Unicode.Scalar]: Meaning]
  /// The names, those first that hold others.
  private let names: [(key: [Unicode.Scalar], meaning: Meaning)]

  init(of printed: PrintedRow, in table: FormTable, foreign: [ForeignRow]) {
    let columns = printed.rows.first?.columns ?? []
    width = columns.count
    blocks = printed.rows.count
    self.foreign = foreign
    let isSideBySide = blocks > 1
    let groups = isSideBySide ? printed.rows.map(\.group) : columns.map(\.group)
    let groupNames = groups.compactMap { $0 }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    members = groupNames.map { name in Set(groups.indices.filter { groups[$0] == name }) }

    // What comes later is the more telling where two names are the same.
    var meanings: [[Unicode.Scalar]: Meaning] = [:]
    for word in table.headerWords { meanings[Folding.key(word)] = .other }
    for (form, other) in foreign.enumerated() {
      for (index, column) in other.row.columns.enumerated() {
        for name in [column.label] + column.variants { meanings[Folding.key(name)] = .foreign(form, index) }
      }
    }
    for (index, name) in groupNames.enumerated() { meanings[Folding.key(name)] = .group(index) }
    if isSideBySide {
      for (index, row) in printed.rows.enumerated() {
        for name in [row.label] + row.variants { meanings[Folding.key(name)] = .block(index) }
      }
    }
    for (index, column) in columns.enumerated() {
      for name in [column.label] + column.variants { meanings[Folding.key(name)] = .column(index) }
      // 本年收费金额（单位：万元）
      let label = Folding.key(column.label)
      for word in table.headerWords.map({ Folding.key($0) }) where word.starts(with: label) {
        meanings[word] = meanings[word] == .other ? .column(index) : meanings[word]
      }
    }
    self.meanings = meanings
    names = meanings.sorted { $0.key.count > $1.key.count }.map { ($0.key, $0.value) }
    alphabet = Set(meanings.keys.joined()).union("单位件项万元数量情况表头".unicodeScalars)
  }

  /// Whether a line has words of a head and hardly any other.
  func mayHead(_ key: [Unicode.Scalar]) -> Bool {
    guard !key.isEmpty, key.count <= Self.longest else { return false }
    return key.count { !alphabet.contains($0) } * 10 <= key.count
  }

  /// Whether most cells of a row are heads: those in other words may stand between them.
  func mayHead(_ cells: [Word]) -> Bool {
    guard cells.count > 2, cells.allSatisfy(\.isCell) else { return false }
    return cells.count { meanings[Folding.key($0.text)] != nil } * 2 > cells.count
  }

  /// A head of fifteen columns has some seventy characters.
  private static let longest = 200

  /// What a whole cell, or a word, of the head stands for.
  ///
  /// - Returns: `nil` where it is none of the names, or might be several.
  func meaning(of key: [Unicode.Scalar]) -> Meaning? {
    if let exact = meanings[key] { return exact }
    guard key.count >= 2 else { return nil }
    if let like = like(key, atLeast: Self.nearlySame) { return like }
    // 其中：自然人
    let held = names.filter { $0.key.count >= 2 && key.contains($0.key) }
    if let longest = held.first, held.allSatisfy({ $0.meaning == longest.meaning || $0.key.count < longest.key.count })
    {
      return longest.meaning
    }
    let holding = Set(names.filter { $0.key.contains(key) }.map(\.meaning))
    if holding.count == 1 { return holding.first }
    return holding.isEmpty ? like(key, atLeast: Self.alike) : nil
  }

  private static let nearlySame = 0.8
  private static let alike = 0.65
  /// By so much the next name is less like it.
  private static let margin = 0.1

  private func like(_ key: [Unicode.Scalar], atLeast least: Double) -> Meaning? {
    let likes = names.map { (likeness: Self.likeness($0.key, key), meaning: $0.meaning) }
    guard let best = likes.max(by: { $0.likeness < $1.likeness }), best.likeness >= least else { return nil }
    let isAlone = likes.allSatisfy { $0.meaning == best.meaning || $0.likeness < best.likeness - Self.margin }
    return isAlone ? best.meaning : nil
  }

  /// Whether a piece of text is of a long remark in the head, or of something else, and of no name.
  func isRemark(_ key: [Unicode.Scalar]) -> Bool {
    let isUnknown = names.allSatisfy { !$0.key.contains(key) && !key.contains($0.key) } && meaning(of: key) == nil
    return isUnknown
      || names.contains { $0.meaning == .other && $0.key.contains(key) }
        && !names.contains { $0.meaning != .other && $0.key.contains(key) }
  }

  /// The names that a text is made of, one behind the other.
  ///
  /// - Returns: `nil` where it holds anything else.
  func parts(of key: [Unicode.Scalar]) -> [(start: Int, meaning: Meaning)]? {
    var parts: [(start: Int, meaning: Meaning)] = []
    var rest = key[...]
    while !rest.isEmpty {
      guard let name = names.first(where: { rest.starts(with: $0.key) }) else { return nil }
      parts.append((key.count - rest.count, name.meaning))
      rest = rest.dropFirst(name.key.count)
    }
    return parts
  }

  /// Twice the longest common subsequence by both lengths.
  private static func likeness(_ name: [Unicode.Scalar], _ key: [Unicode.Scalar]) -> Double {
    var row = [Int](repeating: 0, count: key.count + 1)
    for scalar in name {
      var diagonal = 0
      for (index, other) in key.enumerated() {
        let above = row[index + 1]
        row[index + 1] = scalar == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2 * Double(row[key.count]) / Double(name.count + key.count)
  }
}

extension [Unicode.Scalar] {
  /// Whether another text stands in this one.
  fileprivate func contains(_ other: [Unicode.Scalar]) -> Bool {
    guard !other.isEmpty, other.count <= count else { return false }
    return (0...(count - other.count)).contains { self[$0..<($0 + other.count)].elementsEqual(other) }
  }
}
