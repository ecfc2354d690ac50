package cn.zhitong.eval.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which proposed leaf speaks of which labelled one: same field or family of fields, and quotes that
 * overlap by half of the shorter one.
 */
final class LeafPairs {
  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("region", "place"),
          Map.entry("tax_region", "place"),
          Map.entry("stat_region", "place"),
          Map.entry("zone", "place"),
          Map.entry("legal_person", "entity"),
          Map.entry("form", "entity"),
          Map.entry("revenue", "turnover"),
          Map.entry("revenue_growth", "turnover"),
          Map.entry("main_revenue_ratio", "turnover"),
          Map.entry("staff", "people"),
          Map.entry("rd_staff", "people"),
          Map.entry("insured_staff", "people"),
          Map.entry("rd_staff_ratio", "people"),
          Map.entry("tech_staff_ratio", "people"),
          Map.entry("college_ratio", "people"),
          Map.entry("rd_expense", "rd"),
          Map.entry("rd_ratio", "rd"),
          Map.entry("rd_growth", "rd"),
          Map.entry("fixed_investment", "investment"),
          Map.entry("equipment_investment", "investment"),
          Map.entry("project_investment", "investment"),
          Map.entry("tax_paid", "tax"),
          Map.entry("unit_area_tax", "tax"));

  /** A labelled leaf with the proposed one that speaks of it. */
  record Pair(JsonNode gold, JsonNode proposed) {}

  private LeafPairs() {}

  static List<JsonNode> leaves(JsonNode tree) {
    List<JsonNode> leaves = new ArrayList<>();
    collect(tree, leaves);
    return leaves;
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if ("leaf".equals(node.path("type").asText())) {
      into.add(node);
    } else {
      node.path("children").forEach(child -> collect(child, into));
    }
  }

  static List<Pair> of(JsonNode gold, JsonNode proposed, String text) {
    List<JsonNode> free = leaves(proposed);
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode leaf : leaves(gold)) {
      free.stream()
          .filter(one -> isLike(leaf, one, text))
          .max(Comparator.comparingInt(one -> leaf.path("field").equals(one.path("field")) ? 1 : 0))
          .ifPresent(
              one -> {
                pairs.add(new Pair(leaf, one));
                free.remove(one);
              });
    }
    return pairs;
  }

  private static boolean isLike(JsonNode a, JsonNode b, String text) {
    String field = family(a.path("field").asText());
    boolean open = !a.has("op") && !b.has("op");
    return (open || field.equals(family(b.path("field").asText()))) && overlap(a, b, text);
  }

  private static String family(String field) {
    return field.startsWith("custom:") ? "custom" : FAMILIES.getOrDefault(field, field);
  }

  private static boolean overlap(JsonNode a, JsonNode b, String text) {
    String one = a.path("quote").asText("");
    String two = b.path("quote").asText("");
    if (one.isEmpty() || two.isEmpty()) {
      return one.equals(two);
    }
    int from = a.path("start").asInt(text.indexOf(one));
    int other = b.path("start").asInt(text.indexOf(two));
    int shared = Math.min(from + one.length(), other + two.length()) - Math.max(from, other);
    return shared * 2 >= Math.min(one.length(), two.length());
  }

  /** Whether a labelled leaf has a number. */
  static boolean isNumeric(JsonNode leaf) {
    return leaf.path("value").isNumber()
        || leaf.path("value").isArray() && leaf.path("value").path(0).isNumber();
  }

  /** Field, operator, value and unit are the same; names of custom fields are free. */
  static boolean isExact(Pair pair) {
    JsonNode a = pair.gold();
    JsonNode b = pair.proposed();
    boolean named =
        a.path("field").asText().startsWith("custom:") || a.path("field").equals(b.path("field"));
    return named
        && a.path("op").equals(b.path("op"))
        && Objects.equals(a.path("unit").asText(""), b.path("unit").asText(""))
        && sameValues(a.path("value"), b.path("value"));
  }

  private static boolean sameValues(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Math.abs(a.asDouble() - b.asDouble()) <= 1e-6 * Math.max(1, Math.abs(a.asDouble()));
    }
    boolean same = a.isArray() && b.isArray() && a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = sameValues(a.get(i), b.get(i));
    }
    return same || a.equals(b);
  }
}
