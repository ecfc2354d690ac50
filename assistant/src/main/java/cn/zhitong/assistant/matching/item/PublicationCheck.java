package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionEvaluator;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.condition.RegionRule;
import cn.zhitong.assistant.matching.condition.UnknownKind;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an item may be published: every leaf confirmed, every quote in the text, its policy in
 * force, and one example each that meets it, does not, and is open, coming out as they should.
 */
@ApplicationScoped
class PublicationCheck {
  private final ItemStore store;
  private final CorpusStore policies;
  private final ConditionEvaluator evaluator;
  private final Clock clock;

  @Inject
  PublicationCheck(ItemStore store, CorpusStore policies, Gazetteer gazetteer, Clock clock) {
    this.store = store;
    this.policies = policies;
    this.evaluator = new ConditionEvaluator(new RegionRule(gazetteer));
    this.clock = clock;
  }

  /** What is missing, empty where nothing is. */
  List<MissingPart> missing(StoredItem item) {
    List<MissingPart> missing = new ArrayList<>();
    Condition tree = item.content().tree();
    List<ConditionLeaf> leaves = ConditionLeaves.of(tree);
    if (leaves.isEmpty()) {
      missing.add(new MissingPart("condition", null, "还没有申报条件"));
    }
    for (int i = 0; i < leaves.size(); i++) {
      if (!item.confirmed().contains(i)) {
        missing.add(
            new MissingPart(
                "confirmation", i, "第 " + (i + 1) + " 条还没有人确认：" + leaves.get(i).quote()));
      }
      if (!isQuoted(item.content(), leaves.get(i))) {
        missing.add(
            new MissingPart("quote", i, "第 " + (i + 1) + " 条的引文不在原文中：" + leaves.get(i).quote()));
      }
    }
    policy(item).ifPresent(missing::add);
    examples(item, tree, missing);
    return missing;
  }

  private static boolean isQuoted(ItemContent content, ConditionLeaf leaf) {
    if (leaf.quote().isEmpty()) {
      return leaf.mode() == LeafMode.IMPLIED;
    }
    return content.text() != null && content.text().contains(leaf.quote());
  }

  private Optional<MissingPart> policy(StoredItem item) {
    if (item.content().policyId() == null) {
      return Optional.empty();
    }
    Optional<StoredPolicy> policy = policies.policy(PolicyId.parse(item.content().policyId()));
    if (policy.isEmpty()) {
      return Optional.of(new MissingPart("policy", null, "所属政策已不在政策库中"));
    }
    boolean over =
        policy.get().validity().endedOn() != null
            && !LocalDate.now(clock).isBefore(policy.get().validity().endedOn());
    return over ? Optional.of(new MissingPart("policy", null, "所属政策已失效或废止")) : Optional.empty();
  }

  private void examples(StoredItem item, Condition tree, List<MissingPart> missing) {
    List<ItemExample> examples = store.examples(item.id());
    for (MatchOutcome outcome : MatchOutcome.values()) {
      if (examples.stream().noneMatch(one -> outcome.code().equals(one.expected()))) {
        missing.add(new MissingPart("example", null, "缺少一个结果应为“" + outcome.label() + "”的样例企业"));
      }
    }
    for (ItemExample example : examples) {
      String outcome = replay(tree, example);
      if (!outcome.equals(example.expected())) {
        missing.add(
            new MissingPart(
                "replay",
                null,
                "样例“" + example.name() + "”应为 " + example.expected() + "，判断为 " + outcome));
      }
    }
  }

  /**
   * The outcome of an example today. A rule with evidence or judgement is never met by data alone:
   * a file that leaves only those open is its example of met.
   */
  String replay(Condition tree, ItemExample example) {
    try {
      EnterpriseFacts facts =
          new EnterpriseFacts(
              FactCodec.readAll(example.facts()),
              FactCodec.names(example.closedFields()),
              FactCodec.names(example.closedRegisters()));
      LocalDate day =
          example.asOf() == null ? LocalDate.now(clock) : LocalDate.parse(example.asOf());
      Evaluation evaluation = evaluator.evaluate(tree, facts, day);
      boolean metButForEvidence =
          evaluation.unknownKind() == UnknownKind.EVIDENCE
              && MatchOutcome.MET.code().equals(example.expected());
      return metButForEvidence ? example.expected() : evaluation.outcome().code();
    } catch (InvalidCondition | java.time.format.DateTimeParseException e) {
      return e.getMessage();
    }
  }
}
