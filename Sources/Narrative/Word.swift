/// A word of a clause, as far as its meaning matters here.
enum Word: Hashable {
  /// What is counted.
  case key(Key)
  /// 政府信息公开: what reviews and suits must be about.
  case about
  /// Says nothing of its own.
  case filler
  /// 镇, 局: what stands before is the office's name.
  case office
  /// 许可, 处罚, 强制: the decisions of table 2 where the sentence is about those, and else anything.
  case decision(Key)
  /// 申请: of a permit it is no decision.
  case application
  /// 为, 了, 达
  case copula
  /// 数量, 总数
  case amount
  /// 金额: what it is of is not counted.
  case money
  /// 由
  case from
  /// 通过: what follows is a way.
  case via
  /// 案件: reviews and suits are called so, requests are not.
  case matter
  case and
  /// 共, 合计
  case total
  case among
  /// 率
  case rate
  /// 败诉: the other side of 纠正, where it is denied or told as a share.
  case lost
  /// 因: opens a reason, and is nothing without its end.
  case because
  /// 等原因: what stands before it is why, and not what is counted.
  case reason
  /// 转入: carries something over where a year stands beside it.
  case turned
  /// 文件: 规范性文件 where the sentence has named those, and else anything.
  case document
  /// 两者: what was told of before, together.
  case both
  case each
  case all
  case none
  /// 任何, 任何形式
  case any
  /// Counts something that the form does not.
  case foreign
  /// A way in which requests come: what comes by it is a part.
  case channel
  /// A part of the office or of its area, or another office.
  case part
  case area
  /// Another time than the report's year.
  case otherTime
  case lastYear
  /// 同期
  case samePeriod
  /// 截至: what follows is a stock at a day, or was counted from who knows when.
  case upTo
  case yearEnd
  case cumulative
  case thisYear
  case plan
  /// 较, 比
  case comparison
  /// 同比, 较上年
  case base(Base)
  /// 增加, 下降, 持平
  case change(Growth.Direction)
  /// 是上年的: what follows is so many times as much, or so many parts of a hundred.
  case ratio
  /// 增至, 降到
  case reaching
  case share
  case vague
  /// 分别: numbers and names stand in two lists.
  case respectively
  /// 除…外
  case except
  /// Keeps 均已办结 from meaning all: 按期.
  case reserve
  case year(Int)
  case month(Int)
  case numeral(Numeral?)
  /// The number before it once more, in brackets.
  case restated(Numeral)
  case unit(Unit)
  case percent
  case unknown
}

/// A word that says what is counted.
enum Key: Hashable {
  case stage(Stage)
  /// 办结, which unlike 答复 leaves nothing to do.
  case finished
  case applicant(Applicant)
  /// 政府信息公开申请
  case request
  case proceeding(Proceeding)
  case outcome(Outcome)
  case normativeDocument
  /// 规章
  case rules
  case documents(DocumentCount)
  case licensing, penalties, coercion, fees
  /// Of the form of 2019.
  case otherServices, procurement
  /// 审结, of which nothing is pending.
  case settled
  /// 其他, of whatever is split.
  case others
}

enum Unit: Hashable {
  /// 件, 起
  case piece
  /// 条, 次, 项: fits some subjects only.
  case other
  /// 人, 个工作日, 篇
  case foreign
  case yuan, tenThousandYuan
  /// 倍, 成, 番
  case times, tenths, doublings
  /// 百分点
  case points
}

/// What a growth is measured from.
enum Base: Hashable {
  case lastYear, other
}
