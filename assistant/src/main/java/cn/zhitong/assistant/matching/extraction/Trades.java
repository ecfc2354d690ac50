package cn.zhitong.assistant.matching.extraction;

/** Trades as the name of an applicant tells them: 电子商务企业, 批发、零售企业. */
final class Trades {
  private static final String ONE =
      "(?:跨境)?(?:电子商务|电商)|物流|快递|仓储|冷链|服务外包|(?:文化|乡村)?旅游|文化|文创|动漫|影视|会展|广告|商贸|商业|流通|外贸|进出口|家政|养老|托育"
          + "|餐饮|住宿|批发|零售|批零|住餐|批零住餐|软件|信息(?:技术|服务)|互联网|人工智能|集成电路|(?:生物)?医药|医疗器械|化工|石化|纺织|服装|食品|农产品加工"
          + "|农业|种植|养殖|畜牧|渔业|林业|建筑|建材|电子信息|汽车|新能源|新材料|(?:节能)?环保|检验检测|知识产权服务|人力资源服务|科技服务|商务服务|生产性服务|生活性服务|服务|运输|港航|矿山|冶金|制造|加工|装备|涉农";

  /** One trade or several, before 企业: 批发、零售业. */
  static final String NAMES = "(?:(?:" + ONE + ")(?:行?业|类)?(?:、|和|及|与|或者?)?){1,4}(?:等)?";

  private Trades() {}
}
