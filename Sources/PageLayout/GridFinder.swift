/// Finds the tables that the rules of a page make up.
enum GridFinder {
  /// Rules that end this far before each other still meet. In points.
  private static let tolerance = 3.5

  /// - Returns: tables that lie apart; a frame round other tables is none.
  static func grids(in lines: [RuledLine]) -> [Grid] {
    grids(of: FieldFrames.cleared(lines, grids: grids(of:)))
  }

  private static func grids(of lines: [RuledLine]) -> [Grid] {
    let rules = RuleJoiner.join(lines)
    let grids = connected(rules.horizontal, rules.vertical)
      .compactMap { Grid(horizontal: $0.horizontal, vertical: $0.vertical) }
      .sorted { $0.box.area < $1.box.area }
    var found: [Grid] = []
    for grid in grids.prefix(most) {
      // The smaller come first: a larger one that holds them is a frame; one in a corner of a cell is a small drawing.
      let inside = found.filter { grid.box.holds(x: $0.box.middleX, y: $0.box.middleY) }
      if inside.contains(where: { $0.box.area * 10 > grid.box.area }) { continue }
      found.removeAll { grid.box.holds(x: $0.box.middleX, y: $0.box.middleY) }
      found.append(grid)
    }
    return found
  }

  /// Tables on one page.
  private static let most = 200

  private struct Rules {
    var horizontal: [Rule] = []
    var vertical: [Rule] = []
  }

  /// The rules that cross or meet each other, directly or through others.
  private static func connected(_ horizontal: [Rule], _ vertical: [Rule]) -> [Rules] {
    var sets = DisjointSets(count: horizontal.count + vertical.count)
    for (index, upright) in vertical.enumerated() {
      var level = horizontal.partition { $0.position >= upright.start - tolerance }
      while level < horizontal.count, horizontal[level].position <= upright.end + tolerance {
        let rule = horizontal[level]
        if rule.start - tolerance <= upright.position, upright.position <= rule.end + tolerance {
          sets.join(level, horizontal.count + index)
        }
        level += 1
      }
    }
    var groups: [Int: Rules] = [:]
    for (index, rule) in horizontal.enumerated() {
      groups[sets.representative(of: index), default: Rules()].horizontal.append(rule)
    }
    for (index, rule) in vertical.enumerated() {
      groups[sets.representative(of: horizontal.count + index), default: Rules()].vertical.append(rule)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value).filter { !$0.horizontal.isEmpty && !$0.vertical.isEmpty }
  }
}

extension Box {
  var area: Double { (right - left) * (bottom - top) }
}
