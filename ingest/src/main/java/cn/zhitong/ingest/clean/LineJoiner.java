package cn.zhitong.ingest.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins lines that a scan, a page or a fixed width cut inside a sentence. Headings, key lines,
 * numerals, signatures and dates begin a line of their own; in doubt the break stays, since a break
 * between sentences hurts nobody.
 */
final class LineJoiner {
  private static final String ENDS = "。！？；!?;";
  private static final String CLOSERS = "”’」』）)》〉】\"'";
  private static final String OPENERS = "《〈〔（(“「【";
  private static final String CLOSING = "》〉〕）)”」】";

  /** An open bracket closes within this many characters of the next line: longest seen titles. */
  private static final int BRACKET_REACH = 120;

  /** A line with a comma and at least this many characters is no heading. */
  private static final int LONG_LINE = 25;

  private final HardWrapDetector wrapping;

  private LineJoiner(HardWrapDetector wrapping) {
    this.wrapping = wrapping;
  }

  static List<Line> mend(List<Line> lines) {
    LineJoiner mending = new LineJoiner(HardWrapDetector.of(lines));
    List<Line> mended = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Line previous = null;
    for (Line line : lines) {
      if (previous != null && mending.continues(text.toString(), previous, line)) {
        text.append(between(text, line.text())).append(line.text());
      } else {
        if (previous != null) {
          mended.set(mended.size() - 1, last(mended).withText(text.toString()));
        }
        mended.add(line);
        text.setLength(0);
        text.append(line.text());
      }
      previous = line;
    }
    if (previous != null) {
      mended.set(mended.size() - 1, last(mended).withText(text.toString()));
    }
    return mended;
  }

  private static Line last(List<Line> lines) {
    return lines.get(lines.size() - 1);
  }

  private static String between(CharSequence left, String right) {
    char a = left.charAt(left.length() - 1);
    char b = right.charAt(0);
    boolean latin =
        a < 128 && b < 128 && Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b);
    return latin && !(Character.isDigit(a) && Character.isDigit(b)) ? " " : "";
  }

  /**
   * Whether {@code next} goes on with the sentence of {@code text}, which ends in {@code previous}.
   */
  private boolean continues(String text, Line previous, Line next) {
    if (previous.inTable() || next.inTable() || previous.heading() || next.heading()) {
      return false;
    }
    if (LineKind.startsBlock(next.text()) || LineKind.isKeyLine(text)) {
      return false;
    }
    boolean close = next.gap() <= 1 || next.pageMark();
    boolean newParagraph = wrapping.usesIndent() && next.indented();
    boolean flows = wrapping.isFull(previous.text()) && next.gap() == 0 && !newParagraph;
    if (endsSentence(text)) {
      return flows && wrapping.usesIndent() && !LineKind.isSignature(next.text());
    }
    char last = text.charAt(text.length() - 1);
    if ("，、,".indexOf(last) >= 0 || OPENERS.indexOf(last) >= 0) {
      return close;
    }
    if (last == '：' || last == ':') {
      return flows && wrapping.usesIndent();
    }
    if (close && bracketCloses(text, next.text())) {
      return true;
    }
    if (newParagraph || LineKind.isSignature(next.text())) {
      return false;
    }
    if (flows) {
      // A full line with a comma in it is a clause's beginning and no heading.
      boolean heading = LineKind.isHeading(text) && text.indexOf('，') < 0;
      return !heading || !next.text().contains("。");
    }
    return close && isOpenSentence(text) && goesOn(next.text());
  }

  private static boolean endsSentence(String text) {
    int i = text.length() - 1;
    while (i > 0 && CLOSERS.indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return ENDS.indexOf(text.charAt(i)) >= 0 || endsInNote(text);
  }

  /** A bracketed note after a finished sentence: {@code …。(2011年1月8日删除)}. */
  private static boolean endsInNote(String text) {
    char last = text.charAt(text.length() - 1);
    if (last != ')' && last != '）' && last != '〕') {
      return false;
    }
    int open =
        Math.max(Math.max(text.lastIndexOf('('), text.lastIndexOf('（')), text.lastIndexOf('〔'));
    return open > 0 && ENDS.indexOf(text.charAt(open - 1)) >= 0;
  }

  /** A bracket or quote opened in {@code text} is closed at once in {@code next}. */
  private static boolean bracketCloses(String text, String next) {
    int depth = 0;
    int open = -1;
    for (int i = text.length() - 1; i >= 0 && i >= text.length() - BRACKET_REACH; i--) {
      if (CLOSING.indexOf(text.charAt(i)) >= 0) {
        depth++;
      } else if (OPENERS.indexOf(text.charAt(i)) >= 0 && depth-- == 0) {
        open = OPENERS.indexOf(text.charAt(i));
        break;
      }
    }
    if (open < 0) {
      return false;
    }
    int close = next.indexOf(CLOSING.charAt(open));
    int reopen = next.indexOf(OPENERS.charAt(open));
    return close >= 0 && close < BRACKET_REACH && (reopen < 0 || close < reopen);
  }

  /** Has finished a sentence or a clause and begun another. */
  private static boolean isOpenSentence(String text) {
    boolean finishedOne = text.indexOf('。') >= 0 || text.indexOf('；') >= 0;
    boolean clause =
        text.length() >= LONG_LINE && (text.indexOf('，') >= 0 || text.indexOf(',') >= 0);
    return finishedOne || (clause && !LineKind.startsBlock(text));
  }

  private static boolean goesOn(String next) {
    return next.chars().anyMatch(c -> "，。；、,;".indexOf(c) >= 0);
  }
}
