package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.common.text.ChineseNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money that was had already, and how often one may apply. */
final class FundingDetector {
  private static final Pattern HAD =
      Pattern.compile(
          "(?:获得|享受|取得|得到|(?<=[已曾])(?:申请|申报)|获|列入(?![^，。；]{0,10}(?:目录|名单|名录))|接受)[^。；]{0,40}(?:资金|补助|补贴|奖励|资助|支持|扶持|政策|项目|专项|贴息|补偿|奖补|优惠)[^。；]{0,24}"
              + "(?:不得|不再|不予|不能|不可)(?:以[^，。；]{2,14})?[^。；]{0,4}(?:重复|再次|申报|享受|支持|申请|补助|受理|补贴|奖励|资助|兼报)[^。；]{0,20}");
  private static final Pattern NOT_HAD =
      Pattern.compile(
          "(?:申报项目|项目|企业|单位|同一项目|同一内容)?(?:应)?(?:未|没有|尚未|从未|不得)(?:曾)?(?:获得|享受|取得|得到|接受|申请|重复(?:申报|享受|申请))(?:过)?(?!本|该|上述|以上|此|(?:财政)?(?:资金|补助|补贴|奖励|资助|支持|扶持|政策)(?:$|[，。；]))(?:(?!不予|不得|不再|不能|证书|资质|资格)[^，。；]){0,36}(?:资金|补助|补贴|奖励|资助|支持|扶持|专项|项目|政策|贴息|补偿|奖补|优惠)");
  private static final Pattern NO_REPEAT =
      Pattern.compile(
          "(?:同一|相同|类似)[^。；，]{0,24}(?:不得|不能|不再|不予|不可)[^。；]{0,6}(?:重复|多头|多次|同时)[^。；，]{0,24}|(?:不得|不能|不可|不予)(?:重复|多头|叠加)(?:申报|享受|申请|资助|补助|奖励|支持)|不重复(?:享受|奖励|补助|资助|支持)|(?:项目|企业|单位)?(?:不得|不可|不能)同时(?:享受|申[报请]|获得)[^。；，]{2,40}(?:资金|补助|补贴|奖励|资助|支持|政策)[^。；，]{0,16}");
  private static final Pattern IN_LIST =
      Pattern.compile(
          "(?:已|曾|正在)?(?:获得|享受|取得|得到)(?:过)?[^。；，]{0,36}(?:资金|补助|补贴|奖励|资助|支持|扶持|贴息|奖补)(?:支持|扶持)?的?");
  private static final Pattern ONCE =
      Pattern.compile(
          "(?:同一个?|每个?家?|每一|一个|单个)?(?:申报|申请|承担|牵头|依托|实施|建设)?(?:企业|单位|主体|法人|机构|申报人|申请人|法人单位|创业者|营业执照|个人|对象)[^，。；]{0,20}?(?:只能|只得|只允许|只可以?|仅可以?|仅能|仅允许|限|仅限|最多|可申报|限报)[^，。；]{0,6}?(?:申报|申请|选择|报送|推荐|领办|享受|报)[^，。；]{0,6}?([一二两三1-9１])(?:个|项|类|次|种|家)[^，。；]{0,10}");

  private FundingDetector() {}

  static List<FoundLeaf> detect(ItemText source, TextSpan sentence, ReadingContext context) {
    List<FoundLeaf> found = new ArrayList<>();
    String text = source.covered();
    List<Pattern> patterns =
        context.negative() ? List.of(HAD, IN_LIST) : List.of(HAD, NOT_HAD, NO_REPEAT);
    for (Pattern pattern : patterns) {
      Matcher words = pattern.matcher(text).region(sentence.start(), sentence.end());
      if (words.find() && found.isEmpty()) {
        TextSpan span = widened(text, sentence, words);
        boolean bad = context.negative();
        found.add(LeafBuilder.flag(source, span, "other_funding", Operator.EQUAL, bad, null));
      }
    }
    Matcher once = ONCE.matcher(text).region(sentence.start(), sentence.end());
    while (once.find()) {
      TextSpan span = new TextSpan(once.start(), once.end());
      if (found.stream().noneMatch(leaf -> leaf.span().overlaps(span))) {
        FactValue n =
            FactValue.of(ChineseNumber.figure(once.group(1)).orElse(java.math.BigDecimal.ONE));
        found.add(
            LeafBuilder.data(
                source, span, "application_count", Operator.AT_MOST, List.of(n), null, null));
      }
    }
    return found;
  }

  /** From the break before the words to the one behind, commas included only before 不得. */
  private static TextSpan widened(String text, TextSpan sentence, Matcher words) {
    int start = words.start();
    while (start > sentence.start() && "，。；;".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return new TextSpan(start, words.end());
  }
}
