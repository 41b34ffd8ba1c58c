/// How much more or less there is than the year before.
package struct Growth: Equatable, Sendable {
  package enum Direction: Hashable, Sendable {
    case more, less
    /// 持平
    case same
  }

  package enum Amount: Equatable, Sendable {
    /// 增长5%, 两成: in parts of a hundred.
    case share(Numeral)
    /// The same in words: 近三成.
    case portion(Portion)
    /// 增加3件. In 万元 for fees.
    case count(Numeral)
    /// 增长1.2倍. Many write so what became 1.2 times as much.
    case times(Numeral)
    /// 翻了一番
    case doublings(Int)
    /// As much as before.
    case none
    /// More or less, without a number.
    case some
    /// In 百分点, of its share of all.
    case points(Numeral)
    /// As many parts of a hundred of what it was before: 为上年的125%, 是上年的1.25倍.
    case ratio(Numeral)
  }

  /// What may have grown, with what the sentence itself says of it.
  package struct Grown: Equatable, Sendable {
    /// Several are counted together; none when the tables do not count it.
    package var subjects: [Counted]
    package var before: Numeral?
    package var now: Numeral?

    package init(subjects: [Counted], before: Numeral? = nil, now: Numeral? = nil) {
      self.subjects = subjects
      self.before = before
      self.now = now
    }
  }

  package var direction: Direction
  package var amount: Amount
  /// The likeliest first.
  package var grown: [Grown]

  package init(_ direction: Direction, _ amount: Amount, of grown: [Grown]) {
    self.direction = direction
    self.amount = amount
    self.grown = grown
  }
}
