package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
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
  private static final Pattern ELSEWHERE = Pattern.compile("参照(?:执行|实施|享受|适用|办理|本)|视同");
  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "^(?:其中[，、]?)?[^，。；]{0,8}(?:金融服务机构|高等学校|高等院校|科研机构|社会组织|医疗卫生机构)[^，。；]{0,6}(?:是指|应|须)");

  private static final Pattern OTHER_DEFINITION =
      Pattern.compile(
          "^(?:其中[，、]?)?(?:上述|所称)?[“\"]?[^，。；]{0,10}(?:在孵企业|入驻企业|产品|技术|装备|项目|活动|组织|平台|人才)[”\"]?(?:是|系)?指");
  private static final Pattern DEFINITION =
      Pattern.compile("^(?:其中[，、]?)?[^，。；]{2,24}，?(?:是指|系指|指的是)");

  private static final Pattern ASKING =
      Pattern.compile(
          "(?:应当?|须|需|必须)(?!求)|持有?|具有|具备|拥有|取得|已|不少于|不低于|不超过|以上|[\\d元人年%]以下|注册|登记|独立核算");

  /** 「自获奖之日起三年内」 says how long a refusal lasts. */
  private static final Pattern TIME =
      Pattern.compile("(?:自|从|在)?[^，。；]{0,12}?(?:之日)?(?:起)?[一二两三四五\\d]{1,2}(?:个?年度?|个月)内?");

  /** 「支持领域：智能装备，新材料，节能环保」: names of fields, of which one will do. */
  private static final Pattern FIELDS =
      Pattern.compile(
          "(?:重点)?(?:支持|申报|扶持|奖励|资助)?(?:的)?(?:重点)?(?:范围|领域|方向|行业|产业)(?:为|包括|是|：|:)+([^，。；：\\d应须需不]{2,16}(?:，[^，。；：\\d应须需不]{2,16}){1,12})");

  private static final Pattern AMONG = Pattern.compile("其中[，：:](?=[^，。；]{6})");
  private static final Pattern MEANING = Pattern.compile("，?(?:其中)?具体(?:是)?指(?!标|导|定)[：:，]?");
  private static final int SHORTEST_ASKED = 6;
  private static final int LONGEST_POINT = 60;

  /** 「给予5%补助，研发费用不低于200万元的方可申报」. */
  private static final Pattern ONLY_THEN =
      Pattern.compile(
          "(?:给予|予以|奖励|补助|补贴|资助)[^。；]{0,80}?，([^，。；]{6,60}?)的?(?:企业|单位|项目)?(?:，)?(?:方可|方能|才可|才能|方予)以?(?:申[报请]|享受|兑现|补[助贴]|支持|奖励|拨付)");

  /** 「再奖励5万元」 is paid on top of another grant. */
  private static final Pattern MORE =
      Pattern.compile("^.{0,3}(?:再|额外|另行|叠加)(?:给予|予以|奖励|补助|补贴|资助|增加|\\d)");

  private final ItemText source;
  private final PhraseReader phrases;
  private final PlaceDetector places;
  private final PieceSplitter splitter;
  private final PremiseReader clauses;
  private final LeadReader leads;
  private final PreferenceReader preferences;
  private final RefusalReader refusals;
  private final WaiverReader waivers;
  private final FreedReader freed;
  private final ApplicantList applicants;
  private final ElsewhereReader elsewhere;

  SentenceReader(ItemText source, PlaceDetector places) {
    this.source = source;
    this.places = places;
    this.phrases = new PhraseReader(source, places);
    this.splitter = new PieceSplitter(source, phrases);
    this.clauses = new PremiseReader(source, phrases, splitter);
    this.leads = new LeadReader(source, phrases);
    this.preferences = new PreferenceReader(source, phrases, places, splitter);
    this.refusals = new RefusalReader(source, phrases);
    this.waivers = new WaiverReader(source, clauses);
    this.freed = new FreedReader(source, splitter, waivers);
    this.applicants = new ApplicantList(source, phrases);
    this.elsewhere = new ElsewhereReader(source, places, applicants);
  }

  WaiverReader waivers() {
    return waivers;
  }

  AskedSentence read(TextSpan raw, ReadingContext context) {
    TextSpan span = withoutAside(phrases.trim(raw));
    String words = source.covered(span);
    if (words.length() < 4
        || Remarks.isAside(words)
        || Remarks.isCatchAll(words)
        || OfficeDuties.is(words) && !PreferenceReader.isPreference(words)
        || OTHER_KIND.matcher(words).find()) {
      return AskedSentence.empty(span);
    }
    Matcher fields = FIELDS.matcher(words);
    if (fields.matches() && !context.negative()) {
      return asked(new TextSpan(span.start() + fields.start(1), span.end()));
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
    if (heads && words.indexOf('，') > 0 && !files) {
      return headed(span, span.start() + words.lastIndexOf('，'), context);
    }
    PhraseReader.Phrase list =
        lead && !heads && !context.negative() ? applicants.read(span, context) : null;
    if (list != null) {
      return new AskedSentence(span, null, list.condition(), null);
    }
    if (files || lead) {
      return leads.read(span, context, lead && !files);
    }
    if (PreferenceReader.isPreference(words)) {
      return preferences.read(span, words, context, this);
    }
    if (ELSEWHERE.matcher(words).find()) {
      return elsewhere.read(span, context);
    }
    if (isDefined(words)) {
      return AskedSentence.empty(span);
    }
    Matcher definition = DEFINITION.matcher(words);
    if (OTHER_DEFINITION.matcher(words).find()) {
      return AskedSentence.empty(span);
    }
    if (definition.find()) {
      TextSpan meaning = new TextSpan(span.start() + definition.end(), span.end());
      return clauses.joined(span, meaning, context);
    }
    int refused = context.negative() ? -1 : RefusalReader.refusalStart(words);
    boolean listed =
        refused > 0
            && refusals.isList(new TextSpan(span.start(), span.start() + refused))
            && words.indexOf("逾期") < 0;
    if (listed) {
      return refused(span, span.start() + refused, context);
    }
    List<FoundLeaf> funding = FundingDetector.detect(source, span, context);
    if (!funding.isEmpty()) {
      return funded(span, funding, context);
    }
    if (context.negative()) {
      return new AskedSentence(span, null, refusals.bad(splitter.split(span), span, context), null);
    }
    int refusal = RefusalReader.refusalStart(words);
    if (refusal > 0 && words.substring(0, refusal).endsWith("逾期")) {
      return AskedSentence.empty(span);
    }
    TextSpan last = lastPiece(span);
    if (refusal > 0 && Exceptions.isOfThings(source.covered(last))) {
      return last.start() == span.start()
          ? AskedSentence.empty(span)
          : read(new TextSpan(span.start(), last.start() - 1), context);
    }
    TextSpan free = refusal > 0 ? freed.named(span) : null;
    if (free != null) {
      return freed.read(span, free, context, this);
    }
    if (refusal > 0) {
      return refused(span, span.start() + refusal, context);
    }
    int but = Waiver.butStart(words);
    int waiver = Waiver.start(but > 0 ? words.substring(0, but) : words);
    if (waiver > 0) {
      TextSpan instead = but > 0 ? new TextSpan(span.start() + but + 1, span.end()) : null;
      return waivers.read(span, waiver, instead, context, this);
    }
    int also = Waiver.alsoStart(words);
    if (also > 0) {
      return AskedSentence.waiving(
          span, Waiver.also(waivers.who(new TextSpan(span.start(), span.start() + also), context)));
    }
    int more = MoreGrants.next(words);
    if (more > 0) {
      return granted(span, span.start() + more, context);
    }
    Matcher only = ONLY_THEN.matcher(words);
    if (only.find()) {
      return onlyThen(span, span.start() + only.start(1), span.start() + only.end(1), context);
    }
    int grant = Remarks.grantStart(words);
    if (grant == 0) {
      return AskedSentence.empty(span);
    }
    if (grant < 0) {
      return clauses.joined(span, span, context);
    }
    if (MORE.matcher(words.substring(Math.max(0, grant - 3))).find()) {
      return AskedSentence.empty(span);
    }
    TextSpan body = new TextSpan(span.start(), span.start() + grant);
    AskedSentence read = clauses.joined(span, body, context);
    return read.granting(words.substring(grant));
  }

  /** What stands before 方可申报 is asked, whatever the sentence grants before it. */
  private AskedSentence onlyThen(TextSpan span, int from, int to, ReadingContext context) {
    AskedSentence before = read(new TextSpan(span.start(), from - 1), context);
    AskedSentence asked = read(new TextSpan(from, to), context);
    return together(span, before, asked);
  }

  /** What both ask, as one sentence. */
  private static AskedSentence together(TextSpan span, AskedSentence first, AskedSentence second) {
    List<Condition> both = new ArrayList<>();
    for (AskedSentence one : List.of(first, second)) {
      Condition condition = Tiers.single(one);
      if (condition != null) {
        both.add(condition);
      }
    }
    return both.isEmpty()
        ? AskedSentence.empty(span)
        : new AskedSentence(span, null, PhraseJoiner.together(both), null);
  }

  /** Grants of one sentence, each a way of its own. */
  private AskedSentence granted(TextSpan span, int comma, ReadingContext context) {
    AskedSentence first = read(new TextSpan(span.start(), comma), context);
    AskedSentence rest = read(new TextSpan(comma + 1, span.end()), context);
    List<Condition> ways = new ArrayList<>();
    for (AskedSentence one : List.of(first, rest)) {
      Condition way = Tiers.single(one);
      if (way != null) {
        ways.add(way);
      }
    }
    return ways.size() < 2
        ? first.isEmpty() ? rest : first
        : new AskedSentence(span, null, Steps.of(ways), null).granting(source.covered(span));
  }

  /** Neither 「其中，」 before a statement nor 「具体指：…」 behind it asks anything. */
  private TextSpan withoutAside(TextSpan span) {
    Matcher among = AMONG.matcher(source.covered()).region(span.start(), span.end());
    boolean strips = among.lookingAt() && Waiver.start(source.covered(span)) < 0;
    int start = strips ? among.end() : span.start();
    Matcher meaning = MEANING.matcher(source.covered()).region(start, span.end());
    int end =
        meaning.find() && meaning.start() - start > SHORTEST_ASKED ? meaning.start() : span.end();
    return new TextSpan(start, end);
  }

  private TextSpan lastPiece(TextSpan span) {
    List<TextSpan> pieces = splitter.split(span);
    return pieces.get(pieces.size() - 1);
  }

  /** 「已成熟商业化的产品不予支持」: what stands before is a bad thing. */
  private AskedSentence refused(TextSpan span, int refusal, ReadingContext context) {
    List<TextSpan> pieces = splitter.split(span);
    int last = pieces.get(pieces.size() - 1).start();
    boolean listed =
        pieces.size() > 1
            && (source.covered(pieces.get(pieces.size() - 2)).endsWith("的")
                || source.covered().startsWith("或", last));
    boolean time =
        refusal > last && TIME.matcher(source.covered().substring(last, refusal)).matches();
    boolean own = pieces.size() > 1 && refusal - last >= 4 && !listed && !time;
    TextSpan refusing = own ? new TextSpan(last, span.end()) : span;
    AskedSentence refused =
        new AskedSentence(
            span,
            null,
            refusals.refused(new TextSpan(refusing.start(), refusal), refusing, context),
            null);
    if (!own) {
      return refused;
    }
    AskedSentence before =
        read(new TextSpan(span.start(), pieces.get(pieces.size() - 2).end()), context);
    Condition first = Tiers.single(before);
    return first == null
        ? refused
        : new AskedSentence(
            span, null, ConditionGroup.all(List.of(first, refused.condition())), before.kind());
  }

  /** A point that no pattern knows, as a whole; empty where it is a remark. */
  AskedSentence asked(TextSpan raw) {
    TextSpan span = phrases.trim(raw);
    String words = source.covered(span);
    boolean sized = words.length() >= 4 && words.length() <= LONGEST_POINT;
    return !sized || Remarks.isRemark(words)
        ? AskedSentence.empty(span)
        : new AskedSentence(
            span, null, LeafBuilder.open(source, span, LeafMode.JUDGEMENT).leaf(), null);
  }

  /** 「在本市注册满两年，并符合下列条件之一：」: what stands before the lead-in is asked of all. */
  private AskedSentence headed(TextSpan span, int comma, ReadingContext context) {
    TextSpan before = new TextSpan(span.start(), comma);
    if (OfficeDuties.isSubject(source.covered(before))) {
      return AskedSentence.empty(span);
    }
    AskedSentence lead = leads.read(new TextSpan(comma + 1, span.end()), context, true);
    AskedSentence first =
        ASKING.matcher(source.covered(before)).find()
            ? read(before, context)
            : leads.read(before, context, true);
    return together(span, first, lead);
  }

  /** A bare list of kinds that the text explains further on (X是指…). */
  private boolean isDefined(String words) {
    String first = words.split("[、及和与]", 2)[0];
    return words.length() < 24
        && first.length() >= 4
        && !words.contains("，")
        && source.covered().contains(first + "是指");
  }

  /** Funding and limits take their words; what else the sentence says is read as usual. */
  private AskedSentence funded(TextSpan span, List<FoundLeaf> funding, ReadingContext context) {
    List<Condition> all = new ArrayList<>();
    int first = funding.stream().mapToInt(leaf -> leaf.span().start()).min().orElse(span.start());
    if (first - span.start() > 6) {
      TextSpan before = phrases.trim(new TextSpan(span.start(), first));
      boolean refuses = RefusalReader.refusalStart(source.covered(before)) > 0;
      AskedSentence rest =
          refuses ? read(before, context) : clauses.joined(before, before, context);
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
    int last = funding.stream().mapToInt(leaf -> leaf.span().end()).max().orElse(span.end());
    if (last < span.end() && source.covered().startsWith("，", last)) {
      Condition rest = Tiers.single(read(new TextSpan(last + 1, span.end()), context));
      if (rest != null) {
        all.add(rest);
      }
    }
    return new AskedSentence(span, null, PhraseJoiner.together(all), null);
  }
}
