import Findings
import Narrative
import ReportModel

/// What a finding says of a claim behind its quotation.
protocol MismatchText {
  var reason: String { get }
  var advice: String { get }
  var expected: String { get }
  var evidence: [Evidence] { get }
}

/// Of a number or a share.
struct CountText: MismatchText {
  private let comparison: ClaimComparison
  /// Of the report it speaks of, when that is the one before.
  private let year: Int?

  init(_ comparison: ClaimComparison, year: Int? = nil) {
    self.comparison = comparison
    self.year = year
  }

  var reason: String {
    let nearest = comparison.candidates.count > 1 ? "最接近的相差" : "相差"
    let difference = comparison.nearest.map { "；\(nearest)\($0.candidate.unit.printed($0.difference))。" } ?? "。"
    let source = year.map { "与\($0)年报告对不上。\($0)年报告里是：" } ?? "与表格对不上。表格里是："
    return source + figures.joined(separator: "，") + difference
  }

  var advice: String { year == nil ? .tableAdvice : .yearAdvice }

  var expected: String { figures.joined(separator: " 或 ") }

  var evidence: [Evidence] { [] }

  private var figures: [String] {
    comparison.byDistance.prefix(3).map { "\($0.label) \($0.printed)" }
  }
}

/// Of a growth.
struct GrowthText: MismatchText {
  private let growth: Growth
  private let pairs: ArraySlice<YearPair>
  private let year: Int?

  init(_ growth: Growth, _ comparison: GrowthComparison, year: Int?) {
    self.growth = growth
    pairs = comparison.pairs.prefix(3)
    self.year = year
  }

  var reason: String {
    let told = pairs.map { pair in
      let name = pair.label.map { "\($0)由" } ?? "这句话自己写的由"
      return "\(name) \(pair.before.figure) 到 \(pair.now.figure)，\(pair.change)"
    }
    let source = pairs.contains { $0.label != nil } ? "与两年的数对不上。" : "与句中的数对不上。"
    return source + told.joined(separator: "；") + "。"
  }

  var advice: String { .growthAdvice }

  var expected: String { pairs.map(\.change).joined(separator: " 或 ") }

  var evidence: [Evidence] {
    let isOfTables = pairs.contains { $0.label != nil }
    let columns = [isOfTables ? year.map { "\($0)年报告" } ?? "上年" : "上年", isOfTables ? "本报告" : "本年", "增减"]
    return [
      .comparison(
        Comparison(
          columns: columns,
          rows: pairs.map {
            Comparison.Row($0.label ?? "正文自己的数", [$0.before.figure.description, $0.now.figure.description, $0.change])
          }))
    ]
  }
}

extension YearPair {
  /// 增加 203（94.42%）
  fileprivate var change: String {
    guard difference != 0 else { return "持平" }
    let verb = difference > 0 ? "增加" : "减少"
    let number = Figure(significand: abs(difference), decimals: 4)
    let share = share.map { "（\(Figure(significand: abs($0), decimals: 4).rounded)%）" } ?? ""
    return "\(verb) \(number)\(share)"
  }
}

extension Numeral {
  fileprivate var figure: Figure { Figure(significand: tenThousandths, decimals: 4) }
}

extension Figure {
  /// To two places, as shares are printed.
  var rounded: String {
    guard decimals > 2 else { return description }
    let divisor = decimals == 3 ? 10 : 100
    return Figure(significand: (significand + divisor / 2) / divisor, decimals: 2).description
  }
}

extension String {
  fileprivate static let tableAdvice = "请核对：正文写错的改正文，表格填错的改表格。如果统计口径不同（例如只算本级），请在正文里说明。"
  fileprivate static let yearAdvice = "请对照已经通过审核的上一年报告核对这个数。如果上一年的数有更正，或者统计口径不同，请在正文里说明。"
  fileprivate static let growthAdvice = "请重新计算增减，写错的改正文，表格填错的改表格。如果上一年的数有更正，或者统计口径不同，请在正文里说明。"
}
