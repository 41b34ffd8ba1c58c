/// The names of units, as they are printed and as they are known.
package enum OfficeName {
  /// The name without what may as well be missing behind it: 红旗区小店镇 for 红旗区小店镇人民政府, 红旗区 for
  /// 红旗区人民政府, 新华街道 for 新华街道办事处. Departments keep their names. Folded, and without white space.
  package static func stem(_ printed: String) -> String {
    string(stem(Array(Folding.compact(printed).unicodeScalars)))
  }

  /// The name by which a unit is known in its own district: 小店镇 for 红旗区小店镇人民政府. Departments keep their names
  /// as printed.
  ///
  /// - Returns: `nil` for an empty name.
  package static func known(_ printed: String) -> String? {
    let name = Array(printed.unicodeScalars)
    return name.isEmpty ? nil : string(withoutDistrict(stem(name)))
  }

  private static let townKinds = ["镇", "乡", "街道", "苏木"]

  private static func stem(_ printed: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var name = printed
    let governed = townKinds + ["省", "市", "自治区", "自治州", "区", "县", "旗"]
    // 小店镇人民政府信息公开: the word 政府 has been taken by 政府信息公开.
    for tail in ["人民政府", "人民", "政府"] where governed.contains(where: { ends(name, $0 + tail) }) {
      name.removeLast(tail.unicodeScalars.count)
    }
    for tail in ["办事处", "办"] where ends(name, "街道" + tail) {
      name.removeLast(tail.unicodeScalars.count)
    }
    return name
  }

  /// Towns and streets have a name of their own within their district; what is above them is set aside.
  private static func withoutDistrict(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let kind = ["镇", "乡", "街道"].first(where: { ends(name, $0) }) else { return name }
    let own = name.dropLast(kind.unicodeScalars.count)
    // At least two characters remain, so that 城区街道 and 市桥街道 keep theirs.
    guard let last = own.dropLast(2).lastIndex(where: { "省市区县旗州盟".unicodeScalars.contains($0) }), last > 0 else {
      return name
    }
    let rest = Array(name[(last + 1)...])
    let government = Array("人民政府".unicodeScalars)
    return rest.starts(with: government) ? Array(rest.dropFirst(government.count)) : rest
  }

  private static func ends(_ name: [Unicode.Scalar], _ tail: String) -> Bool {
    let tail = Array(tail.unicodeScalars)
    return name.count > tail.count && name.suffix(tail.count).elementsEqual(tail)
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
