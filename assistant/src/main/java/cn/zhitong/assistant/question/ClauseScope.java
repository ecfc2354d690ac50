package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.policy.Clause;
import java.util.List;

/**
 * The part of a passage that one quotation may come from: the clause of its likeliest sentence,
 * with the list around it while all of it is short. What follows under the next number is about
 * something else.
 *
 * @param from offset in the passage's text
 * @param to exclusive end offset in the passage's text
 */
record ClauseScope(int from, int to) {

  static ClauseScope around(SentenceSpan anchor, Hit hit, ClauseFinder clauses, int budget) {
    int index = clauses.unit(hit.policyId(), hit.start() + anchor.from(), budget);
    List<Clause> outline = clauses.outline(hit.policyId());
    if (index < 0 || index >= outline.size()) {
      return new ClauseScope(0, hit.text().length());
    }
    Clause clause = outline.get(index);
    return new ClauseScope(clause.start() - hit.start(), clause.end() - hit.start());
  }

  boolean holds(SentenceSpan piece) {
    return from <= piece.from() && piece.from() < to;
  }
}
