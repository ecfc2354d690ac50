package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts clauses into passages: a clause is one where it fits, a long one is cut at sentence ends,
 * short items of one clause stay together so that a list is found as a list.
 */
public final class PassageCutter {
  /** About what the embedder takes (512 tokens) with title and headings in front. */
  private static final int TARGET = 400;

  /** A single sentence longer than this is cut at ； or ，. */
  private static final int HARD_LIMIT = 500;

  /** A heading without text of its own is read together with what follows it. */
  private static final int HEADING_ONLY = 60;

  private PassageCutter() {}

  /** Passages of the clauses, in document order, covering all but white space. */
  public static List<Passage> cut(String text, List<Clause> clauses) {
    List<Unit> units = new ArrayList<>();
    for (Segment segment : Segments.of(text, clauses)) {
      addUnits(text, segment, units);
    }
    return new PassagePacker(text, clauses, TARGET, HEADING_ONLY).pack(units);
  }

  /**
   * What is never cut: a sentence, or a row of a table.
   *
   * @param header offsets of the table's header line for a row, else null
   */
  record Unit(int clause, int start, int end, int[] header) {
    int length() {
      return end - start;
    }
  }

  private static void addUnits(String text, Segment segment, List<Unit> units) {
    int[] header = null;
    for (Sentences.Span line : lines(text, segment.start(), segment.end())) {
      String row = text.substring(line.start(), line.end());
      if (row.indexOf('\t') < 0) {
        header = null;
        for (Sentences.Span sentence : Sentences.of(text, line.start(), line.end())) {
          addSentence(text, segment.clause(), sentence, units);
        }
      } else if (header == null) {
        header = new int[] {line.start(), line.end()};
        units.add(new Unit(segment.clause(), line.start(), line.end(), null));
      } else {
        units.add(new Unit(segment.clause(), line.start(), line.end(), header));
      }
    }
  }

  private static List<Sentences.Span> lines(String text, int start, int end) {
    List<Sentences.Span> lines = new ArrayList<>();
    int from = start;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n' && (i + 1 == end || text.charAt(i + 1) != '\n')) {
        lines.add(new Sentences.Span(from, i + 1));
        from = i + 1;
      }
    }
    if (from < end) {
      lines.add(new Sentences.Span(from, end));
    }
    return lines;
  }

  private static void addSentence(
      String text, int clause, Sentences.Span sentence, List<Unit> units) {
    int from = sentence.start();
    while (sentence.end() - from > HARD_LIMIT) {
      int at = lastOf(text, "；;", from, from + TARGET);
      at = at > 0 ? at : lastOf(text, "，,、", from, from + TARGET);
      at = at > 0 ? at : from + TARGET;
      units.add(new Unit(clause, from, at, null));
      from = at;
    }
    units.add(new Unit(clause, from, sentence.end(), null));
  }

  /** Offset behind the last of these marks in the second half of the range, or -1. */
  private static int lastOf(String text, String marks, int from, int to) {
    for (int i = to - 1; i > from + (to - from) / 3; i--) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
