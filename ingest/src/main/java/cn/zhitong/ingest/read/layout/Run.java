package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Characters that follow one another on a baseline without a wide gap. */
record Run(double left, double right, double top, double size, String text) {
  /** A gap of this many sizes parts two cells or columns. */
  private static final double APART = 1.05;

  /** A gap of this many sizes is a space. */
  private static final double SPACE = .3;

  /** Baselines nearer than this many sizes are one. */
  static final double SAME_LINE = .4;

  /** Letters of a title that is set wide stand at most so far apart. */
  private static final double SPREAD = 4;

  /** Groups characters by baseline, from the top down, each from left to right. */
  static List<List<Run>> rows(List<Glyph> glyphs) {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::top));
    List<List<Glyph>> lines = new ArrayList<>();
    List<Glyph> line = new ArrayList<>();
    double top = 0;
    for (Glyph glyph : sorted) {
      if (!line.isEmpty() && glyph.top() - top > SAME_LINE * Math.max(glyph.size(), size(line))) {
        lines.add(line);
        line = new ArrayList<>();
      }
      if (line.isEmpty() || glyph.size() >= size(line)) {
        top = glyph.top();
      }
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines.stream().map(Run::runs).filter(runs -> !runs.isEmpty()).toList();
  }

  private static double size(List<Glyph> line) {
    return line.stream().mapToDouble(Glyph::size).max().orElse(0);
  }

  private static List<Run> runs(List<Glyph> line) {
    line.sort(Comparator.comparingDouble(Glyph::left));
    List<Run> runs = new ArrayList<>();
    for (Glyph glyph : line) {
      if (glyph.text().isBlank()) {
        continue;
      }
      Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      double gap = last == null ? 0 : glyph.left() - last.right;
      if (last == null || gap > APART * Math.max(last.size, glyph.size())) {
        runs.add(
            new Run(glyph.left(), glyph.right(), glyph.top(), glyph.size(), glyph.text().strip()));
      } else {
        runs.set(runs.size() - 1, last.with(glyph, gap));
      }
    }
    return isSpread(runs) ? List.of(joined(runs)) : runs;
  }

  private Run with(Glyph glyph, double gap) {
    boolean space = gap > SPACE * Math.max(size, glyph.size()) && partsWords(glyph.text());
    return new Run(
        left,
        Math.max(right, glyph.right()),
        glyph.size() > size ? glyph.top() : top,
        Math.max(size, glyph.size()),
        text + (space ? " " : "") + glyph.text().strip());
  }

  /** Between Chinese characters a narrow gap is justification, not a space. */
  private boolean partsWords(String next) {
    return !(isHan(text.codePointBefore(text.length())) && isHan(next.codePointAt(0)));
  }

  /** A word or a title set wide: single characters at even distances. */
  private static boolean isSpread(List<Run> runs) {
    if (runs.size() < 2
        || runs.stream().anyMatch(run -> run.text.codePointCount(0, run.text.length()) > 1)) {
      return false;
    }
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 1; i < runs.size(); i++) {
      double gap = runs.get(i).left - runs.get(i - 1).right;
      least = Math.min(least, gap);
      most = Math.max(most, gap);
    }
    return most < SPREAD * runs.get(0).size
        && most < 1.5 * least + runs.get(0).size * .5
        && runs.stream().allMatch(run -> isHan(run.text.codePointAt(0)));
  }

  private static Run joined(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text));
    Run first = runs.get(0);
    return new Run(
        first.left, runs.get(runs.size() - 1).right, first.top, first.size, text.toString());
  }

  static boolean isHan(int codePoint) {
    return codePoint >= 0x2E80 && codePoint != 0xFFFD;
  }

  /** Text of what was printed over several lines in one place. */
  static String text(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    for (List<Run> row : rows(glyphs)) {
      for (int i = 0; i < row.size(); i++) {
        append(text, (i == 0 ? "" : "  ") + row.get(i).text);
      }
    }
    return text.toString();
  }

  /** Puts a line behind another of the same paragraph. */
  static void append(StringBuilder text, String line) {
    if (!text.isEmpty() && !line.isEmpty()) {
      char a = text.charAt(text.length() - 1);
      char b = line.charAt(0);
      boolean words =
          a < 128 && b < 128 && Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b);
      text.append(words && !(Character.isDigit(a) && Character.isDigit(b)) ? " " : "");
    }
    text.append(line);
  }
}
