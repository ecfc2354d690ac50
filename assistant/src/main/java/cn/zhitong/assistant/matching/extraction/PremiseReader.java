package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.extraction.AskedSentence.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what stands between the commas of a sentence: premises 「…的，」, steps, and a conclusion. */
final class PremiseReader {
  /** Stands for a subject until the sentence before names it. */
  static final String UNNAMED = "指标";

  /** What an applicant has done, as against how large it is: 足额缴纳12个月以上的企业. */
  private static final Pattern ACTS = Pattern.compile("依法|参加|缴纳|取得|拥有|具有|从事");

  private final ItemText source;
  private final PhraseReader phrases;
  private final PieceSplitter splitter;
  private final PhraseJoiner joiner;
  private final KindFigures kindFigures;
  private final KindRun kindRun;
  private final KindReader kinds;
  private final ApplicantList applicants;

  PremiseReader(ItemText source, PhraseReader phrases, PieceSplitter splitter) {
    this.source = source;
    this.phrases = phrases;
    this.splitter = splitter;
    this.joiner = new PhraseJoiner(source, phrases);
    this.kindFigures = new KindFigures(source);
    this.kindRun = new KindRun(source);
    this.kinds = new KindReader(source, this);
    this.applicants = new ApplicantList(source, phrases);
  }

  /** The phrases of a stretch, those that open it as its premise. */
  AskedSentence joined(TextSpan span, TextSpan body, ReadingContext context) {
    PhraseReader.Phrase list =
        context.negative() ? null : applicants.read(phrases.trim(body), context);
    if (list != null) {
      return new AskedSentence(span, null, list.condition(), null);
    }
    List<TextSpan> pieces = splitter.split(body);
    if (pieces.size() > 1
        && PremiseWords.MAY.matcher(source.covered(pieces.get(pieces.size() - 1))).matches()) {
      pieces.remove(pieces.size() - 1);
    }
    AskedSentence steps = context.negative() ? null : steps(span, pieces, context);
    if (steps != null) {
      return steps;
    }
    boolean anyOf = PremiseWords.ANY_OF_THEM.matcher(source.covered(body)).find();
    Condition premise = null;
    List<Condition> before = new ArrayList<>();
    List<PhraseReader.Phrase> conclusion = new ArrayList<>();
    List<Boolean> either = new ArrayList<>();
    Kind kind = context.negative() ? null : kinds.opening(pieces, context);
    for (int i = 0; i < pieces.size(); i++) {
      TextSpan piece = pieces.get(i);
      String words = source.covered(piece);
      KindFigures.Run figures = kindFigures.at(pieces, i, body, context);
      if (figures != null && !kindRun.goesOn(pieces, i, figures.length())) {
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
      PhraseReader.Phrase several = context.negative() ? null : applicants.read(piece, context);
      if (several != null) {
        conclusion.add(several);
        either.add(false);
        kind = null;
        continue;
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
          (isPremise(words) || isEasedFor(words, pieces, i))
              && (!required || sized)
              && !(isKind(words) && (ACTS.matcher(words).find() || !asksFigures(pieces, i + 1)));
      if (PremiseWords.APPLICANT_PREMISE.matcher(words).matches()
          && i == 0
          && !last
          && !context.negative()) {
        kind = kinds.form(piece, pieces, context);
      }
      if (PremiseWords.APPLICANT_PREMISE.matcher(words).matches()
          || !last && PremiseWords.APPLIED_FOR.matcher(words).matches()) {
        continue;
      }
      if (premised && !last && !context.negative() && premise == null) {
        PhraseReader.Phrase read = premise(piece, span, context);
        boolean onward = conclusion.isEmpty() || words.matches("(?:且|并|同时|或).*");
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
      if (PremiseWords.isOther(words, grantFollows)
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
        before.add(Tiers.alone(own));
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
        && PremiseWords.TERM.matcher(source.covered(pieces.get(i))).find()
        && PremiseWords.ALLOWED.matcher(source.covered(pieces.get(i - 1))).lookingAt();
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
    boolean bare =
        (premise != null || words.endsWith("的"))
            && PremiseWords.BARE_FIGURE.matcher(words).matches();
    return bare && context.subject() == null ? context.below(UNNAMED, null, false) : context;
  }

  /** 「从事该业务5年以上的单位，」 opens a step only where figures follow; else it is asked itself. */
  private boolean asksFigures(List<TextSpan> pieces, int from) {
    return pieces.stream()
        .skip(from)
        .flatMap(piece -> QuantityReader.read(source, piece).stream())
        .anyMatch(quantity -> quantity.op() != null || quantity.kind() != QuantityKind.YEARS);
  }

  private static boolean isKind(String words) {
    return !words.endsWith("的") && PremiseWords.AT_LEAST_KIND.matcher(words).find();
  }

  /** 「…的，」 and 「5000万元以下的企业，」, but not 「应为成立一年以上的企业」. */
  private static boolean isPremise(String words) {
    return words.endsWith("的") && !words.endsWith("目的") && !words.endsWith("标的")
        || PremiseWords.KIND_PREMISE.matcher(words).matches()
            && !PremiseWords.ASKED.matcher(words).find();
  }

  /** 「其中境外人员占两成以上的会议，人数可放宽至100人」: whom the eased figure is for. */
  private boolean isEasedFor(String words, List<TextSpan> pieces, int i) {
    return i + 1 < pieces.size()
        && PremiseWords.AMONG.matcher(words).matches()
        && PremiseWords.EASED.matcher(source.covered(pieces.get(i + 1))).find();
  }

  /** Several premises with figures in one sentence: each opens a step of its own. */
  private AskedSentence steps(TextSpan span, List<TextSpan> pieces, ReadingContext context) {
    List<Integer> from = new ArrayList<>();
    for (int i = 0; i < pieces.size() - 1; i++) {
      String words = source.covered(pieces.get(i));
      if (isPremise(words)
          && PremiseWords.STEP_FIGURE.matcher(words).find()
          && !startsEither(words)) {
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

  /** A premise that no pattern knows is still one: 软件类企业的. */
  PhraseReader.Phrase premise(TextSpan piece, TextSpan span, ReadingContext context) {
    boolean bare = PremiseWords.BARE_FIGURE.matcher(source.covered(piece)).matches();
    boolean unnamed =
        context.subject() == null
            || PremiseWords.SHARE.matcher(context.subject()).find()
                && source.covered(piece).contains("元");
    ReadingContext own = bare && unnamed ? context.below(UNNAMED, null, false) : context;
    PhraseReader.Phrase read = phrases.read(piece, span, own);
    if (!read.isEmpty()) {
      return read;
    }
    TextSpan trimmed = phrases.trim(piece);
    FoundLeaf leaf = LeafBuilder.open(source, trimmed, LeafMode.JUDGEMENT);
    return new PhraseReader.Phrase(trimmed, leaf.leaf(), List.of(leaf), true);
  }

  private static boolean startsEither(String words) {
    return words.startsWith("或") || Waiver.alsoStart(words) > 0;
  }

  /** 「除海外企业外，应成立3年以上」: those left out need not meet what follows. */
  private boolean binds(List<TextSpan> pieces, int except) {
    return except + 1 < pieces.size()
        && PremiseWords.BINDING.matcher(source.covered(pieces.get(except + 1))).lookingAt();
  }

  /** What a stretch asks, its premise included; null where nothing. */
  Condition asked(TextSpan span, ReadingContext context) {
    return Tiers.single(joined(span, phrases.trim(span), context));
  }
}
