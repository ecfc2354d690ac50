package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a farm has to be, by what it grows or keeps: 果园30亩以上，大棚8亩以上，生猪存栏500头以上. Nobody grows
 * all of it: bounds of different produce side by side are ways.
 */
final class ProduceScales {
  private static final Pattern PRODUCE =
      Pattern.compile(
          "大田|园艺|粮|稻|麦|玉米|豆|薯|菜|瓜|果|梨|桃|葡萄|枣|茶|油料|油茶|花生|棉|药材|花卉|苗木|林木|竹|食用菌|菌|烟|桑|大棚|温室|设施|猪|牛|羊|鸡|鸭|鹅|禽|兔|蛋|奶|鱼|虾|蟹|水产|蜂|种养结合|其他");
  private static final Pattern SCALE = Pattern.compile("面积|规模|存栏|出栏|饲养|养殖|种植|产量|园|棚|[栏养植]");
  private static final Pattern ORDINAL = Pattern.compile("从?(?:首|第[一二三四五六七八九十])[届次年期](?:起|及以后)?");
  private static final Pattern TOGETHER = Pattern.compile("其中|且|并|同时|以及");
  private static final Set<String> UNITS =
      Set.of("亩", "公顷", "头", "只", "羽", "株", "箱", "平方米", "立方米", "吨", "share");

  /** 「露地蔬菜50亩以上」 needs no word for its size. */
  private static final int SHORT = 20;

  private ProduceScales() {}

  /** The same conditions with such bounds beside each other made ways. */
  static Condition of(Condition one) {
    if (!(one instanceof ConditionGroup group)) {
      return one;
    }
    List<Condition> children = group.children().stream().map(ProduceScales::of).toList();
    if (group.type() != GroupType.ALL) {
      return new ConditionGroup(group.type(), group.atLeast(), children);
    }
    List<Condition> all = new ArrayList<>();
    int i = 0;
    while (i < children.size()) {
      int end = run(children, i);
      if (end - i < 2) {
        all.add(children.get(i++));
      } else {
        all.add(ConditionGroup.any(children.subList(i, end)));
        i = end;
      }
    }
    return PhraseJoiner.together(all);
  }

  /** Where the bounds end that begin here, each of other produce than those before. */
  private static int run(List<Condition> all, int from) {
    int end = from;
    while (end < all.size()
        && !produce(all.get(end), end > from).isEmpty()
        && all.subList(from, end).stream().noneMatch(isOfSame(all.get(end)))) {
      end++;
    }
    if (end - from < 2) {
      end = from + 1;
      while (end < all.size() && isOtherBound(all.get(from), all.get(end))) {
        end++;
      }
    }
    return end;
  }

  /** 「第一届不少于300个展位，第二届不少于400个展位」: nobody asks two bounds of one figure together. */
  private static boolean isOtherBound(Condition one, Condition other) {
    return one instanceof ConditionLeaf a
        && other instanceof ConditionLeaf b
        && a.op() != null
        && a.op() == b.op()
        && a.op().isOrdering()
        && plain(a.field()).equals(plain(b.field()))
        && Objects.equals(a.unit(), b.unit())
        && Objects.equals(a.period(), b.period())
        && a.strength() == b.strength()
        && !a.values().equals(b.values())
        && !TOGETHER.matcher(b.quote()).lookingAt();
  }

  private static String plain(String field) {
    return ORDINAL.matcher(field).replaceFirst("");
  }

  /** 「茶园100亩以上，年产茶叶20吨以上」 are two bounds of one produce; 蛋禽 and 肉禽 are two. */
  private static Predicate<Condition> isOfSame(Condition one) {
    ConditionLeaf own = (ConditionLeaf) one;
    return other -> {
      ConditionLeaf before = (ConditionLeaf) other;
      Set<String> shared = produce(other, false);
      shared.retainAll(produce(one, false));
      return own.field().equals(before.field())
          || !shared.isEmpty() && !own.unit().equals(before.unit());
    };
  }

  /** What a bound is of; nothing where it is no bound on the size of a farm. */
  private static Set<String> produce(Condition one, boolean behind) {
    boolean bound =
        one instanceof ConditionLeaf leaf
            && leaf.op() != null
            && leaf.op().isOrdering()
            && leaf.field().startsWith("custom:")
            && leaf.unit() != null
            && UNITS.contains(leaf.unit())
            && (SCALE.matcher(leaf.quote()).find() || leaf.quote().length() <= SHORT)
            && !(behind && TOGETHER.matcher(leaf.quote()).lookingAt());
    Set<String> produce = new HashSet<>();
    if (bound) {
      Matcher words = PRODUCE.matcher(((ConditionLeaf) one).quote());
      while (words.find()) {
        produce.add(words.group());
      }
    }
    return produce;
  }
}
