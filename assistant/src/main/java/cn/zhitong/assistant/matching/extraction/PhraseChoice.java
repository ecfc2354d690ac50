package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phrases of a sentence of which some will do. */
final class PhraseChoice {
  private static final Pattern PRICE = Pattern.compile("^custom:.{2,30}?(单价|价值|价格|售价)(?:每.)?$");

  private PhraseChoice() {}

  /** 「A、B、C、D，以上四项至少满足两项」: the phrases before are a list of which some will do. */
  static void choose(List<PhraseReader.Phrase> read, ListLead lead, String words) {
    int size = ListLead.size(words);
    int from = read.size();
    List<Condition> points = new ArrayList<>();
    while (from > 0 && (size == 0 || points.size() < size)) {
      from--;
      points.addAll(0, parts(read.get(from).condition()));
    }
    if (points.size() < 2) {
      return;
    }
    TextSpan span =
        new TextSpan(read.get(from).span().start(), read.get(read.size() - 1).span().end());
    Condition some =
        lead.atLeast() <= 1
            ? ConditionGroup.any(points)
            : ConditionGroup.atLeast(Math.min(lead.atLeast(), points.size()), points);
    read.subList(from, read.size()).clear();
    read.add(new PhraseReader.Phrase(span, some, List.of(), false));
  }

  private static List<Condition> parts(Condition one) {
    return one instanceof ConditionGroup group && group.type() == GroupType.ALL
        ? group.children()
        : List.of(one);
  }

  /** 「成套装备单价不低于500万元，单台设备单价不低于100万元」: what is sold is one or the other. */
  static boolean isOtherThing(PhraseReader.Phrase before, PhraseReader.Phrase phrase) {
    String first = price(before);
    return !first.isEmpty() && first.equals(price(phrase));
  }

  private static String price(PhraseReader.Phrase phrase) {
    if (!(phrase.condition() instanceof ConditionLeaf leaf)
        || leaf.op() == null
        || !leaf.op().isOrdering()) {
      return "";
    }
    Matcher price = PRICE.matcher(leaf.field());
    return price.find() ? price.group(1) : "";
  }
}
