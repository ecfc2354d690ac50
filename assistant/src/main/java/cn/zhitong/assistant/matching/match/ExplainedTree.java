package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.enterprise.FactMask;
import cn.zhitong.assistant.matching.item.ConditionWords;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;

/** Conditions as JSON, each leaf with its outcome, reason, words and facts. */
@ApplicationScoped
class ExplainedTree {
  private final ConditionWords words;

  @Inject
  ExplainedTree(ConditionWords words) {
    this.words = words;
  }

  /**
   * @param evaluation of this tree
   * @param sensitive whether the reader sees sensitive values
   */
  ObjectNode of(Condition tree, Evaluation evaluation, boolean sensitive) {
    return explained(tree, new ArrayDeque<>(evaluation.leaves()), sensitive);
  }

  private ObjectNode explained(
      Condition node, Deque<Evaluation.LeafResult> leaves, boolean sensitive) {
    ObjectNode written = ConditionCodec.write(node);
    if (node instanceof ConditionLeaf leaf) {
      Evaluation.LeafResult result = leaves.poll();
      written.put("index", result.index());
      written.put("outcome", result.outcome().code());
      written.put("reason", result.reason().label());
      written.put("words", words.of(leaf));
      ArrayNode facts = written.putArray("facts");
      result.facts().forEach(fact -> facts.add(FactMask.written(fact, sensitive)));
      return written;
    }
    ArrayNode children = written.putArray("children");
    ((ConditionGroup) node)
        .children()
        .forEach(child -> children.add(explained(child, leaves, sensitive)));
    return written;
  }
}
