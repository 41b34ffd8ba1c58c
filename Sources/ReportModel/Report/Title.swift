package import DocumentModel

/// The report's title line.
package struct Title: Equatable, Sendable {
  /// As printed, without the spaces and line breaks inside.
  package var text: String
  /// The unit's name as it is known in its district: 小店镇 of 红旗区小店镇人民政府.
  package var office: String?
  /// The same with all that is printed of it: 红旗区小店镇人民政府.
  package var printedOffice: String?
  package var year: Int?
  /// How it differs from the wording that is prescribed.
  package var flaws: [Flaw]
  package var place: Place

  package init(
    text: String, office: String?, printedOffice: String? = nil, year: Int?, flaws: [Flaw] = [], place: Place
  ) {
    self.text = text
    self.office = office
    self.printedOffice = printedOffice ?? office
    self.year = year
    self.flaws = flaws
    self.place = place
  }

  /// Something in a title that is not prescribed.
  package enum Flaw: Equatable, Sendable {
    /// Words before it: 附件1：, 关于.
    case before(String)
    /// Words or marks behind it: （修改稿）, a full stop.
    case behind(String)
    /// Other words than 政府信息公开工作年度报告.
    case wording(String)
    /// The year behind the words, where it belongs before them.
    case yearBehind(String)
    /// A year of too many or too few digits: 202024年.
    case yearSlip(String)
    /// A year without 年: 2024政府信息公开.
    case yearUnmarked(String)
    /// The line stands there more than once.
    case repeated
  }
}
