/// The words that are known, longest first.
enum Lexicon {
  /// - Returns: the word that begins at `start`, and where it ends.
  static func word(in scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> (word: Word, end: Int)? {
    guard start < scalars.endIndex else { return nil }
    if let end = request(in: scalars, at: start) { return (.key(.request), end) }
    return entries[scalars[start]]?.first { scalars[start...].starts(with: $0.scalars) }
      .map { ($0.word, start + $0.scalars.count) }
  }

  /// The measure word that begins at `start`.
  static func unit(in scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> (unit: Unit, end: Int)? {
    units.first { scalars[min(start, scalars.endIndex)...].starts(with: $0.scalars) }
      .map { ($0.unit, start + $0.scalars.count) }
  }

  private static let entries: [Unicode.Scalar: [(scalars: [Unicode.Scalar], word: Word)]] = {
    var entries: [Unicode.Scalar: [(scalars: [Unicode.Scalar], word: Word)]] = [:]
    for (word, spellings) in vocabulary + proceedings + carryovers + everyone + rows {
      for spelling in spellings.split(separator: " ") {
        guard let first = spelling.unicodeScalars.first else { continue }
        entries[first, default: []].append((Array(spelling.unicodeScalars), word))
      }
    }
    return entries.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }()

  /// 申请要求公开的其它方面政府信息: a request told by what is done.
  private static func request(in scalars: ArraySlice<Unicode.Scalar>, at start: Int) -> Int? {
    guard scalars[start] == "申" || scalars[start] == "要" else { return nil }
    var end = start
    for (words, isNeeded) in askings {
      let word = words.first { scalars[end...].starts(with: $0) }
      guard word != nil || !isNeeded else { return nil }
      end += word?.count ?? 0
    }
    return end
  }

  private static let askings: [(words: [[Unicode.Scalar]], isNeeded: Bool)] = [
    ("申请要求公开 申请要求获取 申请依法公开 申请公开 要求公开 申请获取 要求获取 申请提供", true), ("的", false),
    ("其它方面 其他方面 其它 其他 相关 有关 各类 各方面", false), ("的", false), ("政府信息 政务信息", true),
  ].map { spellings, isNeeded in (spellings.split(separator: " ").map { Array($0.unicodeScalars) }, isNeeded) }

  private static let units: [(scalars: [Unicode.Scalar], unit: Unit)] = [
    (.points, "个百分点 百分点"), (Unit.foreign, "个工作日 个月 个小时 个村 个部门 个单位 个栏目 个方面 个镇 人次 人 名 位 期 场 天 日 小时 家 幅 字 亿元 章 款 类 批"),
    (.tenThousandYuan, "万元"), (.yuan, "元"), (.piece, "件次 件 起 例 宗"), (.other, "份 条 次 个 项 部 笔 封 篇"), (.times, "倍"),
    (.tenths, "成"), (.doublings, "番"),
  ].flatMap { unit, spellings in spellings.split(separator: " ").map { (Array($0.unicodeScalars), unit) } }

  static let vocabulary: [(Word, String)] = [
    (
      .key(.request),
      """
      政府信息公开申请 政府信息公开申请件 政府信息公开的申请 信息公开申请 政府信息申请 公开申请 依申请公开 依申请公开申请 依申请公开件 \
      政府信息依申请公开 政府信息公开依申请 依申请公开政府信息 依申请公开信息 依申请公开政府信息申请 依申请信息公开 \
      政府信息依申请公开申请 依申请公开信息申请 政府信息公开申请事项 依申请公开事项 依申请公开办件 依申请件 依申请事项 \
      公开政府信息的申请 公开政府信息申请 公开信息的申请 信息公开的申请 申请公开政府信息 政务公开申请 政务信息公开申请 申请信息公开 \
      政府信息公开申请书 信息公开申请书 政府信息公开申请表 信息公开申请表 依申请公开申请表 依申请公开申请书 申请公开件 依申请信息公开件 依申请信息公开申请 \
      依申请公开办理事项 依申请公开收件 依申请公开件申请 公开要求 依申请公开业务 申请公开信息 信息公开要求 信息公开件 依申请信息
      """
    ),
    (.key(.stage(.newlyReceived)), "新收 新收到 新增 新受理 本年新收 新收申请"),
    (.key(.stage(.received)), "收到 受理 收办 接收 接到 收到的 受理的 收悉 接受 登记受理 登记申请 接收到 共收 收件"),
    (.key(.stage(.handled)), "办理 处理 处理了 需办理 需办理的 应办理 应办理的 需要办理 需要办理的 需处理 应处理"),
    (.key(.stage(.concluded)), "答复 回复 已答复 办理答复"),
    (.key(.finished), "办结 已办结 办理完毕 办理完结 已办理完毕 办毕 已办毕 办结完毕 已办结完毕 回复完毕 答复完毕 处理完毕 办理完成"),
    (
      .key(.stage(.carriedIn)),
      """
      上年结转 上年度结转 上一年结转 上一年度结转 去年结转 上年结转申请 结转上年 结转上年度 上年转结 结转自上年 上年结转至本年 上年度结转至本年度 \
      上年度结转至本年 上年结转本年
      """
    ),
    (
      .key(.stage(.carriedOut)),
      """
      结转下年 结转下年度 结转至下年 结转至下年度 结转到下年 结转到下年度 结转下一年 结转下一年度 结转至下一年 结转至下一年度 结转到下一年度 \
      结转下年继续办理 结转下年度继续办理 结转至下年度继续办理 结转下一年度继续办理 结转至下一年度继续办理 结转至次年 转下年度 转入下年度 \
      尚未办结 未办结 正在办理 尚在办理 正在办理中 在办 仍在办理 仍在办理中 跨年办理 跨年度办理 待办 尚待办理 未办结件
      """
    ),
    (.key(.stage(.carried)), "结转"),
    (.key(.stage(.granted)), "予以公开 同意公开"),
    (.key(.stage(.partiallyGranted)), "部分公开 予以部分公开 部分予以公开"),
    (.key(.stage(.refused)), "不予公开 不予以公开 不同意公开 不公开"),
    (.key(.stage(.unavailable)), "无法提供"),
    (.key(.stage(.notProcessed)), "不予处理"),
    (.key(.stage(.otherwise)), "其他处理 其它处理 作其他处理 其他方式处理"),
    (.key(.applicant(.naturalPerson)), "自然人 自然人申请 自然人申请人"),
    (
      .key(.applicant(.organization)),
      """
      法人 法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或其它组织 法人和其它组织 法人与其他组织 法人以及其他组织
      """
    ),
    (.key(.applicant(.business)), "商业企业"),
    (.key(.applicant(.research)), "科研机构"),
    (.key(.applicant(.publicInterest)), "社会公益组织"),
    (.key(.applicant(.legalServices)), "法律服务机构"),
    (.key(.others), "其他 其它 其他情形 其它情形 其他情况 其他原因"),
    (.because, "因 由于 因为 鉴于"),
    (.reason, "等原因 等情形 等理由 等情况 等因素 的原因 等原因而"),
    (.via, "通过 经由 经过 从"),
    (.turned, "转入 转至 转到 延至 顺延至 延续至"),
    (.both, "两者 二者 两项"),
    (.key(.normativeDocument), "规范性文件 行政规范性文件"),
    (.key(.rules), "规章 政府规章 地方政府规章"),
    (.unknown, "规章制度 部门规章 被告人 第三人"),
    (.document, "文件"),
    (.key(.documents(.published)), "发布规范性文件 发布行政规范性文件 公布规范性文件 公布行政规范性文件"),
    (
      .key(.documents(.issued)),
      "制发 制定 新制定 新制发 出台 新出台 印发 制定印发 制定出台 制定发布 新发布 新印发 制定并发布 制定并公开 新制定并公开 制发并公开 新制发并公开 出台并公开 印发并公开"
    ),
    (.key(.documents(.repealed)), "废止 废止了 宣布废止 清理废止 清理并废止"),
    (.key(.documents(.inForce)), "现行有效 现行有效的 现行有效行政规范性文件 现行有效规范性文件 现行有效的行政规范性文件 现行有效的规范性文件 继续有效 继续有效的 目前有效 目前有效的"),
    (.key(.licensing), "行政许可 行政许可决定 准予许可 准予行政许可 准予许可决定 准予行政许可决定"),
    (.key(.otherServices), "其他对外管理服务事项 其它对外管理服务事项 对外管理服务事项"),
    (.key(.procurement), "政府集中采购 政府集中采购项目 政府集中采购总金额 政府集中采购金额 集中采购项目"),
    (.key(.penalties), "行政处罚 行政处罚决定 行政处罚案件"),
    (.key(.coercion), "行政强制 行政强制决定 行政强制措施"),
    (.key(.fees), "行政事业性收费"),
    (.decision(.licensing), "许可 许可决定 许可件 许可案件"),
    (.decision(.penalties), "处罚 处罚决定 处罚案件"),
    (.decision(.coercion), "强制 强制决定 强制措施"),
    (.about, "政府信息公开 信息公开 政府信息公开工作 政务公开 信息公开工作 公开工作 信息公开类 政府信息公开类"),
    (
      .filler,
      """
      本机关 我镇 我乡 我街道 我局 我委 我办 我单位 我中心 我区 我县 我市 本镇 本街道 本局 本乡 本委 本单位 全镇 全街道 全乡 全局 \
      的 有 计 其 决定 作出 做出 依法 依规 已 提出 提交 申请人 类 信息 \
      情况 来自 系 属于 是 作 被 方面 实际 经 报告期间 统计期间 报告期 统计期 报告期内 引起 引发 发生 提起 涉及 在 中 于 政府信息 公众 公民 群众 \
      实施 下达 受到 此外 另外 另有 同时 另 年度 度 到 入 至 自 予以 向 要求 产生 招致 并 继续 种情形 两种情形 三种情形 四种情形 情形 现象 件 需 目前 剩余 尚有 尚余 清理后 经清理 有所 略有 均有所 群众或单位 单位或个人 单位和个人 个人或单位 企业和群众 群众和企业 社会各界 社会公众 法院 人民法院 复议机关 \
      判决 裁定 收取 收取了 答复的 产生的 引起的 引发的 而 或 办理的 申请的 提出的 对 给予 \
      “ ” 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民法人和其他组织 \
      公民、法人和其它组织 公民、法人或其它组织 公民、法人以及其他组织 公民、法人
      """
    ),
    (.office, "镇 乡 街道 街道办 办事处 街道办事处 镇政府 乡政府 镇人民政府 乡人民政府 局 委 厅 管委会 委员会"),
    (.application, "申请"),
    (.copula, "为 了 达 达到 相当于"),
    (.amount, "数量 量 件数 总数 总量 数目"),
    (.money, "金额 总额 总金额 收入"),
    (.from, "由"),
    (.matter, "案件 案"),
    (.and, "、 和 及 与 以及 或者"),
    (.total, "共 共有 共计 总计 合计 总共 一共 累计共"),
    (.among, "其中"),
    (.each, "各 各有 各为"),
    (.all, "均 全部 都 全都 全数 已全部 悉数"),
    (
      .none,
      "未 从未 并未 无人 无一 无一起 无一件 没有一起 没有一件 未收到过 没有收到过 未接到过 未发生过 没有发生过 未出现过 未收到 没有收到 未接到 没有接到 未曾收到 未发生 没有发生 未出现 没有出现 未产生 未引发 未引起 没有 无 不存在 未有 未被"
    ),
    (
      .foreign,
      """
      主动公开 发布 公众号 网站 公示 公示栏 公开栏 解读 培训 回应 村务 居务 建议 提案 议案 信箱 热线 备案 宣传 会议 推送 微博 抖音 留言 咨询 \
      投诉 信访 举报 检查 督查 整改 考核 评估 审查 审核 政策文件 查阅 目录 指南 更新 网民 网友 诉求 工单 来信 来电 来访 民生 证明 调解 纠纷 \
      审批 线索 公文 政府信息管理 平台建设 监督保障 非政府信息公开 非信息公开 政务新媒体 新媒体 短视频 栏目 事项 清理 修订 起草 征集 意见 问卷 座谈 活动 收集 转办 办件 \
      公开信息 公开政府信息 公开各类信息 公开各类政府信息 公开发布 政务服务 动态 公告 通知 简报 台账 表彰 案卷 查询 答疑 来函 来文 督办 不动产 \
      年报 报告 归集 录入 公布 被告知 登记 立案 结案 上报 双公示 信用 名义 代拟 保留 拟定 撤回 撤销 驳回 补正 逾期 告知 超期 收费项目 项目 许可事项 \
      人大 政协 代表 委员 电话 市长 书记 问政 领导 交办 转送 转交 移交 移送 依职权 不属于 征求 协查 \
      协助 指导 行政执法 抽查 评议 审理 行政机关 监察
      """
    ),
    (
      .channel,
      "纸质 各渠道 各类渠道 各种渠道 多种渠道 多渠道 网上 网络 线上 线下 互联网 平台 信函 邮寄 邮政 当面 现场 传真 电子邮件 邮件 邮箱 在线 窗口 信件 书面 挂号信 快递 EMS 渠道 途径 方式 形式 口头"
    ),
    (
      .part,
      """
      领域 行业 条线 专项 涉企 区级 县级 市级 镇级 村级 镇街 街镇 区直 县直 本级 系统 各部门 各单位 各镇 各乡镇 各街道 各科室 办公室 政府办 本机关以外 部门 下属 所属 直属 村 社区 科室 股室 所 站 分局 委托 本办 \
      区政府 县政府 市政府 乡镇 机关
      """
    ),
    (.area, "全区 全县 全市 全州 全旗 全省"),
    (
      .otherTime,
      """
      前年 历年 历史 上半年 下半年 季度 近三年 近两年 近年来 近年 五年来 往年 未来 明年 下年 下年度 来年 月份 \
      国庆 春节 假期 节日 汛期 期间 上月 当月 每月 每年 以往 今后 下一步 下一年 下一年度 年初 任期
      """
    ),
    (.lastYear, "上年底 上年末 去年底 去年末 上年年底 去年年底 上年 去年 上年度 上一年 上一年度 去年度"),
    (.samePeriod, "同期"),
    (.upTo, "截至 截止"),
    (.yearEnd, "年底 年末"),
    (.cumulative, "累计"),
    (.thisYear, "全年 本年 今年 本年度 年内 一年来 全年度 当年 全年累计 本年度累计"),
    (.plan, "拟 计划 将 力争 预计 争取 目标 拟制定 准备 打算 力求"),
    (.comparison, "较 比 相比 多于 少于 增减 相较 相对 对比 较之 相比较"),
    (.base(.lastYear), "同比"),
    (.base(.other), "环比"),
    (.change(.more), "增加 增长 上升 提高 提升 上涨 净增 增幅 增长率 增速 涨幅 翻"),
    (.change(.less), "减少 下降 降低 下滑 回落 降幅 减幅 净减"),
    (.change(.same), "持平 相同 一致"),
    (
      .reaching,
      """
      增至 增加到 增加至 增加为 增长到 增长至 增长为 上升到 上升至 上升为 提高到 提高至 提升到 提升至 升至 升到 增到 上涨到 上涨至 \
      降至 降到 降为 下降到 下降至 下降为 减少到 减少至 减少为 减至 减到 降低到 降低至 降低为 回落到 回落至 下滑至
      """
    ),
    (.share, "占 占比 比例 比重"),
    (.vague, "约 近 超 超过 逾 不足 不到 将近 大约 至少 最多 余 多 左右 上下 以上 以下 以内 几 数 若干 上 第 达到近 突破 接近 多达 平均 最高 最低 每 来"),
    (.any, "任何 任何形式 任何方式 任何渠道 任何形式的 任何方式的"),
    (.rate, "率"),
    (.respectively, "分别 依次 各自"),
    (.except, "无关 不涉及 除 除了 不含 不包括"),
    (.reserve, "按期 按时 如期 期限 时限 到期 应 外 其余 时间 规定 及时 按规定 按要求 法定 可 若 如 应当 确保 做到 要 须"),
  ]
}
