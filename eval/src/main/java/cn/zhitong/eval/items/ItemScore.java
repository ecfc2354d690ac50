package cn.zhitong.eval.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * One proposed item beside the labelled one.
 *
 * @param conditions the tree as it was proposed; missing where nothing was
 * @param written the proposed tree as it was read
 * @param tree the same with equal spellings made one
 * @param pairs which proposed leaf speaks of which labelled one, the debatable among them
 * @param extra proposed leaves that speak of none
 */
record ItemScore(
    LabelledItem item,
    JsonNode conditions,
    RuleTree written,
    RuleTree tree,
    List<LeafPair> pairs,
    List<RuleLeaf> extra) {
  /** So much of the leaves must be found before their tree counts as right. */
  private static final int FOUND = 2;

  private static final int OF = 3;

  private static final String PRIORITY = "priority";

  /** The best fitting of the items that were proposed for a text. */
  static ItemScore best(LabelledItem item, JsonNode proposals) {
    Comparator<ItemScore> fit =
        Comparator.comparingDouble(ItemScore::f1).thenComparing(ItemScore::isTreeExact);
    return StreamSupport.stream(proposals.spliterator(), false)
        .map(proposal -> of(item, proposal))
        .reduce((best, next) -> fit.compare(next, best) > 0 ? next : best)
        .orElseGet(() -> of(item, MissingNode.getInstance()));
  }

  static ItemScore of(LabelledItem item, JsonNode proposal) {
    JsonNode conditions = proposal.path("conditions");
    RuleTree written = RuleTree.read(conditions, QuoteFinder.within(item.text(), proposal));
    RuleTree tree = written.respelled();
    List<LeafPair> pairs = LeafPairs.of(item.leaves(), tree.leaves());
    List<RuleLeaf> extra = FalseLeaves.of(item, tree.leaves(), pairs);
    return new ItemScore(item, conditions, written, tree, pairs, extra);
  }

  /** Pairs of leaves that are asked for. */
  List<LeafPair> found() {
    return pairs.stream().filter(pair -> !pair.gold().debatable()).toList();
  }

  int proposed() {
    return found().size() + extra.size();
  }

  double f1() {
    int both = item.counted().size() + proposed();
    return both == 0 ? 1 : 2.0 * found().size() / both;
  }

  /** Labelled leaves that nothing speaks of. */
  List<LabelledLeaf> missed() {
    List<LabelledLeaf> found = pairs.stream().map(LeafPair::gold).toList();
    return item.counted().stream().filter(leaf -> !found.contains(leaf)).toList();
  }

  int count(BiPredicate<LabelledLeaf, RuleLeaf> is) {
    return count(gold -> true, is);
  }

  /** Pairs whose labelled leaf is one of these and whose proposed one says the same in one way. */
  int count(Predicate<LabelledLeaf> of, BiPredicate<LabelledLeaf, RuleLeaf> is) {
    return (int)
        found().stream()
            .filter(pair -> of.test(pair.gold()) && is.test(pair.gold(), pair.proposed()))
            .count();
  }

  /** Labelled numbers, with what was proposed instead, if anything was. */
  Map<LabelledLeaf, Optional<RuleLeaf>> wrongNumbers() {
    Map<LabelledLeaf, Optional<RuleLeaf>> wrong = new HashMap<>();
    item.printedNumbers().forEach(leaf -> wrong.put(leaf, Optional.empty()));
    for (LeafPair pair : found()) {
      if (LeafMeaning.isNumber(pair.gold(), pair.proposed())) {
        wrong.remove(pair.gold());
      } else {
        wrong.replace(pair.gold(), Optional.of(pair.proposed()));
      }
    }
    return wrong;
  }

  /** Pairs in which a period is wrong; an invented one is wrong where the text names none. */
  List<LeafPair> wrongPeriods() {
    return found().stream()
        .filter(pair -> !pair.gold().leaf().isOpen())
        .filter(pair -> !LeafMeaning.isPeriod(pair.gold(), pair.proposed()))
        .toList();
  }

  /** What is granted, proposed as what is asked for. */
  List<RuleLeaf> amountsTaken() {
    return extra.stream()
        .filter(leaf -> LeafValue.isNumeric(leaf.value()))
        .filter(
            leaf ->
                leaf.ranges().stream()
                    .anyMatch(range -> item.amounts().stream().anyMatch(range::isLike)))
        .toList();
  }

  List<RuleLeaf> freeQuotes() {
    return written.leaves().stream().filter(RuleLeaf::isQuotedFreely).toList();
  }

  /** Whether the leaves found stand under the same connectives, and enough are found. */
  boolean isTreeExact() {
    return found().size() * OF >= item.counted().size() * FOUND && isSameForm();
  }

  /** The same with every leaf found and none too many. */
  boolean isWhole() {
    return isSameForm() && extra.isEmpty() && found().size() == item.counted().size();
  }

  private boolean isSameForm() {
    return !found().isEmpty() && goldForm().equals(proposedForm());
  }

  /** The labelled tree over the leaves found. */
  Optional<TreeForm> goldForm() {
    Map<RuleLeaf, String> names = new HashMap<>();
    hard().forEach(pair -> names.put(pair.gold().leaf(), name(pair)));
    return TreeForm.of(item.tree(), leaf -> Optional.ofNullable(names.get(leaf)));
  }

  /** The proposed tree over the leaves found; a leaf that says the contrary is marked. */
  Optional<TreeForm> proposedForm() {
    Map<RuleLeaf, String> names = new HashMap<>();
    hard()
        .forEach(
            pair -> {
              boolean same = LeafMeaning.isSameSide(pair.gold(), pair.proposed());
              names.put(pair.proposed(), name(pair) + (same ? "" : "!"));
            });
    return tree.root()
        .flatMap(root -> TreeForm.of(root, leaf -> Optional.ofNullable(names.get(leaf))));
  }

  private static String name(LeafPair pair) {
    return String.valueOf(pair.gold().leaf().position());
  }

  /** Without leaves of priority, which decide nothing. */
  private List<LeafPair> hard() {
    return found().stream()
        .filter(pair -> !pair.gold().leaf().strength().equals(PRIORITY))
        .toList();
  }

  /**
   * The proposed conditions for matching by labelled facts. Names of fields of one's own are free,
   * so a leaf that was found takes the name that the facts use.
   */
  JsonNode conditionsWithFactNames() {
    return FactNames.in(conditions, pairs);
  }
}
