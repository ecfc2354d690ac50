package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parts of one text that are items of their own beside each other. */
final class SisterParts {
  private static final Pattern SUPPORT =
      Pattern.compile("^(?:支持|鼓励|实施|吸引|提供|开展)[^。；，]{4,30}(?:条件|。|：|$)");

  /** 「支持服务机构发展」 above points of its own. */
  private static final Pattern MEASURE =
      Pattern.compile("(?:支持|鼓励|推动|打造|培育|促进|加强)[^，。；：应须需\\d]{4,30}");

  /** 「创业团队在领取时，须满足以下条件」 beside the same for another kind of applicant. */
  private static final Pattern APPLICANTS =
      Pattern.compile(
          "^(?:[^。；]{2,40}(?:单位|企业|机构|团队|主体|个人)[^。；]{0,10}(?:申请|申报|领取)[^。；]{0,12}|申[请报][^。；]{2,24})"
              + "(?:应当?|须|需)[^。；]{0,6}(?:以下|下列)[^。；]{0,6}条件");

  /** The firm and its project are two sides of one item. */
  private static final Pattern ANY_APPLICANT =
      Pattern.compile(
          "^(?:申[请报])?(?:的)?(?:本)?(?:企业|单位|项目|主体|产品|机构|申请人|申报人|法人|资金)?(?:申报|申请)?(?:应当?|须|需)");

  /** What all kinds have to meet: 申报试点、示范单位应符合以下基本条件. */
  private static final Pattern BASE =
      Pattern.compile("(?:基本|通用|共同)条件|^申[请报][^。；应须需]{1,12}[、和及或][^。；]{1,12}(?:应|须|需)");

  private static final Pattern LIKE_APPLICANTS =
      Pattern.compile("(?:应当?|须|需)[^。；]{0,10}(?:满足|符合|具备)(?:以下|下列)[^。；]{0,6}条件");

  /** Headings that name a role and no measure of their own: 申报条件, 支持方式. */
  private static final Pattern PURE_ROLE =
      Pattern.compile(
          "(?:申报|申请|支持|资助|认定|奖励|补助|受理|提交|的|基本|项目|单位|企业|主体|本次|相关)*"
              + "(?:条件|对象|材料|资料|要求|程序|流程|方式|标准|时间|时限|期限|组织|办法|范围|内容|额度|及|和|与|、|审核|审批|重点|方向|领域|说明|资格|须知|事项)+.{0,6}");

  private SisterParts() {}

  /** Parts side by side that each grant something of their own. */
  static List<OutlineNode> of(ItemText source, OutlineNode outline) {
    List<OutlineNode> granting = new ArrayList<>();
    for (OutlineNode node : outline.children()) {
      if (node.style() == OutlineMarker.ARTICLE) {
        return List.of();
      }
      String words = ItemScope.firstWords(source, node);
      String whole = source.covered(new TextSpan(node.start(), node.end()));
      boolean grants = Remarks.isGrant(whole) && hasNoRole(source, node);
      boolean supports = isMeasure(words) && !node.children().isEmpty();
      if (grants && !isAboutMoneyOnly(whole) || supports || isOfOneKind(APPLICANTS, words, node)) {
        granting.add(node);
      }
    }
    if (granting.size() < 2) {
      return List.of();
    }
    return outline.children().stream()
        .filter(node -> granting.contains(node) || isLikeSisters(source, node))
        .toList();
  }

  /** A measure without points of its own, or the conditions of one more kind of applicant. */
  private static boolean isLikeSisters(ItemText source, OutlineNode node) {
    String words = ItemScope.firstWords(source, node);
    return (isMeasure(words) || isOfOneKind(LIKE_APPLICANTS, words, node))
        && hasNoRole(source, node);
  }

  private static boolean isMeasure(String words) {
    return SUPPORT.matcher(words).find() && !PURE_ROLE.matcher(words).matches();
  }

  /** The conditions of one kind of applicant, and not those of all. */
  private static boolean isOfOneKind(Pattern applicants, String words, OutlineNode node) {
    return applicants.matcher(words).find()
        && !ANY_APPLICANT.matcher(words).find()
        && !BASE.matcher(words).find()
        && !node.children().isEmpty();
  }

  private static boolean hasNoRole(ItemText source, OutlineNode node) {
    return SectionRole.of(ItemScope.heading(source, node)) == SectionRole.NONE;
  }

  private static boolean isAboutMoneyOnly(String words) {
    return words.length() < 16;
  }

  /** The part on conditions that has nothing but measures below it; null where there is none. */
  static OutlineNode asking(ItemText source, OutlineNode outline) {
    List<OutlineNode> parts =
        outline.children().stream()
            .filter(
                node ->
                    SectionRole.of(ItemScope.heading(source, node)) == SectionRole.CONDITIONS
                        && !node.children().isEmpty())
            .toList();
    return parts.size() == 1 && isOfMeasures(source, parts.get(0)) ? parts.get(0) : null;
  }

  private static boolean isOfMeasures(ItemText source, OutlineNode part) {
    return part.children().size() > 1
        && part.children().stream()
            .allMatch(
                node ->
                    !node.children().isEmpty()
                        && MEASURE.matcher(ItemScope.firstWords(source, node)).matches());
  }
}
