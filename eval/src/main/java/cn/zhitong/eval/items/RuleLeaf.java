package cn.zhitong.eval.items;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One condition as it is compared. Texts are empty where the leaf has none.
 *
 * @param position the leaf's place in the tree as it was written, depth first from 0
 * @param name which name of a written list this is, from 0; a leaf that was no list has 0
 * @param negated whether an odd number of {@code none} lie above
 * @param ranges where the quote stands in the text; empty where there is none or it is not verbatim
 * @param sources the written leaves: two where two bounds were joined
 */
record RuleLeaf(
    int position,
    int name,
    String field,
    String op,
    JsonNode value,
    String unit,
    String period,
    String quote,
    String mode,
    String strength,
    boolean negated,
    List<TextRange> ranges,
    List<JsonNode> sources)
    implements RuleNode {

  static RuleLeaf read(JsonNode node, int position, boolean negated, QuoteFinder finder) {
    String field = Json.text(node, "field");
    String period = Json.text(node, "period");
    String quote = Json.text(node, "quote");
    String strength = Json.text(node, "strength");
    return new RuleLeaf(
        position,
        0,
        field.isEmpty() ? "custom:?" : field,
        Json.text(node, "op"),
        node.path("value"),
        Json.text(node, "unit"),
        AcceptedReadings.period(period),
        quote,
        Json.text(node, "mode"),
        strength.isEmpty() ? "hard" : strength,
        negated,
        finder.find(quote, node.path("start")),
        List.of(node));
  }

  /** Whether the quote is not in the text. */
  boolean isQuotedFreely() {
    return !quote.isEmpty() && ranges.isEmpty();
  }

  /** Evidence and judgement leaves have no operator. */
  boolean isOpen() {
    return op.isEmpty();
  }

  boolean touches(RuleLeaf other) {
    return ranges.stream().anyMatch(a -> other.ranges.stream().anyMatch(b -> a.shared(b) > 0));
  }

  /** This lower bound and an upper one as one {@code between}, with the longer quote. */
  RuleLeaf between(RuleLeaf upper) {
    JsonNode both = JsonNodeFactory.instance.arrayNode().add(value).add(upper.value);
    RuleLeaf quoted = upper.quote.length() > quote.length() ? upper : this;
    return new RuleLeaf(
        position,
        name,
        field,
        "between",
        both,
        unit,
        period,
        quoted.quote,
        mode,
        strength,
        negated,
        quoted.ranges,
        Stream.concat(sources.stream(), upper.sources.stream()).toList());
  }

  /** The same leaf with one value of its list. */
  RuleLeaf named(int which) {
    return new RuleLeaf(
        position,
        which,
        field,
        op,
        value.get(which),
        unit,
        period,
        quote,
        mode,
        strength,
        negated,
        ranges,
        sources);
  }

  @Override
  public Stream<RuleLeaf> leaves() {
    return Stream.of(this);
  }

  @Override
  public boolean isBranching() {
    return false;
  }

  /** For people. */
  String shown() {
    String written = value.isMissingNode() || value.isNull() ? "" : value.toString();
    return Stream.of(field, op, written, unit, period, "「" + quote + "」")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
