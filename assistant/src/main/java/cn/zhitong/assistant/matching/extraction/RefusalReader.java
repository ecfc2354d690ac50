package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import cn.zhitong.common.text.ChineseNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is refused: 「…的不予支持」, and the points of a negative list. */
final class RefusalReader {
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?:，|,)?(?:均|都|一律|暂)?(?:均|都)?(?:不适用[^，。；]{0,14}|不予[\\u4e00-\\u9fa5]{2,6}|不参与(?:评价|评定|评选|申报)|不(?:再|能)?(?:重复)?(?:支持|受理|认定|补助|补贴|资助|奖励|扶持|返还|发放|兑现|安排|入库|推荐|评选)|一票否决|不再(?:重复)?(?:申[报请]|认定|评定|安排|推荐)|(?:不得|不能|不可)(?:再次?|重复)?(?:评为|认定为|评定为|再获得|申报|申请|申领|享受|享有|领取|参评|参选|参与|参加|报名|入驻|竞买|竞标|推荐|入选|纳入|列入)[^，。；]{0,12}|不享受[^，。；]{0,14}|(?:不得|不能|不可)使用|不[补奖]|取消(?:申报|申请|[^，。；]{0,12}(?:资格|奖励|补助|补贴))|不在[^，。；]{0,8}(?:范围内?|之列|之内)|不(?:得|再)?纳入[^，。；]{0,12}|不列入[^，。；]{0,10}|不属于[^，。；]{0,12}(?:范围|对象)|除外)$");

  /** A noun that can be an applicant's kind on its own: 僵尸企业. */
  private static final Pattern KIND =
      Pattern.compile(
          "[^，。；、]{2,24}(?:企业|公司|单位|机构|产品|项目|平台|个人|行业)"
              + "|(?:被|进入|存在|处于|正在|恶意|故意|擅自|违规|违反|骗取|虚构|伪造|偷逃|未经|拒绝|拖欠|受到|发生|出现|未|已)[^，。；、]{2,24}");

  private static final Pattern EXISTS = Pattern.compile("(?:存在|发生|出现|有)(?=[^，。；、]{2})");
  private static final Pattern LOOKS_BACK = Pattern.compile("近|过去|[年月]以?内");

  private static final Pattern CONJUNCTION = Pattern.compile("(?:或者?|以及)");
  private static final Pattern BOTH = Pattern.compile("，?(?:并且|且)");

  private static final Pattern NOUNS =
      Pattern.compile("[^，。；、的有被未已不]{3,14}(?:、[^，。；、的有被未已不]{3,14}){1,6}");

  /** 「失信企业，以及逾期未验收的企业，不得申报」. */
  private static final Pattern OTHER_SUBJECTS =
      Pattern.compile("(?:企业|单位|机构|项目)，(?:以及|或者?|和)[^，；]{4,}(?:企业|单位|机构|项目)");

  /** 「获得过立项的项目，逾期未结项的，其单位不得再获得资助」: of those, who did wrong. */
  private static final Pattern HOLDERS =
      Pattern.compile(
          "(?:已|曾)?(?:经)?(?:获得|享受|承担)[^，。；]{2,40}(?:项目|作品|单位|主体|企业)，[^，。；]{4,80}的，[^，。；]{2,10}");

  /** 「近两年内有骗取补贴、走私行为的企业」: acts side by side, each of them bad. */
  private static final Pattern ACTS =
      Pattern.compile(
          "(?:(?:最?近|过去)?[一二两三四五\\d]{1,2}个?年(?:以?内)?)?(?:曾|有|存在|发生|出现)+(?:过)?"
              + "((?:[^，。；、的或]{2,14}、){1,5}[^，。；、的或]{2,14}?)(?:等)?(?:违法|违规|严重)?(?:行为|情形|情况|问题|现象)(?:之一)?(?:的)?[^，。；、的]{0,8}");

  private static final Pattern SINCE =
      Pattern.compile(
          "([^。；]{4,80}?)，?(?:且|并|至今|现|尚|仍)*(?:(?:自|从|距)[^，。；]{2,16})?(?:未满|不满|不足|未超过)([一二两三四五六七八九十\\d]{1,2})个?年(?:的)?(?:企业|单位|机构|项目|人员)?");

  /** Something that was done to or by an applicant, as against how long it has existed. */
  private static final Pattern DONE =
      Pattern.compile("被|受到|受过|处罚|取消|撤销|撤回|吊销|解除|除名|骗取|套取|弄虚作假|虚假|失信|违法|违规|作弊|事故|伪造|通报|除外");

  private static final int SHORTEST = 3;
  private static final int LONGEST = 60;

  /** 「新建的锅炉、列入拆除计划的锅炉」: things, each with what is said of it. */
  private static final Pattern SAID = Pattern.compile("[^，。；、的]{2,40}的[^，。；、的]{1,8}");

  private final ItemText source;
  private final PhraseReader phrases;
  private final LeafJoiner joiner;

  RefusalReader(ItemText source, PhraseReader phrases) {
    this.source = source;
    this.phrases = phrases;
    this.joiner = new LeafJoiner(source);
  }

  /** Where in a sentence the refusal begins; -1 where it refuses nothing. */
  static int refusalStart(String words) {
    Matcher refused = REFUSED.matcher(words);
    return refused.find() && refused.start() >= SHORTEST ? refused.start() : -1;
  }

  static boolean refuses(String words) {
    return refusalStart(words) > 0;
  }

  /** What was done, and for how many years since it counts. */
  private record Since(TextSpan done, ReferencePeriod period) {}

  /** 「被取消资格，自取消之日起未满三年的」: how long ago something bad may have been; null for any time. */
  private Since since(TextSpan bad) {
    Matcher since = SINCE.matcher(source.covered()).region(bad.start(), bad.end());
    if (!since.matches() || !DONE.matcher(since.group(1)).find()) {
      return null;
    }
    return ChineseNumber.figure(since.group(2))
        .map(
            years ->
                new Since(
                    phrases.trim(new TextSpan(since.start(1), since.end(1))),
                    ReferencePeriod.lastYears(years.intValue())))
        .orElse(null);
  }

  private static TextSpan cutAt(TextSpan piece, int end) {
    return new TextSpan(piece.start(), Math.min(piece.end(), end));
  }

  /** A point of a negative list: what patterns know of it, else the whole as one bad thing. */
  Condition bad(List<TextSpan> pieces, TextSpan span, ReadingContext context) {
    Since since = since(span);
    if (since != null) {
      List<TextSpan> before =
          pieces.stream()
              .filter(piece -> piece.start() < since.done().end())
              .map(piece -> cutAt(piece, since.done().end()))
              .toList();
      return bad(before, since.done(), context.below(null, since.period(), true));
    }
    List<Condition> known = new ArrayList<>();
    for (TextSpan piece : pieces) {
      List<FoundLeaf> found = phrases.detect(piece, span, context);
      if (!found.isEmpty()) {
        known.add(joiner.join(found));
      }
    }
    return known.isEmpty() ? flag(span, span, context) : PhraseJoiner.together(known);
  }

  /** 「已成熟商业化的产品不予支持」: what stands before is a bad thing. */
  Condition refused(TextSpan bad, TextSpan span, ReadingContext context) {
    Since since = since(phrases.trim(bad));
    TextSpan trimmed = since == null ? phrases.trim(bad) : since.done();
    ReadingContext below = context.below(null, since == null ? null : since.period(), true);
    List<TextSpan> pieces = pieces(trimmed);
    if (pieces.size() > 1) {
      return none(pieces.stream().flatMap(piece -> bads(piece, piece, below).stream()).toList());
    }
    return none(
        HOLDERS.matcher(source.covered(trimmed)).matches()
            ? List.of(flag(trimmed, trimmed, below))
            : bads(trimmed, span, below));
  }

  /** None of these; what is refused for want of something is asked instead. */
  private static Condition none(List<Condition> bad) {
    List<Condition> all = new ArrayList<>();
    List<Condition> rest = new ArrayList<>();
    for (Condition one : bad) {
      boolean asked = one instanceof ConditionGroup group && group.type() == GroupType.NONE;
      (asked ? all : rest).addAll(asked ? ((ConditionGroup) one).children() : List.of(one));
    }
    if (!rest.isEmpty()) {
      all.add(ConditionGroup.none(rest));
    }
    return PhraseJoiner.together(all);
  }

  /** What one stretch names: each alternative a bad thing, both sides of 且 one together. */
  private List<Condition> bads(TextSpan bad, TextSpan span, ReadingContext below) {
    List<TextSpan> sides = sides(bad);
    if (sides.size() > 1) {
      List<Condition> both = new ArrayList<>();
      sides.forEach(side -> both.addAll(bads(side, side, below)));
      return List.of(ConditionGroup.all(both));
    }
    List<Condition> leaves = new ArrayList<>();
    List<FoundLeaf> found = phrases.detect(bad, span, below);
    List<TextSpan> acts = acts(bad);
    if (acts.size() > found.size()) {
      return acts.stream().map(act -> act(act, bad, below)).toList();
    }
    found.forEach(leaf -> leaves.add(lacking(leaf.leaf())));
    if (found.isEmpty()) {
      FundingDetector.detect(source, bad, below).forEach(leaf -> leaves.add(leaf.leaf()));
    }
    List<TextSpan> nouns = leaves.isEmpty() ? nouns(bad) : List.of();
    (nouns.isEmpty() ? kinds(bad, found) : nouns)
        .forEach(kind -> leaves.add(Exceptions.kind(source, kind)));
    if (leaves.isEmpty()) {
      leaves.add(flag(span.length() <= LONGEST ? span : bad, bad, below));
    }
    return leaves;
  }

  /** 「非高新技术企业」 is refused: whoever has it not today, though it may have had it once. */
  private static Condition lacking(ConditionLeaf leaf) {
    boolean never = leaf.op() == Operator.NEVER && "qualification".equals(leaf.field());
    return never && leaf.period() == null
        ? ConditionGroup.none(List.of(leaf.withOperator(Operator.HAS)))
        : leaf;
  }

  private List<TextSpan> acts(TextSpan bad) {
    Matcher acts = ACTS.matcher(source.covered()).region(bad.start(), bad.end());
    return acts.matches() ? cut(new TextSpan(acts.start(1), acts.end(1))) : List.of();
  }

  /** One act of several: a record that the patterns know, else a flag with the words' look-back. */
  private Condition act(TextSpan act, TextSpan bad, ReadingContext below) {
    List<FoundLeaf> known = phrases.detect(act, bad, below);
    if (known.size() == 1) {
      return known.get(0).leaf();
    }
    String field = CustomField.name(source.covered(act));
    return LeafBuilder.flag(source, act, field, Operator.EQUAL, true, lookBack(bad)).leaf();
  }

  private ReferencePeriod lookBack(TextSpan bad) {
    return PeriodWords.ofEvent(source.covered(bad))
        .filter(period -> period.kind() == ReferencePeriod.Kind.LAST_N_YEARS)
        .filter(period -> LOOKS_BACK.matcher(source.covered(bad)).find())
        .orElse(null);
  }

  /** 「自用桩、专用桩不列入补贴范围」: things named side by side; none where the words say more. */
  private List<TextSpan> nouns(TextSpan bad) {
    String words = source.covered(bad);
    if (!NOUNS.matcher(words).matches()) {
      return List.of();
    }
    return cut(bad);
  }

  private List<TextSpan> cut(TextSpan list) {
    String words = source.covered(list);
    List<TextSpan> items = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || words.charAt(i) == '、') {
        items.add(withoutVerb(new TextSpan(list.start() + from, list.start() + i)));
        from = i + 1;
      }
    }
    return items;
  }

  /** Whether a refusal names several bad things, each with 的. */
  boolean isList(TextSpan bad) {
    int pieces = pieces(phrases.trim(bad)).size();
    return pieces > 2 || pieces == 2 && OTHER_SUBJECTS.matcher(source.covered(bad)).find();
  }

  /** 「连续两年亏损且资产负债率超过90%的企业」: both sides, where each can stand alone. */
  private List<TextSpan> sides(TextSpan bad) {
    String words = source.covered(bad);
    Matcher both = BOTH.matcher(words);
    boolean splits = both.find() && both.start() >= 4 && words.length() - both.end() >= 4;
    if (!splits || words.substring(both.end()).contains("且") || words.contains("或")) {
      return List.of(bad);
    }
    return List.of(
        phrases.trim(new TextSpan(bad.start(), bad.start() + both.start())),
        phrases.trim(new TextSpan(bad.start() + both.end(), bad.end())));
  }

  /** 「列入失信名单的，或者欠缴税款的，不予支持」: each is a bad thing of its own. */
  private List<TextSpan> pieces(TextSpan span) {
    List<TextSpan> said = cut(span);
    if (said.size() > 1
        && said.stream().allMatch(one -> SAID.matcher(source.covered(one)).matches())) {
      return said;
    }
    List<TextSpan> pieces = new ArrayList<>();
    int from = span.start();
    for (int i = span.start(); i <= span.end(); i++) {
      if (i == span.end() || isBreak(i)) {
        TextSpan piece = withoutConjunction(phrases.trim(new TextSpan(from, i)));
        boolean goesOn =
            i < span.end()
                && (source.covered().startsWith("或", i + 1)
                    || source.covered().startsWith("以及", i + 1));
        if (!source.covered(piece).endsWith("的") && !goesOn && i < span.end()) {
          return List.of(span);
        }
        pieces.add(piece);
        from = i + 1;
      }
    }
    return pieces;
  }

  private TextSpan withoutVerb(TextSpan item) {
    Matcher verb = EXISTS.matcher(source.covered()).region(item.start(), item.end());
    return verb.lookingAt() ? new TextSpan(verb.end(), item.end()) : item;
  }

  private TextSpan withoutConjunction(TextSpan piece) {
    Matcher conjunction = CONJUNCTION.matcher(source.covered(piece));
    return conjunction.lookingAt()
        ? new TextSpan(piece.start() + conjunction.end(), piece.end())
        : piece;
  }

  /** A comma, or 「的、」 between two that end alike. */
  private boolean isBreak(int at) {
    char mark = source.covered().charAt(at);
    return mark == '，' || mark == '、' && source.covered().startsWith("的", at - 1);
  }

  /** Further kinds of the same list that no pattern knows: 失信企业、僵尸企业不享受. */
  private List<TextSpan> kinds(TextSpan bad, List<FoundLeaf> found) {
    List<TextSpan> kinds = new ArrayList<>();
    String text = source.covered();
    int from = bad.start();
    boolean list = text.substring(bad.start(), bad.end()).contains("、");
    for (int i = bad.start(); list && i <= bad.end(); i++) {
      if (i == bad.end() || text.charAt(i) == '、' || text.charAt(i) == '和') {
        TextSpan one = phrases.trim(new TextSpan(from, i));
        boolean known = found.stream().anyMatch(leaf -> leaf.span().overlaps(one));
        if (!known
            && !ConductDetector.isRecord(source.covered(one))
            && KIND.matcher(source.covered(one)).matches()) {
          kinds.add(one);
        }
        from = i + 1;
      }
    }
    return kinds;
  }

  private Condition flag(TextSpan quote, TextSpan name, ReadingContext below) {
    String field = CustomField.name(source.covered(name));
    ReferencePeriod own = lookBack(name);
    ReferencePeriod led = below.period();
    boolean looksBack = led != null && led.kind() == ReferencePeriod.Kind.LAST_N_YEARS;
    ReferencePeriod period = own == null && looksBack ? led : own;
    return LeafBuilder.flag(source, quote, field, Operator.EQUAL, true, period).leaf();
  }
}
