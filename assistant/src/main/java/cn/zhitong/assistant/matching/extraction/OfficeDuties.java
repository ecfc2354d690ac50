package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Pattern;

/** Sentences of a rule that bind its office or follow the award, not the applicant. */
final class OfficeDuties {
  /** 「市财政局会同…」, 「主管部门应当自受理之日起…」 */
  private static final Pattern OFFICE =
      Pattern.compile(
          "^(?![由经获被在向与按从]|符合|通过|纳入|列入|取得|申[请报])[^，。；]{0,24}(?:人民政府|主管部门|管理部门|行政部门|财政部门|税务部门|[^，。；]机关|[市区县省]?[^，。；的]{2,10}局|委员会|管委会)(?:应当|负责|依据|会同|视情况|自受理)");

  /** 「法律另有规定的，从其规定」 */
  private static final Pattern OTHER_RULES =
      Pattern.compile("^[^，。；]{0,60}(?:另有|有其他|有特殊)规定的，|^具体办法由|不适用(?:前款|本条|上款)");

  /** 「项目如获资助，不得…」 is asked of those who were given something. */
  private static final Pattern AFTER_AWARD =
      Pattern.compile("如已?(?:经)?(?:获|入选)[^，。；]{2,24}(?:资助|支持|立项|扶持|奖励)[^，。；]{0,4}，(?:不得|应|须|需)");

  /** 「获得补助的企业应承诺三年内不迁出」 */
  private static final Pattern GRANTED =
      Pattern.compile(
          "^(?:对)?(?:获得|获|享受|领取|接受)[^，。；的已]{0,16}(?:补助|补贴|奖励|资助|扶持|支持|政策|优惠|资金)(?:资金)?的(?:企业|单位|项目|机构|主体|个人|申请人)[^，。；]{0,4}，?(?:应当?|须|需|必须|要|自)[^。；]{0,12}(?:承诺|不迁|不得?迁|不减|不得?减|按期|及时|接受|配合|专款专用|主动|[\\d一二三四五六七八九十]{1,2}年内)");

  /** 「申领许可证，应当具备下列条件」: what one applies for. */
  private static final Pattern APPLIED_FOR =
      Pattern.compile("(?:第[一二三四五六七八九十百零\\d]{1,7}条)?(?:申[请领报]|取得|销售|设立|成立|开办|举办)[^，。；\\d的在]{2,40}");

  /** 「除符合前条规定的条件外」 */
  private static final Pattern BESIDE =
      Pattern.compile("[^，。；]{0,24}除[^，。；]{2,40}(?:条件|规定|要求|情形)(?:之|以)?外");

  private OfficeDuties() {}

  static boolean is(String words) {
    return OFFICE.matcher(words).find()
        || OTHER_RULES.matcher(words).find()
        || AFTER_AWARD.matcher(words).find()
        || GRANTED.matcher(words).find();
  }

  /** Whether what stands before 「应当具备下列条件」 only says what one applies for. */
  static boolean isSubject(String words) {
    for (String piece : words.split("，")) {
      if (!APPLIED_FOR.matcher(piece).matches() && !BESIDE.matcher(piece).matches()) {
        return false;
      }
    }
    return true;
  }
}
