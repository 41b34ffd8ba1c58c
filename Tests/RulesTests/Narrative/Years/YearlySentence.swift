import DocumentModel
import Findings
import Foundation
import ReportModel
import Rules
import TestFixtures

/// A sentence that sets a year beside the one before, in a report of a unit whose figures are known, and what of it must
/// be marked: no more and no less.
struct YearlySentence: Sendable, CustomStringConvertible {
  /// Whose figures stand in the tables, and what is remembered of the year before.
  ///
  /// | | busy, district, alone | the year before | quiet | the year before |
  /// |---|---|---|---|---|
  /// | 新收 | 418 | 215 | 3 | 3 |
  /// | 上年结转 | 24 | 5 | 0 | 0 |
  /// | 办理结果总计 | 420 | 196 | 3 | 3 |
  /// | 结转下年度 | 22 | 24 | 0 | 0 |
  /// | 予以、部分、不予公开 | 1, 43, 162 | 10, 9, 38 | 3, 0, 0 | 3, 0, 0 |
  /// | 无法提供, 不予处理, 其他处理 | 36, 132, 46 | 25, 71, 43 | 0 | 0 |
  /// | 自然人, 商业企业 (新收) | 284, 26 | 65, 40 | 3, 0 | 3, 0 |
  /// | 复议; 直接起诉, 复议后起诉 | 19; 17, 11 | 23; 25, 32 | 0 | 0 |
  /// | 规范性文件 制发, 废止, 现行有效 | 7, 4, 34 | 5, 2, 31 | 0 | 0 |
  /// | 许可, 处罚, 强制 | 1377, 92, 11 | 1204, 87, 6 | 0, 34, 0 | 0, 17, 0 |
  /// | 收费 (万元) | 13.07 | 12.3456 | 0 | 0 |
  enum Setting: Sendable {
    case busy, quiet
    /// A district's own report.
    case district
    /// Nothing is remembered.
    case alone
  }

  var setting: Setting
  /// The words marked, in their order.
  var marked: [String]
  var text: String

  init(_ setting: Setting, _ marked: [String], _ text: String) {
    self.setting = setting
    self.marked = marked
    self.text = text
  }

  init(_ setting: Setting, _ text: String) {
    self.init(setting, [], text)
  }

  var description: String { text }

  /// What the rule says of the sentence in the place of the first section.
  func findings() throws -> [Finding] {
    let report = try Corpus.text(setting == .quiet ? "xiaodian-2024.raw.txt" : "qinghe-2024.raw.txt")
    let head = report.components(separatedBy: "一、总体情况\n").first ?? ""
    let tail = report.components(separatedBy: "二、主动公开政府信息情况\n").last ?? ""
    let text = "\(head)一、总体情况\n\(text)\n二、主动公开政府信息情况\n\(tail)"
    let bytes = Array((setting == .district ? text.replacingOccurrences(of: "青禾镇", with: "红旗区") : text).utf8)
    return try Judging.findings(bytes, remembering: Memory(lastYear: lastYear())).filter {
      $0.rule == "narrative-mismatch"
    }
  }

  private func lastYear() throws -> AcceptedReport? {
    switch setting {
    case .alone: return nil
    case .busy, .district: return try Recollection.accepted("qinghe-2023.raw.txt")
    case .quiet:
      var report = try Recollection.accepted("xiaodian-2024.raw.txt")
      report.year = 2023
      report.figures["disclosure.penalties.decisions"] = 17
      return report
    }
  }
}
