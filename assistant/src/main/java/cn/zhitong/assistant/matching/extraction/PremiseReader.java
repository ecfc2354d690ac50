package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Strength;
import cn.zhitong.assistant.matching.extraction.AskedSentence.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what stands between the commas of a sentence: premises 「…的，」, steps, and a conclusion. */
final class PremiseReader {
  private static final Pattern KIND_PREMISE =
      Pattern.compile(
          "(?:其中[，、]?)?(?:[^，。；]{0,24}(?:(?:以下|以上|以内|之间)(?:[（(][^（()）]*[）)])?|(?:不足|不满|未满|少于|小于|低于|超过|大于|高于)[\\d.,一二三四五六七八九十百千]{1,8}(?:人|万元|亿元|元|年)(?:[（(][^（()）]{0,6}[）)])?|(?:至|—|-|~)\\d+(?:人|万元|亿元)(?:[（(][^（()）]*[）)])?)的|以[^，。；]{4,80}为主营业务的|[^，。；]{2,12}类)[^，。；]{0,6}(?:企业|单位|机构|项目)");
  private static final Pattern AT_LEAST_KIND =
      Pattern.compile("以上(?:[（(][^（()）]*[）)])?的[^，。；]{0,6}(?:企业|单位|机构|项目)$");
  private static final Pattern APPLICANT_PREMISE =
      Pattern.compile(
          "^(?:企业为申报主体|申报(?:单位|主体)为企业|申请人为企业|符合[^，。；]{0,12}条件|对(?:于)?符合[^，。；]{0,14})的?$");
  private static final Pattern APPLIED_FOR =
      Pattern.compile(
          "拟(?:享受|申请|申报)[^，。；]{2,20}的(?:企业|单位|机构|主体|项目)|(?:申请|申报|参评)(?:认定|评定|备案|设立|奖励|支持|补贴|资金|享受)[^，。；\\d应须需具符列取未无为在]{0,16}|(?:申请|申报|参评)(?!(?:单位|主体|企业|人|者|项目)(?:[是为属应须具在]|位于))[^，。；\\d]{2,20}(?:的|时)");

  private static final Pattern BENEFIT = Pattern.compile("^(?:可|予以|给予|享受|可以|按照?|不受|适当)");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(?:均|方|才|即|就)?可(?:以|按规定)?(?:向[^，。；]{2,20}?)?(?:提出)?(?:申请|申报|享受|获得|领取|参加|使用|参评|列入|纳入)");

  /** 「可以是在建项目」 lets in, it does not ask. */
  private static final Pattern PERMITTED = Pattern.compile("(?:也|亦|均|既)?可以?(?:是|为)(?!主)");

  private static final Pattern TERM =
      Pattern.compile("^(?:补贴|补助|享受|贴息|奖励)?(?:期限|年限|期|时间|最长|最高|每[人年户家])");
  private static final Pattern OTHER_PIECE =
      Pattern.compile(
          "^(?:其中[，、]?)?(?:高等学校|高等院校|高校|科研组织|科研机构|科研院所|社会组织|医疗卫生机构|事业性机构|金融服务机构)[^，。；]{0,30}(?:不低于|应|须|需|合计)");
  private static final Pattern ASKED = Pattern.compile("(?:应|须|需|必须)(?:当)?(?:为|是|属于|具)");
  private static final Pattern STEP_FIGURE = Pattern.compile("\\d[^，。；]{0,14}的|(?:不足|不满|少于|超过)\\d");

  /** 「5000万元至2亿元的」: a step that leaves its subject to the step before. */
  private static final Pattern BARE_FIGURE =
      Pattern.compile(
          "(?:在)?(?:应当?|须|需)?(?:不足|超过|不低于|不少于|不超过|达到?|至少)?[\\d一二三四五六七八九十百千]+[^，。；]{1,24}?(?:以上|以下|以内|之间|[）)])?(?:的(?:企业|单位)?)?");

  private static final Pattern BINDING =
      Pattern.compile("(?:其[他它余])?[^，。；]{0,8}(?:应当?|须|需|均)(?!可)");

  /** Stands for a subject until the sentence before names it. */
  static final String UNNAMED = "指标";

  /** 「首次认定的…，以及整体迁入的…，均可申请」. */
  private static final Pattern ANY_OF_THEM = Pattern.compile("(?:均|都)(?:可|属于|纳入)");

  private final ItemText source;
  private final PhraseReader phrases;
  private final PieceSplitter splitter;
  private final PhraseJoiner joiner;
  private final KindFigures kindFigures;
  private final KindRun kindRun;
  private final KindReader kinds;

  PremiseReader(ItemText source, PhraseReader phrases, PieceSplitter splitter) {
    this.source = source;
    this.phrases = phrases;
    this.splitter = splitter;
    this.joiner = new PhraseJoiner(source, phrases);
    this.kindFigures = new KindFigures(source);
    this.kindRun = new KindRun(source);
    this.kinds = new KindReader(source, this);
  }

  /** The phrases of a stretch, those that open it as its premise. */
  AskedSentence joined(TextSpan span, TextSpan body, ReadingContext context) {
    List<TextSpan> pieces = splitter.split(body);
    AskedSentence steps = context.negative() ? null : steps(span, pieces, context);
    if (steps != null) {
      return steps;
    }
    boolean anyOf = ANY_OF_THEM.matcher(source.covered(body)).find();
    Condition premise = null;
    List<Condition> before = new ArrayList<>();
    List<PhraseReader.Phrase> conclusion = new ArrayList<>();
    List<Boolean> either = new ArrayList<>();
    Kind kind = context.negative() ? null : kinds.opening(pieces, context);
    for (int i = 0; i < pieces.size(); i++) {
      TextSpan piece = pieces.get(i);
      String words = source.covered(piece);
      KindFigures.Run figures = kindFigures.at(pieces, i, body, context);
      if (figures != null) {
        conclusion.add(figures.phrase());
        either.add(false);
        kind = null;
        i += figures.length() - 1;
        continue;
      }
      PhraseReader.Phrase run =
          context.negative() ? null : kindRun.at(pieces, i, asked -> asked(asked, context));
      if (run != null) {
        conclusion.add(run);
        either.add(false);
        kind = null;
        break;
      }
      ListLead behind = ListLead.behind(words);
      if (behind.kind() != ListLead.Kind.NO_LIST && i == pieces.size() - 1) {
        PhraseChoice.choose(conclusion, behind, words);
        continue;
      }
      boolean last = i == pieces.size() - 1;
      boolean grantFollows = last && body.end() < span.end();
      boolean required =
          body.end() < span.end() || !last && source.covered(pieces.get(i + 1)).startsWith("或");
      boolean sized =
          PieceSplitter.isSized(words) && !conclusion.isEmpty() && asksFigures(pieces, i + 1);
      boolean premised =
          isPremise(words)
              && (!required || sized)
              && !(isKind(words) && !asksFigures(pieces, i + 1));
      if (APPLICANT_PREMISE.matcher(words).matches() && i == 0 && !last && !context.negative()) {
        kind = kinds.form(piece, pieces, context);
      }
      if (APPLICANT_PREMISE.matcher(words).matches()
          || !last && APPLIED_FOR.matcher(words).matches()) {
        continue;
      }
      if (premised && !last && !context.negative() && premise == null) {
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
      if (isOther(words, grantFollows)
          || leadsKinds(pieces, i, body, context)
          || isBenefitTerm(pieces, i)) {
        continue;
      }
      Condition except = Exceptions.read(source, piece);
      if (except instanceof ConditionGroup left && binds(pieces, i)) {
        Condition rest =
            asked(
                new TextSpan(pieces.get(i + 1).start(), pieces.get(pieces.size() - 1).end()),
                context);
        if (rest != null) {
          List<Condition> ways = new ArrayList<>(List.of(rest));
          ways.addAll(left.children());
          conclusion.add(new PhraseReader.Phrase(body, ConditionGroup.any(ways), List.of(), false));
          either.add(false);
          break;
        }
      }
      if (except != null) {
        conclusion.add(new PhraseReader.Phrase(piece, except, List.of(), false));
        either.add(false);
        continue;
      }
      PhraseReader.Phrase phrase = phrases.read(piece, body, named(words, premise, context));
      KindFigures.Run eased = kindFigures.eased(phrase, pieces, i + 1);
      if (eased != null) {
        phrase = eased.phrase();
        i += eased.length();
      }
      boolean way = i + 1 < pieces.size() && startsEither(source.covered(pieces.get(i + 1)));
      if (phrase.isEmpty() && way && !OpenPhrases.isManner(words)) {
        phrase = premise(piece, span, context);
      }
      if (!phrase.isEmpty()) {
        boolean alike =
            !conclusion.isEmpty() && PhraseChoice.isOtherThing(last(conclusion), phrase);
        conclusion.add(phrase);
        either.add(startsEither(words) || anyOf && words.startsWith("以及") || alike);
      }
    }
    Condition condition = joiner.join(conclusion, either);
    if (!before.isEmpty()) {
      AskedSentence own = new AskedSentence(span, premise, condition, null);
      if (condition == null) {
        before.add(premise);
      } else if (!SpecialRule.joinIn(before, own)) {
        before.add(Tiers.single(own));
      }
      return new AskedSentence(span, null, ConditionGroup.all(before), kind);
    }
    return condition == null
        ? new AskedSentence(span, null, premise, kind)
        : new AskedSentence(span, premise, condition, kind);
  }

  /** 「可申请社会保险补贴，期限不超过一年」: how long it is paid. */
  private boolean isBenefitTerm(List<TextSpan> pieces, int i) {
    return i > 0
        && TERM.matcher(source.covered(pieces.get(i))).find()
        && ALLOWED.matcher(source.covered(pieces.get(i - 1))).lookingAt();
  }

  private static PhraseReader.Phrase last(List<PhraseReader.Phrase> phrases) {
    return phrases.get(phrases.size() - 1);
  }

  /** 「研发投入占比：大型企业…，小型企业…」 */
  private boolean leadsKinds(List<TextSpan> pieces, int i, TextSpan body, ReadingContext context) {
    return kindFigures.isLead(pieces, i)
        && i + 1 < pieces.size()
        && kindFigures.at(pieces, i + 1, body, context) != null;
  }

  /** 「从事养殖的，50亩以上」: what the figure is of stands in the sentence before. */
  private static ReadingContext named(String words, Condition premise, ReadingContext context) {
    boolean bare = (premise != null || words.endsWith("的")) && BARE_FIGURE.matcher(words).matches();
    return bare && context.subject() == null ? context.below(UNNAMED, null, false) : context;
  }

  /** 「从事该业务5年以上的单位，」 opens a step only where figures follow; else it is asked itself. */
  private boolean asksFigures(List<TextSpan> pieces, int from) {
    return pieces.stream()
        .skip(from)
        .anyMatch(piece -> !QuantityReader.read(source, piece).isEmpty());
  }

  private static boolean isKind(String words) {
    return !words.endsWith("的") && AT_LEAST_KIND.matcher(words).find();
  }

  /** 「…的，」 and 「5000万元以下的企业，」, but not 「应为成立一年以上的企业」. */
  private static boolean isPremise(String words) {
    return words.endsWith("的")
        || KIND_PREMISE.matcher(words).matches() && !ASKED.matcher(words).find();
  }

  /** Several premises with figures in one sentence: each opens a step of its own. */
  private AskedSentence steps(TextSpan span, List<TextSpan> pieces, ReadingContext context) {
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
    List<AskedSentence> steps = new ArrayList<>();
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
    return new AskedSentence(span, null, Tiers.join(steps), null);
  }

  private static boolean isOther(String words, boolean grantFollows) {
    return OTHER_PIECE.matcher(words).find()
        || PERMITTED.matcher(words).lookingAt()
        || ALLOWED.matcher(words).lookingAt()
        || Remarks.isBenefitLimit(words)
        || Remarks.isGrant(words) && !grantFollows
        || Remarks.isFiling(words)
        || BENEFIT.matcher(words).find() && Remarks.isAdministration(words);
  }

  /** A premise that no pattern knows is still one: 软件类企业的. */
  PhraseReader.Phrase premise(TextSpan piece, TextSpan span, ReadingContext context) {
    boolean bare = BARE_FIGURE.matcher(source.covered(piece)).matches();
    ReadingContext own =
        bare && context.subject() == null ? context.below(UNNAMED, null, false) : context;
    PhraseReader.Phrase read = phrases.read(piece, span, own);
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
    return words.startsWith("或") || Waiver.alsoStart(words) > 0;
  }

  /** 「除海外企业外，应成立3年以上」: those left out need not meet what follows. */
  private boolean binds(List<TextSpan> pieces, int except) {
    return except + 1 < pieces.size()
        && BINDING.matcher(source.covered(pieces.get(except + 1))).lookingAt();
  }

  /** What a stretch asks, its premise included; null where nothing. */
  Condition asked(TextSpan span, ReadingContext context) {
    return Tiers.single(joined(span, phrases.trim(span), context));
  }
}
