import DocumentModel
import ReportModel

/// A unit's name as it is compared with others: the word 人民政府 or 办事处 behind it makes no other unit of it.
package struct UnitName: Hashable, Sendable {
  let scalars: [Unicode.Scalar]

  package init(_ printed: String) {
    // A roster is typed or copied like any other text.
    scalars = Array(OfficeName.stem(SeenCharacters.folded(printed)).unicodeScalars)
  }

  package var isEmpty: Bool { scalars.isEmpty }

  /// Whether two names may be one unit's: they are the same, or one of them says as well what the unit belongs to, as
  /// 红旗区教育局 does and 教育局 does not. Where that is doubtful they are two: a false join is worse than a miss.
  func fits(_ other: UnitName) -> Bool {
    if scalars == other.scalars { return true }
    let (short, long) = scalars.count < other.scalars.count ? (scalars, other.scalars) : (other.scalars, scalars)
    guard short.count >= 3, long.suffix(short.count).elementsEqual(short) else { return false }
    return Self.isTerritory(long.dropLast(short.count))
  }

  /// Whether two names cannot be one unit's, however freely either is written.
  func isForeign(to other: UnitName) -> Bool {
    let own = Self.core(scalars)
    let others = Self.core(other.scalars)
    return !own.isEmpty && !others.isEmpty && !scalars.holds(String(others)) && !other.scalars.holds(String(own))
  }

  /// How many characters have to be put in or taken out to make one name of the other.
  func distance(to other: UnitName) -> Int {
    other.scalars.difference(from: scalars).count
  }

  /// 红旗区, 新乡市红旗区人民政府, 县: what may stand before the name of a unit that belongs to it.
  static func isTerritory(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    var name = words
    if name.endsWith("人民政府") { name = name.dropLast(4) }
    guard let last = name.last, "省市区县旗州盟".unicodeScalars.contains(last) else { return false }
    return name.count == 1 || !name.endsWith("城市") && !OfficeKind.isZone(name)
  }

  private static func core(_ name: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    let tail = ["街道", "镇", "乡", "苏木"].first { name.endsWith($0) && name.count > $0.unicodeScalars.count + 1 }
    return name.dropLast(tail?.unicodeScalars.count ?? 0)
  }
}
