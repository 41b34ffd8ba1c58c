import DocumentModel

/// What the heads over a printed row say of its columns.
enum ColumnHeads: Equatable {
  /// No heads, or those of the form in the form's order: figures stand as the form prints them.
  case asInForm
  /// Heads of which each is known. For each figure of a full line its column, `nil` for one that the form does not have.
  case known(columns: [Int?])
  /// The heads of another form, by its place among the foreign ones.
  case foreign(Int, columns: [Int?])
  /// As many heads as the form has columns, and those that are known stand where they should.
  case renamed([RenamedColumn])
  /// Heads that contradict the form, and each other.
  case unclear
}

/// A head in words of its own, where the form has others.
struct RenamedColumn: Equatable {
  var printed: String
  var column: Int
}

/// Reads the heads of a printed row.
struct HeadReader {
  let names: HeadNames
  /// The lines over the row that may be heads.
  let head: [ReadingLine]

  /// - Returns: `nil` where no line may be a head.
  init?(_ names: HeadNames, in lines: some Sequence<ReadingLine>) {
    let head = lines.filter { line in
      guard !line.isHoldingValues, !line.words.isEmpty else { return false }
      return names.mayHead(line.key) || names.mayHead(line.words)
    }
    guard !head.isEmpty else { return nil }
    self.names = names
    self.head = head
  }

  /// As printed.
  var text: String { head.map(\.text).joined(separator: " ") }

  /// What the head says of the figures of a line below it; `nil` for nothing.
  func read(_ values: [PrintedValue]) -> ColumnHeads? {
    let readings = [fromCells(values), fromPlaces(values), fromOrder(values)].compactMap { $0 }
    return readings.first { $0.isComplete }?.heads ?? contradiction ?? renamed(values)
  }

  /// What stands over each figure, or the order in which the names stand.
  private struct Reading {
    var columns: [Int?]
    var isComplete: Bool
    var heads: ColumnHeads
  }

  // MARK: In cells

  /// The cells over each figure. What is over its label only is none of a column's.
  private func stacks(over values: [PrintedValue]) -> [[Word]]? {
    guard let table = values.first?.place.table, values.allSatisfy({ $0.place.table == table }) else { return nil }
    let cells = head.flatMap(\.words).filter { $0.isCell && $0.place?.table == table }
    guard !cells.isEmpty else { return nil }
    return values.map { value in
      let column = value.place.column ?? 0
      return cells.filter { cell in
        let first = cell.place?.column ?? 0
        return (first..<(first + max(cell.columnSpan, 1))).contains(column)
      }.reversed()
    }
  }

  /// Whether a figure's cell takes the room of several columns, each with its head: then none of them is missing.
  private func isMerged(_ value: PrintedValue) -> Bool {
    guard value.columnSpan > 1, let table = value.place.table, let first = value.place.column else { return false }
    let columns = head.flatMap(\.words).filter { word in
      guard word.isCell, word.place?.table == table, let start = word.place?.column else { return false }
      return start < first + value.columnSpan && start + max(word.columnSpan, 1) > first
    }.compactMap { names.meaning(of: Folding.key($0.text)) }.filter { if case .column = $0 { true } else { false } }
    return Set(columns).count > 1
  }

  private func fromCells(_ values: [PrintedValue]) -> Reading? {
    guard let stacks = stacks(over: values), !values.contains(where: isMerged) else { return nil }
    return reading(of: stacks.map { stack in stack.compactMap { names.meaning(of: Folding.key($0.text)) } })
  }

  /// The columns by what stands over each figure, from below.
  private func reading(of stacks: [[HeadNames.Meaning]]) -> Reading? {
    let form = foreignForm(of: stacks)
    let isWithoutBlocks = !stacks.joined().contains { if case .block = $0 { true } else { false } }
    let columns = stacks.enumerated().map { index, stack -> Int? in
      if let form {
        return stack.lazy.compactMap { if case .foreign(form, let column) = $0 { column } else { nil } }.first
      }
      guard let column = stack.lazy.compactMap({ if case .column(let column) = $0 { column } else { nil } }).first
      else { return nil }
      guard names.blocks > 1 else { return column }
      let block = stack.lazy.compactMap { if case .block(let block) = $0 { block } else { nil } }.first
      return (block ?? (isWithoutBlocks ? index / names.width : nil)).map { $0 * names.width + column }
    }
    return reading(columns, foreign: form)
  }

  /// The form whose heads stand over more of the figures than the own form's.
  private func foreignForm(of stacks: [[HeadNames.Meaning]]) -> Int? {
    names.foreign.indices.first { form in
      stacks.contains { $0.contains { if case .foreign(form, _) = $0 { true } else { false } } }
        && !stacks.contains { $0.contains { if case .column = $0 { true } else { false } } }
    }
  }

  private func reading(_ columns: [Int?], foreign form: Int?) -> Reading? {
    let known = columns.compactMap { $0 }
    guard !known.isEmpty, Set(known).count == known.count else { return nil }
    let width = form.map { names.foreign[$0].row.columns.count } ?? names.width * names.blocks
    // A column that is unknown beside one that is missing may be the missing one.
    let isComplete = known.count == columns.count || known.count == width
    let heads: ColumnHeads =
      if let form {
        .foreign(form, columns: columns)
      } else if known == Array(0..<width), columns.count == width {
        .asInForm
      } else {
        .known(columns: columns)
      }
    return Reading(columns: columns, isComplete: isComplete, heads: heads)
  }

  // MARK: In the order of the text

  /// The names of each line; and whether some are in pieces.
  private var lines: (names: [[HeadNames.Meaning]], areWhole: Bool) {
    let words = head.map { $0.words.map { Folding.key($0.text) }.filter { !names.isRemark($0) } }
    if let whole = wholeNames(of: words) { return (whole, true) }
    var areWhole = true
    let lines = words.map { words -> [HeadNames.Meaning] in
      if let parts = names.parts(of: words.flatMap { $0 }) { return parts.map(\.meaning) }
      return words.flatMap { key -> [HeadNames.Meaning] in
        if let parts = names.parts(of: key) { return parts.map(\.meaning) }
        areWhole = false
        return names.meaning(of: key).map { [$0] } ?? []
      }
    }
    return (lines, areWhole)
  }

  /// The names on the lines on which they begin, where they go on from line to line.
  private func wholeNames(of lines: [[[Unicode.Scalar]]]) -> [[HeadNames.Meaning]]? {
    let keys = lines.map { $0.flatMap { $0 } }
    guard let parts = names.parts(of: keys.flatMap { $0 }) else { return nil }
    var found = [[HeadNames.Meaning]](repeating: [], count: lines.count)
    var line = 0
    var end = keys.first?.count ?? 0
    for part in parts {
      while part.start >= end, line + 1 < keys.count {
        line += 1
        end += keys[line].count
      }
      found[line].append(part.meaning)
    }
    return found
  }

  private func fromOrder(_ values: [PrintedValue]) -> Reading? {
    let (lines, areWhole) = lines
    if let form = foreignForm(of: lines) {
      let columns = lines.joined().compactMap { if case .foreign(form, let column) = $0 { column } else { nil } }
      return columns.count == names.foreign[form].row.columns.count ? reading(columns, foreign: form) : nil
    }
    if names.blocks > 1 {
      // Where heads are in pieces, nobody knows of which block they are.
      let columns = areWhole ? orderInBlocks(lines) : []
      return columns.count == names.width * names.blocks ? reading(columns, foreign: nil) : nil
    }
    // Heads in pieces take more lines or fewer: only those that begin on one line tell their order.
    guard areWhole || isOnOneLine(lines) else { return nil }
    let columns = order(of: lines) { .column($0) } ?? []
    guard columns.count == names.width || areWhole && columns.count > 1 && columns.count == values.count else {
      return nil
    }
    return reading(columns, foreign: nil)
  }

  /// The names in the order in which they stand, each once; those under a group take its place.
  ///
  /// Where the group has a line to itself, its place is not known, nor where it was lost between lines: what stands
  /// beside it is set in the middle of two rows. Then the group is where the form has it.
  ///
  /// - Returns: `nil` where that cannot be told either.
  private func order(of lines: [[HeadNames.Meaning]], _ own: (Int) -> HeadNames.Meaning) -> [Int]? {
    let count = max(names.width, names.blocks)
    let numbers = Dictionary(uniqueKeysWithValues: (0..<count).map { (own($0), $0) })
    var found: [(name: Int, line: Int)] = []
    var group: (number: Int, line: Int, before: Int)?
    for (line, meanings) in lines.enumerated() {
      for meaning in meanings {
        if case .group(let number) = meaning, group == nil {
          group = (number, line, found.count { $0.line == line })
        } else if let name = numbers[meaning], !found.contains(where: { $0.name == name }) {
          found.append((name, line))
        }
      }
    }
    let order = found.map(\.name)
    guard let members = names.members.first, found.contains(where: { members.contains($0.name) }) else { return order }
    let inside = order.filter(members.contains)
    let outside = found.filter { !members.contains($0.name) }
    let linesInside = Set(found.filter { members.contains($0.name) }.map(\.line))
    if let group, let first = outside.first(where: { $0.line == group.line }) {
      // Those on its own line stand left and right of it.
      let beside = outside.filter { $0.line == first.line }.map(\.name)
      guard beside.count == outside.count else { return nil }
      return beside.prefix(group.before) + inside + beside.dropFirst(group.before)
    }
    let isFlat =
      group == nil && (lines.count { !$0.isEmpty } == 1 || outside.contains { linesInside.contains($0.line) })
    if isFlat || group == nil && linesInside.count > 1 { return order }
    let names = outside.map(\.name)
    guard names == names.sorted(), let first = inside.min() else { return nil }
    return names.filter { $0 < first } + inside + names.filter { $0 > first }
  }

  /// Whether the names below a group begin on one line, and those beside it as well.
  private func isOnOneLine(_ lines: [[HeadNames.Meaning]]) -> Bool {
    let columns = columnsOfLines(lines).filter { !$0.isEmpty }
    guard let members = names.members.first else { return columns.count == 1 }
    return columns.count { !members.isDisjoint(with: $0) } == 1 && columns.count { !members.isSuperset(of: $0) } <= 1
  }

  /// The columns whose names begin on each line, each once.
  private func columnsOfLines(_ lines: [[HeadNames.Meaning]]) -> [[Int]] {
    var found: Set<Int> = []
    return lines.map { line in
      line.compactMap { meaning -> Int? in
        guard case .column(let column) = meaning, found.insert(column).inserted else { return nil }
        return column
      }
    }
  }

  /// The columns of each block, each name in the first block that has it not yet.
  private func orderInBlocks(_ lines: [[HeadNames.Meaning]]) -> [Int] {
    guard var blocks = order(of: lines, { .block($0) }) else { return [] }
    if blocks.isEmpty { blocks = Array(0..<names.blocks) }
    guard blocks.count == names.blocks else { return [] }
    var columns = [[Int]](repeating: [], count: blocks.count)
    for case .column(let column) in lines.joined() {
      guard let block = columns.indices.first(where: { !columns[$0].contains(column) }) else { return [] }
      columns[block].append(column)
    }
    return zip(blocks, columns).flatMap { block, columns in columns.map { block * names.width + $0 } }
  }

  // MARK: By places in the line

  /// The words over each figure, put together from above: heads are broken over lines.
  private func fromPlaces(_ values: [PrintedValue]) -> Reading? {
    let middles = values.compactMap(\.middle)
    guard middles.count == values.count, middles.count > 1 else { return nil }
    let gap = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? 0
    guard gap >= 3 else { return nil }
    var pieces = [[Unicode.Scalar]](repeating: [], count: middles.count)
    var groups = [[HeadNames.Meaning]](repeating: [], count: middles.count)
    for word in head.flatMap(\.words) {
      guard let middle = word.middle else { return nil }
      let key = Folding.key(word.text)
      switch names.meaning(of: key) {
      case .group, .other: continue
      case .block(let block):
        // It stands over all of its columns.
        for index in nearest(names.width, to: middle, middles) { groups[index].append(.block(block)) }
        continue
      default: break
      }
      guard let nearest = middles.indices.min(by: { abs(middles[$0] - middle) < abs(middles[$1] - middle) }),
        abs(middles[nearest] - middle) <= gap * 0.75
      else { continue }
      pieces[nearest] += key
    }
    return reading(of: zip(pieces, groups).map { [names.meaning(of: $0)].compactMap { $0 } + $1.reversed() })
  }

  private func nearest(_ count: Int, to middle: Double, _ middles: [Double]) -> [Int] {
    Array(middles.indices.sorted { abs(middles[$0] - middle) < abs(middles[$1] - middle) }.prefix(count))
  }

  // MARK: What is not complete

  /// Whole names of the form in an order that is none of its own, some of them missing.
  private var contradiction: ColumnHeads? {
    let (lines, areWhole) = lines
    guard names.blocks == 1 else { return nil }
    if !areWhole {
      let members = names.members.first ?? []
      return columnsOfLines(lines).allSatisfy { line in
        line.filter(members.contains).isSorted && line.filter { !members.contains($0) }.isSorted
      } ? nil : .unclear
    }
    guard let order = order(of: lines, { .column($0) }) else { return .unclear }
    return order == order.sorted() ? nil : .unclear
  }

  /// Heads in other words between heads that stand where they should.
  private func renamed(_ values: [PrintedValue]) -> ColumnHeads? {
    guard names.blocks == 1, values.count == names.width, let stacks = stacks(over: values) else { return nil }
    var renamed: [RenamedColumn] = []
    for (index, stack) in stacks.enumerated() {
      guard let lowest = stack.first else { return nil }
      switch names.meaning(of: Folding.key(lowest.text)) {
      case .column(index): continue
      case .column: return .unclear
      case .group, .other: return nil
      default: renamed.append(RenamedColumn(printed: lowest.trimmed, column: index))
      }
    }
    return renamed.isEmpty ? nil : .renamed(renamed)
  }
}

extension [Int] {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy(<) }
}
