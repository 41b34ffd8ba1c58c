import Extraction
import Findings
import Rules
import TestFixtures

/// A good report of 青禾镇, handed in at a place and a time where a roster is kept, with something changed, and what must be
/// said of it: no more and no less.
struct HandedIn: Sendable, CustomStringConvertible {
  var description: String
  /// What is changed in the text.
  var now: [(old: String, new: String)] = []
  var roster: Roster? = Self.roster
  var folder: [String]? = ["青禾镇"]
  var date = CivilDate(year: 2025, month: 1, day: 15)
  var firstReceived: CivilDate?
  var expected: [Expected] = []

  func findings() throws -> [Finding] {
    let text = try now.reduce(Corpus.text()) { try $0.replacingOnly($1.old, with: $1.new) }
    return try Judging.findings(
      on: Extractor().extract(Array(text.utf8)), remembering: Memory(firstReceived: firstReceived), roster: roster,
      reception: folder.map { Reception(folder: $0, date: date) })
  }

  static let roster = Roster(
    offices: [
      Roster.Office(name: "青禾镇", otherNames: ["青禾乡"], kind: .town),
      Roster.Office(name: "白杨镇", folder: "乡镇/白杨镇", deadline: Roster.Deadline(month: 1, day: 10)),
      Roster.Office(name: "渠东街道"), Roster.Office(name: "红旗区", folder: "区政府办"),
      Roster.Office(name: "教育局", kind: .department), Roster.Office(name: "财政局", kind: .department),
    ], deadline: Roster.Deadline(month: 1, day: 20))
}

extension HandedIn {
  static let all = names + folders + deadlines + kinds

  private static let title = "青禾镇 2024 年政府信息公开工作年度报告\n根据"

  private static func titled(_ unit: String) -> [(old: String, new: String)] {
    [(title, "\(unit) 2024 年政府信息公开工作年度报告\n根据")]
  }

  private static let names: [HandedIn] = [
    HandedIn(description: "a unit of the roster"),
    HandedIn(description: "with its government and its district", now: titled("红旗区青禾镇人民政府")),
    HandedIn(description: "under the name it had before", now: titled("青禾乡")),
    HandedIn(
      description: "a slip in the title", now: titled("青和镇"), folder: [],
      expected: [Expected("unknown-office", found: "青和镇", expected: "青禾镇")]),
    HandedIn(
      description: "a unit that nobody has listed, in another's folder", now: titled("青和镇"), folder: ["区政府办", "2024"],
      expected: [Expected("unknown-office", expected: "红旗区、青禾镇")]),
    HandedIn(
      description: "a name that two units share", now: titled("城关镇"),
      roster: Roster(offices: [Roster.Office(name: "红旗区城关镇"), Roster.Office(name: "凤泉区城关镇")]), folder: [],
      expected: [
        Expected("unknown-office", found: "城关镇", expected: "红旗区城关镇、凤泉区城关镇"),
        // In the announcement, and where the overview begins.
        Expected("wrong-office", found: "青禾镇"), Expected("wrong-office", section: 1, found: "青禾镇"),
      ]),
    HandedIn(
      description: "no roster", now: titled("青和镇"), roster: nil, folder: nil,
      expected: [
        Expected("wrong-office", found: "青禾镇", expected: "青和镇"),
        Expected("wrong-office", section: 1, found: "青禾镇", expected: "青和镇"),
      ]),
    HandedIn(
      description: "no unit in the title", now: [(title, "2024 年政府信息公开工作年度报告\n根据")], folder: ["乡镇", "白杨镇"],
      expected: [Expected("title"), Expected("wrong-office")]),
  ]

  private static let folders: [HandedIn] = [
    HandedIn(
      description: "in another's folder", folder: ["乡镇", "白杨镇"],
      expected: [Expected("wrong-office", found: "青禾镇2024年政府信息公开工作年度报告", expected: "白杨镇的报告")]),
    HandedIn(
      description: "in a folder inside another's", folder: ["乡镇", "白杨镇", "2024 年报"],
      expected: [Expected("wrong-office")]),
    HandedIn(description: "in the inbox itself", folder: []),
    HandedIn(description: "in a folder of nobody's", folder: ["乡镇"]),
    HandedIn(description: "in a folder inside its own", folder: ["青禾镇", "白杨镇"]),
    HandedIn(description: "looked at where it lies", folder: nil, date: CivilDate(year: 2025, month: 6, day: 1)),
    HandedIn(description: "no roster, whatever the folder", roster: nil, folder: ["白杨镇"]),
  ]

  private static func day(_ month: Int, _ day: Int, _ year: Int = 2025) -> CivilDate {
    CivilDate(year: year, month: month, day: day)
  }

  private static let deadlines: [HandedIn] = [
    HandedIn(description: "on the last day", date: day(1, 20)),
    HandedIn(
      description: "a day late", date: day(1, 21),
      expected: [Expected("late", found: "2025 年 1 月 21 日", expected: "2025 年 1 月 20 日以前（含当日）")]),
    HandedIn(description: "in time, and corrected later", date: day(2, 3), firstReceived: day(1, 20)),
    HandedIn(
      description: "late, and corrected later", date: day(2, 3), firstReceived: day(1, 22),
      expected: [Expected("late", found: "2025 年 1 月 22 日")]),
    HandedIn(
      description: "a record of a later day than today", date: day(1, 21), firstReceived: day(1, 25),
      expected: [Expected("late", found: "2025 年 1 月 21 日")]),
    HandedIn(description: "an old report, for the record", date: day(3, 1, 2026)),
    HandedIn(description: "an old report that was late then", date: day(3, 1, 2026), firstReceived: day(1, 25)),
    HandedIn(description: "before the year is over", date: day(12, 30, 2024)),
    HandedIn(
      description: "no date for anyone", roster: Roster(offices: [Roster.Office(name: "青禾镇")]), date: day(12, 31)),
    HandedIn(
      description: "a date of its own that is later",
      roster: Roster(
        offices: [Roster.Office(name: "青禾镇", deadline: Roster.Deadline(month: 2, day: 10))],
        deadline: Roster.Deadline(month: 1, day: 20)), date: day(2, 10)),
  ]

  private static func kind(_ kind: OfficeKind?) -> Roster {
    Roster(offices: [Roster.Office(name: "青禾镇", kind: kind)])
  }

  private static let regulations = [("规章 0 0 0", "规章 1 0 1")]
  private static let silence = [("开展工作考核和社会评议，本年度没有责任追究的情形。", "加强日常监督。")]

  private static let kinds: [HandedIn] = [
    HandedIn(
      description: "规章 of a town by its name", now: regulations, roster: kind(nil),
      expected: [Expected("rules-by-unit")]),
    HandedIn(description: "规章 of a city with districts", now: regulations, roster: kind(.prefecturalGovernment)),
    HandedIn(description: "规章 of what the roster says nothing of", now: regulations, roster: kind(.unknown)),
    HandedIn(
      description: "no word of assessments by a government", now: silence, roster: kind(.government),
      expected: [Expected("supervision-statement")]),
    HandedIn(description: "no word of assessments by a street", now: silence, roster: kind(.street)),
    HandedIn(description: "no word of assessments by a department", now: silence, roster: kind(.department)),
  ]
}
