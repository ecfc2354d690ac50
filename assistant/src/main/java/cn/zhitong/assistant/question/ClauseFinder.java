package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names the clause that a stretch of a policy stands in. A passage may hold several small clauses
 * and then carries the path of the one around them: too coarse to be cited.
 */
final class ClauseFinder {
  private final Function<PolicyId, List<Clause>> outlines;
  private final Map<PolicyId, List<Clause>> known = new HashMap<>();

  /**
   * @param outlines a policy's clauses in document order
   */
  ClauseFinder(Function<PolicyId, List<Clause>> outlines) {
    this.outlines = outlines;
  }

  /** A policy's clauses in document order. */
  List<Clause> outline(PolicyId policy) {
    return known.computeIfAbsent(policy, outlines);
  }

  /** Index of the innermost clause at an offset of the stored text; -1 where there is none. */
  int at(PolicyId policy, int offset) {
    List<Clause> clauses = outline(policy);
    int innermost = -1;
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      if (clause.start() <= offset && offset < clause.end()) {
        innermost = i;
      }
    }
    return innermost;
  }

  /**
   * The part of a hit's text from one offset to another, cited under the clause that holds it all.
   */
  Citation cite(Hit hit, int from, int to) {
    Citation citation = Citation.of(hit, from, to);
    return holding(hit, from, to).map(clause -> citation.under(clause.path())).orElse(citation);
  }

  /** Length of the innermost numbered clause that holds the part; without one as long as can be. */
  int spanned(Hit hit, int from, int to) {
    return holding(hit, from, to)
        .filter(clause -> clause.path() != null)
        .map(clause -> clause.end() - clause.start())
        .orElse(Integer.MAX_VALUE);
  }

  private Optional<Clause> holding(Hit hit, int from, int to) {
    List<Clause> clauses = outline(hit.policyId());
    int index = at(hit.policyId(), hit.start() + from);
    while (index >= 0 && clauses.get(index).end() < hit.start() + to) {
      index = clauses.get(index).parent();
    }
    return index < 0 ? Optional.empty() : Optional.of(clauses.get(index));
  }
}
