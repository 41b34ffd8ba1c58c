import ReportModel

// ReportModel takes a name from here where the title has none, and the year of the date. It looks at the last lines of the
// file, whatever they belong to; here the last section's alone are looked at, so that what a web page shows below a report
// is no one's signature.

/// The name under a report, with the date below it.
enum Signature {
  static func all(in subject: Subject) -> [ForeignUnit] {
    guard let last = subject.report?.form.sections.last?.number,
      let passage = subject.passages.last(where: { $0.section == last })
    else { return [] }
    return passage.lineStarts.indices.dropLast().suffix(4).compactMap { line in
      let name = passage.range(ofLine: line)
      guard (3...40).contains(name.count), passage.scalars[name].allSatisfy(\.isHan),
        isDate(passage.scalars[passage.range(ofLine: line + 1)])
      else { return nil }
      return ForeignUnit(name: String(passage.scalars[name]), passage: passage, range: name)
    }
  }

  /// 2025年1月15日, 二〇二五年一月十五日
  private static func isDate(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    (6...16).contains(line.count) && line.last == "日" && line.contains("年") && line.contains("月")
      && line.allSatisfy { $0.isDigit || "年月日〇○零一二三四五六七八九十".unicodeScalars.contains($0) }
  }
}
