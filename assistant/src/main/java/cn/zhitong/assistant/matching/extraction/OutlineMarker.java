package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.common.text.ChineseNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list number in a text: 一、（一） 1． (1) 1) ① 第一条.
 *
 * @param style index of its form; the outline nests by order of appearance
 */
record OutlineMarker(int style, int number, int start, int end) {
  private static final String NUMERALS = "一二三四五六七八九十";

  /** 「（一）至（三）项」 speaks of points, it opens none. */
  private static final String REFERENCE =
      "[至到、和及或—-]{0,2}第?[（(][一二三四五六七八九十\\d]{1,3}[）)]|(?:项(?!目)|款(?!式|项|待))";

  /** {@code loose} forms may stand behind any character, the others only behind a break. */
  private record Form(Pattern pattern, boolean loose) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(Pattern.compile("第([" + NUMERALS + "百零]{1,5})条"), false),
          new Form(Pattern.compile("([" + NUMERALS + "]{1,3})、"), false),
          new Form(
              Pattern.compile("(?<!第)[（(]([" + NUMERALS + "]{1,3})[）)](?!" + REFERENCE + ")"),
              true),
          new Form(Pattern.compile("(\\d{1,2})．"), true),
          new Form(Pattern.compile("(\\d{1,2})(?:\\.(?!\\d)|\\.(?=20\\d{2}年)|、)"), false),
          new Form(Pattern.compile("(?<!第)[（(](\\d{1,2})[）)](?!" + REFERENCE + ")"), true),
          new Form(Pattern.compile("(?<![\\d（(第.．])(\\d{1,2})[）)]"), true),
          new Form(Pattern.compile("([①②③④⑤⑥⑦⑧⑨⑩])"), true),
          new Form(Pattern.compile("(——|--|·|●|◆|■|▲|★|※|•|◇|○)(?=[\\u4e00-\\u9fa5])"), false));

  /** Style of a list whose points have no numbers. */
  private static final int BULLET = 8;

  private static final int LONGEST_HEADING = 14;
  private static final Pattern HEADING =
      Pattern.compile("(?:[。；;：:\n！？）)]|[一二三四五六七八九十]、)[\\u4e00-\\u9fa5]{2,11}$");
  private static final Pattern FIRST = Pattern.compile("(\\d)([.．、])(?!\\d)");

  private static final Pattern GLUED = Pattern.compile("(\\d{1,2})([.．、])(?=[\\u4e00-\\u9fa5])");

  /** Style of 1. and 1、 */
  private static final int PLAIN = 4;

  /** Style of 第一条: articles of a regulation make up one item together. */
  static final int ARTICLE = 0;

  static boolean startsWithMarker(String text) {
    return FORMS.stream().anyMatch(form -> form.pattern().matcher(text).lookingAt());
  }

  /** The marker that begins here, if one does; whether it fits its list is the outline's matter. */
  static Optional<OutlineMarker> at(String text, int position) {
    boolean broken =
        position == 0
            || "。；;：:\n！？".indexOf(text.charAt(position - 1)) >= 0
            || isBehindHeading(text, position);
    for (int style = 0; style < FORMS.size(); style++) {
      Form form = FORMS.get(style);
      if (!broken && !form.loose()) {
        continue;
      }
      Matcher marker = form.pattern().matcher(text).region(position, text.length());
      marker.useTransparentBounds(true);
      if (marker.lookingAt()) {
        return Optional.of(
            new OutlineMarker(style, number(marker.group(1)), position, marker.end()));
      }
    }
    return Optional.empty();
  }

  /** A number between two words, where a page's lines were joined: …独立法人2、管理规范…. */
  static Optional<OutlineMarker> glued(String text, int position) {
    Matcher number = GLUED.matcher(text).region(position, text.length());
    boolean between = position > 0 && isWord(text, position - 1) && number.lookingAt();
    return between
        ? Optional.of(new OutlineMarker(PLAIN, number(number.group(1)), position, number.end(2)))
        : Optional.empty();
  }

  /**
   * 「（一）示范企业1.…；2.…」: the first number of a list may follow its heading directly, where the second
   * follows behind a break. So may a later number that opens an excerpt.
   */
  private static boolean isBehindHeading(String text, int position) {
    Matcher first = FIRST.matcher(text).region(position, text.length());
    if (!first.lookingAt()) {
      return false;
    }
    int number = Integer.parseInt(first.group(1));
    if (number == 1 ? !isWord(text, position - 1) : !isHeading(text, position)) {
      return false;
    }
    Pattern next =
        Pattern.compile("[。；;：:\n]" + (number + 1) + Pattern.quote(first.group(2)) + "(?!\\d)");
    return next.matcher(text).region(position, text.length()).find();
  }

  private static boolean isWord(String text, int at) {
    return Character.isIdeographic(text.charAt(at)) || "）)”》".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isHeading(String text, int position) {
    int from = Math.max(0, position - LONGEST_HEADING);
    return HEADING.matcher(text.substring(from, position)).find();
  }

  /** Whether one of a style may follow another, whatever their numbers. */
  boolean isBullet() {
    return style == BULLET;
  }

  private static int number(String text) {
    char first = text.charAt(0);
    if (Character.isDigit(first)) {
      return Integer.parseInt(text);
    }
    if (first >= '①' && first <= '⑩') {
      return first - '①' + 1;
    }
    if ("—-·●◆■▲★※•◇○".indexOf(first) >= 0) {
      return 1;
    }
    return ChineseNumber.figure(text).map(java.math.BigDecimal::intValue).orElse(0);
  }
}
