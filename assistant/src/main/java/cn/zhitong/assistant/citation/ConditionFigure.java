package cn.zhitong.assistant.citation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the figures that say who gets something from those that say what is got: 年营收超过2000万元的企业 is
 * a condition, 补助50万元 is not.
 */
final class ConditionFigure {
  private static final String BREAKS = "，,：:（(。；;！？!?\n";

  /** Before a figure of its own clause: what is granted, paid, or done within a time. */
  private static final Pattern GRANTS =
      Pattern.compile(
          "给予|予以|补助|补贴|奖励|奖补|资助|贴息|返还|拨付|支付|缴纳|征收|收取|罚款|处以|办结|答复|最高|最多|上限|申请|申领|领取|发放|扣减|减免|[按获]");

  private static final Pattern WHOSE =
      Pattern.compile(
          "^(?:[(（][^()（）]*[)）])?[^，,：:。；;\\n]{0,40}?的(?!一次性|奖|补|资助|支持|标准|比例|额度|资金|罚款|贴息|期限)");
  private static final Pattern REACHED =
      Pattern.compile("(?:达到?|超过|超|满|不足|未满|不少于|不低于|高于|大于|突破)[^\\d，,]{0,2}$");
  private static final Pattern OR_MORE = Pattern.compile("^(?:[(（][^()（）]*[)）])?(?:及?以[上下])");

  private ConditionFigure() {}

  /** The conditions' figures in a text. */
  static List<Figure> in(String text) {
    String normal = FigureFinder.normal(text);
    return FigureFinder.in(text).stream().filter(figure -> is(figure, normal)).toList();
  }

  /**
   * @param text in its normal form, in which the figure's place counts
   */
  static boolean is(Figure figure, String text) {
    boolean comparable =
        switch (figure.kind()) {
          case QUANTITY -> !figure.unit().isEmpty();
          case PERCENT, DATE -> true;
          case DOCUMENT, IDENTIFIER, ORDINAL -> false;
        };
    int start = figure.at();
    while (start > 0 && BREAKS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    String before = text.substring(start, figure.at());
    if (!comparable || GRANTS.matcher(before).find()) {
      return false;
    }
    String after = text.substring(figure.end());
    return WHOSE.matcher(after).find() || isReached(before, after);
  }

  /** 投入达到500万元，给予…: something follows from it. */
  private static boolean isReached(String before, String after) {
    boolean limit = REACHED.matcher(before).find() || OR_MORE.matcher(after).find();
    String clause = after.replaceFirst("^[^，,。；;\\n]*", "");
    return limit && !clause.isEmpty() && GRANTS.matcher(clause.split("[。；;\\n]", 2)[0]).find();
  }
}
