package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionEvaluator;
import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.condition.RegionRule;
import cn.zhitong.assistant.matching.condition.Strength;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.tag.EnterpriseTag;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Published items against one enterprise file. */
@ApplicationScoped
public class Matches {
  private final ItemLibrary library;
  private final ConditionEvaluator evaluator;

  @Inject
  Matches(ItemLibrary library, Gazetteer gazetteer) {
    this.library = library;
    this.evaluator = new ConditionEvaluator(new RegionRule(gazetteer));
  }

  /** An item and how the enterprise stands to it. */
  public record Match(ItemLibrary.Published item, Evaluation evaluation) {
    /** Leaves of the outcome, those of 优先 left out. */
    public long count(MatchOutcome outcome) {
      return evaluation.leaves().stream()
          .filter(leaf -> leaf.leaf().strength() != Strength.PRIORITY)
          .filter(leaf -> leaf.outcome() == outcome)
          .count();
    }

    /** Fields whose fact is missing, in the order of the leaves. */
    public List<String> missing() {
      return evaluation.leaves().stream()
          .filter(leaf -> leaf.outcome() == MatchOutcome.UNKNOWN)
          .filter(leaf -> leaf.leaf().strength() != Strength.PRIORITY)
          .filter(leaf -> !leaf.leaf().isOpen())
          .map(leaf -> leaf.leaf().field())
          .distinct()
          .toList();
    }
  }

  /** All items that can be had on the day: met first, then unknown, then not met. */
  public List<Match> of(EnterpriseFile file, LocalDate asOf) {
    return of(file.asFacts(), asOf);
  }

  /** The same for what is known of an enterprise without a file. */
  public List<Match> of(EnterpriseFacts facts, LocalDate asOf) {
    return library.on(asOf).stream()
        .map(item -> new Match(item, evaluator.evaluate(item.tree(), facts, asOf)))
        .sorted((a, b) -> b.evaluation().outcome().compareTo(a.evaluation().outcome()))
        .toList();
  }

  /** The outcome alone, for counting. */
  MatchOutcome outcome(Condition tree, EnterpriseFacts facts, LocalDate asOf) {
    return evaluator.outcome(tree, facts, asOf);
  }

  /** Whether the enterprise surely bears the tag; everyone bears none. */
  boolean bears(EnterpriseFacts facts, EnterpriseTag tag, LocalDate asOf) {
    return tag == null || outcome(tag.conditions(), facts, asOf) == MatchOutcome.MET;
  }

  /** Whether the enterprise meets a tree that need not be published. */
  public Evaluation evaluate(Condition tree, EnterpriseFacts facts, LocalDate asOf) {
    return evaluator.evaluate(tree, facts, asOf);
  }
}
