package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.outline.Marker.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds every numeral that could open a clause; {@link OutlineBuilder} decides which do. */
final class MarkerFinder {
  private static final String HAN = "[一二三四五六七八九十百零〇○]{1,6}";
  private static final String ARABIC = "[0-9０-９]{1,3}";

  /** List dashes, Markdown and space that stand before a numeral. */
  private static final String LEAD = "(?:[ \\t\\u3000\\u00a0>*#]|- )*";

  private static final Map<Kind, Pattern> PATTERNS = new LinkedHashMap<>();

  static {
    String law = "(?![ 　]*(?:规定|第|所|至|和|、|或|中的|的))";
    put(Kind.PART, "(第[ 　]?" + HAN + "[ 　]?(?:编|部分))" + law);
    put(Kind.CHAPTER, "(第[ 　]?" + HAN + "[ 　]?章)" + law);
    put(Kind.SECTION, "(第[ 　]?" + HAN + "[ 　]?节)" + law);
    put(Kind.ARTICLE, "(第[ 　]?(?:" + HAN + "|" + ARABIC + ")[ 　]?条(?:之[一二三四五六七八九十])?)" + law);
    put(Kind.HAN, "(" + HAN + ")[ 　]?、");
    put(Kind.HAN_BRACKET, "([（(][ 　]?" + HAN + "[ 　]?[）)])[、.]?");
    put(Kind.ARABIC, "(" + ARABIC + ")[ ]?(?:[.．](?![0-9０-９])|、)");
    put(Kind.ARABIC_BRACKET, "([（(][ 　]?" + ARABIC + "[ 　]?[）)])");
    put(Kind.CIRCLED, "([①-⑳])");
  }

  /** 附件 1 on a line of its own, or with the annex's title behind it; a list of annexes is none. */
  private static final Pattern ANNEX =
      Pattern.compile(
          "\\G" + LEAD + "(附[ 　]?(?:件|表|录)[ 　]?(" + ARABIC + "|" + HAN + ")?)[ 　]*(?=\\n|$)");

  private static final Pattern ANNEX_LIST = Pattern.compile("\\G" + LEAD + "附[ 　]?件[ 　]?[:：]");

  private final String text;
  private final List<Marker> markers = new ArrayList<>();

  private MarkerFinder(String text) {
    this.text = text;
  }

  private static void put(Kind kind, String numeral) {
    PATTERNS.put(kind, Pattern.compile("\\G" + LEAD + numeral));
  }

  /** Candidates in document order. */
  static List<Marker> find(String text) {
    MarkerFinder finder = new MarkerFinder(text);
    boolean annexList = false;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      annexList = finder.line(from, end, annexList);
      from = end + 1;
    }
    return finder.markers;
  }

  /** Whether the next line may still be one of a list of annexes. */
  private boolean line(int from, int end, boolean annexList) {
    if (text.substring(from, end).isBlank()) {
      return annexList;
    }
    if (text.substring(from, end).indexOf('\t') >= 0) {
      return false;
    }
    if (ANNEX_LIST.matcher(text).region(from, end).find()) {
      return true;
    }
    Marker first = at(from, end, false);
    boolean listed = annexList && first != null && first.kind() == Kind.ARABIC && end - from < 80;
    if (first != null && !listed) {
      markers.add(first);
    }
    if (end - from > 30) {
      inline(first == null ? from : first.textStart(), end);
    }
    return listed;
  }

  private Marker at(int from, int end, boolean inline) {
    Matcher annex = ANNEX.matcher(text).region(from, Math.min(end + 1, text.length()));
    if (!inline && annex.find() && annex.end() <= end) {
      int number = annex.group(2) == null ? 1 : Numeral.parse(annex.group(2));
      return new Marker(
          Kind.ANNEX, number, plain(annex.group(1)), annex.start(1), annex.end(), false);
    }
    for (Map.Entry<Kind, Pattern> entry : PATTERNS.entrySet()) {
      Matcher matcher = entry.getValue().matcher(text).region(from, end);
      matcher.useTransparentBounds(true);
      if (matcher.find()) {
        int number = number(matcher.group(1));
        if (number > 0) {
          return new Marker(
              entry.getKey(),
              number,
              plain(matcher.group(1)),
              matcher.start(1),
              matcher.end(),
              inline);
        }
      }
    }
    return null;
  }

  /**
   * Numerals behind a full stop, a colon or a semicolon, for texts that came without line breaks.
   */
  private void inline(int from, int end) {
    int quotes = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if ("《“「".indexOf(c) >= 0) {
        quotes++;
      } else if ("》”」".indexOf(c) >= 0) {
        quotes = Math.max(0, quotes - 1);
      }
      if (quotes > 0) {
        continue;
      }
      boolean lawStart = c == '第' && i > from && isInlineLaw(i, end);
      boolean afterStop = i > from && "。：:；;！？”）)".indexOf(text.charAt(i - 1)) >= 0;
      if (lawStart || afterStop) {
        Marker marker = at(i, end, true);
        if (marker != null && (lawStart || afterStop(i, marker))) {
          markers.add(marker);
          i = marker.textStart() - 1;
        }
      }
    }
  }

  /** Behind a bracket only 一、 and chapters begin; an Arabic number behind a colon is a quantity. */
  private boolean afterStop(int i, Marker marker) {
    boolean closer = "”）)".indexOf(text.charAt(i - 1)) >= 0;
    return switch (marker.kind()) {
      case HAN, PART, CHAPTER -> true;
      case SECTION, ARTICLE -> false;
      default -> !closer;
    };
  }

  /** 第一条 with space behind it begins an article wherever it stands, e.g. behind 总 则. */
  private boolean isInlineLaw(int i, int end) {
    for (Kind kind : List.of(Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE)) {
      Matcher matcher = PATTERNS.get(kind).matcher(text).region(i, end);
      if (matcher.find()) {
        int after = matcher.end();
        return after < end && Character.isWhitespace(text.charAt(after));
      }
    }
    return false;
  }

  private static int number(String numeral) {
    if (numeral.length() == 1 && numeral.charAt(0) >= '①' && numeral.charAt(0) <= '⑳') {
      return numeral.charAt(0) - '①' + 1;
    }
    return Numeral.parse(
        numeral.replaceAll("条之[一二三四五六七八九十]$", "").replaceAll("[第编章节条部分（()）\\s　]", ""));
  }

  /** As printed, brackets and digits half-width, white space cut. */
  private static String plain(String numeral) {
    StringBuilder plain = new StringBuilder();
    for (char c : numeral.toCharArray()) {
      if (c == '（') {
        plain.append('(');
      } else if (c == '）') {
        plain.append(')');
      } else if (c >= '０' && c <= '９') {
        plain.append((char) (c - '０' + '0'));
      } else if (!Character.isWhitespace(c) && c != '　') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
