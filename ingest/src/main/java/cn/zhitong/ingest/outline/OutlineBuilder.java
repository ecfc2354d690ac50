package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.outline.Marker.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Decides which numerals open clauses, and under which: a numeral counts when it is the first of a
 * list, or goes on with one, be it under the next parent ((三) under 二 behind (二) under 一).
 */
final class OutlineBuilder {
  private final String text;
  private final List<Marker> markers;
  private final List<Node> nodes = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final Map<Kind, Integer> last = new EnumMap<>(Kind.class);

  /** An accepted numeral; parent is null for the outermost. */
  record Node(Marker marker, Node parent) {}

  private OutlineBuilder(String text, List<Marker> markers) {
    this.text = text;
    this.markers = markers;
  }

  static List<Node> build(String text, List<Marker> markers) {
    OutlineBuilder builder = new OutlineBuilder(text, markers);
    for (int i = 0; i < markers.size(); i++) {
      builder.consider(i);
    }
    return builder.nodes;
  }

  private void consider(int i) {
    Marker marker = markers.get(i);
    if (marker.kind() == Kind.ANNEX) {
      open.clear();
      last.clear();
      accept(marker, null);
      return;
    }
    Node same = openOf(marker.kind());
    boolean accepted =
        same != null ? goesOn(i, same) : marker.number() == 1 ? starts(i) : continues(i);
    if (!accepted) {
      return;
    }
    if (marker.number() == 1 && same != null) {
      dropContents(marker);
    }
    accept(marker, same != null ? closeTo(same) : parentFor(i));
  }

  private boolean goesOn(int i, Node same) {
    Marker marker = markers.get(i);
    int before = same.marker().number();
    if (marker.number() == before + 1) {
      return true;
    }
    if (marker.number() == before) {
      return marker.printed().contains("条之");
    }
    if (marker.number() == 1) {
      return starts(i);
    }
    // A line lost by the scan leaves a gap of one; more is a number that the text only mentions.
    return !marker.inline() && marker.number() == before + 2;
  }

  /** A first numeral counts when a second follows, or where it opens a line as a heading would. */
  private boolean starts(int i) {
    Marker marker = markers.get(i);
    for (int j = i + 1; j < markers.size(); j++) {
      Marker next = markers.get(j);
      if (next.kind() == marker.kind()) {
        return next.number() == 2 || (next.number() == 1 && !marker.inline() && isLaw(marker));
      }
      if (next.kind().compareTo(marker.kind()) < 0 && !isNestedInside(i, j)) {
        break;
      }
    }
    return isLaw(marker) && !marker.inline();
  }

  /**
   * Whether an outer kind of numeral at j stands inside the list that begins at i (1. over (一)).
   */
  private boolean isNestedInside(int i, int j) {
    Kind kind = markers.get(i).kind();
    for (int k = j + 1; k < markers.size(); k++) {
      if (markers.get(k).kind() == kind) {
        return markers.get(k).number() == 2 && openOf(markers.get(j).kind()) == null;
      }
    }
    return false;
  }

  private static boolean isLaw(Marker marker) {
    return marker.kind().compareTo(Kind.ARTICLE) <= 0;
  }

  private boolean continues(int i) {
    Marker marker = markers.get(i);
    Integer before = last.get(marker.kind());
    if (before != null) {
      return marker.number() == before + 1;
    }
    // An excerpt of a law begins anywhere.
    return isLaw(marker) && !marker.inline();
  }

  private Node openOf(Kind kind) {
    for (Node node : open) {
      if (node.marker().kind() == kind) {
        return node;
      }
    }
    return null;
  }

  private Node closeTo(Node same) {
    while (open.peek() != same) {
      open.pop();
    }
    open.pop();
    return same.parent();
  }

  /** Closes inner kinds, unless one of them goes on behind this list, which is then inside it. */
  private Node parentFor(int i) {
    Kind kind = markers.get(i).kind();
    while (!open.isEmpty() && open.peek().marker().kind().compareTo(kind) > 0) {
      if (resumes(i, open.peek())) {
        break;
      }
      open.pop();
    }
    return open.peek();
  }

  private boolean resumes(int i, Node node) {
    for (int j = i + 1; j < markers.size(); j++) {
      if (markers.get(j).kind() == node.marker().kind()) {
        return markers.get(j).number() == node.marker().number() + 1
            && last.get(markers.get(i).kind()) == null;
      }
    }
    return false;
  }

  /** A table of contents numbers like the text it announces, but says nothing. */
  private void dropContents(Marker restart) {
    int first = -1;
    for (int i = nodes.size() - 1; i >= 0 && first < 0; i--) {
      Marker marker = nodes.get(i).marker();
      first = marker.kind() == restart.kind() && marker.number() == 1 ? i : -1;
    }
    if (first < 0) {
      return;
    }
    String between = text.substring(nodes.get(first).marker().start(), restart.start());
    if (between.indexOf('。') < 0 && between.length() < 3000) {
      Iterator<Node> later = nodes.listIterator(first);
      while (later.hasNext()) {
        later.next();
        later.remove();
      }
    }
  }

  private void accept(Marker marker, Node parent) {
    Node node = new Node(marker, parent);
    nodes.add(node);
    open.push(node);
    last.put(marker.kind(), marker.number());
  }
}
