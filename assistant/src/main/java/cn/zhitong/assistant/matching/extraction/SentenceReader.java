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
          "(?:其中[，、]?)?(?:[^，。；]{0,10}(?:以下|以上|以内)(?:[（(][^（()）]*[）)])?的|以[^，。；]{4,80}为主营业务的|[^，。；]{2,12}类)[^，。；]{0,6}(?:企业|单位|机构|项目)");

  /** 「30人以下的企业裁员率…」: whom the figure is for. */
  private static final Pattern SIZED =
      Pattern.compile(
          "(?:其中[，、]?)?[^，。；]{0,6}?\\d+(?:人|万元|亿元)(?:[（(][^（()）]*[）)])?(?:以下|以上|以内)(?:[（(][^（()）]*[）)])?的(?:企业|单位|机构)(?=[^，。；]{4,})");

  private static final Pattern APPLICANT_PREMISE =
      Pattern.compile(
          "^(?:企业为申报主体|申报(?:单位|主体)为企业|申请人为企业|符合[^，。；]{0,12}条件|对(?:于)?符合[^，。；]{0,14})的?$");
  private static final Pattern AMONG = Pattern.compile("^(?:但|且)?其中[，、：]?");
  private static final Pattern CONTINUES =
      Pattern.compile(
          "^(?:能够|且(?=能)|有助于|从而|以便|进而|可以?[^，]{0,4}(?:带动|产生|形成)|对[^，]{1,12}(?:产生|起到|具有)|财务(?:管理)?制度健全|管理制度健全|信誉良好)");
  private static final Pattern BENEFIT = Pattern.compile("^(?:可|予以|给予|享受|可以|按照?|不受|适当)");
  private static final Pattern ALLOWED =
      Pattern.compile("(?:均|方|才|即|就)?可(?:以|按规定)?(?:申请|申报|享受|获得|领取|参加)");
  private static final Pattern OTHER_PIECE =
      Pattern.compile(
          "^(?:其中[，、]?)?(?:高等学校|高等院校|高校|科研组织|科研机构|科研院所|社会组织|医疗卫生机构|事业性机构|金融服务机构)[^，。；]{0,30}(?:不低于|应|须|需|合计)");
  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "^(?:其中[，、]?)?[^，。；]{0,8}(?:金融服务机构|高等学校|高等院校|科研机构|社会组织|医疗卫生机构)[^，。；]{0,6}(?:是指|应|须)");

  private static final Pattern REFUSED =
      Pattern.compile(
          "(?:，|,)?(?:均|一律|暂)?(?:不适用[^，。；]{0,14}|不予(?:支持|受理|认定|补助|补贴|资助|奖励)|(?:不得|不能|不可)(?:申报|申请|享受|参评|参与)[^，。；]{0,8}|不享受[^，。；]{0,14}|不在(?:支持|补助|奖励)范围|除外)$");
  private static final Pattern OTHER_DEFINITION =
      Pattern.compile(
          "^(?:其中[，、]?)?(?:上述|所称)?[“\"]?[^，。；]{0,10}(?:在孵企业|入驻企业|产品|技术|装备|项目|活动|组织|平台|人才)[”\"]?(?:是|系)?指");
  private static final Pattern DEFINITION =
      Pattern.compile("^(?:其中[，、]?)?[^，。；]{2,24}(?:是指|系指|指的是)");

  private final ItemText source;
  private final PhraseReader phrases;
  private final PlaceDetector places;

  SentenceReader(ItemText source, PlaceDetector places) {
    this.source = source;
    this.places = places;
    this.phrases = new PhraseReader(source, places);
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
      return bad(span, context);
    }
    Matcher refused = REFUSED.matcher(words);
    if (!context.negative() && refused.find() && refused.start() >= 4) {
      return refused(span, span.start() + refused.start(), context);
    }
    int grant = context.negative() ? -1 : Remarks.grantStart(words);
    if (grant == 0) {
      return Sentence.empty(span);
    }
    TextSpan body = grant > 0 ? new TextSpan(span.start(), span.start() + grant) : span;
    return joined(span, body, context);
  }

  /** A point of a negative list: what patterns know of it, else the whole as one bad thing. */
  private Sentence bad(TextSpan span, ReadingContext context) {
    List<Condition> known = new ArrayList<>();
    for (TextSpan piece : pieces(span)) {
      List<FoundLeaf> found = phrases.detect(piece, span, context);
      if (!found.isEmpty()) {
        known.add(phrases.join(found));
      }
    }
    if (!known.isEmpty()) {
      return new Sentence(span, null, together(known), null);
    }
    FoundLeaf whole =
        LeafBuilder.flag(
            source,
            span,
            CustomField.name(source.covered(span)),
            cn.zhitong.assistant.matching.condition.Operator.EQUAL,
            true,
            null);
    return new Sentence(span, null, whole.leaf(), null);
  }

  /** 「已成熟商业化的产品不予支持」: what stands before is a bad thing. */
  private Sentence refused(TextSpan span, int refusal, ReadingContext context) {
    List<TextSpan> pieces = pieces(span);
    int last = pieces.get(pieces.size() - 1).start();
    boolean own = pieces.size() > 1 && refusal - last >= 4;
    Sentence refused = refused(new TextSpan(own ? last : span.start(), refusal), span, context);
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

  private Sentence refused(TextSpan bad, TextSpan span, ReadingContext context) {
    TextSpan trimmed = phrases.trim(bad);
    ReadingContext below = context.below(null, null, true);
    List<Condition> leaves =
        phrases.detect(trimmed, span, below).stream().map(leaf -> (Condition) leaf.leaf()).toList();
    if (leaves.isEmpty()) {
      leaves =
          List.of(
              LeafBuilder.flag(
                      source,
                      span.length() <= 60 ? span : trimmed,
                      CustomField.name(source.covered(trimmed)),
                      cn.zhitong.assistant.matching.condition.Operator.EQUAL,
                      true,
                      null)
                  .leaf());
    }
    return new Sentence(span, null, ConditionGroup.none(leaves), null);
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
        : new Sentence(span, null, together(leaves), null);
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
    return new Sentence(span, null, together(all), null);
  }

  private Sentence joined(TextSpan span, TextSpan body, ReadingContext context) {
    List<TextSpan> pieces = pieces(body);
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
      boolean premised = words.endsWith("的") || KIND_PREMISE.matcher(words).matches();
      if (premised && !last && !context.negative() && premise == null) {
        if (APPLICANT_PREMISE.matcher(words).matches()) {
          continue;
        }
        PhraseReader.Phrase read = premise(piece, span, context);
        boolean onward = conclusion.isEmpty() || words.matches("(?:且|并|同时).*");
        if (!onward) {
          before.add(combine(conclusion, either, context));
          conclusion.clear();
          either.clear();
        }
        conclusion.add(read);
        either.add(startsEither(words) && onward);
        premise = combine(conclusion, either, context);
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
        either.add(startsEither(words));
      }
    }
    Condition condition = combine(conclusion, either, context);
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

  private Condition combine(
      List<PhraseReader.Phrase> phrases, List<Boolean> either, ReadingContext context) {
    List<Condition> all = new ArrayList<>();
    PhraseReader.Phrase before = null;
    for (int i = 0; i < phrases.size(); i++) {
      PhraseReader.Phrase phrase = phrases.get(i);
      String words = source.covered(phrase.span());
      int last = all.size() - 1;
      if (before != null && either.get(i)) {
        all.set(last, ConditionGroup.any(List.of(tail(all.get(last)), phrase.condition())));
      } else if (before != null && AMONG.matcher(words).find() && sameField(before, phrase)) {
        all.set(last, ConditionGroup.any(List.of(all.get(last), among(phrase))));
      } else if (before != null
          && before.open()
          && phrase.open()
          && CONTINUES.matcher(words).find()) {
        TextSpan wide = new TextSpan(before.span().start(), phrase.span().end());
        PhraseReader.Phrase merged = merge(before, wide);
        all.set(last, merged.condition());
        before = merged;
        continue;
      } else {
        all.add(phrase.condition());
      }
      before = phrase;
    }
    if (all.isEmpty()) {
      return null;
    }
    return together(all);
  }

  /** 「在本市注册，成立满一年，或…」: 或 takes the whole phrase before it. */
  private static Condition tail(Condition condition) {
    return condition;
  }

  private static boolean sameField(PhraseReader.Phrase before, PhraseReader.Phrase phrase) {
    return before.leaves().stream()
        .anyMatch(
            one ->
                phrase.leaves().stream()
                    .anyMatch(other -> other.leaf().field().equals(one.leaf().field())));
  }

  /** 「其中生物医药领域企业注册成立不超过7年」: the kind and its own bound. */
  private Condition among(PhraseReader.Phrase phrase) {
    int from = phrase.span().start();
    int to = phrase.leaves().get(0).span().start();
    TextSpan kind = phrases.trim(new TextSpan(from, to));
    if (kind.length() < 4) {
      return phrase.condition();
    }
    boolean industry = source.covered(kind).matches(".*(?:领域|行业|产业|类|业)(?:的)?(?:企业|公司|单位)?");
    FoundLeaf leaf =
        LeafBuilder.open(
            source,
            kind,
            industry ? "industry" : CustomField.name(source.covered(kind)),
            LeafMode.JUDGEMENT,
            Strength.HARD);
    return ConditionGroup.all(List.of(leaf.leaf(), phrase.condition()));
  }

  private PhraseReader.Phrase merge(PhraseReader.Phrase before, TextSpan wide) {
    ConditionLeaf leaf = before.leaves().get(0).leaf();
    FoundLeaf merged = LeafBuilder.open(source, wide, leaf.field(), leaf.mode(), leaf.strength());
    return new PhraseReader.Phrase(wide, merged.leaf(), List.of(merged), true);
  }

  static Condition together(List<Condition> all) {
    return all.size() == 1 ? all.get(0) : ConditionGroup.all(all);
  }

  private List<TextSpan> pieces(TextSpan body) {
    List<TextSpan> pieces = new ArrayList<>();
    int from = body.start();
    String text = source.covered();
    for (int i = body.start(); i <= body.end(); i++) {
      boolean cut =
          i == body.end()
              || text.charAt(i) == '，'
              || text.charAt(i) == ',' && !isDigit(text, i + 1);
      if (cut) {
        TextSpan piece = phrases.trim(new TextSpan(from, i));
        Matcher sized = SIZED.matcher(text).region(piece.start(), piece.end());
        if (sized.lookingAt()) {
          pieces.add(new TextSpan(piece.start(), sized.end()));
          piece = phrases.trim(new TextSpan(sized.end(), piece.end()));
        }
        if (!piece.isEmpty()) {
          pieces.add(piece);
        }
        from = i + 1;
      }
    }
    return pieces;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  /** A place that the sentence tells by the way: 我市工业企业. */
  Condition attributePlace(TextSpan span) {
    List<FoundLeaf> found = places.detectAttribute(source, phrases.trim(span));
    return found.isEmpty() ? null : found.get(0).leaf();
  }
}
