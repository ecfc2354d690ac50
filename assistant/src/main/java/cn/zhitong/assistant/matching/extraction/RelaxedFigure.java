package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bound that is another one for a kind of applicant, in brackets behind the figure. */
final class RelaxedFigure {
  private static final Pattern RELAXED =
      Pattern.compile(
          "[（(](?:其中|对)?([^（()），]{2,24}?)(?:的)?(?:，[^（()），\\d]{0,8}?)?(?:可)?((?:适当)?(?:放宽|延长|降低?|提高)(?:至|到|为)[^（()）]{2,16}|(?:应|须|需)?(?:不低于|不少于|不小于|不大于|不超过|不高于|达到|满)[^（()）]{2,12}|(?:应|须|需)?为[\\d一二两三四五六七八九十百千][^（()）]{1,8}|(?<=企业|单位|机构|类|业|项目|地区|区县|郊区|山区|[^，]县|乡镇|[^，、]村|合作社|农场|农户|门店|学校|院校|医院|场馆|店铺|基地|园区|平台|建筑)[\\d一二两三四五六七八九十百千][^（()）]{1,8}(?:以上|以下|以内)?)[）)]");

  /** 「参展企业300家以上（其中世界500强企业10家以上）」: some of what is counted, not an exception. */
  private static final Pattern AMONG = Pattern.compile("[（(]其中(?![^（()）]*(?:放宽|延长|降|提高))");

  private static final Pattern OTHER =
      Pattern.compile(
          "[（(](?:其中|对)?([^（()），\\d]{2,16}?(?:企业|单位|机构|项目|地区))的?，?为([^（()），\\d]{2,12}\\d[^（()）]{2,16})[）)]");

  private static final Pattern BRACKETS = Pattern.compile("[（(]([^（()）]{8,60})[）)]");

  private static final Pattern WAIVED =
      Pattern.compile(
          "[（(](?:其中|对于?)?([^（()），]{2,20}?(?:的|企业|单位|机构|项目))，?(?:可)?(?:不[作做设受][^（()）]{0,12}(?:要求|限制)|不受此限|除外不限|除外)[）)]");

  /** 「资产总额5000万元以上（或固定资产2000万元以上）」. */
  private static final Pattern OR_OTHER =
      Pattern.compile("[（(](?:或者?)([^（()），\\d]{2,16}\\d[^（()），]{1,16})[）)]");

  private static final Pattern OR =
      Pattern.compile("[（(](?:或者?)(?:不低于|不少于|不超过)?(?:人民币)?(\\d[^（()），]{1,14})[）)]");

  private RelaxedFigure() {}

  /** Whether brackets are read here, and need no other reader. */
  static boolean isRead(String brackets) {
    return RELAXED.matcher(brackets).lookingAt();
  }

  /** 「1亿元以上（山区企业放宽至5000万元以上）」: the brackets hold an exception. */
  static Condition read(ItemText source, TextSpan piece, List<FoundLeaf> leaves, Condition joined) {
    ItemText openSource = source.open();
    Matcher words = RELAXED.matcher(source.text());
    words.region(piece.start(), piece.end());
    Condition either = either(openSource, piece, leaves, joined);
    either = either == null ? other(openSource, piece, leaves, joined) : either;
    if (either != null) {
      return either;
    }
    Condition several = several(openSource, piece, joined);
    if (several != null) {
      return several;
    }
    boolean relaxed = words.find();
    if (!relaxed && (leaves.size() != 1 || leaves.get(0).leaf().op() == null)) {
      return joined;
    }
    if (!relaxed) {
      return waived(openSource, piece, otherFigure(openSource, piece, joined));
    }
    ConditionLeaf leaf = before(leaves, words.start());
    if (leaf == null) {
      return joined;
    }
    TextSpan figure = new TextSpan(words.start(2), words.end(2));
    List<Quantity> quantities = QuantityReader.read(openSource, figure);
    boolean like =
        leaf.op().isOrdering()
            && quantities.size() == 1
            && Objects.equals(quantities.get(0).unit(), leaf.unit())
            && op(leaf, quantities.get(0))
                != Operator.BETWEEN
                == (quantities.get(0).values().size() == 1);
    if (!like) {
      return joined;
    }
    if (words.group(1).startsWith("或")) {
      TextSpan other = new TextSpan(words.start(1) + 1, words.end(2));
      List<FoundLeaf> found = figures(openSource, other);
      return found.size() == 1 ? beside(joined, leaf, found.get(0).leaf()) : joined;
    }
    TextSpan kind = withoutName(openSource, new TextSpan(words.start(1), words.end(1)), leaf);
    if (leaf.unit() == null && AMONG.matcher(words.group()).lookingAt()) {
      return ConditionGroup.all(List.of(joined, among(openSource, kind, quantities.get(0), leaf)));
    }
    Condition own =
        LeafBuilder.data(
                openSource,
                figure,
                leaf.field(),
                op(leaf, quantities.get(0)),
                quantities.get(0).values().stream().map(FactValue::of).toList(),
                leaf.unit(),
                leaf.period())
            .leaf();
    Condition of = kind(openSource, kind);
    return beside(joined, leaf, ConditionGroup.all(List.of(of, own)));
  }

  /** 「裁员率不高于5.5%（30人以下企业裁员率不高于20%）」 names the figure again behind the kind. */
  private static TextSpan withoutName(ItemText source, TextSpan kind, ConditionLeaf leaf) {
    String name = leaf.field().substring(leaf.field().indexOf(':') + 1);
    boolean again = source.covered(kind).endsWith(name) && kind.length() > name.length() + 1;
    return again ? new TextSpan(kind.start(), kind.end() - name.length()) : kind;
  }

  private static ConditionLeaf among(
      ItemText source, TextSpan kind, Quantity figure, ConditionLeaf of) {
    String name = source.covered(kind);
    return LeafBuilder.data(
            source,
            new TextSpan(kind.start(), figure.span().end()),
            SubjectLexicon.field(name, figure.kind()).orElseGet(() -> CustomField.ofSubject(name)),
            figure.op() == null ? of.op() : figure.op(),
            figure.values().stream().map(FactValue::of).toList(),
            figure.unit(),
            of.period())
        .leaf();
  }

  /** 「不低于500万元（或300万美元）」: the same bound in another unit; null where there is none. */
  private static Condition either(
      ItemText source, TextSpan piece, List<FoundLeaf> leaves, Condition joined) {
    Matcher words = OR.matcher(source.text()).region(piece.start(), piece.end());
    ConditionLeaf leaf = words.find() ? before(leaves, words.start()) : null;
    if (leaf == null || !leaf.op().isOrdering()) {
      return null;
    }
    TextSpan figure = new TextSpan(words.start(1), words.end(1));
    List<Quantity> quantities = QuantityReader.read(source, figure);
    if (quantities.size() != 1 || quantities.get(0).unit() == null) {
      return null;
    }
    Quantity other = quantities.get(0);
    Condition own =
        LeafBuilder.data(
                source,
                figure,
                leaf.field(),
                op(leaf, other),
                other.values().stream().map(FactValue::of).toList(),
                other.unit(),
                leaf.period())
            .leaf();
    return beside(joined, leaf, own);
  }

  /** Another figure in brackets that will do as well; null where there is none. */
  private static Condition other(
      ItemText source, TextSpan piece, List<FoundLeaf> leaves, Condition joined) {
    Matcher words = OR_OTHER.matcher(source.text()).region(piece.start(), piece.end());
    ConditionLeaf leaf = words.find() ? before(leaves, words.start()) : null;
    List<FoundLeaf> found =
        leaf == null ? List.of() : figures(source, new TextSpan(words.start(1), words.end(1)));
    return found.size() == 1 ? beside(joined, leaf, found.get(0).leaf()) : null;
  }

  /** The bound that the brackets stand behind; null where there is none. */
  private static ConditionLeaf before(List<FoundLeaf> leaves, int brackets) {
    ConditionLeaf last = null;
    for (FoundLeaf leaf : leaves) {
      if (leaf.span().start() < brackets) {
        boolean ofApplicant = last != null && LeafJoiner.isStatus(leaf.leaf());
        last = leaf.leaf().op() == null ? null : ofApplicant ? last : leaf.leaf();
      }
    }
    return last;
  }

  /** The conditions with a way put beside one of their leaves. */
  private static Condition beside(Condition all, ConditionLeaf leaf, Condition way) {
    if (all.equals(leaf)) {
      return ConditionGroup.any(List.of(leaf, way));
    }
    if (!(all instanceof ConditionGroup group)) {
      return all;
    }
    List<Condition> children =
        group.children().stream().map(child -> beside(child, leaf, way)).toList();
    return new ConditionGroup(group.type(), group.atLeast(), children);
  }

  /** 「面积不少于500平方米且床位不少于50张（农村机构面积…且床位…）」; null where there are no two figures. */
  private static Condition several(ItemText source, TextSpan piece, Condition joined) {
    Matcher words = BRACKETS.matcher(source.covered()).region(piece.start(), piece.end());
    if (!words.find()) {
      return null;
    }
    TextSpan inside = new TextSpan(words.start(1), words.end(1));
    Optional<ApplicantKind> kind = ApplicantKind.named(source, inside);
    if (kind.isEmpty()) {
      return null;
    }
    List<FoundLeaf> found = figures(source, new TextSpan(kind.get().span().end(), inside.end()));
    if (found.size() < 2) {
      return null;
    }
    Condition own = ConditionGroup.all(found.stream().map(one -> (Condition) one.leaf()).toList());
    List<Condition> all = new ArrayList<>(List.of(joined));
    AskedSentence special = new AskedSentence(inside, kind.get().leaf(source), own, null);
    return SpecialRule.joinIn(all, special) ? PhraseJoiner.together(all) : null;
  }

  /** 「研发占比不低于5%（无营业收入的企业不作要求）」: whom the figure does not bind. */
  private static Condition waived(ItemText source, TextSpan piece, Condition joined) {
    Matcher words = WAIVED.matcher(source.covered()).region(piece.start(), piece.end());
    if (!words.find()) {
      return joined;
    }
    Condition who = kind(source, new TextSpan(words.start(1), words.end(1)));
    boolean frees = !words.group().contains("除外") || Exceptions.frees(joined);
    return frees ? ConditionGroup.any(List.of(joined, who)) : joined;
  }

  /** 「十万元至三百万元（养殖业为一千万元以下）」: a range may have one end for a kind. */
  private static Operator op(ConditionLeaf range, Quantity own) {
    boolean whole = range.op() != Operator.BETWEEN || own.values().size() == 2;
    return whole || own.op() == null ? range.op() : own.op();
  }

  /** 「纳税额五万元以上（外贸企业为出口额100万美元以上）」: for one kind another figure altogether. */
  private static Condition otherFigure(ItemText source, TextSpan piece, Condition joined) {
    Matcher words = OTHER.matcher(source.covered()).region(piece.start(), piece.end());
    if (!words.find()) {
      return joined;
    }
    List<FoundLeaf> found = figures(source, new TextSpan(words.start(2), words.end(2)));
    return found.size() != 1
        ? joined
        : ConditionGroup.any(
            List.of(
                joined,
                ConditionGroup.all(
                    List.of(
                        kind(source, new TextSpan(words.start(1), words.end(1))),
                        found.get(0).leaf()))));
  }

  private static List<FoundLeaf> figures(ItemText source, TextSpan span) {
    return QuantityDetector.detect(source, span, span, ReadingContext.of(""));
  }

  /** 「超过100人的企业」 is a figure itself, other kinds are named. */
  private static Condition kind(ItemText source, TextSpan kind) {
    List<FoundLeaf> figures = figures(source, kind);
    return figures.size() == 1
        ? figures.get(0).leaf().withQuote(source.quote(kind), source.stored(kind).start())
        : KindFigures.kindLeaf(source, kind).leaf();
  }
}
