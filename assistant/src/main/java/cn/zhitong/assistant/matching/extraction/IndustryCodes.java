package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Industries that a text tells by their codes of GB/T 4754: 所属行业属于C26、C27, 行业代码65. */
final class IndustryCodes {
  private static final String CODE = "[A-T]\\d{2,4}";
  private static final String MARK = "(?:、|和|或|及|与|,|/|至|到|-|—|－|~|～)";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:所属|从事)?(?:国民经济)?(?:行业|产业|门类|大类|中类|小类|代码)[^，。；\\d]{0,12}(?:[（(][^（()）]{0,30}[）)])?[^，。；\\d]{0,12}?(?<![A-Za-z/])("
              + CODE
              + "(?:"
              + MARK
              + "(?:[A-T]?\\d{2,4})(?!\\d)){0,12}|[A-T](?=(?:门)?类|[（(。；，]))(?:门类|类)?");

  /** 「（行业代码65）」: a division without its letter. */
  private static final Pattern DIVISION =
      Pattern.compile(
          "(?:行业|代码|大类)(?:代码|大类)?(?:为|是|：|:)?(\\d{2}(?:(?:、|和|或|及|,)\\d{2}(?![\\d年月日%人万亿个家])){0,8})(?![\\d年月日%人万亿个家])");

  private static final Pattern ONE = Pattern.compile("([A-T]?)(\\d{0,4})");
  private static final Pattern RANGE = Pattern.compile("至|到|-|—|－|~|～");
  private static final Pattern DENIED = Pattern.compile("不属于|不含|不包括|除|非");

  /** The last division of each section, from A. */
  private static final int[] LAST = {
    5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 95, 97
  };

  private IndustryCodes() {}

  /** The industries that a stretch tells by code. */
  static Optional<FoundLeaf> detect(ItemText source, TextSpan piece) {
    String text = source.text();
    Set<String> codes = new LinkedHashSet<>();
    int start = piece.end();
    int end = piece.start();
    Matcher named = NAMED.matcher(text).region(piece.start(), piece.end());
    while (named.find()) {
      codes.addAll(codes(named.group(1)));
      start = Math.min(start, named.start());
      end = named.end();
    }
    Matcher division = DIVISION.matcher(text).region(piece.start(), piece.end());
    if (codes.isEmpty() && division.find()) {
      for (String one : division.group(1).split("\\D")) {
        section(Integer.parseInt(one)).ifPresent(section -> codes.add(section + one));
      }
      start = piece.start();
      end = Math.min(piece.end(), division.end() + 1);
    }
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    boolean not = DENIED.matcher(text.substring(piece.start(), end)).find();
    return Optional.of(
        LeafBuilder.data(
            source,
            new TextSpan(start, end),
            "industry",
            not ? Operator.NOT_IN_INDUSTRY : Operator.IN_INDUSTRY,
            codes.stream().map(FactValue::of).toList(),
            null,
            null));
  }

  private static List<String> codes(String words) {
    List<String> codes = new ArrayList<>();
    String letter = "";
    Matcher one = ONE.matcher(words);
    int before = -1;
    while (one.find()) {
      if (one.group().isEmpty()) {
        continue;
      }
      letter = one.group(1).isEmpty() ? letter : one.group(1);
      boolean ranges = before >= 0 && RANGE.matcher(words.substring(before, one.start())).matches();
      if (ranges && one.group(2).length() == 2) {
        between(codes.remove(codes.size() - 1), Integer.parseInt(one.group(2)), codes);
      } else {
        codes.add(letter + one.group(2));
      }
      before = one.end();
    }
    return codes;
  }

  /** The divisions of a range of one section. */
  private static void between(String first, int last, List<String> into) {
    int from = first.length() == 3 ? Integer.parseInt(first.substring(1)) : last;
    for (int division = from; division <= last; division++) {
      into.add(first.charAt(0) + String.format("%02d", division));
    }
  }

  private static Optional<String> section(int division) {
    for (int i = 0; division > 0 && i < LAST.length; i++) {
      if (division <= LAST[i]) {
        return Optional.of(String.valueOf((char) ('A' + i)));
      }
    }
    return Optional.empty();
  }
}
