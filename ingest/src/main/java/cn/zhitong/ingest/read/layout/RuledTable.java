package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A table with ruled lines: cells are what lines part, and a cell without lines inside covers every
 * row and column it spans.
 */
final class RuledTable {
  /** Lines nearer than this are one, drawn twice or as the sides of a thin box. */
  private static final double SAME = 2.5;

  private static final int MOST_LINES = 400;

  /** A text this long stands once in its row: repeated in every column it would drown the row. */
  private static final int LONG_TEXT = 60;

  private final List<Double> xs;
  private final List<Double> ys;
  private final List<Rule> rules;
  private final int[] owner;
  private final Map<Integer, List<Glyph>> texts = new HashMap<>();

  private RuledTable(List<Rule> rules) {
    this.rules = rules;
    this.xs = places(rules, false);
    this.ys = places(rules, true);
    this.owner = new int[Math.max(0, rowCount()) * Math.max(0, columnCount())];
    unite();
  }

  /** Tables of a page; frames around a single piece of text are none. */
  static List<RuledTable> of(List<Rule> rules) {
    List<RuledTable> tables = new ArrayList<>();
    for (List<Rule> group : groups(rules)) {
      if (group.size() >= 4 && group.size() <= MOST_LINES) {
        RuledTable table = new RuledTable(group);
        if (table.rowCount() > 0 && table.columnCount() > 0 && table.cells() >= 2) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  /** Rules that touch one another. */
  private static List<List<Rule>> groups(List<Rule> rules) {
    int[] group = new int[rules.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < rules.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (touch(rules.get(i), rules.get(j))) {
          int from = root(group, i);
          int to = root(group, j);
          group[from] = to;
        }
      }
    }
    Map<Integer, List<Rule>> groups = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), k -> new ArrayList<>()).add(rules.get(i));
    }
    return new ArrayList<>(groups.values());
  }

  private static int root(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private static boolean touch(Rule a, Rule b) {
    if (a.horizontal() == b.horizontal()) {
      return Math.abs(a.at() - b.at()) < SAME
          && Math.min(a.to(), b.to()) - Math.max(a.from(), b.from()) > -SAME;
    }
    return a.at() > b.from() - SAME
        && a.at() < b.to() + SAME
        && b.at() > a.from() - SAME
        && b.at() < a.to() + SAME;
  }

  /**
   * Places of the lines in one direction, and the ends of those in the other: sides may be open.
   */
  private static List<Double> places(List<Rule> rules, boolean horizontal) {
    TreeSet<Double> sorted = new TreeSet<>();
    for (Rule rule : rules) {
      if (rule.horizontal() == horizontal) {
        sorted.add(rule.at());
      }
    }
    double low =
        rules.stream()
            .filter(r -> r.horizontal() != horizontal)
            .mapToDouble(Rule::from)
            .min()
            .orElse(0);
    double high =
        rules.stream()
            .filter(r -> r.horizontal() != horizontal)
            .mapToDouble(Rule::to)
            .max()
            .orElse(0);
    sorted.add(low);
    sorted.add(high);
    List<Double> places = new ArrayList<>();
    for (double place : sorted) {
      if (places.isEmpty() || place - places.get(places.size() - 1) > SAME) {
        places.add(place);
      }
    }
    return places;
  }

  private int rowCount() {
    return ys.size() - 1;
  }

  private int columnCount() {
    return xs.size() - 1;
  }

  private void unite() {
    for (int i = 0; i < owner.length; i++) {
      owner[i] = i;
    }
    for (int r = 0; r < rowCount(); r++) {
      for (int c = 0; c < columnCount(); c++) {
        int cell = r * columnCount() + c;
        if (c + 1 < columnCount() && !ruled(false, xs.get(c + 1), ys.get(r), ys.get(r + 1))) {
          owner[root(owner, cell + 1)] = root(owner, cell);
        }
        if (r + 1 < rowCount() && !ruled(true, ys.get(r + 1), xs.get(c), xs.get(c + 1))) {
          owner[root(owner, cell + columnCount())] = root(owner, cell);
        }
      }
    }
  }

  private boolean ruled(boolean horizontal, double at, double low, double high) {
    double covered = 0;
    for (Rule rule : rules) {
      if (rule.horizontal() == horizontal && Math.abs(rule.at() - at) <= SAME) {
        covered += Math.max(0, Math.min(rule.to(), high) - Math.max(rule.from(), low));
      }
    }
    return covered >= .6 * (high - low);
  }

  private long cells() {
    return java.util.stream.IntStream.range(0, owner.length)
        .map(i -> root(owner, i))
        .distinct()
        .count();
  }

  double top() {
    return ys.get(0);
  }

  double bottom() {
    return ys.get(ys.size() - 1);
  }

  List<Double> columns() {
    return Collections.unmodifiableList(xs);
  }

  /** Takes a character that stands in the table. */
  boolean take(Glyph glyph) {
    int row = place(ys, glyph.level());
    int column = place(xs, glyph.middle());
    if (row < 0 || column < 0) {
      return false;
    }
    int cell = root(owner, row * columnCount() + column);
    texts.computeIfAbsent(cell, k -> new ArrayList<>()).add(glyph);
    return true;
  }

  private static int place(List<Double> places, double at) {
    for (int i = 0; i + 1 < places.size(); i++) {
      if (at >= places.get(i) && at < places.get(i + 1)) {
        return i;
      }
    }
    return -1;
  }

  /** All rows with every value in the rows and columns that its cell covers. */
  List<List<String>> rows() {
    Map<Integer, String> values = new HashMap<>();
    texts.forEach((cell, glyphs) -> values.put(cell, Run.text(glyphs)));
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < rowCount(); r++) {
      List<String> row = new ArrayList<>();
      for (int c = 0; c < columnCount(); c++) {
        int cell = root(owner, r * columnCount() + c);
        String value = values.getOrDefault(cell, "");
        boolean again = c > 0 && cell == root(owner, r * columnCount() + c - 1);
        row.add(again && value.length() > LONG_TEXT ? "" : value);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Whether the cell that holds this column's first row reaches further down. */
  boolean firstCellGoesOn(int column) {
    return rowCount() > 1 && root(owner, column) == root(owner, columnCount() + column);
  }
}
