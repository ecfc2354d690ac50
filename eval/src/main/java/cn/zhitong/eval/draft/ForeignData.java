package cn.zhitong.eval.draft;

import cn.zhitong.eval.dataset.RepliedAppeal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks in a draft for what belongs to somebody else's case. Found by this program's own patterns,
 * not the service's: what the service overlooks must not be overlooked here too.
 */
final class ForeignData {
  /** The commonest; 明州某公司 and 某营 are no persons. */
  private static final String SURNAME =
      "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文邢齐]";

  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?<!\\d)1[3-9]\\d[*xX]{4}\\d{4}|(?<!\\d)\\d{17}[\\dXx](?!\\d)"
              + "|[\\w.+-]+@[\\w-]+\\.[\\w.]+|[\\u4e00-\\u9fa5](?:先生|女士|师傅)|"
              + SURNAME
              + "[\\u4e00-\\u9fa5]?某{1,3}(?![^，。；、\\s]{0,6}(?:公司|企业|集团|单位|商店|超市|饭店|酒店|银行))");

  /** Three digits and more: smaller numbers are shared by chance. */
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.\\-—]+\\d");

  /** Written in so many cases a number is the office's: its telephone, a law's number, a fee. */
  private static final int COMMON = 3;

  private final Map<String, Integer> casesByToken = new HashMap<>();

  ForeignData(List<RepliedAppeal> past) {
    for (RepliedAppeal appeal : past) {
      tokens(NUMBER, appeal.reply()).forEach(token -> casesByToken.merge(token, 1, Integer::sum));
    }
  }

  /** Telephones, identity numbers, addresses and names that the appeal itself does not have. */
  Set<String> personal(String draft, String appeal) {
    Set<String> found = tokens(PERSONAL, draft);
    found.removeIf(appeal::contains);
    return found;
  }

  /** Numbers from one or two other cases that the appeal itself does not have. */
  Set<String> numbers(String draft, String appeal) {
    Set<String> found = tokens(NUMBER, draft);
    found.removeIf(
        token -> {
          int cases = casesByToken.getOrDefault(token, 0);
          return appeal.contains(token) || cases == 0 || cases >= COMMON;
        });
    return found;
  }

  private static Set<String> tokens(Pattern pattern, String text) {
    Set<String> tokens = new HashSet<>();
    pattern.matcher(text).results().forEach(result -> tokens.add(result.group()));
    return tokens;
  }
}
