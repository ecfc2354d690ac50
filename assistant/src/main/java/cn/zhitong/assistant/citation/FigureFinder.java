package cn.zhitong.assistant.citation;

import cn.zhitong.assistant.citation.Figure.Bound;
import cn.zhitong.assistant.citation.Figure.Kind;
import cn.zhitong.common.text.ChineseNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what must not be got wrong in a text: document numbers, addresses, times, shares, dates,
 * ordinals and quantities. Each step takes out what it understood, so that 2025年 is not also 2025
 * and 年.
 */
final class FigureFinder {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final List<Figure> found = new ArrayList<>();
  private final StringBuilder rest;
  private final String text;

  private FigureFinder(String text) {
    this.text = text;
    this.rest = new StringBuilder(text);
  }

  /** The figures of a sentence. */
  static List<Figure> in(String text) {
    FigureFinder figures = new FigureFinder(normal(text));
    figures.take(FigurePatterns.LIST_MARK, match -> {});
    figures.take(FigurePatterns.DOCUMENT, figures::document);
    figures.take(FigurePatterns.IDENTIFIER, figures::identifier);
    figures.take(FigurePatterns.YEARS, figures::years);
    figures.take(FigurePatterns.PERCENT, figures::percent);
    figures.take(FigurePatterns.DATE, figures::date);
    figures.take(FigurePatterns.FRACTION, figures::fraction);
    figures.take(FigurePatterns.TIME, figures::time);
    figures.take(FigurePatterns.PART, figures::identifier);
    figures.take(FigurePatterns.ORDINAL, figures::ordinal);
    figures.take(FigurePatterns.INCLUDED, match -> {});
    figures.take(FigurePatterns.HALF, figures::half);
    figures.take(FigurePatterns.RANGE, figures::range);
    figures.take(FigurePatterns.QUANTITY, figures::quantity);
    return figures.found;
  }

  /** The figures of a source: beside those of a sentence, bare ones under a column's unit. */
  static List<Figure> inSource(String text) {
    List<Figure> figures = new ArrayList<>(in(text));
    Matcher unit = FigurePatterns.COLUMN_UNIT.matcher(normal(text));
    while (unit.find()) {
      for (Figure bare : List.copyOf(figures)) {
        if (bare.kind() == Kind.QUANTITY && bare.unit().isEmpty()) {
          figures.add(under(unit.group(1), bare));
        }
      }
    }
    return figures;
  }

  private static Figure under(String unit, Figure bare) {
    BigDecimal value = new BigDecimal(bare.value());
    return unit.endsWith("元")
        ? Figure.quantity(
            value.multiply(ChineseNumber.multiplier(unit.substring(0, unit.length() - 1))),
            "元",
            bare.bound(),
            bare.text(),
            bare.at())
        : new Figure(Kind.PERCENT, bare.value(), "%", bare.bound(), bare.text(), bare.at());
  }

  /** Half-width digits and appeals; no space beside a Chinese character. Lengths may change. */
  static String normal(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      boolean wide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
      half.append(wide || c == '．' || c == '％' ? (char) (c - 0xFEE0) : c);
    }
    return half.toString()
        .replace("㎡", "平方米")
        .replaceAll("(?i)(?<=\\d)m²", "平方米")
        .replaceAll("(?<=\\d)，(?=\\d{3}(?!\\d))", ",")
        .replaceAll(
            "(?<=[^\\x00-\\x7f])[ \\t\\u3000\\u00a0]+|[ \\t\\u3000\\u00a0]+(?=[^\\x00-\\x7f])", "");
  }

  private interface Step {
    void found(MatchResult match);
  }

  private void take(Pattern pattern, Step step) {
    Matcher matcher = pattern.matcher(rest);
    List<MatchResult> matches = matcher.results().toList();
    for (MatchResult match : matches) {
      step.found(match);
    }
    for (MatchResult match : matches) {
      if (match.end() > match.start()) {
        rest.replace(match.start(), match.end(), "\0".repeat(match.end() - match.start()));
      }
    }
  }

  private void document(MatchResult match) {
    String prefix = FigurePatterns.LEAD_WORDS.matcher(match.group(1)).replaceFirst("");
    String number = new BigDecimal(match.group(3)).toString();
    add(Kind.DOCUMENT, prefix + "〔" + match.group(2) + "〕" + number + "号", "", match);
  }

  private void identifier(MatchResult match) {
    add(Kind.IDENTIFIER, match.group(), "", match);
  }

  private void time(MatchResult match) {
    int hour = Integer.parseInt(match.group(2));
    boolean afternoon = match.group(1) != null && match.group(1).matches("下午|晚上?");
    String minutes = match.group(5) == null ? first(match.group(3), match.group(4), "0") : "30";
    int shown = afternoon && hour < 12 ? hour + 12 : hour;
    add(Kind.IDENTIFIER, "%d:%02d".formatted(shown, Integer.parseInt(minutes)), "", match);
  }

  private void ordinal(MatchResult match) {
    add(Kind.ORDINAL, number(match.group(1)), match.group(2), match);
  }

  private void percent(MatchResult match) {
    if (match.group(1) != null) {
      percentRange(match.group(1), match.group(2), match);
    } else if (match.group(3) != null) {
      share(new BigDecimal(number(match.group(3))), match);
    } else if (match.group(7) != null) {
      share(new BigDecimal(number(match.group(7))).movePointLeft(1), match);
    } else if (match.group(6) != null) {
      percentRange(match.group(5), match.group(6), match);
    } else {
      int places = "百千万".indexOf(match.group(4));
      share(new BigDecimal(number(match.group(5))).movePointLeft(places), match);
    }
  }

  private void percentRange(String low, String high, MatchResult match) {
    percentEnd(low, Bound.AT_LEAST, match);
    percentEnd(high, Bound.AT_MOST, match);
  }

  private void percentEnd(String value, Bound bound, MatchResult match) {
    found.add(new Figure(Kind.PERCENT, number(value), "%", bound, match.group(), match.start()));
  }

  private void fraction(MatchResult match) {
    if (match.group(7) != null) {
      add(Kind.PERCENT, "50", "%", match);
    } else if (match.group(6) != null) {
      BigDecimal value = new BigDecimal(number(match.group(6)));
      share(value.compareTo(BigDecimal.TEN) < 0 ? value.movePointRight(1) : value, match);
    } else if (match.group(5) != null) {
      share(new BigDecimal(number(match.group(5))).movePointRight(1), match);
    } else {
      String below = number(first(match.group(1), match.group(4)));
      String above = number(first(match.group(2), match.group(3)));
      if (new BigDecimal(below).signum() > 0) {
        share(
            new BigDecimal(above)
                .multiply(HUNDRED)
                .divide(new BigDecimal(below), 4, RoundingMode.HALF_UP),
            match);
      }
    }
  }

  private void share(BigDecimal percent, MatchResult match) {
    add(Kind.PERCENT, Figure.plain(percent), "%", match);
  }

  private void years(MatchResult match) {
    for (int group : new int[] {1, 2}) {
      String year = match.group(group);
      found.add(new Figure(Kind.DATE, year + "-*-*", "", Bound.NONE, year, match.start(group)));
    }
  }

  private void date(MatchResult match) {
    String year = first(match.group(1), match.group(4));
    String month = first(match.group(2), match.group(6), match.group(8));
    String day = first(match.group(3), match.group(7), match.group(9));
    // 2024年12月1日至31日, 2024年1月至3月: the second date inherits the first one's year.
    if (year == null
        && !found.isEmpty()
        && text.substring(0, match.start()).matches("(?s).*" + FigurePatterns.TO)) {
      Figure before = found.get(found.size() - 1);
      year = before.kind() == Kind.DATE ? before.value().split("-")[0] : null;
    }
    String value = part(year) + "-" + part(month) + "-" + part(day);
    if (day == null && text.substring(match.end()).matches("(?s)^年?[底末].*")) {
      value = lastDay(part(year), part(month));
    }
    Bound bound = ComparatorParser.ofDate(text, match.start(), match.end());
    found.add(new Figure(Kind.DATE, value, "", bound, match.group(), match.start()));
  }

  /** 2025年底 and 6月底 are days; February's last depends on the year. */
  private static String lastDay(String year, String month) {
    if (month.equals("*")) {
      return year + "-12-31";
    }
    int of = Integer.parseInt(month);
    boolean known = of >= 1 && of <= 12 && (of != 2 || !year.equals("*"));
    int in = year.equals("*") ? 2025 : Integer.parseInt(year);
    return year + "-" + month + "-" + (known ? YearMonth.of(in, of).lengthOfMonth() : "*");
  }

  private void half(MatchResult match) {
    boolean alone = match.group(1) == null;
    BigDecimal value = alone ? HALF : new BigDecimal(number(match.group(1))).add(HALF);
    quantity(value, alone ? match.group(3) : match.group(2), match);
  }

  private void range(MatchResult match) {
    String unit = match.group(6);
    String lowUnit = first(match.group(3), unit);
    BigDecimal low = new BigDecimal(number(match.group(1)));
    boolean own = !match.group(2).isEmpty() || match.group(1).matches(".*[万亿]");
    // 3-5万元: the multiplier is for both; 3万-5万元 has its own.
    String times = own || match.group(3) != null ? match.group(2) : match.group(5);
    BigDecimal high =
        new BigDecimal(number(match.group(4))).multiply(ChineseNumber.multiplier(match.group(5)));
    end(low.multiply(ChineseNumber.multiplier(times)), lowUnit, Bound.AT_LEAST, match);
    end(high, unit, Bound.AT_MOST, match);
  }

  private void end(BigDecimal value, String unit, Bound bound, MatchResult match) {
    BigDecimal amount = value.multiply(Units.factor(unit));
    found.add(Figure.quantity(amount, Units.normal(unit), bound, match.group(), match.start()));
  }

  private void quantity(MatchResult match) {
    if (match.group(1) != null) {
      BigDecimal value =
          new BigDecimal(number(match.group(1))).multiply(ChineseNumber.multiplier(match.group(2)));
      if (match.group(3) != null) {
        // 1亿5000万元
        value =
            value.add(
                new BigDecimal(number(match.group(3)))
                    .multiply(ChineseNumber.multiplier(match.group(4))));
      }
      quantity(value, match.group(5) == null ? "" : match.group(5), match);
      return;
    }
    String unit = Units.normal(match.group(7));
    boolean indefinite =
        match.group(6).equals("一") && !Units.factor(match.group(7)).equals(BigDecimal.valueOf(12));
    boolean counted = Units.isCount(unit) || !"元月日工作日小时分钟岁倍季度".contains(unit);
    // 一家, 一项, 一批, 十分: articles and adverbs, not counts.
    if ((indefinite && counted) || match.group().equals("十分")) {
      return;
    }
    quantity(ChineseNumber.parse(match.group(6)), match.group(7), match);
  }

  private void quantity(BigDecimal value, String unit, MatchResult match) {
    end(value, unit, ComparatorParser.of(text, match.start(), match.end()), match);
  }

  private void add(Kind kind, String value, String unit, MatchResult match) {
    boolean bounded = kind == Kind.PERCENT;
    Bound bound = bounded ? ComparatorParser.of(text, match.start(), match.end()) : Bound.NONE;
    found.add(new Figure(kind, value, unit, bound, match.group(), match.start()));
  }

  private static String number(String written) {
    return Figure.plain(
        Character.isDigit(written.charAt(0))
            ? new BigDecimal(written.replace(",", ""))
            : ChineseNumber.parse(written));
  }

  private static String part(String written) {
    // The year inherited from 3月1日至… is itself unknown.
    return written == null || written.equals("*") ? "*" : number(written);
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }
}
