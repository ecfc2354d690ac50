package cn.zhitong.assistant.payment;

import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads amounts as lists write them into fen: {@code 50,000.00}, {@code 5万元}, {@code ￥50000},
 * {@code 伍万元整}, {@code (500.00)} for a negative one. A unit in the cell goes before the column's.
 */
final class AmountReader {
  /** Units in yuan, the longer names first. */
  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "亿元", BigDecimal.valueOf(100_000_000),
          "亿", BigDecimal.valueOf(100_000_000),
          "万元", BigDecimal.valueOf(10_000),
          "万", BigDecimal.valueOf(10_000),
          "千元", BigDecimal.valueOf(1_000),
          "元", BigDecimal.ONE,
          "圆", BigDecimal.ONE,
          "分", new BigDecimal("0.01"));

  private static final Pattern UNIT = Pattern.compile("(?:亿元|万元|千元|亿|万|元|圆|分)$");

  /** In brackets or at the end: 分批拨付金额 and 元旦慰问金额 name no unit. */
  private static final Pattern NAMED_UNIT =
      Pattern.compile("[(\\[/_·:,](?:单位)?:?(?:人民币)?(亿元|万元|千元|元|分)[)\\]]?$|(亿元|万元|千元|元)$");

  private static final Pattern TOLD_UNIT =
      Pattern.compile("单位[^元]{0,8}?(亿元|万元|千元|元)|[(](亿元|万元|千元|元)[)]");
  private static final Pattern FIGURES =
      Pattern.compile(
          "\\d{1,3}(?:,\\d{3}){1,6}(?:\\.\\d{1,12})?|\\d{1,16}(?:\\.\\d{1,12})?|\\.\\d{1,12}");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d{1,14})?[eE]\\+?\\d{1,2}");
  private static final Pattern NUMERALS = Pattern.compile("[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,30}");
  private static final Pattern NO_AMOUNT = Pattern.compile("\\s|人民币|RMB|CNY|¥|[整正。]$");
  private static final Pattern SIGN = Pattern.compile("^[-−‐–—+]|^负|[-−]$");
  private static final Pattern YUAN = Pattern.compile("[元圆]$");
  private static final Pattern BLANK = Pattern.compile("\\s");
  private static final BigDecimal FEN_A_YUAN = BigDecimal.valueOf(100);

  /** A hundred thousand million yuan: more is no payment. */
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000_000_000L);

  private AmountReader() {}

  /** The unit of a column, by its name or else by what stands above the table; yuan without. */
  static BigDecimal unit(String header, List<String> above) {
    String name = Normalizer.normalize(header, Normalizer.Form.NFKC);
    if (name.toLowerCase(java.util.Locale.ROOT).endsWith("fen")) {
      return UNITS.get("分");
    }
    Matcher named = NAMED_UNIT.matcher(name);
    if (named.find()) {
      return UNITS.get(named.group(1) == null ? named.group(2) : named.group(1));
    }
    for (String line : above) {
      String plain = Normalizer.normalize(line, Normalizer.Form.NFKC);
      Matcher told = TOLD_UNIT.matcher(BLANK.matcher(plain).replaceAll(""));
      if (told.find()) {
        return UNITS.get(told.group(1) == null ? told.group(2) : told.group(1));
      }
    }
    return BigDecimal.ONE;
  }

  /**
   * @param unit of the column, in yuan
   * @return fen, negative for money that came back
   */
  static long fen(String text, BigDecimal unit) throws UnreadableCell {
    String plain =
        NO_AMOUNT
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("")
            .replace('，', ',');
    boolean negative = false;
    if (plain.length() > 2 && plain.startsWith("(") && plain.endsWith(")")) {
      negative = true;
      plain = plain.substring(1, plain.length() - 1);
    }
    Matcher sign = SIGN.matcher(plain);
    if (sign.find()) {
      negative ^= !sign.group().equals("+");
      plain = plain.substring(0, sign.start()) + plain.substring(sign.end());
    }
    BigDecimal fen = yuan(plain, unit, text).multiply(FEN_A_YUAN);
    if (fen.stripTrailingZeros().scale() > 0) {
      throw new UnreadableCell("金额“" + text + "”不足一分，请核对单位和小数");
    }
    if (fen.compareTo(MOST) > 0) {
      throw new UnreadableCell("金额“" + text + "”过大，请核对单位");
    }
    return negative ? -fen.longValueExact() : fen.longValueExact();
  }

  private static BigDecimal yuan(String plain, BigDecimal unit, String text) throws UnreadableCell {
    String numerals = YUAN.matcher(plain).replaceAll("");
    if (numerals.length() > 1 && isNumeral(numerals)) {
      // 五万三千元 has its unit in itself, whatever the column's.
      return ChineseNumber.parse(numerals);
    }
    Matcher own = UNIT.matcher(plain);
    return own.find()
        ? number(plain.substring(0, own.start()), text).multiply(UNITS.get(own.group()))
        : number(plain, text).multiply(unit);
  }

  /** With a second 亿 it is no amount that anybody pays, and more than a long holds. */
  private static boolean isNumeral(String plain) {
    return NUMERALS.matcher(plain).matches() && plain.indexOf('亿') == plain.lastIndexOf('亿');
  }

  private static BigDecimal number(String plain, String text) throws UnreadableCell {
    if (FIGURES.matcher(plain).matches()) {
      return new BigDecimal(plain.replace(",", ""));
    }
    if (SCIENTIFIC.matcher(plain).matches()) {
      return new BigDecimal(plain);
    }
    if (isNumeral(plain)) {
      return ChineseNumber.parse(plain);
    }
    throw new UnreadableCell("金额“" + text + "”读不懂，请写成数字，如 50000.00");
  }

  /** An amount for people to read. */
  static String yuan(long fen) {
    return String.format(java.util.Locale.ROOT, "%,.2f 元", BigDecimal.valueOf(fen, 2));
  }
}
