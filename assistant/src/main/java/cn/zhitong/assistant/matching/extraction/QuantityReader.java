package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with unit and bound. Words before (不低于), behind (以上) and in brackets （含） decide the
 * operator; money comes out in 万元, shares from 0 to 1, ages in years.
 */
final class QuantityReader {
  private static final String INCLUDED =
      "(?:[（(](不?含)(?:本数|该数|等于|[\\d一二两三四五六七八九十百千][^（()）]{0,10})?[）)])?";
  private static final String COVERED = "(?:[（(\\[](?:\u0001*|不?含[^（()）\\d]{2,8})[）)\\]])?";
  private static final String FIGURE =
      "(?:\\d+(?:\\.\\d+)?[:∶]\\d+(?:\\.\\d+)?|一半|半数|\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千零〇半]+(?:[万亿][一二两三四五六七八九十百千零〇]+(?![瓦克米])){0,2}(?:点[一二三四五六七八九零]+)?)";
  private static final String SCALE = "(?:百万|千万|万亿|[百万亿]|千(?![瓦克米伏]))?";

  private static final String LEADING =
      "((?:首次)?突破|首次达到|(?:可?放宽|延长|降低?|提高)(?:至|到|为)|不得?低于|不应低于|不低於|不得?少于|不应少于|不得?小于|不短于|达到或者?超过|达到|至少(?:应|须|需)?(?:已?有|拥有|具有|达到|为|由|[^，。；、：\\d一二两三四五六七八九十百千下列以]{0,6}过?(?=[\\d一二两三四五六七八九十百千]))?|最低(?:为|不低于)?|≥|＞=|>=|达|已?满"
          + "|不得?超过|不应超过|未超过|不得?高于|不得?大于|不得?多于|不长于|大于等于|大于或等于|小于等于|小于或等于|最多|至多|≤|<="
          + "|过(?=半(?:数)?(?:[，。；、的以]|$))|超过|高于|大于|多于|超出|超(?=[\\d一二三四五六七八九十百千])|＞|>|低于|小于|少于|不足|不满|未满|未达到?|＜|<|增长|增加|提高|提升)";
  private static final String BASE =
      "(?:人民币)?(?:20\\d{2}年度?)?(?:((?:[^，。；、：\\d\u0001]|（\u0001*）){2,24}?)(?:的|加|[+＋]|上浮|(?<=总数|总额|总量|收入|人数|目标|标准|水平|均值|控制线|失业率)))?(?:人民币)?";

  /** 「不低于每亩300万元」. */
  private static final String PER =
      "(?:每(?:亩|公顷|平方米|家|户|人|年|季度|月|周|[日天]|小时|学期|次|场|村|床|个|台|套|吨|件)(?:用地|土地)?)?";

  private static final String TRAILING = "(?:[及或]?(?:者)?(以上|以下|以内|之内|之间|以后))?";

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?:"
              + LEADING
              + INCLUDED
              + "(?:[（(]\u0001+[）)])?(?:于|至|到|了)?"
              + BASE
              + ")?"
              + PER
              + "(?<!第)(?<!(?<!每)月)(?<![\\d.])((?:百分之)?"
              + FIGURE
              + "(?:/\\d+|分之"
              + FIGURE
              + ")?)(?:[（(]含[）)])?("
              + SCALE
              + ")("
              + QuantityUnits.UNIT
              + ")?"
              + INCLUDED
              + "(?:(?:以上)?[-—－~～至到]("
              + FIGURE
              + ")("
              + SCALE
              + ")("
              + QuantityUnits.UNIT
              + ")"
              + INCLUDED
              + ")?"
              + COVERED
              + TRAILING
              + INCLUDED);

  private static final Map<String, Operator> LEADING_OPS =
      Map.ofEntries(
          Map.entry("≥", Operator.AT_LEAST),
          Map.entry(">=", Operator.AT_LEAST),
          Map.entry("＞=", Operator.AT_LEAST),
          Map.entry("≤", Operator.AT_MOST),
          Map.entry("<=", Operator.AT_MOST),
          Map.entry("＞", Operator.GREATER),
          Map.entry(">", Operator.GREATER),
          Map.entry("＜", Operator.LESS),
          Map.entry("<", Operator.LESS));
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "不.{0,12}(?:低于|低於|少于|小于|短于)|首次达到|(?:降低?|提高)(?:至|到|为)|达到.{0,6}|达|大于或?等于|至少.{0,8}|最低.{0,6}|已?满|增长|增加|提高|提升");
  private static final Pattern AT_MOST =
      Pattern.compile("(?:不|未).{0,12}(?:超过|高于|大于|多于|长于)|可?(?:放宽|延长)(?:至|到|为)|最多|至多|小于或?等于");
  private static final Pattern EASED = Pattern.compile("可?(?:放宽|延长|降低?|提高)(?:至|到|为)");
  private static final Pattern GREATER = Pattern.compile("过|超过|高于|大于|多于|超出|超|(?:首次)?突破");
  private static final Pattern LESS = Pattern.compile("低于|小于|少于|不足|不满|未满|未达到?");

  /** 「增长一倍」 is a growth of 1. */
  private static final Pattern TIMES = Pattern.compile("增长|增加|提高|提升");

  /** 「技术开发投入超过100万」: money without its unit. */
  private static final Pattern MONEY_BEFORE =
      Pattern.compile("(?:收入|投入|投资|[费额款值税]|产值|资产|资本|利润|销售)[^，。；]{0,6}$");

  private static final Pattern RATIO =
      Pattern.compile("(?:容积率|倍率|[比A-Z]值|PUE|倍数|系数|指数|得分|评分|总分|分值|流动比率|速动比率)(?:应当?|须|需|均)*$");

  /** 「配比不低于1:4」, with the words of the ratio before. */
  private static final Pattern PROPORTION = Pattern.compile("(?:比|比例|比率|配比|之比)(?:应当?|须|需|均|达到?)*$");

  /** 「用户数100万以上」, 「下载量不低于5000」: the noun says what is counted. */
  private static final Pattern NUMBER_OF =
      Pattern.compile("\\p{IsHan}{2}(?:数|数量|总量|总数|人口|次数|播放量|下载量|浏览量|访问量)(?:应当?|须|需|均|累计|在)*$");

  private static final Pattern PROPORTIONAL = Pattern.compile("[:∶]");

  private static final Pattern NO_NOUN = Pattern.compile("(?:[，。；、）)]|以上|以下|以内|的|及以上|$)");

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  private QuantityReader() {}

  /** The quantities of a stretch, in order. Those without a bound have no operator. */
  static List<Quantity> read(ItemText source, TextSpan span) {
    List<Quantity> found = new ArrayList<>();
    Matcher matcher = QUANTITY.matcher(source.covered()).region(span.start(), span.end());
    while (matcher.find()) {
      Quantity quantity = quantity(source, span, matcher);
      if (quantity != null) {
        found.add(quantity);
      }
    }
    return found;
  }

  /** 「放宽至3000万元」 keeps the direction of the bound that it eases. */
  static boolean isEased(ItemText source, Quantity quantity) {
    return EASED.matcher(source.covered(quantity.span())).lookingAt();
  }

  /** A sum in 万 or 亿 behind a word of money, with nothing else that it could count. */
  private static boolean isMoney(ItemText source, TextSpan span, Matcher m) {
    String scale = m.group(5);
    if (scale == null || !scale.endsWith("万") && !scale.endsWith("亿")) {
      return false;
    }
    int from = m.group(1) == null ? m.start(4) : m.start(1);
    String before = source.covered().substring(span.start(), from);
    Matcher behind = NO_NOUN.matcher(source.covered()).region(m.end(5), span.end());
    return MONEY_BEFORE.matcher(before).find() && behind.lookingAt();
  }

  /** 「容积率不低于1.2」: a bound on a number that has no unit. */
  private static boolean isRatio(ItemText source, TextSpan span, Matcher m) {
    if (m.group(1) == null && m.group(12) == null) {
      return false;
    }
    int from = m.group(1) == null ? m.start(4) : m.start(1);
    String before = source.covered().substring(span.start(), from);
    boolean ends =
        m.end() == span.end()
            || NO_NOUN.matcher(source.covered()).region(m.end(), span.end()).lookingAt();
    if (PROPORTIONAL.matcher(m.group(4)).find()) {
      return PROPORTION.matcher(before).find();
    }
    return ends
        && m.group(4).matches("\\d+(?:\\.\\d+)?")
        && (m.group(5).isEmpty() && RATIO.matcher(before).find()
            || NUMBER_OF.matcher(before).find());
  }

  /** 「超过半数」, 「占一半以上」. */
  private static boolean isHalf(Matcher m) {
    String figure = m.group(4);
    boolean named = "一半".equals(figure) || "半数".equals(figure);
    return m.group(6) == null && (named || "半".equals(figure) && "过".equals(m.group(1)));
  }

  private static Quantity quantity(ItemText source, TextSpan span, Matcher m) {
    String unit = m.group(6) == null ? m.group(10) : m.group(6);
    unit = QuantityUnits.withoutTime(unit);
    if (unit == null && isMoney(source, span, m)) {
      unit = "元";
    }
    String figure = m.group(4);
    boolean fraction = figure.contains("分之") || figure.contains("/") || isHalf(m);
    boolean named = "类".equals(unit) && m.group(1) == null && m.group(12) == null;
    boolean bare = unit == null && isRatio(source, span, m);
    if (unit == null && !fraction && !bare || named) {
      return null;
    }
    if (PROPORTIONAL.matcher(figure).find() && !bare) {
      return null;
    }
    if (unit != null && unit.startsWith("年") && figure.matches("(?:19|20)\\d{2}")) {
      return null;
    }
    String scale = m.group(5);
    boolean range = m.group(8) != null;
    if (range && scale.isEmpty()) {
      scale = m.group(9);
    }
    if ("个百分点".equals(unit) && m.group(3) != null && m.group(3).contains("平均")) {
      return null;
    }
    boolean times = "倍".equals(unit) && m.group(1) != null && TIMES.matcher(m.group(1)).matches();
    if (times) {
      unit = null;
    }
    QuantityKind kind =
        fraction || times
            ? QuantityKind.SHARE
            : bare ? QuantityKind.OTHER : QuantityUnits.kind(unit);
    List<BigDecimal> values = new ArrayList<>();
    values.add(value(figure, scale, unit, kind));
    if (range) {
      values.add(value(m.group(8), m.group(9), m.group(10), kind));
    }
    if (values.contains(null)) {
      return null;
    }
    String before = source.covered().substring(span.start(), m.start(4));
    Operator op = range ? Operator.BETWEEN : operator(m);
    if (op == null && kind == QuantityKind.YEARS) {
      op = UnwordedBound.within(before, source.covered().substring(m.end(), span.end()));
    } else if (m.group(1) != null && m.group(12) == null) {
      op = UnwordedBound.eased(before, m.group(1), kind, unit, op);
    }
    TextSpan base = m.group(3) == null ? null : new TextSpan(m.start(3), m.end(3));
    int start = m.group(1) != null ? m.start(1) : base == null ? m.start(4) : base.start();
    return new Quantity(
        new TextSpan(start, m.end()), kind, values, QuantityUnits.named(kind, unit), op, base);
  }

  private static BigDecimal value(String figure, String scale, String unit, QuantityKind kind) {
    String by = scale == null ? "" : scale;
    // 三亿五千万: 万 belongs to what stands behind 亿, not to the whole.
    boolean nested = figure.matches(".*[万亿].*");
    BigDecimal number = figure(nested ? figure + by : figure);
    if (number == null) {
      return null;
    }
    BigDecimal full = nested ? number : number.multiply(ChineseNumber.multiplier(by));
    if (kind == QuantityKind.MONEY) {
      return full.divide(WAN, MathContext.DECIMAL64);
    }
    if (kind == QuantityKind.SHARE && unit != null) {
      return full.movePointLeft("‰".equals(unit) ? 3 : "成".equals(unit) ? 1 : 2);
    }
    return full;
  }

  private static BigDecimal figure(String text) {
    if (text.startsWith("半") || "一半".equals(text)) {
      return HALF;
    }
    String[] proportion = PROPORTIONAL.split(text);
    if (proportion.length == 2) {
      BigDecimal second = new BigDecimal(proportion[1]);
      return second.signum() == 0
          ? null
          : new BigDecimal(proportion[0]).divide(second, MathContext.DECIMAL64);
    }
    if (text.startsWith("百分之")) {
      return ChineseNumber.figure(text.substring(3)).map(n -> n.movePointLeft(2)).orElse(null);
    }
    String[] parts = text.contains("分之") ? text.split("分之") : text.split("/");
    if (parts.length == 1) {
      return ChineseNumber.figure(text).orElse(null);
    }
    int above = text.contains("分之") ? 1 : 0;
    BigDecimal top = ChineseNumber.figure(parts[above]).orElse(null);
    BigDecimal bottom = ChineseNumber.figure(parts[1 - above]).orElse(null);
    return top == null || bottom == null || bottom.signum() == 0
        ? null
        : top.divide(bottom, MathContext.DECIMAL64);
  }

  private static Operator operator(Matcher m) {
    Operator op = leading(m.group(1));
    String trailing = m.group(12);
    boolean eased = m.group(1) != null && EASED.matcher(m.group(1)).matches();
    if (trailing != null
        && (op == null
            || eased
            || "以上".equals(trailing) && (op == Operator.AT_LEAST || m.group(3) != null))) {
      op = "以上".equals(trailing) || "以后".equals(trailing) ? Operator.AT_LEAST : Operator.AT_MOST;
    }
    String included = m.group(2);
    for (int group : new int[] {7, 11, 13}) {
      included = m.group(group) == null ? included : m.group(group);
    }
    return op == null || included == null ? op : bounded(op, "含".equals(included));
  }

  private static Operator leading(String words) {
    if (words == null) {
      return null;
    }
    if (LEADING_OPS.containsKey(words)) {
      return LEADING_OPS.get(words);
    }
    if (AT_LEAST.matcher(words).matches()) {
      return Operator.AT_LEAST;
    }
    if (AT_MOST.matcher(words).matches()) {
      return Operator.AT_MOST;
    }
    if (GREATER.matcher(words).matches()) {
      return Operator.GREATER;
    }
    return LESS.matcher(words).matches() ? Operator.LESS : null;
  }

  /** （含） and （不含） decide over the words. */
  private static Operator bounded(Operator op, boolean included) {
    return switch (op) {
      case GREATER, AT_LEAST -> included ? Operator.AT_LEAST : Operator.GREATER;
      case LESS, AT_MOST -> included ? Operator.AT_MOST : Operator.LESS;
      default -> op;
    };
  }
}
