package cn.zhitong.eval.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tree of conditions with what was found wrong while it was read.
 *
 * @param root empty where there is no tree
 * @param malformed nodes that are neither a leaf nor a group of a known connective; they are left
 *     out
 */
record RuleTree(Optional<RuleNode> root, int malformed) {
  private static final Set<String> CONNECTIVES = Set.of("all", "any", "none", "at_least");

  static RuleTree read(JsonNode conditions, QuoteFinder finder) {
    if (conditions.isMissingNode() || conditions.isNull()) {
      return new RuleTree(Optional.empty(), 0);
    }
    Reader reader = new Reader(finder);
    return new RuleTree(reader.node(conditions, false), reader.malformed);
  }

  List<RuleLeaf> leaves() {
    return root.map(node -> node.leaves().toList()).orElse(List.of());
  }

  /** The same with equal spellings made one, see {@link RuleSpelling}. */
  RuleTree respelled() {
    return new RuleTree(root.map(RuleSpelling::of), malformed);
  }

  private static final class Reader {
    private final QuoteFinder finder;
    private int leaves;
    private int malformed;

    Reader(QuoteFinder finder) {
      this.finder = finder;
    }

    Optional<RuleNode> node(JsonNode node, boolean negated) {
      String type = node.path("type").asText();
      if (type.equals("leaf") || node.has("field") && !node.has("children")) {
        return Optional.of(RuleLeaf.read(node, leaves++, negated, finder));
      }
      if (!CONNECTIVES.contains(type) || !node.path("children").isArray()) {
        malformed++;
        return Optional.empty();
      }
      List<RuleNode> children = new ArrayList<>();
      for (JsonNode child : node.path("children")) {
        node(child, negated ^ type.equals("none")).ifPresent(children::add);
      }
      int count = Math.max(1, node.path("n").asInt());
      return Optional.of(new RuleNode.Group(type, count, children));
    }
  }
}
