package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.outline.PassageCutter.Unit;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.Passage;
import java.util.ArrayList;
import java.util.List;

/** Packs sentences and rows into passages. */
final class PassagePacker {
  private final String text;
  private final List<Clause> clauses;
  private final int target;
  private final int headingOnly;
  private final List<Passage> passages = new ArrayList<>();

  PassagePacker(String text, List<Clause> clauses, int target, int headingOnly) {
    this.text = text;
    this.clauses = clauses;
    this.target = target;
    this.headingOnly = headingOnly;
  }

  List<Passage> pack(List<Unit> units) {
    int i = 0;
    while (i < units.size()) {
      int end = familyEnd(units, i);
      int next = end > i ? end : sameClauseEnd(units, i);
      int owner = end > i ? root(units, i, end) : -1;
      packRange(units, i, next, owner);
      i = next;
    }
    return passages;
  }

  /** Cuts a range of units into passages of about the same length, none over the target. */
  private void packRange(List<Unit> units, int from, int to, int owner) {
    int total = units.get(to - 1).end() - units.get(from).start();
    int parts = Math.max(1, (total + target - 1) / target);
    int aim = Math.min(target, total / parts + target / 8);
    int i = from;
    while (i < to) {
      int j = i + 1;
      while (j < to && fits(units, i, j, aim)) {
        j++;
      }
      add(units, i, j, owner);
      i = j;
    }
  }

  private boolean fits(List<Unit> units, int i, int j, int aim) {
    int start = units.get(i).start();
    int length = units.get(j).end() - start;
    boolean shortTail = length <= target && units.get(j).length() < 40;
    return length <= aim || shortTail;
  }

  private int sameClauseEnd(List<Unit> units, int i) {
    int clause = units.get(i).clause();
    int j = i;
    while (j < units.size() && units.get(j).clause() == clause) {
      j++;
    }
    // A heading without text of its own is read with the first thing under it.
    boolean headingOnlyClause =
        j < units.size()
            && units.get(j - 1).end() - units.get(i).start() <= headingOnly
            && clauses.get(units.get(j).clause()).parent() == clause;
    return headingOnlyClause ? sameClauseEnd(units, j) : j;
  }

  /** End of a clause with all its items, where all of it fits into one passage; else i. */
  private int familyEnd(List<Unit> units, int i) {
    int clause = units.get(i).clause();
    if (clauses.get(clause).path() == null) {
      return i;
    }
    int j = i;
    int last = i;
    while (j < units.size() && isUnder(units.get(j).clause(), clause)) {
      last = j++;
    }
    boolean several = units.get(last).clause() != clause;
    return several && units.get(last).end() - units.get(i).start() <= target ? j : i;
  }

  private boolean isUnder(int clause, int ancestor) {
    int at = clause;
    while (at >= 0 && at != ancestor) {
      at = clauses.get(at).parent();
    }
    return at == ancestor;
  }

  private int root(List<Unit> units, int from, int to) {
    return units.get(from).clause();
  }

  private void add(List<Unit> units, int from, int to, int owner) {
    int start = units.get(from).start();
    int end = units.get(to - 1).end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return;
    }
    int clause = owner >= 0 ? owner : units.get(to - 1).clause();
    passages.add(
        new Passage(
            clause,
            clauses.get(clause).path(),
            headings(clause, units.get(from)),
            start,
            end,
            text.substring(start, end)));
  }

  private String headings(int clause, Unit first) {
    StringBuilder joined = new StringBuilder();
    for (int at = clause; at >= 0; at = clauses.get(at).parent()) {
      String heading = clauses.get(at).heading();
      if (!heading.isEmpty()) {
        joined.insert(0, joined.isEmpty() ? heading : heading + " ");
      }
    }
    if (first.header() != null) {
      String header = text.substring(first.header()[0], first.header()[1]).strip();
      joined.append(joined.isEmpty() ? "" : " ").append(header.replace('\t', ' '));
    }
    return joined.toString();
  }
}
