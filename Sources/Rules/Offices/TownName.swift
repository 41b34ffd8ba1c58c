/// The name of a town or a street where no roster tells which there are.
///
/// What stands before 镇 in a sentence may be any word, and so only names of two or three characters are known, behind
/// which the unit's form or its deeds make it plain.
enum TownName {
  /// - Parameters:
  ///   - words: a sentence.
  ///   - start: where the name, or that of the district before it, begins.
  /// - Returns: where the name stands, without 人民政府 or 办事处.
  static func range(in words: ArraySlice<Unicode.Scalar>, at start: Int) -> Range<Int>? {
    let lead = words[start...].prefix(24).prefix(while: \.isHan)
    let starts = [start] + lead.indices.map { $0 + 1 }.filter { UnitName.isTerritory(lead[..<$0]) }
    return starts.lazy.compactMap { own(lead[$0...], in: words) }.first
  }

  private static func own(_ name: ArraySlice<Unicode.Scalar>, in words: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    for end in name.indices.dropFirst(2).prefix(2) {
      guard let kind = kinds.first(where: { name[end...].holdsPrefix($0) }) else { continue }
      let own = name[..<end]
      let last = end + kind.unicodeScalars.count
      guard let first = own.first, let before = own.last, !leads.contains(first), !parts.contains(before),
        !own.contains(where: common.contains), !isAct(own),
        // 乡镇, 镇村
        last >= words.endIndex || !"镇乡村街级域区长".unicodeScalars.contains(words[last])
      else { return nil }
      return name.startIndex..<last
    }
    return nil
  }

  private static let kinds = ["镇", "乡", "街道"]
  /// A word that begins so stands before a name, and is none.
  private static let leads = Set("在对向与由为从于到赴和及以把将随按根据经被让给同走如若即原省市区县旗州盟".unicodeScalars)
  /// 各镇 and 全镇 are no town's name.
  private static let common = Set("各全本我该此某两多几每属".unicodeScalars)
  /// 乡镇, 城乡, 集镇.
  private static let parts = Set("镇乡村城集街市区县".unicodeScalars)

  /// 完善镇…, 重点镇: what is done to 镇, or which of them are meant.
  private static func isAct(_ own: ArraySlice<Unicode.Scalar>) -> Bool {
    own.indices.dropLast().contains { acts.contains(String(own[$0...($0 + 1)])) }
  }

  private static let acts = Set(
    """
    完善 健全 加强 强化 推进 推动 规范 严格 深化 优化 拓宽 拓展 建立 制定 细化 落实 狠抓 统筹 督促 聚焦 紧扣 提升 提高 充实 创新 夯实 压实 明确 梳理 \
    畅通 扩大 突出 结合 立足 着力 增强 搭建 打造 丰富 利用 运用 开展 召开 举办 组织 编制 印发 修订 更新 设立 成立 配备 配合 培训 学习 参加 宣传 发布 公布 \
    公开 回应 办理 处理 受理 收到 答复 审核 检查 考核 评估 监督 整改 改进 保障 维护 建设 管理 指导 协调 协助 协同 会同 联合 邀请 支持 围绕 调整 调度 实现 做到 形成 \
    确保 对标 对照 明晰 动员 借助 依托 发挥 构建 持续 切实 积极 认真 全面 继续 及时 主动 针对 通过 转发 深入 走进 前往 进驻 服务 惠及 覆盖 涉及 包括 除了 此外 \
    主要 背街 沿街 偏远 重点 特色 中心 示范 试点 先进 基层 下辖 所辖 建制 部分 有关 相关 周边 邻近 兄弟 友好 上级 下级 其他 其它 其余 个别 广大 随着 按照 根据 属地 辖区 整个 \
    小城 美丽 文明 卫生 生态 旅游 工业 农业 经济 历史 文化 名优 大型 小型
    """.split(separator: " ").map(String.init))
}
