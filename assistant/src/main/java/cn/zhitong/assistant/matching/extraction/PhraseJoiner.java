package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the phrases of a sentence: all of them are wanted, but 或 opens another way, 且 and 但 behind
 * it belong to that way, and 其中… or 可放宽至… is an exception for some kind.
 */
final class PhraseJoiner {
  private static final Pattern AMONG = Pattern.compile("^(?:但|且)?其中[，、：]?");
  private static final Pattern BOUND = Pattern.compile("^(?:但是?|且|并且|同时)");
  private static final Pattern CONTINUES =
      Pattern.compile(
          "^(?:能够|且(?=能)|有助于|从而|以便|进而|可以?[^，]{0,4}(?:带动|产生|形成)|对[^，]{1,12}(?:产生|起到|具有))");

  /** 「属于新产品的应达到3年以上」, 「生物医药类可放宽至8年」: the same figure for another kind. */
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "^(?:其中|但)?[，、]?(?:属于|对于?|若为|如为)?((?![^，。；]{0,12}(?:门槛|要求|标准|投资|收入|比例|金额|总额|占比))[^，。；\\d]{2,24}?)(?:的|的企业)?"
              + "(?=(?:应|须|可以?|不受|可适当)(?:适当)?(?:达到|不低于|放宽|延长|降|提高)|(?:可)?(?:放宽|延长|降低?|提高)(?:至|到))");

  private static final Pattern OWN_SUBJECT =
      Pattern.compile("^(?:但是?|且|并且|同时)(?:申报|申请)?(?:项目|企业|单位|主体|产品|法定代表人)");

  private static final int SHORTEST_LINK = 3;

  private final ItemText source;
  private final PhraseReader phrases;

  PhraseJoiner(ItemText source, PhraseReader phrases) {
    this.source = source;
    this.phrases = phrases;
  }

  /** One condition joined so far, with the words that it began with. */
  private record Part(Condition condition, boolean bound, boolean either, boolean linked) {
    Part(Condition condition, boolean bound, boolean either) {
      this(condition, bound, either, false);
    }
  }

  /**
   * @param either which phrases begin with 或
   */
  Condition join(List<PhraseReader.Phrase> read, List<Boolean> either) {
    List<Part> all = new ArrayList<>();
    PhraseReader.Phrase before = null;
    for (int i = 0; i < read.size(); i++) {
      PhraseReader.Phrase phrase = read.get(i);
      String words = source.covered(phrase.span());
      boolean bound = BOUND.matcher(words).find();
      if (before == null) {
        all.add(new Part(phrase.condition(), false, false));
      } else if (either.get(i)) {
        addWay(all, phrase.condition());
      } else if (AMONG.matcher(words).find() && sameField(before, phrase)) {
        replaceLast(all, ConditionGroup.any(List.of(last(all), among(phrase))));
      } else if (areSexes(before, phrase)) {
        replaceLast(all, ConditionGroup.any(List.of(last(all), phrase.condition())));
      } else if (isException(before, phrase, words)) {
        replaceLast(all, ConditionGroup.any(List.of(last(all), exception(before, phrase, words))));
      } else if (before.open() && phrase.open() && CONTINUES.matcher(words).find()) {
        TextSpan wide = new TextSpan(before.span().start(), phrase.span().end());
        before = merge(before, wide);
        replaceLast(all, before.condition());
        continue;
      } else if (all.get(all.size() - 1).either()
          && (bound && isOfLastWay(all, phrase, words) || isParallel(all, phrase))) {
        bindToLastWay(all, phrase.condition());
      } else {
        boolean linked = isLinked(source.covered(before.span()), words);
        all.add(new Part(phrase.condition(), bound, false, linked));
      }
      before = phrase;
    }
    List<Condition> joined = all.stream().map(Part::condition).toList();
    return joined.isEmpty() ? null : together(joined);
  }

  /** 「A，且B，或者C」: A and B together are one way, C is another. */
  private static void addWay(List<Part> all, Condition way) {
    int from = firstOfWay(all, way);
    Part part = all.get(from);
    List<Condition> first =
        new ArrayList<>(all.subList(from, all.size()).stream().map(Part::condition).toList());
    all.subList(from, all.size()).clear();
    Condition one = together(first);
    List<Condition> ways = new ArrayList<>();
    if (part.either() && one instanceof ConditionGroup group) {
      ways.addAll(group.children());
    } else {
      ways.add(one);
    }
    ways.add(way);
    all.add(new Part(ConditionGroup.any(ways), false, true));
  }

  /**
   * Where the way before 或 begins: at the phrase that is about the same figures as the new way, be
   * it some commas before; without such a phrase, at the last with what it goes on from.
   */
  private static int firstOfWay(List<Part> all, Condition way) {
    int last = all.size() - 1;
    int from = last;
    while (from > 0 && all.get(from).linked()) {
      from--;
    }
    for (int i = last; i >= 0; i--) {
      Set<String> shared = Tiers.fields(all.get(i).condition());
      shared.retainAll(Tiers.fields(way));
      from = shared.isEmpty() ? from : Math.min(from, i);
      if (all.get(i).either()) {
        break;
      }
    }
    return from;
  }

  /** 「有两名以上股东，股东合计持股…」: a phrase that begins with what the one before ends with. */
  private static boolean isLinked(String before, String words) {
    for (int length = SHORTEST_LINK; length < Math.min(before.length(), words.length()); length++) {
      if (before.endsWith(words.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  /** 「收入A以上，占比B以上，或者收入C以上，占比D以上」: D goes with C as B with A. */
  private static boolean isParallel(List<Part> all, PhraseReader.Phrase phrase) {
    List<Condition> ways = ((ConditionGroup) last(all)).children();
    Condition before = ways.get(ways.size() - 2);
    Set<String> shared = Tiers.fields(before);
    shared.retainAll(Tiers.fields(phrase.condition()));
    shared.removeAll(Tiers.fields(ways.get(ways.size() - 1)));
    return before instanceof ConditionGroup && !shared.isEmpty();
  }

  /** 「A，或B，但C」: C is asked of B. */
  private static void bindToLastWay(List<Part> all, Condition more) {
    Part last = all.remove(all.size() - 1);
    List<Condition> ways = new ArrayList<>(((ConditionGroup) last.condition()).children());
    Condition way = ways.remove(ways.size() - 1);
    ways.add(ConditionGroup.all(List.of(way, more)));
    all.add(new Part(ConditionGroup.any(ways), false, true));
  }

  private static Condition last(List<Part> all) {
    return all.get(all.size() - 1).condition();
  }

  private static void replaceLast(List<Part> all, Condition by) {
    Part last = all.remove(all.size() - 1);
    all.add(new Part(by, last.bound(), false));
  }

  /** 「且项目已竣工」 has a subject of its own: it is asked of every way. */
  private static boolean isOfOwn(PhraseReader.Phrase phrase, String words) {
    return phrase.open() && OWN_SUBJECT.matcher(words).find();
  }

  /** 「A，或B，但C」 asks C of B; 「A，或B，且C」 only where C is about what a way before asks. */
  private static boolean isOfLastWay(List<Part> all, PhraseReader.Phrase phrase, String words) {
    if (isOfOwn(phrase, words)) {
      return false;
    }
    List<Condition> ways = ((ConditionGroup) last(all)).children();
    boolean alone =
        ways.subList(0, ways.size() - 1).stream().allMatch(way -> way instanceof ConditionLeaf);
    Set<String> shared = Tiers.fields(ConditionGroup.any(ways.subList(0, ways.size() - 1)));
    shared.retainAll(Tiers.fields(phrase.condition()));
    return words.startsWith("但") || !alone || !shared.isEmpty();
  }

  private static boolean sameField(PhraseReader.Phrase before, PhraseReader.Phrase phrase) {
    return before.leaves().stream()
        .anyMatch(
            one ->
                phrase.leaves().stream()
                    .anyMatch(other -> other.leaf().field().equals(one.leaf().field())));
  }

  /** 「男性年龄在60周岁以下，女性年龄在55周岁以下」: a person is one of the two. */
  private static boolean areSexes(PhraseReader.Phrase before, PhraseReader.Phrase phrase) {
    return before.condition() instanceof ConditionLeaf male
        && phrase.condition() instanceof ConditionLeaf female
        && male.field().equals("custom:男性年龄")
        && female.field().equals("custom:女性年龄");
  }

  /** 「其中生物医药领域企业注册成立不超过7年」: the kind and its own bound. */
  private Condition among(PhraseReader.Phrase phrase) {
    int from = phrase.span().start();
    int to = phrase.leaves().get(0).span().start();
    TextSpan kind = phrases.trim(new TextSpan(from, to));
    if (kind.length() < 4) {
      return phrase.condition();
    }
    return ConditionGroup.all(List.of(kindLeaf(kind), phrase.condition()));
  }

  private Condition kindLeaf(TextSpan kind) {
    boolean industry = source.covered(kind).matches(".*(?:领域|行业|产业|类|业)(?:的)?(?:企业|公司|单位)?");
    return LeafBuilder.open(
            source,
            kind,
            industry ? "industry" : CustomField.name(source.covered(kind)),
            LeafMode.JUDGEMENT,
            Strength.HARD)
        .leaf();
  }

  private static boolean isException(
      PhraseReader.Phrase before, PhraseReader.Phrase phrase, String words) {
    if (phrase.leaves().size() != 1 || !EXCEPTION.matcher(words).find()) {
      return false;
    }
    ConditionLeaf own = phrase.leaves().get(0).leaf();
    return ordering(before) != null
        && own.op() != null
        && own.op().isOrdering()
        && java.util.Objects.equals(ordering(before).unit(), own.unit());
  }

  /** The last figure of a phrase; null where there is none. */
  private static ConditionLeaf ordering(PhraseReader.Phrase phrase) {
    return phrase.leaves().stream()
        .map(FoundLeaf::leaf)
        .filter(leaf -> leaf.op() != null && leaf.op().isOrdering())
        .reduce((a, b) -> b)
        .orElse(null);
  }

  private Condition exception(
      PhraseReader.Phrase before, PhraseReader.Phrase phrase, String words) {
    Matcher kind = EXCEPTION.matcher(words);
    kind.find();
    int start = phrase.span().start();
    TextSpan named = new TextSpan(start + kind.start(1), start + kind.end(1));
    TextSpan figure = new TextSpan(start + kind.end(), phrase.span().end());
    ConditionLeaf as = ordering(before);
    ConditionLeaf own = phrase.leaves().get(0).leaf();
    ConditionLeaf leaf =
        new ConditionLeaf(
            as.field(),
            as.op(),
            own.values(),
            false,
            as.unit(),
            as.period(),
            source.quote(figure),
            source.stored(figure).start(),
            source.stored(figure).end(),
            own.strength(),
            own.mode(),
            null);
    return ConditionGroup.all(List.of(kindLeaf(named), leaf));
  }

  private PhraseReader.Phrase merge(PhraseReader.Phrase before, TextSpan wide) {
    ConditionLeaf leaf = before.leaves().get(0).leaf();
    FoundLeaf merged = LeafBuilder.open(source, wide, leaf.field(), leaf.mode(), leaf.strength());
    return new PhraseReader.Phrase(wide, merged.leaf(), List.of(merged), true);
  }

  /** What is asked together, each by itself. */
  static List<Condition> apart(Condition all) {
    return all instanceof ConditionGroup group && group.type() == GroupType.ALL
        ? group.children()
        : List.of(all);
  }

  static Condition together(List<Condition> all) {
    return all.size() == 1 ? all.get(0) : ConditionGroup.all(all);
  }
}
