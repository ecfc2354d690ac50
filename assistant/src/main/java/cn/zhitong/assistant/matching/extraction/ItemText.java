package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy text as the patterns read it: without blanks, with the words in brackets and between
 * book title marks covered, each position mapped back to the stored text. Quotes come from the
 * stored text.
 */
final class ItemText {
  /** Stands for a covered character; no pattern matches it. */
  private static final char COVER = '\u0001';

  /** Brackets that decide a bound stay readable: （含）, （不含等于）, （含5年）. */
  private static final Pattern BRACKETS =
      Pattern.compile(
          "[（(〔](?!(?:不?含(?!成立|不足|新设)|以上|及以上)[^（(）)，]{0,8}[）)])(?![一二三四五六七八九十]{1,3}[）)])(?!\\d{1,2}[）)])"
              + "([^（(）)〕〔]{0,400})[）)〕]");

  private static final Pattern BOOK = Pattern.compile("《([^《》]*)》");

  /** Numerals as they stand in deeds: 伍拾万元. */
  private static final Pattern FORMAL =
      Pattern.compile("(?<![队行入退](?=伍))[壹贰叁肆伍陆柒捌玖][壹贰叁肆伍陆柒捌玖拾佰仟零]{0,8}[拾佰仟万亿]");

  private static final String FORMAL_NUMERALS = "壹贰叁肆伍陆柒捌玖拾佰仟";
  private static final String NUMERALS = "一二三四五六七八九十百千";

  /** A heading is short; a longer line that ends without a mark goes on in the next. */
  private static final int LONGEST_HEADING = 24;

  private final String original;
  private final String text;
  private final String covered;
  private final int[] offsets;

  ItemText(String original) {
    this(original, true);
  }

  private ItemText(String original, boolean covering) {
    this.original = original;
    StringBuilder compact = new StringBuilder();
    int[] map = new int[original.length() + 1];
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (c == '\n') {
        if (isBoundary(i)) {
          map[compact.length()] = i;
          compact.append('\n');
        }
      } else if (!Character.isWhitespace(c) && c != '\u3000' && c != '\u00a0') {
        map[compact.length()] = i;
        compact.append(c);
      }
    }
    map[compact.length()] = original.length();
    this.text = compact.toString();
    this.offsets = map;
    String plain = plain(text);
    this.covered = covering ? cover(cover(plain, BOOK), BRACKETS) : plain;
  }

  /** The same with the words in brackets in sight. */
  ItemText open() {
    return new ItemText(original, false);
  }

  private boolean isBoundary(int newline) {
    int from = original.lastIndexOf('\n', newline - 1) + 1;
    String line = original.substring(from, newline).strip();
    String rest = original.substring(newline).strip();
    boolean ended = line.isEmpty() || "。；;：:！？!?".indexOf(line.charAt(line.length() - 1)) >= 0;
    return ended || line.length() <= LONGEST_HEADING || OutlineMarker.startsWithMarker(rest);
  }

  /** The same length, with plain numerals for formal ones. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    Matcher found = FORMAL.matcher(text);
    while (found.find()) {
      for (int i = found.start(); i < found.end(); i++) {
        int numeral = FORMAL_NUMERALS.indexOf(text.charAt(i));
        if (numeral >= 0) {
          plain.setCharAt(i, NUMERALS.charAt(numeral));
        }
      }
    }
    return plain.toString();
  }

  private static String cover(String text, Pattern pattern) {
    StringBuilder covered = new StringBuilder(text);
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      for (int i = found.start(1); i < found.end(1); i++) {
        covered.setCharAt(i, COVER);
      }
    }
    return covered.toString();
  }

  /** What the patterns read. */
  String covered() {
    return covered;
  }

  String covered(TextSpan span) {
    return covered.substring(span.start(), span.end());
  }

  /** The readable words, for names and explanations. */
  String words(TextSpan span) {
    return text.substring(span.start(), span.end());
  }

  String text() {
    return text;
  }

  TextSpan whole() {
    return new TextSpan(0, text.length());
  }

  /** Where a span stands in the stored text. */
  TextSpan stored(TextSpan span) {
    if (span.isEmpty()) {
      return new TextSpan(offsets[span.start()], offsets[span.start()]);
    }
    return new TextSpan(offsets[span.start()], offsets[span.end() - 1] + 1);
  }

  /** The stored words between two stored positions. */
  String between(int from, int to) {
    return from < to ? original.substring(from, to) : "";
  }

  /** The stored words of a span. */
  String quote(TextSpan span) {
    TextSpan stored = stored(span);
    return original.substring(stored.start(), stored.end());
  }
}
