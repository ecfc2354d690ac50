package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text with the conditions that a reader found in it.
 *
 * @param row the line of items.jsonl
 * @param leaves of the tree, in order, the debatable among them
 * @param ignored parts of the text of which a proposal may speak or not
 * @param amounts parts of the text that say what is granted
 */
record LabelledItem(
    String id,
    JsonNode row,
    RuleNode tree,
    List<LabelledLeaf> leaves,
    List<TextRange> ignored,
    List<TextRange> amounts) {
  private static final String DEBATABLE = "debatable";

  /**
   * @throws IOException where the labelled tree is none
   */
  static LabelledItem of(JsonNode row) throws IOException {
    String id = Json.text(row, "id");
    RuleTree tree =
        RuleTree.read(row.path("conditions"), QuoteFinder.whole(Json.text(row, "text")));
    if (tree.root().isEmpty() || tree.malformed() > 0) {
      throw new IOException("the conditions of item " + id + " are no tree of conditions");
    }
    JsonNode scoring = row.path("scoring");
    List<LabelledLeaf> leaves = new ArrayList<>();
    for (RuleLeaf leaf : tree.leaves()) {
      JsonNode hint = scoring.path("leaves").path(String.valueOf(leaf.position()));
      boolean debatable = leaf.sources().get(0).path(DEBATABLE).asBoolean();
      leaves.add(new LabelledLeaf(leaf, debatable, AcceptedReadings.of(hint)));
    }
    return new LabelledItem(
        id,
        row,
        tree.root().get(),
        leaves,
        ranges(scoring.path("ignore")),
        ranges(scoring.path("amounts")));
  }

  private static List<TextRange> ranges(JsonNode nodes) {
    List<TextRange> ranges = new ArrayList<>();
    nodes.forEach(
        node -> ranges.add(new TextRange(node.path("start").asInt(), node.path("end").asInt())));
    return ranges;
  }

  String text() {
    return Json.text(row, "text");
  }

  /** Leaves that are asked for. */
  List<LabelledLeaf> counted() {
    return leaves.stream().filter(leaf -> !leaf.debatable()).toList();
  }

  List<LabelledLeaf> printedNumbers() {
    return leaves.stream().filter(LabelledLeaf::isPrintedNumber).toList();
  }

  /** The labelled conditions as the contract has them, without the marks of this measure. */
  JsonNode unmarkedConditions() {
    JsonNode copy = row.path("conditions").deepCopy();
    copy.findParents(DEBATABLE).forEach(leaf -> ((ObjectNode) leaf).remove(DEBATABLE));
    return copy;
  }

  /** What extraction is given. */
  Map<String, Object> request() {
    Map<String, Object> request = new LinkedHashMap<>();
    for (String name : List.of("title", "text", "issuer", "region")) {
      if (!Json.text(row, name).isEmpty()) {
        request.put(name, Json.text(row, name));
      }
    }
    return request;
  }
}
