package cn.zhitong.assistant.casework.intake;

import cn.zhitong.assistant.casework.AppealTheme;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises an appeal's themes by its words. Meant to find what is to be looked at: whoever works
 * on the case sets and unsets a theme.
 */
final class ThemeRecognizer {
  private static final String GOODS =
      "(?:货款|工程款|账款|欠款|款项|尾款|质保金|质量保证金|履约保证金|合同款|进度款|材料款|采购款|设备款|加工款|服务费|服务款|运费|租金|设计费|监理费|结算款)";

  private static final String UNPAID =
      "(?:拖欠|拖着|欠付|欠着|欠我|拖延支付|未支付|没有支付|没支付|尚未支付|未付|没付|不付|不支付|不给付|未结清|没结清|未结算|迟迟不)";

  /** Both orders, within a sentence. */
  private static final Pattern ARREARS =
      Pattern.compile(
          UNPAID
              + "[^。！？；\\n]{0,20}?"
              + GOODS
              + "|"
              + GOODS
              + "[^。！？；\\n]{0,20}?"
              + UNPAID
              + "|拖欠账款|账款拖欠");

  /** What is owed to people, or to the state, is another matter. */
  private static final Pattern NOT_ARREARS = Pattern.compile("工资|薪|社保|税款|欠税|罚款|贷款|公积金|物业");

  private static final Pattern INSPECTION =
      Pattern.compile(
          "涉企检查|入企检查|上门检查|执法检查|行政检查|重复检查|多头检查|随意检查|突击检查|频繁检查|反复检查|多次检查"
              + "|(?:多次|反复|频繁|又来|再次|连续|轮番|接连|几乎每[天周月])[^。！？；\\n]{0,12}?检查"
              + "|检查[^。！？；\\n]{0,8}?(?:太多|过多|过于频繁|太频繁|不断|没完没了)"
              + "|[来到][^。！？；，\\n]{0,10}?(?:公司|企业|厂|店|我们)[^。！？；，\\n]{0,6}?检查");

  private static final Pattern AMOUNT =
      Pattern.compile("(\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?)\\s?((?:亿|千万|百万|万|千)?)(?:余|多)?元");

  /** Whole words around the match are not kept: only what was matched, cut. */
  private static final int LONGEST_WORDS = 40;

  private ThemeRecognizer() {}

  /**
   * @param words what it was recognised by
   * @param cents the amount that is named first beside it, in 分; null for none
   */
  record Recognized(AppealTheme theme, List<String> words, Long cents) {}

  static List<Recognized> of(String title, String text) {
    String all = title + "\n" + text;
    List<Recognized> found = new ArrayList<>();
    List<String> owed = words(ARREARS, all, NOT_ARREARS);
    if (!owed.isEmpty()) {
      found.add(new Recognized(AppealTheme.ARREARS, owed, amount(all)));
    }
    List<String> inspected = words(INSPECTION, all, null);
    if (!inspected.isEmpty()) {
      found.add(new Recognized(AppealTheme.INSPECTION, inspected, null));
    }
    return found;
  }

  private static List<String> words(Pattern pattern, String text, Pattern except) {
    List<String> words = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String one = matcher.group();
      boolean other = except != null && except.matcher(one).find();
      if (!other && !words.contains(one) && one.length() <= LONGEST_WORDS) {
        words.add(one);
      }
    }
    return words.stream().limit(5).toList();
  }

  private static Long amount(String text) {
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    BigDecimal cents =
        new BigDecimal(matcher.group(1).replace(",", ""))
            .multiply(ChineseNumber.multiplier(matcher.group(2)))
            .movePointRight(2);
    return cents.compareTo(BigDecimal.valueOf(EventPayload.ArrearsRecorded.MOST_CENTS)) > 0
        ? null
        : cents.longValue();
  }
}
