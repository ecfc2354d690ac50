package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Joins printed lines to paragraphs by what the page shows: full lines, indents, sizes. */
final class Paragraphs {
  private static final Pattern NUMERAL =
      Pattern.compile(
          "(?:[（(]?[一二三四五六七八九十百]{1,5}[）)、.．]|[（(]\\d{1,2}[）)]|\\d{1,2}[、．]|\\d{1,2}\\.(?!\\d)|第[一二三四五六七八九十百千\\d]{1,7}[编章节条]|[①-⑳]).*");

  private static final String ENDS = "。！？；：!?;:";

  /** Letters larger than the text by this much are a title's. */
  private static final double LARGE = 1.25;

  /** No text is set narrower than this many characters. */
  private static final double NARROWEST = 11;

  private final double body;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Line last;
  private boolean indented;
  private int page;

  /**
   * @param body the size of the text
   */
  Paragraphs(double body) {
    this.body = body;
  }

  /**
   * A line with the column it stands in.
   *
   * @param left edge of the column
   * @param right edge of its widest lines
   * @param usesIndent whether paragraphs of the column stand in from its left edge
   */
  private record Line(
      int page, Run run, double left, double right, boolean usesIndent, int column) {
    boolean isFull() {
      return run.right() > right - 1.7 * run.size();
    }

    /** Stands in as a paragraph does; a centred line stands in further. */
    boolean isParagraph() {
      return isIndented() && run.left() - left < 4.5 * run.size();
    }

    boolean isIndented() {
      return run.left() - left > 1.1 * run.size();
    }
  }

  /** Lines of one column, from the top down. */
  void column(int onPage, int column, List<Run> lines) {
    double left = margin(lines);
    double right = lines.stream().mapToDouble(Run::right).max().orElse(0);
    long in = lines.stream().filter(run -> run.left() - left > 1.1 * run.size()).count();
    boolean usesIndent = in >= 1 && in < lines.size();
    for (Run run : lines) {
      add(new Line(onPage, run, left, right, usesIndent, column));
    }
  }

  void table(int onPage, List<List<String>> rows) {
    flush();
    blocks.add(Block.table(onPage, rows));
  }

  private void add(Line line) {
    if (last == null || !goesOn(last, line)) {
      flush();
      indented = line.isParagraph() && line.run.size() <= LARGE * body;
      page = line.page;
    }
    Run.append(text, line.run.text());
    last = line;
  }

  private boolean goesOn(Line above, Line below) {
    Run a = above.run;
    Run b = below.run;
    boolean samePage = above.page == below.page && above.column == below.column;
    if (Math.abs(a.size() - b.size()) > .12 * Math.max(a.size(), b.size())) {
      return false;
    }
    double gap = b.top() - a.top();
    if (a.size() > LARGE * body) {
      return samePage && gap > 0 && gap < 2.2 * a.size() && !a.text().endsWith("号");
    }
    boolean near = !samePage || gap > 0 && gap < 2.6 * a.size();
    if (!near || !above.isFull() || below.isIndented() || isList(a, b)) {
      return false;
    }
    boolean finished = ENDS.indexOf(a.text().charAt(a.text().length() - 1)) >= 0;
    if (NUMERAL.matcher(b.text()).matches() && finished) {
      return false;
    }
    return above.usesIndent || below.usesIndent || !finished;
  }

  /** Lines too short to be wrapped, or that say the same with other figures, are a list's. */
  private static boolean isList(Run above, Run below) {
    return above.right() - above.left() < NARROWEST * above.size()
        || above.text().replaceAll("\\d+", "#").equals(below.text().replaceAll("\\d+", "#"));
  }

  private void flush() {
    if (!text.isEmpty()) {
      blocks.add(Block.paragraph(page, text.toString(), indented));
      text.setLength(0);
    }
    last = null;
  }

  List<Block> blocks() {
    flush();
    return blocks;
  }

  /** The left edge that most lines share, or the leftmost of those that many do. */
  private static double margin(List<Run> lines) {
    Map<Long, Integer> edges = new HashMap<>();
    for (Run run : lines) {
      edges.merge(edge(run), 1, Integer::sum);
    }
    int most = edges.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int least = Math.max(1, most / 4);
    double shared =
        lines.stream()
            .filter(run -> edges.get(edge(run)) >= least)
            .mapToDouble(Run::left)
            .min()
            .orElse(0);
    // A line that hangs out to the left of all others is a heading or a slip.
    return shared;
  }

  private static long edge(Run run) {
    return Math.round(run.left() / Math.max(1, run.size()));
  }
}
