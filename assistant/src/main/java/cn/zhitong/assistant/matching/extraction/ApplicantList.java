package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applicants named side by side, of whom any will do: 在本市注册的生产企业、科研院所以及产业园区. What the first says
 * before 的 is asked of all of them, unless the others have words of their own.
 */
final class ApplicantList {
  private static final String NOUN =
      "(?:企业|公司|单位|机构|院校|高校|大学|院所|学校|医院|合作社|农场|牧场|园区|开发区|基地|工商户|协会|商会|学会|事务所|组织|大户|团体|基金会|中心|平台|工作室|个人|农户|商户|联盟|集群|服务站|经营户|专业户|服务商|实验室|经营者|创业者|自然人|团队|主体)(?:（\u0001*）)?";

  private static final Pattern KIND = Pattern.compile(NOUN);

  private static final String SEPARATOR = "(?:、|以及|或者?|和|及|与)";

  /** 「补贴对象为」 */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:[^，。；：、的]{0,16}(?:对象|主体|范围|单位|申请人|申报人|申报者)(?:包括|主要(?:为|是)|(?:应当?|应该|须|需|必须)?(?:为|是)))?(?:属于|符合(?:以下|下列|上述)?条件的)?");

  private static final Pattern STOP = Pattern.compile("[，；：。]");

  private static final Pattern BOUNDARY = Pattern.compile(NOUN + SEPARATOR);

  private static final Pattern END =
      Pattern.compile(
          NOUN
              + "(等[^，。；、：]{0,10})?(?:(?:均|都|皆)?(?:可以?|能)?(?:向[^，。；：]{0,12})?(?:申[请报领]|参照|享受|参评)[^，。；：]{0,30})?");

  /** A kind and nothing said of it. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?!以及|或|和|及|与|服务(?!业|机构|商|中心|平台|站)|带动|支持|联合|吸引|引进|培育|面向|[为由在对]|包括)[^，。；：\\d应须需得为有无]{0,16}"
              + NOUN);

  /** Kinds that shut nobody out: 企业、机构、经济组织等单位. */
  private static final Pattern GENERAL =
      Pattern.compile(
          "(?:各类|有关|相关|其他)?(?:企业(?:单位)?|公司|(?:企?事业)?单位|(?:其他)?(?:经济|社会)?组织|(?:社会)?团体|机构|高等学校|高等院校|高校|院校|学校|科研(?:院所|机构|单位)|医疗(?:卫生)?机构|个人|自然人)");

  /** 「文化单位或机构」: the first word is of both. */
  private static final Pattern SAME_KIND = Pattern.compile("单位|机构|组织|团体");

  /** 「健全的财务管理机构」 is a part of an applicant. */
  private static final Pattern PART = Pattern.compile("[^，。；]{0,16}(?:管理|财务|内设|内部|组织|职能)机构");

  private static final Pattern NAMED =
      Pattern.compile("(?:\\d{1,2}[.．、]|[（(][^（()）]{1,3}[）)])?.{4,80}的[^，。；应须需]{0,40}" + NOUN);
  private static final Pattern NAMES_KIND =
      Pattern.compile("(?:.{0,60}[的、])?[^，。；：应须需]{0,16}" + NOUN);
  private static final Set<String> KIND_FIELDS = Set.of("industry", "form", "scale");
  private static final String ABOVE_SCALE = "above_scale";
  private static final Pattern SOLE_TRADER = Pattern.compile("个体工商户");

  private final ItemText source;
  private final PhraseReader phrases;

  ApplicantList(ItemText source, PhraseReader phrases) {
    this.source = source;
    this.phrases = phrases;
  }

  /** One applicant: what is said of it before 的, and its kind. */
  private record One(TextSpan span, TextSpan said, TextSpan head, List<FoundLeaf> leaves) {}

  /** What a stretch asks that names applicants and nothing else; null where it is none. */
  PhraseReader.Phrase read(TextSpan piece, ReadingContext context) {
    List<One> list = list(piece, context);
    if (list.size() < 2) {
      return null;
    }
    One first = list.get(0);
    TextSpan whole = new TextSpan(first.span().start(), list.get(list.size() - 1).span().end());
    if (!first.said().isEmpty() && isGeneral(list)) {
      return said(first, whole);
    }
    boolean own = list.stream().skip(1).anyMatch(one -> !one.leaves().isEmpty());
    List<Condition> shared = new ArrayList<>();
    List<Condition> ways = new ArrayList<>();
    for (One one : list) {
      List<Condition> way = new ArrayList<>();
      boolean bare = one.said().isEmpty() || !one.leaves().isEmpty();
      for (FoundLeaf leaf : one.leaves()) {
        boolean ofAll = one == first && (!own || isPlace(leaf.leaf()));
        (ofAll ? shared : way).add(leaf.leaf());
      }
      way.add(kind(bare ? one.head() : one.span()));
      ways.add(PhraseJoiner.together(way));
    }
    boolean statuses =
        ways.stream()
            .allMatch(way -> way instanceof ConditionLeaf leaf && LeafJoiner.isStatus(leaf));
    if (statuses) {
      return null;
    }
    shared.addAll(0, scale(first));
    shared.add(ConditionGroup.any(ways));
    return new PhraseReader.Phrase(whole, PhraseJoiner.together(shared), first.leaves(), false);
  }

  private boolean isGeneral(List<One> list) {
    boolean others =
        list.stream().skip(1).allMatch(one -> one.said().isEmpty() && is(GENERAL, one.head()));
    if (list.size() == 2) {
      return others && is(SAME_KIND, list.get(1).head());
    }
    return others && is(GENERAL, list.get(0).head());
  }

  private boolean is(Pattern kind, TextSpan head) {
    return kind.matcher(source.covered(head)).matches();
  }

  /** What is said of applicants whose kinds say nothing, or say it in one word for all. */
  private PhraseReader.Phrase said(One first, TextSpan whole) {
    List<Condition> all = new ArrayList<>();
    first.leaves().forEach(leaf -> all.add(leaf.leaf()));
    boolean named = !is(GENERAL, first.head());
    if (all.isEmpty() || named) {
      TextSpan words = all.isEmpty() ? whole : new TextSpan(first.head().start(), whole.end());
      all.add(LeafBuilder.open(source, words, LeafMode.EVIDENCE).leaf());
    }
    return new PhraseReader.Phrase(whole, PhraseJoiner.together(all), first.leaves(), false);
  }

  /** 「中小微工业企业及软件企业」: the size is asked of all. */
  private List<Condition> scale(One first) {
    return TraitDetector.detect(source, first.head()).stream()
        .filter(trait -> "scale".equals(trait.leaf().field()))
        .filter(trait -> trait.span().length() < first.head().length())
        .map(trait -> (Condition) trait.leaf())
        .toList();
  }

  private List<One> list(TextSpan piece, ReadingContext context) {
    String text = source.covered();
    if (STOP.matcher(source.covered(piece)).find()
        || PhraseReader.isOfOthers(source.covered(piece))) {
      return List.of();
    }
    Matcher lead = LEAD.matcher(text).region(piece.start(), piece.end());
    int from = lead.lookingAt() ? lead.end() : piece.start();
    List<One> list = new ArrayList<>();
    ReadingContext below = context;
    Matcher boundary = BOUNDARY.matcher(text).region(from, piece.end());
    boundary.useTransparentBounds(true);
    while (boundary.find()) {
      Matcher noun = KIND.matcher(text).region(boundary.start(), boundary.end());
      noun.lookingAt();
      One one = one(new TextSpan(from, noun.end()), below);
      if (one == null) {
        return List.of();
      }
      list.add(one);
      below = list.size() == 1 ? context.below(subject(one), null, false) : below;
      from = boundary.end();
    }
    One last = list.isEmpty() ? null : last(new TextSpan(from, piece.end()), below);
    if (last == null) {
      return List.of();
    }
    list.add(last);
    return list;
  }

  /** 「年销售额2000万元以上的批发企业、500万元以上的零售企业」: what bare figures behind the first are of. */
  private String subject(One first) {
    if (first.leaves().size() != 1) {
      return null;
    }
    TextSpan leaf = first.leaves().get(0).span();
    List<Quantity> figures = QuantityReader.read(source, leaf);
    return figures.size() != 1 || figures.get(0).span().start() - leaf.start() < 2
        ? null
        : source.covered(new TextSpan(leaf.start(), figures.get(0).span().start()));
  }

  private One last(TextSpan rest, ReadingContext context) {
    Matcher end = END.matcher(source.covered()).region(rest.start(), rest.end());
    while (end.find()) {
      if (end.end() == rest.end()) {
        Matcher noun = KIND.matcher(source.covered()).region(end.start(), end.end());
        noun.lookingAt();
        return one(new TextSpan(rest.start(), noun.end()), context);
      }
    }
    return null;
  }

  /** Null where the words name no kind of applicant. */
  private One one(TextSpan span, ReadingContext context) {
    int of = source.covered(span).lastIndexOf('的') + 1;
    TextSpan said = new TextSpan(span.start(), span.start() + of);
    TextSpan head = new TextSpan(said.end(), span.end());
    if (!is(HEAD, head) || is(PART, head)) {
      return null;
    }
    List<FoundLeaf> leaves =
        said.isEmpty()
            ? List.of()
            : phrases.detect(new TextSpan(said.start(), said.end() - 1), said, context);
    if (!said.isEmpty() && leaves.isEmpty()) {
      List<FoundLeaf> whole = phrases.detect(span, span, context);
      if (whole.size() == 1 && LeafJoiner.isStatus(whole.get(0).leaf())) {
        return new One(
            span, new TextSpan(head.start(), head.start()), whole.get(0).span(), List.of());
      }
    }
    return new One(span, said, head, leaves);
  }

  private Condition kind(TextSpan span) {
    if (SOLE_TRADER.matcher(source.covered(span)).matches()) {
      return LeafBuilder.data(
              source, span, "form", Operator.EQUAL, List.of(FactValue.of("个体工商户")), null, null)
          .leaf();
    }
    List<FoundLeaf> traits = TraitDetector.detect(source, span);
    if (traits.size() == 1 && traits.get(0).span().equals(span)) {
      return traits.get(0).leaf();
    }
    ConditionLeaf known = KindFigures.kindLeaf(source, span).leaf();
    Optional<FoundLeaf> scale =
        QualificationDetector.detect(source, span).stream()
            .filter(leaf -> ABOVE_SCALE.equals(leaf.leaf().field()))
            .findFirst();
    if (scale.isPresent() && "industry".equals(known.field())) {
      return ConditionGroup.all(List.of(scale.get().leaf(), known));
    }
    return known.isOpen() ? LeafBuilder.open(source, span, LeafMode.EVIDENCE).leaf() : known;
  }

  /** Whether a condition names the kind of applicant and nothing else. */
  static boolean isKind(Condition one) {
    if (one instanceof ConditionLeaf leaf) {
      boolean kind = leaf.op() == null || KIND_FIELDS.contains(leaf.field());
      return kind && NAMES_KIND.matcher(leaf.quote()).matches();
    }
    ConditionGroup group = (ConditionGroup) one;
    return group.type() == GroupType.ANY
        && group.children().stream().allMatch(ApplicantList::isKind);
  }

  /** 「上年度纳税100万元以上的企业」: what is said, then the kind. */
  static boolean isNamed(String words) {
    return NAMED.matcher(words).matches();
  }

  /** The one kind that fills a stretch, or several; null where something else is said. */
  Condition who(TextSpan piece, ReadingContext context) {
    PhraseReader.Phrase several = read(piece, context);
    if (several != null) {
      return several.condition();
    }
    One one = last(piece, context);
    return one == null ? null : kind(one.span());
  }

  private static boolean isPlace(ConditionLeaf leaf) {
    return leaf.field().endsWith("region") || "zone".equals(leaf.field());
  }
}
