package import DocumentModel

/// What a sentence says of the figures of a report.
package struct Claim: Equatable, Sendable {
  /// What is counted. Several when they are named together: 行政复议、行政诉讼 3 件.
  package var subjects: [Counted]
  /// What else it may be said of: 商业企业12件，予以公开5件 speaks of one or of all.
  package var alternatives: [Counted] = []
  package var statement: Statement
  /// The sentence as printed, without the spaces and line breaks inside.
  package var sentence: String
  /// What of the sentence makes the claim, as an offset in its Unicode scalars: the number with its measure word.
  package var marked: Range<Int>
  /// It speaks of a whole 区, 县 or 市, not of the office itself.
  package var coversArea: Bool
  package var place: Place
}

/// What is said of a subject.
package enum Statement: Equatable, Sendable {
  /// So many. Several subjects are counted in one number.
  case count(Numeral)
  /// So many out of a hundred of all.
  case share(Numeral)
  /// So large a part of all, in words: 近三成.
  case portion(Portion)
  /// So many in the year before.
  case before(Numeral)
  /// So much more or less than the year before.
  case growth(Growth)
  /// There was none: 未收到, 未发生.
  case none
  /// Nothing is left over: 均已办结.
  case allConcluded
  /// All were upheld: 均获维持.
  case allUpheld
  /// All requests ended so: 全部予以公开.
  case allEnded
  /// So many of them, and so no more than all: than the sentence itself says, or the tables.
  case part(Numeral, of: Numeral?)
}

/// What a number of the prose counts.
package enum Counted: Hashable, Sendable {
  case requests(Stage, Applicant)
  case proceedings(Proceeding, Outcome)
  case documents(DocumentCount)
  /// 规章
  case rules(DocumentCount)
  case licensing, penalties, coercion
  /// 行政事业性收费, in 万元.
  case fees
  /// Of the form of 2019: 其他对外管理服务事项, and 政府集中采购 in projects or in 万元.
  case otherServices, procurementItems, procurementAmount
}

/// Where a request stands.
package enum Stage: Hashable, Sendable {
  /// 新收: this year's alone.
  case newlyReceived
  /// 收到, 受理: this year's, or those carried in as well.
  case received
  /// 办理, or no verb at all: received or concluded.
  case handled
  case carriedIn, carriedOut
  /// 结转, one way or the other.
  case carried
  case concluded
  case granted, partiallyGranted, refused, unavailable, notProcessed, otherwise
  /// One of the rows of a group: 信息不存在.
  case row(OutcomeRow)
}

/// The rows of table 3 below 不予公开, 无法提供, 不予处理 and 其他处理, by the form's own ids.
package enum OutcomeRow: String, Hashable, Sendable {
  case stateSecret = "refused.state_secret"
  case prohibitedByLaw = "refused.prohibited_by_law"
  case securityAndStability = "refused.security_and_stability"
  case thirdPartyRights = "refused.third_party_rights"
  case internalAffairs = "refused.internal_affairs"
  case process = "refused.process"
  case enforcementFiles = "refused.enforcement_files"
  case administrativeQuery = "refused.administrative_query"
  case notHeld = "unavailable.not_held"
  case needsCreation = "unavailable.needs_creation"
  case unclear = "unavailable.unclear"
  case petition = "not_processed.petition"
  case repeated = "not_processed.repeat"
  case publication = "not_processed.publication"
  case excessive = "not_processed.excessive"
  case confirmation = "not_processed.confirmation"
  case notCorrected = "otherwise.not_corrected"
  case feeUnpaid = "otherwise.fee_unpaid"
  case other = "otherwise.other"

  /// What its group is as a whole.
  package var group: Stage {
    switch self {
    case .stateSecret, .prohibitedByLaw, .securityAndStability, .thirdPartyRights, .internalAffairs, .process,
      .enforcementFiles, .administrativeQuery:
      .refused
    case .notHeld, .needsCreation, .unclear: .unavailable
    case .petition, .repeated, .publication, .excessive, .confirmation: .notProcessed
    case .notCorrected, .feeUnpaid, .other: .otherwise
    }
  }
}

/// Who asks.
package enum Applicant: Hashable, Sendable {
  case anyone, naturalPerson
  /// 法人或其他组织: all that are no natural persons.
  case organization
  case business, research, publicInterest, legalServices
}

package enum Proceeding: Hashable, Sendable {
  case review
  /// 行政诉讼, direct or after a review.
  case litigation
  case litigationDirect, litigationAfterReview
}

package enum Outcome: Hashable, Sendable {
  case any, upheld, corrected, other, pending
}

/// What is counted of 行政规范性文件.
package enum DocumentCount: Hashable, Sendable {
  case issued, repealed, inForce
  /// 发布: made this year, or put on show of those that are in force.
  case published
}
