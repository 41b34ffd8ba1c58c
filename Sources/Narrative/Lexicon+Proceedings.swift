/// Reviews and suits, and how they end.
extension Lexicon {
  static let proceedings: [(Word, String)] = [
    (
      .key(.proceeding(.review)),
      "行政复议 复议 行政复议案件 复议案件 被申请人 作为被申请人 被申请人民政府复议 被申请人民政府行政复议 被复议"
    ),
    (
      .key(.proceeding(.litigation)),
      "行政诉讼 诉讼 行政诉讼案件 诉讼案件 行政应诉 应诉案件 被告 作为被告 当被告 被诉 被诉案件 被起诉 涉诉 涉诉案件"
    ),
    (.key(.proceeding(.litigationDirect)), "未经复议直接起诉 直接起诉"),
    (.key(.proceeding(.litigationAfterReview)), "复议后起诉 经复议后起诉"),
    (.key(.outcome(.upheld)), "维持 结果维持 予以维持 获维持 维持原行政行为 决定维持 驳回原告诉讼请求 驳回诉讼请求"),
    (.key(.outcome(.corrected)), "纠正 结果纠正 被纠正 予以纠正 纠错 被纠错 撤销或确认违法 撤销或者确认违法 撤销、确认违法 被撤销或确认违法"),
    (.key(.outcome(.other)), "其他结果 其它结果"),
    (.key(.outcome(.pending)), "尚未审结 未审结 正在审理 尚在审理 正在审理中 未结案"),
    (.key(.settled), "审结 已审结"),
    (.lost, "败诉"),
  ]
}
