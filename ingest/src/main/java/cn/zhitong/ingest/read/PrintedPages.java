package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns printed lines (PDF, OFD) into text: puts shuffled pages in reading order, drops running
 * heads and page numbers, marks paragraphs by their indent, and joins titles set over several
 * lines.
 */
final class PrintedPages {
  /** A page in order jumps back for a second column, a head and a foot: more is shuffled. */
  private static final int MAX_JUMPS = 4;

  /** Lines at the upper and lower edge that may be running heads. */
  private static final int EDGE_LINES = 2;

  private final TreeMap<Integer, List<PrintedLine>> pages = new TreeMap<>();

  PrintedPages(List<PrintedLine> lines) {
    for (PrintedLine line : lines) {
      if (!line.text().isBlank()) {
        pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line);
      }
    }
    pages.replaceAll((page, onPage) -> inOrder(onPage));
  }

  private static List<PrintedLine> inOrder(List<PrintedLine> lines) {
    int jumps = 0;
    for (int i = 1; i < lines.size(); i++) {
      jumps += lines.get(i).top() < lines.get(i - 1).top() - lines.get(i).size() ? 1 : 0;
    }
    List<PrintedLine> sorted = new ArrayList<>(lines);
    if (jumps > MAX_JUMPS) {
      sorted.sort(
          Comparator.comparingLong(
                  (PrintedLine l) -> Math.round(l.top() / Math.max(1, l.size() * .4)))
              .thenComparingDouble(PrintedLine::left));
    }
    List<PrintedLine> joined = new ArrayList<>();
    for (PrintedLine line : sorted) {
      PrintedLine last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.continuedBy(line)) {
        joined.set(joined.size() - 1, last.with(line));
      } else {
        joined.add(line);
      }
    }
    return joined;
  }

  void writeTo(TextLines out) throws UnreadableSource {
    Set<String> running = runningHeads();
    double body = bodySize();
    PrintedLine previous = null;
    StringBuilder title = new StringBuilder();
    for (List<PrintedLine> page : pages.values()) {
      double margin = margin(page);
      for (PrintedLine line : page) {
        if (isEdge(line, page) && (running.contains(shape(line)) || isPageNumber(line.text()))) {
          continue;
        }
        boolean large = line.size() > body * 1.25;
        if (!title.isEmpty() && !(large && goesOn(previous, line))) {
          out.line(title.toString());
          title.setLength(0);
        }
        if (large) {
          title.append(line.text().strip());
        } else {
          out.line(indent(line, margin) + line.text().strip());
        }
        previous = line;
      }
    }
    if (!title.isEmpty()) {
      out.line(title.toString());
    }
  }

  /** The next line of the same title: same size, directly below. */
  private static boolean goesOn(PrintedLine above, PrintedLine below) {
    double gap = below.top() - above.top();
    return above.page() == below.page()
        && Math.abs(above.size() - below.size()) < .1 * above.size()
        && gap > 0
        && gap < 2.2 * above.size()
        && !above.text().strip().endsWith("号");
  }

  private static String indent(PrintedLine line, double margin) {
    return line.left() - margin > 1.2 * line.size() ? "\u3000\u3000" : "";
  }

  /** The left edge that most lines of the page share. */
  private static double margin(List<PrintedLine> page) {
    Map<Long, Integer> edges = new HashMap<>();
    for (PrintedLine line : page) {
      edges.merge(Math.round(line.left() / Math.max(1, line.size() * .5)), 1, Integer::sum);
    }
    int most = edges.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return page.stream()
        .filter(l -> edges.get(Math.round(l.left() / Math.max(1, l.size() * .5))) * 2 >= most)
        .mapToDouble(PrintedLine::left)
        .min()
        .orElse(0);
  }

  private double bodySize() {
    TreeMap<Double, Integer> chars = new TreeMap<>();
    pages
        .values()
        .forEach(
            page ->
                page.forEach(
                    l ->
                        chars.merge(Math.rint(l.size() * 2) / 2, l.text().length(), Integer::sum)));
    return chars.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0.0);
  }

  /** Shapes of edge lines that recur on half of the pages, at least on three. */
  private Set<String> runningHeads() {
    Map<String, Integer> counts = new HashMap<>();
    for (List<PrintedLine> page : pages.values()) {
      Set<String> shapes = new HashSet<>();
      page.stream()
          .filter(line -> isEdge(line, page) && !isSentence(line.text()))
          .forEach(line -> shapes.add(shape(line)));
      shapes.forEach(shape -> counts.merge(shape, 1, Integer::sum));
    }
    Set<String> running = new HashSet<>();
    counts.forEach(
        (shape, count) -> {
          if (count >= 3 && count * 2 >= pages.size()) {
            running.add(shape);
          }
        });
    return running;
  }

  /** A body line that recurs is a form's, and never a running head. */
  private static boolean isSentence(String text) {
    return text.length() > 60 || text.chars().anyMatch(c -> "。，；：".indexOf(c) >= 0);
  }

  private static boolean isEdge(PrintedLine line, List<PrintedLine> page) {
    long above = page.stream().filter(other -> other.top() < line.top()).count();
    long below = page.stream().filter(other -> other.top() > line.top()).count();
    return above < EDGE_LINES || below < EDGE_LINES;
  }

  private static String shape(PrintedLine line) {
    return line.text().replaceAll("[\\s\\p{Z}]+", "").replaceAll("\\d+", "#");
  }

  private static boolean isPageNumber(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "")
        .matches("[-—–－·•_]*\\d{1,4}[-—–－·•_]*|第\\d{1,4}页(?:[,，/]?共\\d{1,4}页)?|\\d{1,4}/\\d{1,4}");
  }
}
