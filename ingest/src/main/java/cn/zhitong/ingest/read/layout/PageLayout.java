package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns printed pages (PDF, OFD, scans) into paragraphs and tables: tables with ruled lines →
 * running heads away → columns → tables without lines → paragraphs. Works on places and sizes as
 * they appear on the page.
 */
public final class PageLayout {
  private final List<PrintedPage> pages;
  private final Map<Integer, List<RuledTable>> tables = new HashMap<>();
  private final TreeMap<Integer, List<List<Run>>> rows = new TreeMap<>();

  private PageLayout(List<PrintedPage> pages) {
    this.pages = pages;
    for (PrintedPage page : pages) {
      List<RuledTable> ruled = RuledTable.of(page.rules());
      List<Glyph> free = new ArrayList<>();
      for (Glyph glyph : page.glyphs()) {
        if (ruled.stream().noneMatch(table -> table.take(glyph))) {
          free.add(glyph);
        }
      }
      ruled.removeIf(
          table -> table.rows().stream().allMatch(r -> r.stream().allMatch(String::isEmpty)));
      ruled.sort(java.util.Comparator.comparingDouble(RuledTable::top));
      tables.put(page.number(), ruled);
      rows.put(page.number(), new ArrayList<>(Run.rows(free)));
    }
    RunningHeads.remove(rows);
  }

  /** The blocks of a document in reading order. */
  public static List<Block> blocks(List<PrintedPage> pages) {
    return new PageLayout(pages).blocks();
  }

  private List<Block> blocks() {
    Paragraphs out = new Paragraphs(bodySize());
    List<PendingTable> pending = new ArrayList<>();
    for (PrintedPage page : pages) {
      List<List<Run>> left = rows.get(page.number());
      int from = 0;
      for (RuledTable table : tables.get(page.number())) {
        int to = from;
        while (to < left.size() && left.get(to).get(0).top() < table.bottom()) {
          to++;
        }
        if (to > from) {
          flush(pending, out);
        }
        text(page, left.subList(from, to), out);
        from = to;
        ruled(page, table, pending, out);
      }
      if (from < left.size()) {
        flush(pending, out);
      }
      text(page, left.subList(from, left.size()), out);
    }
    flush(pending, out);
    return out.blocks();
  }

  /** A table that the next page may go on with. */
  private record PendingTable(int page, List<Double> columns, List<List<String>> rows) {}

  private static void ruled(
      PrintedPage page, RuledTable table, List<PendingTable> pending, Paragraphs out) {
    PendingTable before = pending.isEmpty() ? null : pending.get(0);
    List<List<String>> below = table.rows();
    if (before != null
        && before.page() == page.number() - 1
        && TableJoiner.goesOn(before.columns(), table.columns())) {
      boolean[] open = new boolean[table.columns().size() - 1];
      for (int c = 0; c < open.length; c++) {
        open[c] = c == 0 || table.firstCellGoesOn(c);
      }
      pending.set(
          0,
          new PendingTable(
              page.number(), table.columns(), TableJoiner.join(before.rows(), below, open)));
      return;
    }
    flush(pending, out);
    pending.add(new PendingTable(page.number(), table.columns(), below));
  }

  private static void flush(List<PendingTable> pending, Paragraphs out) {
    for (PendingTable table : pending) {
      out.table(table.page(), table.rows());
    }
    pending.clear();
  }

  private void text(PrintedPage page, List<List<Run>> lines, Paragraphs out) {
    if (lines.isEmpty()) {
      return;
    }
    int column = 0;
    for (List<List<Run>> part : TextColumns.split(lines, page.width())) {
      List<Run> plain = new ArrayList<>();
      int i = 0;
      while (i < part.size()) {
        int end = ColumnTable.end(part, i);
        if (end > i) {
          plain(page, column, plain, out);
          out.table(page.number(), ColumnTable.cells(part.subList(i, end)));
          i = end;
        } else {
          plain.add(whole(part.get(i++)));
        }
      }
      plain(page, column++, plain, out);
    }
  }

  private static void plain(PrintedPage page, int column, List<Run> lines, Paragraphs out) {
    if (!lines.isEmpty()) {
      out.column(page.number(), column, lines);
      lines.clear();
    }
  }

  /** A line whose parts stand apart without being cells. */
  private static Run whole(List<Run> row) {
    StringBuilder text = new StringBuilder();
    for (Run run : row) {
      text.append(text.isEmpty() ? "" : "  ").append(run.text());
    }
    Run first = row.get(0);
    double size = row.stream().mapToDouble(Run::size).max().orElse(first.size());
    return new Run(
        first.left(), row.get(row.size() - 1).right(), first.top(), size, text.toString());
  }

  /** The size that most characters have. */
  private double bodySize() {
    TreeMap<Double, Integer> chars = new TreeMap<>();
    for (PrintedPage page : pages) {
      for (Glyph glyph : page.glyphs()) {
        chars.merge(Math.rint(glyph.size() * 2) / 2, glyph.text().length(), Integer::sum);
      }
    }
    return chars.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0.0);
  }
}
