/// What the form asks an overview to speak of, and the words by which it is known to do so.
///
/// The words are many: a word too many misses a gap, a word too few blames an honest report.
enum OverviewAspect: String, CaseIterable {
  case disclosure = "主动公开"
  case requests = "依申请公开"
  case management = "政府信息管理"
  case platforms = "平台建设"
  case supervision = "监督保障"

  /// Whether a part of a sentence speaks of it.
  func isTold(in part: ArraySlice<Unicode.Scalar>) -> Bool {
    switch self {
    case .disclosure: part.holds(anyOf: Self.disclosed) || Self.publishes(part)
    case .requests: Self.speaksOfRequests(part)
    // A request is examined and filed too.
    case .management:
      (!part.holds("申请") || part.holds("信息管理")) && (part.holds(anyOf: Self.managed) || Self.examines(part))
    case .platforms: part.holds(anyOf: Self.platformWords) || Self.namesChannel(part)
    case .supervision: Self.supervises(part)
    }
  }

  // MARK: Disclosure

  private static let disclosed = [
    "主动公开", "公开信息", "公开政府信息", "公开各类", "公开政务", "应公开尽公开", "应公开、尽公开", "应公尽公", "法定公开", "重点领域", "政策解读", "公示",
    "公布", "上墙", "推送", "信息更新", "更新信息", "上传信息", "信息公开数量", "晒出", "通报群众",
  ]

  /// 公开 and 发布 as what is done with some information, not as a part of 信息公开工作 or 发布前审查.
  private static func publishes(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.places(of: "发布").contains { place in
      !behindNoun["发布", default: []].contains { part[place.upperBound...].holdsPrefix($0) }
    }
      || part.places(of: "公开").contains { place in
        let rest = part[place.upperBound...]
        return rest.first?.isHan == true
          && !part[..<place.lowerBound].endsWith(anyOf: ["信息", "政务", "申请", "不", "村务", "予以", "部分"])
          && !behindNoun["公开", default: []].contains { rest.holdsPrefix($0) }
      }
  }

  /// What follows the words where they are no verbs.
  private static let behindNoun = [
    "发布": ["前", "内容", "审", "制度", "流程", "办法", "登记", "机制", "平台", "渠道", "保密", "程序", "管理"],
    "公开": [
      "申请", "工作", "平台", "渠道", "制度", "专栏", "栏", "时限", "属性", "规定", "条例", "意识", "载体", "形式", "前", "的", "目录",
      "指南", "专区", "为", "条", "义务",
    ],
  ]

  // MARK: Requests

  /// 申请, unless somebody asks for a licence or for money.
  private static func speaksOfRequests(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.places(of: "申请").contains { place in
      !part[..<place.lowerBound].endsWith(anyOf: otherRequests)
        && !["条件", "材料", "低保", "补贴", "救助", "复议"].contains { part[place.upperBound...].holdsPrefix($0) }
    }
  }

  private static let otherRequests = [
    "许可", "低保", "补贴", "补助", "救助", "救济", "贷款", "学位", "入学", "住房", "公租房", "复议", "补偿", "项目", "资金", "专利",
    "商标", "登记", "注册", "用地", "执行", "办证",
  ]

  // MARK: Management

  private static let managed = [
    "信息管理", "信息资源", "信息质量", "信息安全", "管理办法", "管理规定", "发布办法", "保密", "涉密", "脱密", "隐私", "隐去", "个人信息", "把关",
    "核对", "校对", "核校", "核改", "错敏", "清理", "动态调整", "动态更新", "规范性文件", "制度", "台账", "台帐", "归档", "存档", "档案管理",
    "公开目录", "基本目录", "信息目录", "标准目录", "目录清单", "目录体系", "对照目录", "修订目录", "完善目录", "公开指南", "公开属性", "源头", "签字",
    "签批", "签发", "归口", "规程", "工作流程", "发布流程", "公开流程", "发布程序", "发布登记", "统一登记", "统一编号", "有效性", "失效", "清单化",
    "数字化",
  ]

  /// 审查, 三审, 审定, but not 审计, 审议 and the approval of projects.
  private static func examines(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.places(of: "审").contains { place in
      let rest = part[place.upperBound...]
      if let next = rest.first, "计判理结议".unicodeScalars.contains(next) { return false }
      if rest.holdsPrefix("批") {
        return !part[..<place.lowerBound].endsWith(anyOf: ["项目", "行政", "环评"])
          && !["批结果", "批信息", "批服务", "批局", "批事项"].contains { rest.holdsPrefix($0) }
      }
      return !part[..<place.lowerBound].endsWith("评")
    }
  }

  // MARK: Platforms

  private static let platformWords = [
    "平台", "网站", "官网", "网页", "门户", "政府网", "政务网", "信息网", "上网", "网上", "互联网", "新媒体", "融媒", "媒体", "微信", "微博",
    "公众号", "视频号", "抖音", "客户端", "APP", "两微", "专栏", "栏目", "公开栏", "公示栏", "公告栏", "宣传栏", "村务栏", "公示牌", "公开墙",
    "电子屏", "显示屏", "LED", "查询机", "触摸屏", "专区", "查阅点", "查阅场所", "大厅", "便民服务中心", "政务服务中心", "窗口", "公报", "广播",
    "电视", "报纸", "载体", "阵地",
  ]

  /// The way by which information goes out, not the one by which requests come in.
  private static func namesChannel(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.places(of: "渠道").contains { place in
      !part[..<place.lowerBound].suffix(6).holds(anyOf: ["申请", "接收", "受理"])
    }
  }

  // MARK: Supervision

  private static let supervised = [
    "考核", "考评", "绩效", "培训", "参训", "轮训", "评议", "评价工作", "社会评价", "第三方评估", "工作评估", "开展评估", "测评", "满意度",
    "问卷", "打分", "排名", "追究", "追责", "问责", "领导小组", "组织领导", "分管", "主要领导", "专班", "专人", "专职", "兼职", "联络员",
    "信息员", "牵头", "队伍", "自查", "抽查", "巡查", "巡检", "督查", "督导", "督促", "督办", "督察", "监测", "通报", "整改", "纠错",
    "专题会", "推进会", "调度会", "部署会", "例会", "专题研究", "研究部署", "组织学习", "业务学习", "学习培训", "学习条例", "学习《", "落实责任",
    "责任落实", "压实", "主体责任", "责任制", "责任到", "到人", "责任分工", "责任人", "责任体系", "明确责任", "责任领导", "责任科室", "工作保障",
    "组织保障", "保障措施", "强化保障", "人员保障", "经费保障", "投诉", "举报", "负总责", "组长",
  ]

  /// 监督, but not in 监督权 and in the name of a bureau.
  private static func supervises(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.holds(anyOf: supervised)
      || part.places(of: "监督").contains { place in
        !part[..<place.lowerBound].endsWith(anyOf: ["市场", "药品", "质量", "技术", "卫生"])
          && !["权", "管理局", "管理所"].contains { part[place.upperBound...].holdsPrefix($0) }
      }
  }
}
