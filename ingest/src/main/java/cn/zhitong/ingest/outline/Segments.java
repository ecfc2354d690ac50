package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.policy.Clause;
import java.util.ArrayList;
import java.util.List;

/** Lays a text out as a row of segments, each owned by the innermost clause that holds it. */
final class Segments {
  private Segments() {}

  static List<Segment> of(String text, List<Clause> clauses) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      int start = clauses.get(i).start();
      // In document order the next clause is either the first child or what follows this one; text
      // behind the last child belongs to that child, so no clause has text between its children.
      int end = i + 1 < clauses.size() ? clauses.get(i + 1).start() : text.length();
      if (start < end) {
        segments.add(new Segment(i, start, end));
      }
    }
    return segments;
  }
}
