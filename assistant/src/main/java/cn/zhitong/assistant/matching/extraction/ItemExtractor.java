package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.Strength;
import cn.zhitong.common.region.Gazetteer;
import java.util.ArrayList;
import java.util.List;

/**
 * Items of a policy text, by patterns: screen → outline → parts with their roles → items →
 * conditions → place → amount, materials, window, department and mode → doubts.
 */
public final class ItemExtractor {
  /** Words that open an item to applicants from everywhere. */
  private static final java.util.regex.Pattern WHOLE_COUNTRY =
      java.util.regex.Pattern.compile("中华人民共和国(?:境内|内地)|应?为全国范围内|在全国范围内");

  private final Gazetteer gazetteer;

  public ItemExtractor(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The items, in the order of the text; none where there is nothing to apply for. */
  public List<ItemDraft> extract(PolicyDraft policy) {
    if (ItemScreen.isNoItem(policy)) {
      return List.of();
    }
    ItemText source = new ItemText(policy.text());
    OutlineNode outline = OutlineReader.read(source);
    PlaceWords places = new PlaceWords(gazetteer, source, policy.region());
    List<ItemDraft> items = new ArrayList<>();
    for (ItemScope scope : ItemScope.of(source, outline, policy.title())) {
      ItemDraft item = item(policy, source, places, scope);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private ItemDraft item(PolicyDraft policy, ItemText source, PlaceWords places, ItemScope scope) {
    PlaceDetector detector = new PlaceDetector(places);
    ConditionTreeReader reader = new ConditionTreeReader(source, detector);
    ReadingContext context = ReadingContext.of(scope.title());
    Condition shared = reader.read(scope.shared(), context);
    Condition read =
        scope.asked()
            ? SharedConditions.both(shared, reader.read(scope.conditions(), context.inAskedList()))
            : SharedConditions.join(shared, reader.read(scope.conditions(), context));
    ItemParts parts = ItemParts.of(source, scope);
    boolean sectioned = scope.parts().containsKey(SectionRole.CONDITIONS);
    if (read == null && parts.amount() == null && !sectioned) {
      return null;
    }
    Condition placed =
        RepeatedLeaves.without(placed(read, source, detector, scope, places.region()));
    TextSpan stored = source.stored(scope.span());
    return new ItemDraft(
        scope.title(),
        policy.text().substring(stored.start(), stored.end()),
        scope.clause(),
        stored.start(),
        stored.end(),
        parts.object(),
        placed == null ? ConditionGroup.all(List.of()) : rooted(placed),
        parts.amount(),
        parts.materials(),
        parts.window(),
        parts.mode(),
        parts.department() == null ? policy.issuer() : parts.department(),
        parts.kind(),
        List.of(),
        Doubts.of(placed, parts, source, scope.texts()));
  }

  private static Condition rooted(Condition tree) {
    return tree instanceof ConditionLeaf ? ConditionGroup.all(List.of(tree)) : tree;
  }

  /** Where no words name a place, one told by the way (我市企业), else the issuer's region. */
  private static Condition placed(
      Condition tree, ItemText source, PlaceDetector detector, ItemScope scope, String region) {
    if (tree != null && hasPlace(tree)) {
      return tree;
    }
    Condition place = attribute(source, detector, scope);
    if (place == null && region != null && !WHOLE_COUNTRY.matcher(source.covered()).find()) {
      place = LeafBuilder.impliedPlace(region);
    }
    if (place == null) {
      return tree;
    }
    List<Condition> all = new ArrayList<>(List.of(place));
    if (tree instanceof ConditionGroup group
        && group.type() == cn.zhitong.assistant.matching.condition.GroupType.ALL) {
      all.addAll(group.children());
    } else if (tree != null) {
      all.add(tree);
    }
    return ConditionGroup.all(all);
  }

  private static Condition attribute(ItemText source, PlaceDetector detector, ItemScope scope) {
    for (TextSpan text : scope.texts()) {
      for (StatementSplitter.Statement statement : StatementSplitter.split(source, text)) {
        List<TextSpan> sentences = new ArrayList<>(statement.sentences());
        if (statement.lead() != null) {
          sentences.add(0, statement.lead());
        }
        for (TextSpan sentence : sentences) {
          List<FoundLeaf> found = detector.detectAttribute(source, sentence);
          if (!found.isEmpty()) {
            return found.get(0).leaf();
          }
        }
      }
    }
    return null;
  }

  private static boolean hasPlace(Condition tree) {
    if (tree instanceof ConditionLeaf leaf) {
      boolean place = leaf.field().endsWith("region") || "zone".equals(leaf.field());
      return place && leaf.strength() != Strength.PRIORITY;
    }
    return ((ConditionGroup) tree).children().stream().anyMatch(ItemExtractor::hasPlace);
  }
}
