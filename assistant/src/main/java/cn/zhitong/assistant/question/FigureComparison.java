package cn.zhitong.assistant.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the one figure that a question names with the one limit of the same unit that an answer
 * states in so many words (不超过20%). With several figures or limits nothing is said: which belong
 * together is not known.
 */
final class FigureComparison {
  private static final String UNITS = "%|％|万元|元|亿元|人|天|日|个工作日|个月|年|平方米|千瓦|家|次";
  private static final Pattern ASKED = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(" + UNITS + "|万)");
  private static final Pattern LIMIT =
      Pattern.compile(
          "(不超过|不高于|不得超过|不得高于|不低于|不少于|不得低于|不得少于|超过|高于|低于|少于|达到)\\s*(\\d+(?:\\.\\d+)?)\\s*("
              + UNITS
              + ")|(\\d+(?:\\.\\d+)?)\\s*("
              + UNITS
              + ")(?:（含）|\\(含\\))?(以上|以下|以内)");

  private FigureComparison() {}

  private record Limit(String words, BigDecimal value, String unit) {}

  static Optional<String> of(String question, String answer) {
    Matcher asked = ASKED.matcher(question);
    if (!asked.find()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(asked.group(1));
    String unit = unit(asked.group(2));
    String said = asked.group();
    if (asked.find()) {
      return Optional.empty();
    }
    List<Limit> limits = limits(answer).stream().filter(l -> l.unit().equals(unit)).toList();
    if (limits.size() != 1) {
      return Optional.empty();
    }
    Limit limit = limits.get(0);
    int order = value.compareTo(limit.value());
    String relation = order > 0 ? "高于" : order < 0 ? "低于" : "等于";
    return Optional.of("您提到的" + said + relation + "条款写明的界限“" + limit.words() + "”；是否适用以条款全文为准。");
  }

  private static List<Limit> limits(String answer) {
    List<Limit> limits = new ArrayList<>();
    Matcher limit = LIMIT.matcher(answer);
    while (limit.find()) {
      boolean before = limit.group(1) != null;
      limits.add(
          new Limit(
              limit.group(),
              new BigDecimal(before ? limit.group(2) : limit.group(4)),
              unit(before ? limit.group(3) : limit.group(5))));
    }
    return limits;
  }

  private static String unit(String unit) {
    return switch (unit) {
      case "％" -> "%";
      case "万" -> "万元";
      case "日" -> "天";
      default -> unit;
    };
  }
}
