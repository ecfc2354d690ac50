package cn.zhitong.ingest.clean;

import java.util.List;

/**
 * Whether a text was set to a fixed width, and how wide; whether its paragraphs are indented.
 *
 * @param width full-width characters a line, or 0 where lines are paragraphs
 * @param usesIndent paragraphs begin with white space, so that a line without any goes on
 */
record HardWrapDetector(double width, boolean usesIndent) {
  /** Fewer lines than this say nothing about a width. */
  private static final int MIN_LINES = 6;

  private static final double NARROWEST = 14;
  private static final double WIDEST = 64;

  /** Share of lines as wide as the widest from which the width counts as set. */
  private static final double FULL_SHARE = .35;

  /** The same where indents tell the paragraphs' beginnings: short notices have few full lines. */
  private static final double FULL_SHARE_INDENTED = .2;

  /** A width cuts anywhere: of the full lines at most a few happen to end with their sentence. */
  private static final double OPEN_SHARE = .6;

  static HardWrapDetector of(List<Line> lines) {
    double[] widths =
        lines.stream()
            .filter(line -> !line.inTable())
            .mapToDouble(line -> columns(line.text()))
            .sorted()
            .toArray();
    long indented = lines.stream().filter(Line::indented).count();
    boolean usesIndent = indented >= 3 || (indented > 0 && indented * 4 >= lines.size());
    if (widths.length < MIN_LINES) {
      return new HardWrapDetector(0, usesIndent);
    }
    double widest = widths[(int) Math.floor((widths.length - 1) * .97)];
    long full = 0;
    long open = 0;
    for (Line line : lines) {
      if (!line.inTable() && columns(line.text()) >= widest - 3) {
        full++;
        open += "。！？；：!?;:".indexOf(line.text().charAt(line.text().length() - 1)) < 0 ? 1 : 0;
      }
    }
    boolean set =
        widest >= NARROWEST
            && widest <= WIDEST
            && widths[widths.length - 1] <= widest + 4
            && full >= 2
            && full >= (usesIndent ? FULL_SHARE_INDENTED : FULL_SHARE) * widths.length
            && open >= OPEN_SHARE * full;
    return new HardWrapDetector(set ? widest : 0, usesIndent);
  }

  /** The line fills the width, so that its end is the page's and not the author's. */
  boolean isFull(String line) {
    return width > 0 && columns(line) >= width - 3;
  }

  private static double columns(String text) {
    double columns = 0;
    for (int i = 0; i < text.length(); i++) {
      columns += text.charAt(i) < 0x2000 ? .5 : 1;
    }
    return columns;
  }
}
