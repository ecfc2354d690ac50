package cn.zhitong.eval.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proposed tree with the names that the facts use for fields that the catalogue does not have.
 */
final class FactNames {
  private FactNames() {}

  static JsonNode in(JsonNode conditions, List<LeafPair> pairs) {
    // By identity: two leaves may be written alike and speak of different ones.
    Map<JsonNode, String> names = new IdentityHashMap<>();
    for (LeafPair pair : pairs) {
      if (isRenamed(pair)) {
        pair.proposed().sources().forEach(s -> names.put(s, pair.gold().leaf().field()));
      }
    }
    return renamed(conditions, names);
  }

  private static boolean isRenamed(LeafPair pair) {
    String right = pair.gold().leaf().field();
    String proposed = pair.proposed().field();
    return !proposed.equals(right)
        && LeafMeaning.isField(pair.gold(), pair.proposed())
        && (FieldFamilies.isOwn(right) || FieldFamilies.isOwn(proposed));
  }

  private static JsonNode renamed(JsonNode node, Map<JsonNode, String> names) {
    if (!(node instanceof ObjectNode written)) {
      return node;
    }
    // Children are copied one by one, since a deep copy would lose their identity.
    ObjectNode copy = written.objectNode().setAll(written);
    if (names.containsKey(node)) {
      copy.put("field", names.get(node));
    }
    if (node.path("children").isArray()) {
      ArrayNode children = copy.putArray("children");
      node.path("children").forEach(child -> children.add(renamed(child, names)));
    }
    return copy;
  }
}
