package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds running heads and page numbers: lines at a page's edge, apart from the text, that stand in
 * the same place on other pages and say the same, save for a number that counts the pages. Rows of
 * a list at a page's edge look alike, but their numbers count the rows.
 */
final class RunningHeads {
  /** Rows at the upper and at the lower edge that are looked at. */
  private static final int EDGE = 2;

  /** Share of a size by which a head's place may differ from page to page. */
  private static final double SAME_PLACE = .6;

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–－·•~_]+\\d{1,4}[-—–－·•~_]+|第\\d{1,4}页(?:[,，/]?\\(?共\\d{1,4}页\\)?)?|\\d{1,4}/\\d{1,4}|(?i:page)\\d+(?:of\\d+)?");

  private final TreeMap<Integer, List<List<Run>>> pages;

  private RunningHeads(TreeMap<Integer, List<List<Run>>> pages) {
    this.pages = pages;
  }

  /** Takes them out of the pages' rows, which are sorted from the top down. */
  static void remove(TreeMap<Integer, List<List<Run>>> pages) {
    RunningHeads heads = new RunningHeads(pages);
    List<Edge> found = heads.running();
    for (Edge edge : found) {
      List<List<Run>> rows = new ArrayList<>(pages.get(edge.page()));
      rows.remove(edge.row());
      pages.put(edge.page(), rows);
    }
  }

  /**
   * @param gap white space between it and the next row inwards, in sizes
   */
  private record Edge(int page, List<Run> row, boolean upper, double top, double gap, String text) {
    String shape() {
      return upper + DIGITS.matcher(text).replaceAll("#");
    }

    double size() {
      return row.get(0).size();
    }
  }

  private List<Edge> running() {
    List<Edge> found = new ArrayList<>();
    for (int depth = 0; depth < EDGE; depth++) {
      Map<String, List<Edge>> alike = new HashMap<>();
      for (Edge edge : edges(depth, found)) {
        alike.computeIfAbsent(edge.shape(), k -> new ArrayList<>()).add(edge);
      }
      for (List<Edge> edges : alike.values()) {
        List<Edge> same = samePlace(edges);
        if (isRunning(same)) {
          found.addAll(same);
        } else {
          edges.stream().filter(RunningHeads::isPlainPageNumber).forEach(found::add);
        }
      }
    }
    return found;
  }

  /** The rows at this depth from the edge, of pages whose rows further out are all heads. */
  private List<Edge> edges(int depth, List<Edge> outer) {
    List<Edge> edges = new ArrayList<>();
    pages.forEach(
        (page, rows) -> {
          for (boolean upper : new boolean[] {true, false}) {
            long before =
                outer.stream().filter(e -> e.page() == page && e.upper() == upper).count();
            int at = upper ? depth : rows.size() - 1 - depth;
            int inner = upper ? at + 1 : at - 1;
            if (before == depth && at >= 0 && at < rows.size()) {
              List<Run> row = rows.get(at);
              boolean alone = inner < 0 || inner >= rows.size();
              double gap =
                  alone
                      ? 99
                      : Math.abs(rows.get(inner).get(0).top() - row.get(0).top())
                          / Math.max(row.get(0).size(), rows.get(inner).get(0).size());
              edges.add(new Edge(page, row, upper, row.get(0).top(), gap, text(row)));
            }
          }
        });
    return edges;
  }

  private static String text(List<Run> row) {
    StringBuilder text = new StringBuilder();
    row.forEach(run -> text.append(run.text()));
    return text.toString().replaceAll("[\\s\\p{Z}]+", "");
  }

  private static List<Edge> samePlace(List<Edge> edges) {
    List<Edge> best = List.of();
    for (Edge edge : edges) {
      List<Edge> near =
          edges.stream()
              .filter(e -> Math.abs(e.top() - edge.top()) < SAME_PLACE * Math.max(4, edge.size()))
              .toList();
      best = near.size() > best.size() ? near : best;
    }
    return best;
  }

  private boolean isRunning(List<Edge> edges) {
    int least = pages.size() <= 2 ? 2 : Math.max(2, Math.min(3, pages.size() / 3));
    if (edges.size() < least || edges.get(0).text().isEmpty()) {
      return false;
    }
    double gap = edges.stream().mapToDouble(Edge::gap).sorted().toArray()[edges.size() / 2];
    boolean words = edges.stream().allMatch(RunningHeads::isCaption);
    return countsPages(edges) && (gap > pitch() * 1.25 || words && edges.size() >= 3);
  }

  /** Words that are no sentence and stand in one piece: the head of a table stands in several. */
  private static boolean isCaption(Edge edge) {
    return edge.row().size() == 1
        && numbers(edge.text()).isEmpty()
        && edge.text().length() <= 40
        && edge.text().chars().noneMatch(c -> "。，；：！？".indexOf(c) >= 0);
  }

  /** Every number in them is the same on each page or goes up by one a page. */
  private static boolean countsPages(List<Edge> edges) {
    List<List<Integer>> numbers = edges.stream().map(e -> numbers(e.text())).toList();
    for (int n = 0; n < numbers.get(0).size(); n++) {
      boolean same = true;
      boolean counting = true;
      for (int i = 1; i < edges.size(); i++) {
        int step = numbers.get(i).get(n) - numbers.get(i - 1).get(n);
        same &= step == 0;
        counting &= step == edges.get(i).page() - edges.get(i - 1).page();
      }
      if (!same && !counting) {
        return false;
      }
    }
    return true;
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = DIGITS.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group().length() > 8 ? -1 : Integer.parseInt(matcher.group()));
    }
    return numbers;
  }

  /** Marked as a page's number, and with white space between it and the text. */
  private static boolean isPlainPageNumber(Edge edge) {
    return PAGE_NUMBER.matcher(edge.text()).matches() && edge.gap() > 1.8;
  }

  /** The usual distance of two rows, in sizes. */
  private double pitch() {
    List<Double> gaps = new ArrayList<>();
    for (List<List<Run>> rows : pages.values()) {
      for (int i = 1; i < rows.size(); i++) {
        Run above = rows.get(i - 1).get(0);
        Run below = rows.get(i).get(0);
        gaps.add((below.top() - above.top()) / Math.max(above.size(), below.size()));
      }
    }
    gaps.sort(null);
    return gaps.isEmpty() ? 1.5 : gaps.get(gaps.size() / 2);
  }
}
