package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.outline.OutlineBuilder.Node;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.Responsibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outline of a text: clauses by their numerals, with preambles and endings between them. */
public final class Outline {
  private Outline() {}

  /**
   * Clauses in document order, at least one. Text before the first numeral, and an ending (thanks,
   * validity, signature, annexes) behind the last, are clauses without path.
   */
  public static List<Clause> of(String text) {
    List<Node> nodes = OutlineBuilder.build(text, MarkerFinder.find(text));
    return new Layout(text, nodes).clauses();
  }

  /** The innermost clause that holds an offset. */
  public static Clause at(List<Clause> clauses, int offset) {
    Clause found = clauses.get(0);
    for (Clause clause : clauses) {
      if (clause.start() <= offset && offset < clause.end()) {
        found = clause;
      }
    }
    return found;
  }

  /** Lays accepted numerals out as clauses with ends, parents and breaks. */
  private static final class Layout {
    private final String text;
    private final List<Node> nodes;
    private final Map<Node, Integer> index = new HashMap<>();
    private final List<int[]> breaks = new ArrayList<>();

    Layout(String text, List<Node> nodes) {
      this.text = text;
      this.nodes = nodes;
    }

    List<Clause> clauses() {
      if (nodes.isEmpty() || nodes.get(0).marker().start() > 0) {
        int end = nodes.isEmpty() ? text.length() : nodes.get(0).marker().start();
        breaks.add(new int[] {0, end});
      }
      for (int i = 0; i < nodes.size(); i++) {
        int next = i + 1 < nodes.size() ? nodes.get(i + 1).marker().start() : text.length();
        boolean last = i + 1 == nodes.size() || nodes.get(i + 1).parent() == null;
        int ending = last ? Breaks.ending(text, nodes.get(i).marker().textStart(), next) : next;
        if (ending < next) {
          breaks.add(new int[] {ending, next});
        }
      }
      return merged();
    }

    private List<Clause> merged() {
      List<Object> starts = new ArrayList<>(nodes);
      starts.addAll(breaks);
      starts.sort(Comparator.comparingInt(Layout::start));
      List<Clause> clauses = new ArrayList<>();
      for (int i = 0; i < starts.size(); i++) {
        if (starts.get(i) instanceof Node node) {
          index.put(node, clauses.size());
          clauses.add(clause(node, starts, i));
        } else {
          int[] range = (int[]) starts.get(i);
          clauses.add(new Clause(null, "", 0, -1, range[0], range[1], List.<Responsibility>of()));
        }
      }
      return clauses;
    }

    private static int start(Object entry) {
      return entry instanceof Node node ? node.marker().start() : ((int[]) entry)[0];
    }

    private Clause clause(Node node, List<Object> starts, int at) {
      int end = text.length();
      for (int j = at + 1; j < starts.size(); j++) {
        if (!(starts.get(j) instanceof Node other) || !isUnder(other, node)) {
          end = start(starts.get(j));
          break;
        }
      }
      int next = at + 1 < starts.size() ? start(starts.get(at + 1)) : end;
      String heading = Headings.of(text, node.marker(), Math.min(next, end));
      int parent = node.parent() == null ? -1 : index.get(node.parent());
      return new Clause(
          path(node), heading, depth(node), parent, node.marker().start(), end, List.of());
    }

    private static boolean isUnder(Node node, Node ancestor) {
      for (Node at = node.parent(); at != null; at = at.parent()) {
        if (at == ancestor) {
          return true;
        }
      }
      return false;
    }

    private static int depth(Node node) {
      return node.parent() == null ? 0 : depth(node.parent()) + 1;
    }

    private static String path(Node node) {
      String own = node.marker().printed();
      return node.parent() == null ? own : path(node.parent()) + "、" + own;
    }
  }
}
