/// What the prose says of the figures, changed.
extension Trial {
  static func prose() -> [Trial] {
    numbers(
      of: "qinghe-2024",
      [
        ("申请", 418, 481), ("上年结转", 24, 42), ("予以公开", 1, 2), ("部分公开", 43, 34), ("不予公开", 162, 126), ("无法提供", 36, 63),
        ("不予处理", 132, 123), ("其他处理", 46, 64), ("结转下年度", 22, 21),
      ])
      + numbers(
        of: "qinghe-2023",
        [
          ("申请", 215, 251), ("上年结转", 5, 6), ("予以公开", 10, 1), ("部分公开", 9, 90), ("不予公开", 38, 83), ("无法提供", 25, 52),
          ("不予处理", 71, 17), ("其他处理", 43, 34), ("结转下年度", 24, 42),
        ]) + sentences
  }

  /// Each in another format.
  private static func numbers(of name: String, _ claims: [(words: String, right: Int, wrong: Int)]) -> [Trial] {
    claims.enumerated().map { number, claim in
      let ending = Sample.endings[(number + (name == "qinghe-2023" ? 4 : 0)) % Sample.endings.count]
      return Trial(
        .sentenceNumber, "\(claim.words) \(claim.right) → \(claim.wrong) 件", in: "\(name).\(ending)",
        .named([Expected("narrative-mismatch", section: 1, found: "\(claim.wrong)件")])
      ) { try $0.replace("\(claim.words)\(claim.right)件", with: "\(claim.words)\(claim.wrong)件") }
    }
  }

  private static let opening = "各项任务按期完成。"

  private static func said(
    _ words: String, in file: String, _ found: String, family: Family = .sentenceClaim
  ) -> Trial {
    Trial(family, words, in: file, .named([Expected("narrative-mismatch", section: 1, found: found)])) {
      try $0.replace(opening, with: opening + words)
    }
  }

  private static func unseen(_ words: String, in file: String) -> Trial {
    Trial(.sentenceClaim, words, in: file, .unseen("it does not say that it counts 政府信息公开, and may count other things"))
    {
      try $0.replace(opening, with: opening + words)
    }
  }

  private static let sentences: [Trial] = [
    Trial(
      .sentenceNumber, "三件 → 四件", in: "xiaodian-2024.docx",
      .named([Expected("narrative-mismatch", section: 1, found: "四件")])
    ) { try $0.replace("申请三件", with: "申请四件") },
    Trial(
      .sentenceNumber, "三件 → 十三件", in: "xiaodian-2024.raw.txt",
      .named([Expected("narrative-mismatch", section: 1, found: "十三件")])
    ) { try $0.replace("申请三件", with: "申请十三件") },
    Trial(
      .sentenceClaim, "三件 → 未收到申请", in: "xiaodian-2024.pdf",
      .named([Expected("narrative-mismatch", section: 1)])
    ) { try $0.replace("共收到政府信息公开申请三件，均已办结。", with: "未收到政府信息公开申请。") },
    said("收到的政府信息公开申请均已办结。", in: "qinghe-2024.html", "均已办结"),
    said("因政府信息公开被申请行政复议20件。", in: "qinghe-2024.odt", "20件"),
    said("因政府信息公开引发行政诉讼30件。", in: "qinghe-2024.layout.txt", "30件"),
    said("政府信息公开行政复议案件均获维持。", in: "qinghe-2023.docx", "均获维持"),
    said("全年共收到政府信息公开申请418件，其中自然人申请248件。", in: "qinghe-2024.wps-style.docx", "248件"),
    unseen("全年收到的申请均已办结。", in: "qinghe-2024.docx"), unseen("行政诉讼30件。", in: "qinghe-2024.raw.txt"),
    said("现行有效行政规范性文件43件。", in: "qinghe-2024.gbk.html", "43件"),
    said("全年作出行政处罚决定29件。", in: "qinghe-2024.ofd", "29件"),
  ]
}
