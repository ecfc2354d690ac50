package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A made-up text whose leaves are labelled, and scores of what is proposed for it. */
final class LabelledText {
  private final String text;
  private final JsonNode labelled;
  private final ObjectNode scoring = Json.MAPPER.createObjectNode();

  LabelledText(String text, JsonNode labelled) {
    this.text = text;
    this.labelled = labelled;
  }

  /**
   * @param json of a leaf without its type, with single quotes
   */
  static ObjectNode leaf(String json) {
    try {
      ObjectNode leaf = (ObjectNode) Json.MAPPER.readTree("{" + json.replace('\'', '"') + "}");
      return leaf.put("type", "leaf");
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static ObjectNode group(String connective, JsonNode... children) {
    ObjectNode group = Json.MAPPER.createObjectNode().put("type", connective);
    group.putArray("children").addAll(List.of(children));
    return group;
  }

  LabelledText hint(int leaf, String json) throws IOException {
    scoring.withObject("/leaves").set(String.valueOf(leaf), Json.MAPPER.readTree(json));
    return this;
  }

  /** Marks words as what is granted, or as what a proposal may speak of or not. */
  LabelledText mark(String kind, String words) {
    int start = text.indexOf(words);
    scoring
        .withArray("/" + kind)
        .addObject()
        .put("start", start)
        .put("end", start + words.length());
    return this;
  }

  ObjectNode row() {
    ObjectNode row = Json.MAPPER.createObjectNode().put("id", "made-up").put("text", text);
    row.set("conditions", labelled);
    row.set("scoring", scoring);
    return row;
  }

  /** The best fitting of proposals with these trees. */
  ItemScore score(JsonNode... trees) throws IOException {
    List<JsonNode> proposals = new ArrayList<>();
    Stream.of(trees)
        .forEach(tree -> proposals.add(Json.MAPPER.createObjectNode().set("conditions", tree)));
    return ItemScore.best(LabelledItem.of(row()), Json.MAPPER.createArrayNode().addAll(proposals));
  }
}
