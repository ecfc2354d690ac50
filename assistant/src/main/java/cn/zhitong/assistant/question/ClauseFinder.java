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
import java.util.regex.Pattern;

/**
 * Names the clause that a stretch of a policy stands in. A passage may hold several small clauses
 * and then carries the path of the one around them: too coarse to be cited.
 */
final class ClauseFinder {
  private static final Pattern ARTICLE = Pattern.compile("(?:^|、)第[^、]{1,8}条$");

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

  /**
   * Index of the clause at an offset that says one thing: an item of a list is part of the clause
   * around it while that is short, an article or an item with a heading of its own is not.
   *
   * @param budget characters of the longest clause that is taken for one thing
   */
  int unit(PolicyId policy, int offset, int budget) {
    List<Clause> clauses = outline(policy);
    int index = at(policy, offset);
    while (index >= 0 && clauses.get(index).parent() >= 0 && !standsAlone(clauses.get(index))) {
      Clause parent = clauses.get(clauses.get(index).parent());
      if (parent.end() - parent.start() > budget) {
        break;
      }
      index = clauses.get(index).parent();
    }
    return index;
  }

  private static boolean standsAlone(Clause clause) {
    return !clause.heading().isBlank()
        || clause.path() != null && ARTICLE.matcher(clause.path()).find();
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
