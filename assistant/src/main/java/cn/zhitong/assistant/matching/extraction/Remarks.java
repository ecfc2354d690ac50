package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Pattern;

/** What stands among conditions and is none: how to apply, what is paid, what a word means. */
final class Remarks {
  private static final Pattern FILING =
      Pattern.compile(
          "(?:提交|报送|提供(?!虚假|不实)|填写|填报|上传|出具|递交|附|(?<![申填])报)[^，。；]{0,24}(?:材料|证明|复印件|申请表|申报表|申报书|申请书|报告书|声明|承诺书|统计资料)(?!前|不|的[^，。；]{0,16}(?:企业|单位|户))"
              + "|复印件|加盖公章|一式[一二两三四五六七八九\\d]|登录[^，。]{0,30}(?:网|系统|平台)|https?:|www\\.|如实填写|提供查询");
  private static final Pattern CATCH_ALL =
      Pattern.compile(
          "其他(?:应当|需要|按规定|按照|不符合|不予|不宜|不应|符合|法律|依法|有关|相关)?[^，。；]{0,24}(?:条件|情形|情况|要求|不予支持的|理由的?|政策的|规定的?|事项)(?:的|等)?$"
              + "|(?:法律|法规|规章)[^。；]{0,16}规定的其他|经[^，。；]{1,6}(?:审议|认定|评审)其他|规定的其他条件|各申报指南中有明确要求");
  private static final Pattern ADMINISTRATION =
      Pattern.compile(
          "^[^，。；]{2,8}(?:划分|分类|统计)(?:依据|口径)(?:为|是)|^(?:请|根据|为(?:贯彻|落实|进一步|了|加快|深入|推动|规范|做好|鼓励|培育|促进|引导|支持|降低|提升|加强|健全|建立|改善|优化|完善|推进|发挥|保障|深化|切实|有效|全面|更好)|按照《|现(?:将|就|组织)|有关事项|各[^，。]{2,20}[：:]|详见|见附件|具体[^，。]{0,30}(?:详见|执行|为准|通知)|另行通知|本(?:办法|通知|指南|政策|细则|意见)(?:自|由)|由[^，。]{2,30}(?:负责|组织|统筹|审核|推荐|解释))"
              + "|制定本(?:办法|政策|规定|条例|方案|意见|细则|实施方案)|〔[^〕]*〕\\d+号$|的(?:通知|意见|公告|决定)$|^有效性|经省政府同意|承诺相关事项|真实性[^，。]{0,12}(?:负责|责任)|自愿填写|可不受|不受上述|适当放宽|可按国家要求|以[^，。；]{2,20}为准$|报市?政府审议|名录请|请登录|即日起|解释权"
              + "|(?:企业|申报)分类[：:]?$|除?(?:满足|符合)第[一二三\\d、]+条|详见附件|坚持[^。；]{0,60}原则|组织(?:复审|实地核查|评审|专家)|原则上每年(?:开展|组织)|报送至|公示无异议|按照属地|为[^，]{0,6}申请人$|^每[^，。；\\d]{1,10}[一1][人家个项名台件辆户]$|^涉及多个|^不区分|逾期不予|否则不予|通知如下|附件\\d*$|可作为|视同|就高(?:不重复|原则|执行)|(?:报送|寄送|送达|上报)至|起施行|^(?:我[局厅委办部]|本资金|本(?:补助|专项|奖励|扶持)(?:资金)?(?:将|按|由))|只受理|可(?:折算|累计计算|合并计算)|^(?:项目)?(?:建成|投产|实施|竣工|达产)(?:投产|达产)?后$|^除[^，]*另有[^，]*外$|^(?:支持|鼓励|引导|推动)(?:企业|单位|机构|各类[^，。；]{1,8})?(?:开展|建设|实施|加大|扩大|购买|创建|引进|建立|采用|发展|进行)[^，。；\\d]*$|有效期(?:至|为|限)?[\\d一二三四五]+年?$|^同等条件下$|^[^，。；]{2,6}分为[两二三四五六][类档种级]$|^(?:申[请报]?)?(?:企业|单位|主体)?(?:应|须|需|均)?在?(?:中华人民共和国|中国)(?:大陆)?境内[^，。；]{0,16}(?:注册|登记|设立|成立)(?:的)?$|的部分$|^(?:主要)?包括[^，。；]{2,}|可(?:与|共同)[^，。]{0,12}申报|均可申[报请]$|参照执行$");
  private static final Pattern LEAD_ONLY =
      Pattern.compile(
          "^[^，。；]{0,20}(?:应当?|须|需)?(?:具备|符合|满足|达到)的?(?:基本|必备|必要)(?:条件|要求)[：:]?$|^(?:\\d+[．.]|[一二三四五六七八九十]+、)?[^，。；]{0,36}?(?:应当?|须|需|必须|要|还应|具体)?(?:同时)?(?:符合|满足|具备|达到|具有)(?:(?:以下|下列|如下)[^，。；]{0,8}(?:条件|要求|标准|规定)?(?:之一)?[：:]?|(?:相应|相关)[^，。；]{0,8}(?:条件|要求|标准|规定)(?:之一)?[：:])$"
              + "|^(?:应当?|须)?(?:符合|满足|具备)?(?:以下|下列)(?:条件|要求)(?:之一)?的?[：:]?$|^[^，。；\\d]{2,16}(?:应当?|须|需)(?:同时)?(?:具备|符合|满足)[：:]?$|^(?:还|另)(?:应当?|须|需|要)?(?:同时)?(?:具备|符合|满足)[：:]?$|^(?!取得|获|持有)[^，。；应须需具有符合不]{0,14}(?:条件|资质|要求|资格|范围|对象)[：:]?$");
  private static final Pattern GRANT =
      Pattern.compile(
          "(?:给予|予以|安排|(?<!拟)(?<!申请)(?<!申报)(?<!年度?)(?<!已)(?<!未)享受(?!(?:了|过)|[^，。；]{0,12}加计扣除)|发放(?!不低于|不少于)|拨付|核定|按(?!规定|时|期|月|要求|计划)照?[^，。；]{2,40}(?:的)?(?:比例|标准)?)[^。；]{0,60}(?:奖励|补助|补贴|资助|贴息|支持|扶持|减免|返还|奖补|资金)"
              + "|(?:最高|单个(?:企业|项目|单位|平台|机构)|每家(?:企业|单位)?|每个(?:企业|项目|单位)|每项|每件|每人)[^，。；]{0,24}(?:不超过|不高于)[^，。；]{0,12}元"
              + "|(?:奖励|补助|补贴|资助|贴息|支持|扶持)(?!对象|人群|人员|群体|范围|领域|政策|的(?:企业|单位|项目|机构|主体)[^，。；]{0,16}(?:不低于|不少于|达到|以上|超过))(?:资金|金额|额度|标准|比例|总额|总金额)?[^，。；]{0,20}(?:最高|不超过|不高于|为|上限)?[^，。；]{0,10}\\d[\\d.,]*[万亿]?(?:元|%)"
              + "|一次性(?:奖励|补助|资助|给予)|按[^，。；]{0,20}\\d[\\d.,]*[万亿]?元[^，。；]{0,10}(?:发放|计发|补助|补贴)|的，(?:可|可以)?(?:评为|认定为|评定为|授予)[^，。；]{1,24}$|免征|减征|减按|减半征收|支持(?:周期|期限|比例|金额|额度)");
  private static final Pattern GRANT_VERB =
      Pattern.compile(
          "(?:，|,)?(?:最高)?(?:可|将)?(?:分别)?(?:可|将)?(?:一次性)?(?:按照?\\d+(?:\\.\\d+)?[%％](?:的)?(?:比例|标准)?(?:给予|予以|补)|给予|予以(?:最高|一次性|\\d)|按照?(?:其|实际|项目|投资|每|上年度实际|[^，。；]{1,40}(?:的\\d|的?百分之|[一二三四五六七八九]成|标准|比例|计算))|奖励\\d|补助\\d|补贴\\d|资助\\d|一次性(?:奖励|补助|资助|给予)|最高(?:给予|奖励|补助|不超过)|(?<!拟)(?<!申请)(?<!申报)(?<!年度?)(?<!已)(?<!未)享受(?!(?:了|过)|[^，。；]{0,12}加计扣除))");

  /** 「…的，可申请一次性补贴」: the benefit begins behind the comma. */
  private static final Pattern BENEFIT =
      Pattern.compile(
          "，(?:(?:均|即|方)?可(?:以|按规定)*(?:向[^，。；]{2,20})?(?:申请|申领|领取|享受|获得)|(?:可|可以)?(?:评为|认定为|评定为|授予)[^，。；]{1,24}$)");

  private static final Pattern ASIDE =
      Pattern.compile(
          "酌情|(?:上述|前款|前述)[^，。；]{0,12}可?(?:适当)?放宽|^(?:奖补|补贴|补助|奖励|资助|支持|扶持|认定|贴息)(?:标准|方式|额度|金额|办法|措施|程序)[：:]|^(?:大力|积极)?(?:支持|鼓励|引导|推动|促进)[^，。；\\d]{2,30}(?:做大做强|高质量发展|提质增效|加快发展|创新发展|转型升级)$|^(?:如(?!下)|若)|(?:享受|获得|拨付|兑现)[^，。；]{0,10}(?:期内|期间|后)[^。；]{0,40}(?:迁出|退回|追回|退还|收回|终止|不再享受)|(?:同类|同一)(?:资金|项目|事项)[^，。；]{0,10}(?:不超过|最多)[^，。；]{0,6}年"
              + "|可[^，。；]{0,10}(?:连续计算|一并计算)|作为(?:项目)?申报主体|签署同意意见|予以申明|出具同意");

  /** How much or how long one gets, not what one has to have. */
  private static final Pattern BENEFIT_LIMIT =
      Pattern.compile(
          "^(?:单[笔户家个])?[^，。；\\d]{0,16}(?:使用|资助|补贴|奖励|贷款|周转金?|贴息)[^，。；\\d]{0,4}额度(?:原则上|最高|累计)*(?:不得?超过|不高于)|超[出过][^，。；]{2,16}部分|^对[^，。；]{2,40}(?:投资额|投入额?|费用|支出|利息|部分|金额|租金|差额)$|^(?:[一每单]个?[家户店])(?![^，。；]{0,6}(?:在保|余额|担保|授信|本金))[^，。；\\d]{0,12}(?:累计|最高|额度|不超)|^使用(?:时间|期限|额度)[^，。；]{0,4}(?:最长|最高|不得?超过)|^[^，。；]{0,4}(?:补贴|补助|奖励|资助)(?:金额|资金|额度)?不超过"
              + "|^(?:且|其中)?(?:累计)?(?:缓缴|贴息|补贴|资助|享受|奖励|减免|扶持|补助|奖补)(?:政策)?(?:期限|年限|期|时间|额度|金额|比例|标准|上限|总额|资金)"
              + "|^(?:单[笔户家个])?贷款(?:额度|金额|期限)[^，。；]{0,4}(?:最高|最长|不超过)|的部分$");

  private static final Pattern PAID =
      Pattern.compile("，(?:可)?按照?[^，。；]{1,40}\\d[\\d.]*[%％](?:的比例|的标准)?(?:给予|予以|补|奖|资助|贴)");

  private static final Pattern BOUND =
      Pattern.compile("\\d[^，。；]{0,6}(?:以上|以下|以内)|(?:不低于|不少于|不超过|不高于|超过|达到|满)\\d");

  /** 「持有证书的人员，按等级发放补贴」: whom the grant is for. */
  private static final Pattern WHOSE = Pattern.compile("的(?:人员|个人|企业|单位|机构|家庭|农户)$");

  private Remarks() {}

  static boolean isRemark(String words) {
    return isAside(words)
        || isCatchAll(words)
        || isFiling(words)
        || isGrant(words)
        || isAdministration(words);
  }

  static boolean isBenefitLimit(String words) {
    return BENEFIT_LIMIT.matcher(words).find();
  }

  /** A rule for special cases, or on how the application is handled. */
  static boolean isAside(String words) {
    return ASIDE.matcher(words).find();
  }

  static boolean isFiling(String words) {
    return FILING.matcher(words).find();
  }

  static boolean isCatchAll(String words) {
    return CATCH_ALL.matcher(words).find();
  }

  static boolean isAdministration(String words) {
    return ADMINISTRATION.matcher(words).find() || LEAD_ONLY.matcher(words).matches();
  }

  static boolean isGrant(String words) {
    return GRANT.matcher(words).find();
  }

  /** Where the grant begins in a sentence whose first half may be a condition; -1 for nowhere. */
  static int grantStart(String words) {
    if (!isGrant(words)) {
      return -1;
    }
    var verb = GRANT_VERB.matcher(words);
    if (verb.find()) {
      return verb.start();
    }
    var benefit = BENEFIT.matcher(words);
    return benefit.find() ? benefit.start() : commaBeforeGrant(words);
  }

  /** 「收入5亿元以下，参加流片的，按费用70%补贴」: the comma before what is paid for the bound. */
  private static int commaBeforeGrant(String words) {
    var granted = GRANT.matcher(words);
    int whose = granted.find() ? words.lastIndexOf('，', granted.start()) : -1;
    if (whose > 0 && WHOSE.matcher(words.substring(0, whose)).find()) {
      return whose;
    }
    var paid = PAID.matcher(words);
    return paid.find() && BOUND.matcher(words.substring(0, paid.start())).find() ? paid.start() : 0;
  }
}
