import Foundation

/// A report with the prose that a town writes: what is published, how the information is kept, the platforms,
/// supervision, the problems and what is done about them.
package struct WrittenReport: Sendable, CustomStringConvertible {
  package var description: String
  package var office = "青禾镇"
  package var year = 2024
  package var disclosure: String
  package var management: String
  package var platforms: String
  package var supervision: String
  package var problems: String

  /// The report with the tables of the corpus.
  package func report() throws -> String {
    try Corpus.text("qinghe-\(year).raw.txt")
      .replacingOnly("围绕群众关心的财政、民生、规划等事项及时发布信息。", with: disclosure)
      .replacingOnly("落实先审后发，对拟公开的信息逐条审查。", with: management)
      .replacingOnly("以政府网站为主，政务新媒体和公开栏为辅。", with: platforms)
      .replacingOnly("开展工作考核和社会评议，本年度没有责任追究的情形。", with: supervision)
      .replacingOnly(Self.problemsOfCorpus, with: problems)
      .replacingOccurrences(of: "青禾镇", with: office)
  }

  /// The same in another unit's or another year's name.
  package func handedIn(_ description: String, by office: String? = nil, for year: Int? = nil) -> WrittenReport {
    var text = self
    text.description = description
    text.office = office ?? self.office
    text.year = year ?? self.year
    return text
  }

  /// The same with some words changed wherever they stand.
  package func changing(_ changes: [(String, String)]) -> WrittenReport {
    var text = self
    for part in [\WrittenReport.disclosure, \.management, \.platforms, \.supervision, \.problems] {
      for (old, new) in changes { text[keyPath: part] = text[keyPath: part].replacingOccurrences(of: old, with: new) }
    }
    return text
  }

  private static let problemsOfCorpus = """
    存在的问题：一是公开的及时性还不够；二是解读的形式还不多。
    改进措施：一是明确各股室的公开时限并按季检查；二是增加图解和问答。
    """
}

extension WrittenReport {
  /// A town with a market.
  package static let market = WrittenReport(
    description: "a town with a market",
    disclosure: """
      青禾镇坚持以公开为常态、不公开为例外，全年通过区政府网站公开信息312条，其中财政资金类46条，民生保障类128条，乡村建设类75条。
      围绕群众最常问的低保、危房改造和农机补贴三件事，把申请条件、要带的材料、办理的股室和经办人的座机编成一张明白纸，
      印了6000份，由村干部随水费单送到每一户。老街集市改造期间，每周三在市场东门贴出施工进度和摊位安排，
      商户对摊位抽签有疑问的，当天在现场翻开签到册给他看。镇财政所按月公布大额支出，单笔超过5万元的写明用途和收款单位。
      """,
    management: """
      镇党政办设一名专职信息员，各股室各定一名联络员，拟公开的文件先由股室负责人看，再由党政办核对一遍，涉及个人的隐去姓名和住址后才发。
      对2019年以来的218份文件做了一次清理，过期的14份标明失效，3份内容有出入的请起草的股室改过重发。
      公文起草时就要填公开属性，不填的党政办不编号。
      """,
    platforms: """
      区政府网站上的专栏由党政办维护，每半个月查一遍有没有打不开的链接和空着的栏目，全年改正9处。
      便民服务中心大厅放了一台查询机和两套纸质汇编，老人不会用的，导办员在旁边帮着查。
      微信公众号关注的人有4300多，留言在两个工作日内回复，问得多的整理成问答，置顶在菜单里。
      """,
    supervision: """
      镇纪委每季度抽查一次公开栏，发现2个村的账目贴晚了，约谈了村会计并限期补上。
      年底请20位村民代表和商户填了评议表，打分平均91分，意见主要是工程招标的结果找不到，已另开一栏。
      工作考核计入股室年终评定，本年度没有责任追究的情形。
      """,
    problems: """
      存在的问题：一是工程类信息公开得慢，往往完工了才贴出来，群众问的时候说不清花了多少钱；
      二是解读只是把文件换个说法，年纪大的看不懂；三是村里的公开栏位置偏，下雨天纸就糊了。
      改进措施：一是把招标、开工、验收三个节点列成清单，到一个节点公开一次；二是解读一律配图，先拿给食堂师傅和保洁员读一遍，他们懂了再发；
      三是给11个村换上带雨棚的公开栏，装在小卖部和卫生室门口。
      """)

  /// The same town a year later, in the same order, about that year.
  package static let marketLater = WrittenReport(
    description: "the same town a year later", year: 2024,
    disclosure: """
      青禾镇坚持以公开为常态、不公开为例外，全年通过区政府网站公开信息401条，其中财政资金类52条，民生保障类160条，乡村建设类91条。
      高标准农田项目占地补偿是今年问得最多的事，把每一块地的面积、作物和补偿标准做成表，在九个村民组的打谷场上念了一遍，
      有异议的37户逐户复核，改了5户。老街集市重新开张后，摊位费的收支每个月贴一次。镇财政所按月公布大额支出，单笔超过3万元的写明用途和收款单位。
      """,
    management: """
      镇党政办设一名专职信息员，各股室各定一名联络员。今年把审查的单子改短，原来要盖四个章，现在两个人签字就行，
      从拟稿到上网由平均六天减为两天半。区里抽查时指出我镇有4条信息把低保户的家庭住址全写了出来，当天撤下，
      随后把公示表的格式改成只留姓名和村组。
      """,
    platforms: """
      查询机坏了两次，修不如换，年中改成一台平板，字号能调大。微信公众号新开了语音播报，一条消息既有字也有声，
      听的人比看的人多。便民服务中心的纸质汇编按月换页，旧页订成一本存在档案室，来查过去标准的人也有得看。
      """,
    supervision: """
      去年评议时说工程招标的结果找不到，今年专栏点击了2100次。镇纪委每季度抽查一次公开栏，没有发现拖延。
      年底评议请了30位村民代表，平均93分，扣分集中在留言回复像套话。工作考核计入股室年终评定，本年度没有责任追究的情形。
      """,
    problems: """
      存在的问题：一是留言的回复多是请咨询某某股室，等于没有答；二是新调来的联络员不熟悉条例，有两件申请差点超期。
      改进措施：一是回复先由股室写出办法，信息员只管改通顺，答非所问的退回重写；
      二是每位联络员上岗前跟着信息员办满三件申请，党政办在收件簿上写明到期的日子。
      去年说的三件事，节点清单和配图解读已经照做，雨棚公开栏换了9个村，剩下的两个村明年春天装。
      """)

  /// A street whose report has the phrases that all have, and its own work.
  package static let street = WrittenReport(
    description: "a street with its own work", office: "柳荫街道",
    disclosure: """
      柳荫街道坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，坚持以公开为常态、不公开为例外，
      全面推进决策公开、执行公开、管理公开、服务公开、结果公开，切实保障人民群众的知情权、参与权、表达权和监督权。
      全年公开信息186条，其中老旧小区加装电梯的方案、楼层分摊和补贴到账情况占三成。幼儿园学位不足是辖区居民最关心的，
      四月起每旬公布一次各园报名人数，家长据此改报的有54户。消防通道整治前把要挪走的车位画在图上，贴在各单元门里。
      """,
    management: """
      街道办事处各科室的拟稿人对内容的真实性负责，综合办对是否涉密负责，分工写进岗位说明。全年审查文件97份，
      有6份因为附了居民的电话被退回。规范性文件都在备案之后三日内上网，配一份问答。
      """,
    platforms: """
      社区公告栏改成透明的，正反两面都能看。街道公众号按小区分组推送，停水停气的通知只发给受影响的楼，
      退订的人因此少了一半。政务服务大厅每月第一个星期六上午开放，给上班的人查阅和提交申请。
      """,
    supervision: """
      综合办按月通报各科室的公开条数和超期条数。聘请的8名社区监督员全年反映问题23个，办结21个，余下两个涉及产权，已书面说明。
      工作考核和社会评议的结果在公告栏公布，本年度没有责任追究的情形。
      """,
    problems: """
      存在的问题：一是对租房居民的告知不够，他们不在业主群里，很多通知看不到；二是数据公布了却没有说明，居民自己算出来的跟街道的对不上。
      改进措施：一是请中介和房东在签合同时附一张扫码卡，扫了就能按楼收到通知；二是凡公布数字都写清楚起止日期和计算的办法，
      并留一个能打通的座机。
      """)

  /// Two towns that say in the phrases of the trade what all do.
  package static let phrases = WrittenReport(
    description: "a town that speaks in phrases",
    disclosure: """
      坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大和二十届三中全会精神，坚持以公开为常态、不公开为例外，
      不断提高政府工作透明度。全年通过政府网站主动公开政府信息256条，其中政策解读12条，财政预决算4条，回应关切9条。
      聚焦乡村振兴、安全生产、社会救助等重点领域，及时发布群众关心的信息，切实保障人民群众的知情权、参与权、监督权。
      加强政策解读，综合运用图文、视频等多种形式，让群众看得懂、用得上。
      """,
    management: """
      成立以镇长为组长的政务公开工作领导小组，明确专人负责，形成主要领导亲自抓、分管领导具体抓、各站所协同配合的工作格局。
      严格落实“三审三校”制度，坚持先审查、后公开，一事一审，确保信息发布及时、准确、安全。定期开展自查，对失效信息及时清理。
      """,
    platforms: """
      充分发挥政府网站第一平台作用，优化栏目设置，及时更新维护。用好微信公众号、村务公开栏、便民服务大厅等载体，拓宽公开渠道，
      方便群众查阅。加强政务新媒体管理，做到专人维护、规范运行。
      """,
    supervision: """
      将政务公开工作纳入年度绩效考核，定期检查、通报进展。积极参加区级业务培训2次，组织镇村干部培训1次，进一步提升业务能力和水平。
      公布监督电话，主动接受社会监督，开展工作考核和社会评议，本年度没有责任追究的情形。
      """,
    problems: """
      存在的问题：一是公开内容不够全面，与群众期盼还有差距；二是工作人员多为兼职，业务能力有待提高；三是政策解读形式较为单一。
      改进措施：一是进一步梳理公开事项，丰富公开内容，提高公开质量；二是加强业务培训，提升工作人员的专业素养；
      三是创新解读方式，多用群众喜闻乐见的形式，增强解读的针对性和实效性。
      """)

  package static let phrasesOfAnother = WrittenReport(
    description: "another town that speaks in phrases", office: "双河镇",
    disclosure: """
      双河镇以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神，按照“应公开、尽公开”的原则，扎实推进政府信息公开工作。
      全年累计主动公开政府信息187条，其中工作动态103条，通知公告31条，政策文件8条。
      围绕就业创业、养老服务、义务教育等民生领域加大公开力度，及时回应社会关切，不断提升政府公信力。
      对涉及群众切身利益的重大决策，事前公开征求意见，事后公布结果。
      """,
    management: """
      健全政府信息公开工作机制，由党政综合办公室牵头，各村各站所确定一名信息员，层层压实责任。
      严格执行信息发布审核和保密审查制度，按照谁公开、谁审查、谁负责的要求，做到涉密信息不公开、公开信息不涉密。
      做好规范性文件的清理，及时调整公开目录。
      """,
    platforms: """
      依托区政府门户网站设立专栏，规范各类信息的发布。在便民服务中心设置政务公开专区，配备查询设备，提供查阅、咨询和申请服务。
      充分利用村级公开栏、广播、微信群等，打通政务公开最后一公里。
      """,
    supervision: """
      建立考核评价机制，把政务公开工作列入对各站所的年度考核内容，定期对工作推进情况进行监督检查。加强队伍建设，组织业务培训3次，
      提升工作人员的业务能力。开展工作考核和社会评议，本年度没有责任追究的情形。
      """,
    problems: """
      存在的问题：一是部分站所对政务公开工作重视程度不够，主动公开意识不强；二是公开的内容与群众需求还有差距；三是队伍建设有待加强。
      改进措施：一是加强学习培训，提高思想认识，增强主动公开的意识；二是聚焦群众关心的热点问题，丰富公开内容，提升公开实效；
      三是配齐配强工作人员，定期组织业务培训，提高业务水平。
      """)
}
