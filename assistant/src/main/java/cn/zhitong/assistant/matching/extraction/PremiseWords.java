package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Pattern;

/** Words by which {@link PremiseReader} tells what a stretch between commas is. */
final class PremiseWords {
  static final Pattern KIND_PREMISE =
      Pattern.compile(
          "(?:其中[，、]?)?(?:[^，。；]{0,24}(?:(?:以下|以上|以内|之间)(?:[（(][^（()）]*[）)])?|(?:不足|不满|未满|少于|小于|低于|超过|大于|高于)[\\d.,一二三四五六七八九十百千]{1,8}(?:人|万元|亿元|元|年)(?:[（(][^（()）]{0,6}[）)])?|(?:至|—|-|~)\\d+(?:人|万元|亿元)(?:[（(][^（()）]*[）)])?)的|以[^，。；]{4,80}为主营业务的|[^，。；]{2,12}类)[^，。；]{0,6}(?:企业|单位|机构|项目)");
  static final Pattern AT_LEAST_KIND =
      Pattern.compile("以上(?:[（(][^（()）]*[）)])?的[^，。；]{0,6}(?:企业|单位|机构|项目)$");
  static final Pattern APPLICANT_PREMISE =
      Pattern.compile(
          "^(?:企业为申报主体|申报(?:单位|主体)为企业|申请人为企业|符合[^，。；]{0,12}条件|对(?:于)?符合[^，。；]{0,14})的?$");
  static final Pattern APPLIED_FOR =
      Pattern.compile(
          "拟(?:享受|申请|申报)[^，。；]{2,20}的(?:企业|单位|机构|主体|项目)|(?:申请|申报|参评)(?:认定|评定|备案|设立|奖励|支持|补贴|资金|享受)[^，。；\\d应须需具符列取未无为在]{0,16}|(?:申请|申报|参评)(?!(?:单位|主体|企业|人|者|项目)(?:[是为属应须具在]|位于))[^，。；\\d]{2,20}(?:的|时)");

  /** 「其中境外参会人员占比不低于20%的国际会议」. */
  static final Pattern AMONG = Pattern.compile("(?:其中|但|对于?)[^，。；]{2,40}的[^，。；的]{0,12}");

  /** A share, which no sum of money is. */
  static final Pattern SHARE = Pattern.compile("(?:占比|比例|比重|强度|率)$");

  static final Pattern EASED = Pattern.compile("(?:放宽|降低?|延长|提高)(?:至|到|为)");

  static final Pattern BENEFIT = Pattern.compile("^(?:可|予以|给予|享受|可以|按照?|不受|适当)");
  static final Pattern ALLOWED =
      Pattern.compile(
          "(?:均|方|才|即|就)?可(?:以|按规定)?(?:向[^，。；]{2,20}?)?(?:提出)?(?:申请|申报|享受|获得|领取|参加|使用|参评|列入|纳入)");

  /** 「可以是在建项目」 lets in, it does not ask. */
  static final Pattern PERMITTED = Pattern.compile("(?:也|亦|均|既)?可以?(?:是|为)(?!主)");

  /** What is left of 「可以享受补贴」 where the benefit is cut off. */
  static final Pattern MAY = Pattern.compile("(?:均|都|方|即|也)?(?:可以?|能够?|将)");

  static final Pattern TERM = Pattern.compile("^(?:补贴|补助|享受|贴息|奖励)?(?:期限|年限|期|时间|最长|最高|每[人年户家])");
  static final Pattern OTHER_PIECE =
      Pattern.compile(
          "^(?:其中[，、]?)?(?:高等学校|高等院校|高校|科研组织|科研机构|科研院所|社会组织|医疗卫生机构|事业性机构|金融服务机构)[^，。；]{0,30}(?:不低于|应|须|需|合计)");
  static final Pattern ASKED = Pattern.compile("(?:应|须|需|必须)(?:当)?(?:为|是|属于|具)");
  static final Pattern STEP_FIGURE = Pattern.compile("\\d[^，。；]{0,14}的|(?:不足|不满|少于|超过)\\d");

  /** 「5000万元至2亿元的」: a step that leaves its subject to the step before. */
  static final Pattern BARE_FIGURE =
      Pattern.compile(
          "(?:在)?(?:应当?|须|需)?(?:不足|超过|不低于|不少于|不超过|达到?|至少)?[\\d一二三四五六七八九十百千]+[^，。；]{1,24}?(?:以上|以下|以内|之间|[）)])?(?:的(?:企业|单位)?)?");

  static final Pattern BINDING =
      Pattern.compile(
          "[^，。；]{0,8}(?:应当?|须|需|均)(?!可)|其[他它余][^，。；]{2,30}(?:应当?|须|需|均|不低于|不少于|不超过|达到|以上|以下)(?!可)");

  /** 「首次认定的…，以及整体迁入的…，均可申请」. */
  static final Pattern ANY_OF_THEM = Pattern.compile("(?:均|都)(?:可|属于|纳入)");

  private PremiseWords() {}

  /** Whether a stretch asks nothing of the applicant: what is allowed, granted or filed. */
  static boolean isOther(String words, boolean grantFollows) {
    return OTHER_PIECE.matcher(words).find()
        || PERMITTED.matcher(words).lookingAt()
        || ALLOWED.matcher(words).lookingAt()
        || Remarks.isBenefitLimit(words)
        || Remarks.isGrant(words) && !grantFollows
        || Remarks.isFiling(words)
        || BENEFIT.matcher(words).find() && Remarks.isAdministration(words);
  }
}
