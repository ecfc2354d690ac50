package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one sentence: screen remarks → preference → money had before → grants cut off → phrases
 * between commas → premise and conclusion → joined.
 */
final class SentenceReader {
  /**
   * What a sentence asks.
   *
   * @param premise 「…的，」 before the conclusion, or null
   * @param amount what is granted to whom meets it, where the sentence says so, or null
   * @param kind of applicant that the sentence is only about (早餐及餐饮项目申报单位), or null
   */
  record Sentence(TextSpan span, Condition premise, Condition condition, Kind kind, String amount) {
    Sentence(TextSpan span, Condition premise, Condition condition, Kind kind) {
      this(span, premise, condition, kind, null);
    }

    Sentence granting(String words) {
      return new Sentence(span, premise, condition, kind, words);
    }

    static Sentence empty(TextSpan span) {
      return new Sentence(span, null, null, null);
    }

    boolean isEmpty() {
      return condition == null && premise == null;
    }

    boolean isConditional() {
      return premise != null && condition != null;
    }
  }

  /** A kind of applicant and the leaf that says it. */
  record Kind(String words, Condition leaf) {}

  private static final Pattern PRIORITY =
      Pattern.compile("优先(?:支持|考虑|安排|给予|资助|推荐|认定|予以|补助|享受|受理|保障)|予以优先|同等条件下|给予倾斜|^重点支持");
  private static final Pattern PRIORITY_APART =
      Pattern.compile("(?:并|同等条件下[，、]?)?(?:优先|重点)(?:支持|考虑|安排|给予|资助|推荐)[^，。；]{4,}");
  private static final Pattern ELSEWHERE = Pattern.compile("参照(?:执行|本)|视同");
  private static final Pattern KIND =
      Pattern.compile(
          "^(?:[（(][一二三四五六七八九十\\d]+[）)])?([^，。；：]{2,40}?(?:(?:类)?项目(?=(?:的)?(?:申报|申请|承担|实施)?(?:单位|主体|企业))|服务机构(?=近|上|年|应|须|的?收入)|类(?:企业|机构|单位)|行业企业|领域企业|(?:企业|机构|公司|单位)(?=的?(?:注册资[本金]|年?营业收入|年销售|专职|从业人员|累计|上年度|资产总额))|(?:企业|院校|院所|机构)(?=[^，。；]{2,14}(?:工作人员|专职人员))))");
  private static final Pattern GENERAL_KIND =
      Pattern.compile(
          "^(?:(?:本|该|申报|申请|所申报|所申请|同一|其他|上述|承担|项目|的|应|须|入驻|在孵|其中|，)*(?:项目|企业|机构|单位|公司|主体)|.*(?:在孵|入驻|入孵)企业|.*(?:投资|入股)的企业)$");
  private static final Pattern KIND_PREMISE =
      Pattern.compile(
          "(?:其中[，、]?)?(?:[^，。；]{0,24}(?:(?:以下|以上|以内|之间)(?:[（(][^（()）]*[）)])?|(?:不足|不满|少于|低于|超过)\\d+(?:人|万元|亿元)|(?:至|—|-|~)\\d+(?:人|万元|亿元)(?:[（(][^（()）]*[）)])?)的|以[^，。；]{4,80}为主营业务的|[^，。；]{2,12}类)[^，。；]{0,6}(?:企业|单位|机构|项目)");

  private static final Pattern APPLICANT_PREMISE =
      Pattern.compile(
          "^(?:企业为申报主体|申报(?:单位|主体)为企业|申请人为企业|符合[^，。；]{0,12}条件|对(?:于)?符合[^，。；]{0,14})的?$");
  private static final Pattern BENEFIT = Pattern.compile("^(?:可|予以|给予|享受|可以|按照?|不受|适当)");
  private static final Pattern ALLOWED =
      Pattern.compile("(?:均|方|才|即|就)?可(?:以|按规定)?(?:申请|申报|享受|获得|领取|参加)");
  private static final Pattern OTHER_PIECE =
      Pattern.compile(
          "^(?:其中[，、]?)?(?:高等学校|高等院校|高校|科研组织|科研机构|科研院所|社会组织|医疗卫生机构|事业性机构|金融服务机构)[^，。；]{0,30}(?:不低于|应|须|需|合计)");
  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "^(?:其中[，、]?)?[^，。；]{0,8}(?:金融服务机构|高等学校|高等院校|科研机构|社会组织|医疗卫生机构)[^，。；]{0,6}(?:是指|应|须)");

  private static final Pattern OTHER_DEFINITION =
      Pattern.compile(
          "^(?:其中[，、]?)?(?:上述|所称)?[“\"]?[^，。；]{0,10}(?:在孵企业|入驻企业|产品|技术|装备|项目|活动|组织|平台|人才)[”\"]?(?:是|系)?指");
  private static final Pattern DEFINITION =
      Pattern.compile("^(?:其中[，、]?)?[^，。；]{2,24}(?:是指|系指|指的是)");

  private static final Pattern ASKED = Pattern.compile("(?:应|须|需|必须)(?:当)?(?:为|是|属于|具)");
  private static final Pattern STEP_FIGURE = Pattern.compile("\\d[^，。；]{0,14}的|(?:不足|不满|少于|超过)\\d");

  /** 「首次认定的…，以及整体迁入的…，均可申请」. */
  private static final Pattern ANY_OF_THEM = Pattern.compile("(?:均|都)(?:可|属于|纳入)");

  private final ItemText source;
  private final PhraseReader phrases;
  private final PlaceDetector places;
  private final PieceSplitter splitter;
  private final PhraseJoiner joiner;
  private final RefusalReader refusals;

  SentenceReader(ItemText source, PlaceDetector places) {
    this.source = source;
    this.places = places;
    this.phrases = new PhraseReader(source, places);
    this.splitter = new PieceSplitter(source, phrases);
    this.joiner = new PhraseJoiner(source, phrases);
    this.refusals = new RefusalReader(source, phrases);
  }

  Sentence read(TextSpan raw, ReadingContext context) {
    TextSpan span = phrases.trim(raw);
    String words = source.covered(span);
    if (words.length() < 4
        || Remarks.isAside(words)
        || Remarks.isCatchAll(words)
        || OTHER_KIND.matcher(words).find()) {
      return Sentence.empty(span);
    }
    boolean files = Remarks.isFiling(words) && !words.contains("，");
    boolean colon =
        raw.end() < source.covered().length()
                && "：:".indexOf(source.covered().charAt(raw.end())) >= 0
            || source.covered(raw).endsWith("：");
    boolean heads = colon && ListLead.of(words + "：").kind() != ListLead.Kind.NO_LIST;
    boolean lead =
        heads
            || Remarks.isAdministration(words)
                && !words.contains("，")
                && !ELSEWHERE.matcher(words).find();
    if (files || lead) {
      return leadWithPlace(span, context, lead && !files);
    }
    if (PRIORITY.matcher(words).find()) {
      return preferred(span, words, context);
    }
    if (ELSEWHERE.matcher(words).find()) {
      return elsewhere(span);
    }
    if (isDefined(words)) {
      return Sentence.empty(span);
    }
    Matcher definition = DEFINITION.matcher(words);
    if (OTHER_DEFINITION.matcher(words).find()) {
      return Sentence.empty(span);
    }
    if (definition.find()) {
      TextSpan meaning = new TextSpan(span.start() + definition.end(), span.end());
      return joined(span, meaning, context);
    }
    List<FoundLeaf> funding = FundingDetector.detect(source, span, context);
    if (!funding.isEmpty()) {
      return funded(span, funding, context);
    }
    if (context.negative()) {
      return new Sentence(span, null, refusals.bad(pieces(span), span, context), null);
    }
    int refusal = RefusalReader.refusalStart(words);
    if (refusal > 0) {
      return refused(span, span.start() + refusal, context);
    }
    int grant = Remarks.grantStart(words);
    if (grant == 0) {
      return Sentence.empty(span);
    }
    TextSpan body = grant > 0 ? new TextSpan(span.start(), span.start() + grant) : span;
    return joined(span, body, context);
  }

  /** 「已成熟商业化的产品不予支持」: what stands before is a bad thing. */
  private Sentence refused(TextSpan span, int refusal, ReadingContext context) {
    List<TextSpan> pieces = pieces(span);
    int last = pieces.get(pieces.size() - 1).start();
    boolean own = pieces.size() > 1 && refusal - last >= 4;
    Sentence refused =
        new Sentence(
            span,
            null,
            refusals.refused(new TextSpan(own ? last : span.start(), refusal), span, context),
            null);
    if (!own) {
      return refused;
    }
    Sentence before =
        read(new TextSpan(span.start(), pieces.get(pieces.size() - 2).end()), context);
    Condition first = Tiers.single(before);
    return first == null
        ? refused
        : new Sentence(
            span, null, ConditionGroup.all(List.of(first, refused.condition())), before.kind());
  }

  /** A bare list of kinds that the text explains further on (X是指…). */
  private boolean isDefined(String words) {
    String first = words.split("[、及和与]", 2)[0];
    return words.length() < 24
        && first.length() >= 4
        && !words.contains("，")
        && source.covered().contains(first + "是指");
  }

  /** 「在本市注册的企业，应符合下列条件」: the lead-in itself may name the place. */
  private Sentence leadWithPlace(TextSpan span, ReadingContext context, boolean readable) {
    if (!readable) {
      return Sentence.empty(span);
    }
    List<FoundLeaf> found =
        phrases.detect(span, span, context).stream()
            .filter(leaf -> !leaf.leaf().isOpen() && !isAppliedFor(leaf, span))
            .filter(leaf -> !leaf.leaf().quote().contains("条件"))
            .toList();
    List<Condition> leaves = found.stream().map(leaf -> (Condition) leaf.leaf()).toList();
    return leaves.isEmpty()
        ? Sentence.empty(span)
        : new Sentence(span, null, PhraseJoiner.together(leaves), null);
  }

  /** 「申请示范企业应符合下列条件」: what one applies for is not asked of the applicant. */
  private boolean isAppliedFor(FoundLeaf leaf, TextSpan span) {
    String before = source.covered().substring(span.start(), leaf.span().start());
    return "qualification".equals(leaf.leaf().field())
        && (before.isEmpty() || before.matches(".*(?:申请|申报|参评|认定|评定|设立|创建)[^，。；]{0,6}"));
  }

  private Sentence preferred(TextSpan span, String words, ReadingContext context) {
    List<TextSpan> pieces = pieces(span);
    TextSpan last = pieces.get(pieces.size() - 1);
    boolean apart = pieces.size() > 1 && PRIORITY_APART.matcher(source.covered(last)).lookingAt();
    if (apart) {
      TextSpan head = new TextSpan(span.start(), pieces.get(pieces.size() - 2).end());
      Sentence before = read(head, context);
      Sentence preferred = preferred(last, source.covered(last), context);
      Condition first = Tiers.single(before);
      return first == null
          ? preferred
          : new Sentence(
              span, null, ConditionGroup.all(List.of(first, preferred.condition())), null);
    }
    List<FoundLeaf> found = new ArrayList<>();
    for (TextSpan piece : pieces) {
      if (!Remarks.isGrant(source.covered(piece))) {
        found.addAll(phrases.detect(piece, span, context));
      }
    }
    if (found.isEmpty()) {
      Matcher at = PRIORITY.matcher(words);
      int from = at.find() ? span.start() + at.start() : span.start();
      TextSpan preferred = new TextSpan(words.length() > 60 ? from : span.start(), span.end());
      found.addAll(places.detectNamed(source, new TextSpan(from, span.end())));
      if (found.isEmpty()) {
        found.add(
            LeafBuilder.open(
                source,
                preferred,
                CustomField.name("优先" + words),
                LeafMode.JUDGEMENT,
                Strength.PRIORITY));
      }
    }
    List<Condition> leaves = found.stream().map(leaf -> (Condition) leaf.leaf()).toList();
    Condition joined = leaves.size() == 1 ? leaves.get(0) : ConditionGroup.any(leaves);
    return new Sentence(span, null, Strengths.all(joined, Strength.PRIORITY), null);
  }

  /** 「符合条件的注册在其他区域的创新主体参照执行」: the place, with the words that open it. */
  private Sentence elsewhere(TextSpan span) {
    List<FoundLeaf> found = places.detect(source, span);
    if (found.isEmpty()) {
      return Sentence.empty(span);
    }
    TextSpan wide = new TextSpan(found.get(0).span().start(), span.end());
    ConditionLeaf leaf =
        found.get(0).leaf().withQuote(source.quote(wide), source.stored(wide).start());
    return new Sentence(span, null, leaf, null);
  }

  /** Funding and limits take their words; what else the sentence says is read as usual. */
  private Sentence funded(TextSpan span, List<FoundLeaf> funding, ReadingContext context) {
    List<Condition> all = new ArrayList<>();
    int first = funding.stream().mapToInt(leaf -> leaf.span().start()).min().orElse(span.start());
    if (first - span.start() > 6) {
      TextSpan before = new TextSpan(span.start(), first);
      Sentence rest = joined(before, before, context);
      if (rest.condition() != null) {
        all.add(rest.condition());
      }
    }
    for (FoundLeaf leaf : funding) {
      int from = Math.max(span.start(), leaf.span().start() - 8);
      String near = source.covered().substring(from, leaf.span().end());
      boolean principle = near.contains("原则上") || near.matches(".*一般(?:不|应|只).*");
      all.add(principle ? leaf.leaf().withStrength(Strength.PRINCIPLE) : leaf.leaf());
    }
    return new Sentence(span, null, PhraseJoiner.together(all), null);
  }

  private Sentence joined(TextSpan span, TextSpan body, ReadingContext context) {
    List<TextSpan> pieces = pieces(body);
    Sentence steps = context.negative() ? null : steps(span, pieces, context);
    if (steps != null) {
      return steps;
    }
    boolean anyOf = ANY_OF_THEM.matcher(source.covered(body)).find();
    Condition premise = null;
    List<Condition> before = new ArrayList<>();
    List<PhraseReader.Phrase> conclusion = new ArrayList<>();
    List<Boolean> either = new ArrayList<>();
    Kind kind = kind(body);
    for (int i = 0; i < pieces.size(); i++) {
      TextSpan piece = pieces.get(i);
      String words = source.covered(piece);
      boolean last = i == pieces.size() - 1;
      boolean grantFollows = last && body.end() < span.end();
      boolean premised = isPremise(words);
      if (premised && !last && !context.negative() && premise == null) {
        if (APPLICANT_PREMISE.matcher(words).matches()) {
          continue;
        }
        PhraseReader.Phrase read = premise(piece, span, context);
        boolean onward = conclusion.isEmpty() || words.matches("(?:且|并|同时).*");
        if (!onward) {
          before.add(joiner.join(conclusion, either));
          conclusion.clear();
          either.clear();
        }
        conclusion.add(read);
        either.add(startsEither(words) && onward);
        premise = joiner.join(conclusion, either);
        conclusion.clear();
        either.clear();
        continue;
      }
      if (isOther(words, grantFollows)) {
        continue;
      }
      PhraseReader.Phrase phrase = phrases.read(piece, body, context);
      if (!phrase.isEmpty()) {
        conclusion.add(phrase);
        either.add(startsEither(words) || anyOf && words.startsWith("以及"));
      }
    }
    Condition condition = joiner.join(conclusion, either);
    if (!before.isEmpty()) {
      int last = before.size() - 1;
      boolean exception =
          condition != null && Tiers.fields(before.get(last)).containsAll(Tiers.fields(condition));
      if (exception) {
        Condition own = ConditionGroup.all(List.of(premise, condition));
        before.set(last, ConditionGroup.any(List.of(before.get(last), own)));
      } else {
        before.add(
            condition == null
                ? premise
                : Tiers.single(new Sentence(span, premise, condition, null)));
      }
      return new Sentence(span, null, ConditionGroup.all(before), kind);
    }
    return condition == null
        ? new Sentence(span, null, premise, kind)
        : new Sentence(span, premise, condition, kind);
  }

  /** 「…的，」 and 「5000万元以下的企业，」, but not 「应为成立一年以上的企业」. */
  private static boolean isPremise(String words) {
    return words.endsWith("的")
        || KIND_PREMISE.matcher(words).matches() && !ASKED.matcher(words).find();
  }

  /** Several premises with figures in one sentence: each opens a step of its own. */
  private Sentence steps(TextSpan span, List<TextSpan> pieces, ReadingContext context) {
    List<Integer> from = new ArrayList<>();
    for (int i = 0; i < pieces.size() - 1; i++) {
      String words = source.covered(pieces.get(i));
      if (isPremise(words) && STEP_FIGURE.matcher(words).find()) {
        from.add(i);
      }
    }
    if (from.size() < 2) {
      return null;
    }
    List<Sentence> steps = new ArrayList<>();
    int first = from.get(0);
    ReadingContext below = context;
    if (first > 0) {
      TextSpan head = new TextSpan(pieces.get(0).start(), pieces.get(first - 1).end());
      TextSpan last = pieces.get(first - 1);
      boolean leads = source.covered().startsWith("：", last.end());
      below = leads ? context.below(source.covered(last), null, false) : context;
      TextSpan before =
          leads && first > 1 ? new TextSpan(head.start(), pieces.get(first - 2).end()) : head;
      if (!leads || first > 1) {
        steps.add(joined(before, before, context));
      }
    }
    for (int i = 0; i < from.size(); i++) {
      int end = i == from.size() - 1 ? pieces.size() : from.get(i + 1);
      TextSpan step = new TextSpan(pieces.get(from.get(i)).start(), pieces.get(end - 1).end());
      steps.add(joined(step, step, below));
    }
    return new Sentence(span, null, Tiers.join(steps), null);
  }

  private static boolean isOther(String words, boolean grantFollows) {
    return OTHER_PIECE.matcher(words).find()
        || ALLOWED.matcher(words).lookingAt()
        || Remarks.isGrant(words) && !grantFollows
        || Remarks.isFiling(words)
        || BENEFIT.matcher(words).find() && Remarks.isAdministration(words);
  }

  /** A premise that no pattern knows is still one: 软件类企业的. */
  private PhraseReader.Phrase premise(TextSpan piece, TextSpan span, ReadingContext context) {
    PhraseReader.Phrase read = phrases.read(piece, span, context);
    if (!read.isEmpty()) {
      return read;
    }
    TextSpan trimmed = phrases.trim(piece);
    FoundLeaf leaf =
        LeafBuilder.open(
            source,
            trimmed,
            CustomField.name(source.covered(trimmed)),
            LeafMode.JUDGEMENT,
            Strength.HARD);
    return new PhraseReader.Phrase(trimmed, leaf.leaf(), List.of(leaf), true);
  }

  private static boolean startsEither(String words) {
    return words.startsWith("或");
  }

  private Kind kind(TextSpan body) {
    Matcher kind = KIND.matcher(source.covered(body));
    if (!kind.find() || GENERAL_KIND.matcher(kind.group(1)).matches()) {
      return null;
    }
    TextSpan span = new TextSpan(body.start() + kind.start(1), body.start() + kind.end(1));
    FoundLeaf leaf =
        LeafBuilder.open(
            source, span, CustomField.name(kind.group(1)), LeafMode.JUDGEMENT, Strength.HARD);
    return new Kind(kind.group(1), leaf.leaf());
  }

  private List<TextSpan> pieces(TextSpan body) {
    return splitter.split(body);
  }
}
