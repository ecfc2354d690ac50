package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a stretch between commas: all detectors, the longest right where they overlap, then the
 * words between two finds tell whether both are wanted or either.
 */
final class PhraseReader {
  /** What a stretch says; {@code open} where no pattern knew it. */
  record Phrase(TextSpan span, Condition condition, List<FoundLeaf> leaves, boolean open) {
    boolean isEmpty() {
      return condition == null;
    }
  }

  private static final Pattern PRINCIPLE = Pattern.compile("原则上|一般(?:应|须|需|不|要|为|在|情况下)");

  /** 「一是…；二是…」 */
  private static final Pattern INLINE_POINT =
      Pattern.compile("(?:[一二三四五六七八九十]是[：:]?|其[一二三四五六][，：:]?)");

  /** 「培育高新技术企业5家以上」 counts the firms that one brought up. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "^(?:当年|年度|每年|累计|近[一二三两\\d]年|上一?年度?|已|或|成功)*(?:新增)?(?:培育|孵化|引进|引入)(?!中|期)[^，。；]{2,60}?[\\d一二两三四五六七八九十]+(?:家|户)|^(?:重点|主要)(?:引进|引入|培育|服务)");

  private static final Pattern PAID_FOR =
      Pattern.compile("对(?:当年|年度|首次|新|上一?年度?)*(?:认定|评定|获评|评为|入选|通过)?(?:的|为)?[^，。；的]{2,16}");

  /** 「未裁员或者裁员率低于控制目标」: without its figure, the rate is a matter of judgement, and so are both. */
  private static final Pattern OR_RATE = Pattern.compile("[，、]?或者?(?:其)?[^，。；、]{0,4}率");

  private static final int SHORTEST = 4;

  private final ItemText source;
  private final PlaceDetector places;
  private final LeafJoiner joiner;
  private final OpenPhrases openPhrases;
  private final BracketedConditions brackets;

  PhraseReader(ItemText source, PlaceDetector places) {
    this.source = source;
    this.places = places;
    this.joiner = new LeafJoiner(source);
    this.openPhrases = new OpenPhrases(source, this);
    this.brackets = new BracketedConditions(source, source.open());
  }

  static boolean isOfOthers(String words) {
    return OTHERS.matcher(words).find();
  }

  Phrase read(TextSpan piece, TextSpan sentence, ReadingContext context) {
    TextSpan trimmed = trim(piece);
    if (trimmed.length() < SHORTEST || OpenPhrases.isManner(source.covered(trimmed))) {
      return new Phrase(trimmed, null, List.of(), false);
    }
    Phrase counted = context.negative() ? null : CountedChoice.read(source, trimmed);
    if (counted != null) {
      return counted;
    }
    List<FoundLeaf> leaves = detect(trimmed, sentence, context);
    // A figure in the brackets of words that no pattern knows is read with them.
    List<Condition> inBrackets =
        context.negative() ? List.of() : brackets.read(trimmed, !leaves.isEmpty());
    if (leaves.isEmpty()) {
      return beside(openPhrases.open(trimmed, context), inBrackets);
    }
    Condition joined = RelaxedFigure.read(source, trimmed, leaves, joiner.join(leaves));
    if (PRINCIPLE.matcher(source.covered(trimmed)).find()) {
      joined = Strengths.all(joined, Strength.PRINCIPLE);
    }
    TextSpan way =
        context.negative()
            ? new TextSpan(trimmed.start(), trimmed.start())
            : OpenChoice.before(source, trimmed, leaves);
    joined = way.isEmpty() ? joined : openPhrases.orBefore(way, joined);
    List<Condition> left =
        context.negative() || !way.isEmpty() ? List.of() : openPhrases.leftOvers(trimmed, leaves);
    if (!left.isEmpty()) {
      left.add(0, joined);
      joined = ConditionGroup.all(left);
    }
    joined = context.negative() ? joined : openPhrases.orElse(trimmed, leaves, joined);
    return beside(new Phrase(trimmed, joined, leaves, false), inBrackets);
  }

  private static Phrase beside(Phrase phrase, List<Condition> inBrackets) {
    if (inBrackets.isEmpty() || phrase.isEmpty()) {
      return phrase;
    }
    List<Condition> all = new ArrayList<>(List.of(phrase.condition()));
    all.addAll(inBrackets);
    return new Phrase(phrase.span(), ConditionGroup.all(all), phrase.leaves(), false);
  }

  TextSpan trim(TextSpan span) {
    String text = source.covered();
    int start = span.start();
    int end = span.end();
    java.util.regex.Matcher point = INLINE_POINT.matcher(text).region(start, end);
    if (point.lookingAt()) {
      start = point.end();
    }
    while (start < end && "，。；;、：:\n“”\" ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "，。；;、：:\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new TextSpan(start, end);
  }

  List<FoundLeaf> detect(TextSpan piece, TextSpan sentence, ReadingContext context) {
    Optional<FoundLeaf> average = Averages.detect(source, piece);
    if (average.isPresent() && !context.negative()) {
      return new ArrayList<>(List.of(average.get()));
    }
    List<FoundLeaf> accepted = new ArrayList<>(places.detect(source, piece));
    List<FoundLeaf> conduct = conduct(piece, sentence, context);
    List<FoundLeaf> names = new ArrayList<>(QualificationDetector.detect(source, piece));
    boolean ofOthers = isOfOthers(source.covered(piece));
    names.removeIf(name -> ofOthers || isOfItem(name, piece, context));
    List<FoundLeaf> dates = conduct.isEmpty() ? DateDetector.detect(source, piece) : List.of();
    for (FoundLeaf number : QuantityDetector.detect(source, piece, sentence, context)) {
      if (!ConductDetector.isDetail(source, number, conduct)) {
        addNumber(accepted, names, behindDay(number, piece, dates));
      }
    }
    RatingDetector.detect(source, piece).forEach(rating -> addIfFree(accepted, rating));
    RankDetector.detect(source, piece).forEach(rank -> addIfFree(accepted, rank));
    names.forEach(name -> addIfFree(accepted, name));
    TraitDetector.detect(source, piece).forEach(trait -> addIfFree(accepted, trait));
    LegalForms.detect(source, piece).forEach(form -> addIfFree(accepted, form));
    if (!context.negative()) {
      ApplicantStates.detect(source, piece).forEach(state -> addIfFree(accepted, state));
    }
    conduct.forEach(record -> addIfFree(accepted, before(behind(record, accepted), accepted)));
    dates.forEach(date -> addIfFree(accepted, date));
    IndustryDetector.detect(source, piece).stream()
        .map(industry -> shortened(industry, accepted))
        .filter(industry -> industry.span().length() >= SHORTEST)
        .forEach(industry -> addIfFree(accepted, industry));
    accepted.sort(Comparator.comparingInt(leaf -> leaf.span().start()));
    accepted.replaceAll(leaf -> DeniedTraits.of(source, piece, leaf));
    joinRates(accepted);
    return accepted;
  }

  /** 「对新认定的市级绿色工厂奖励20万元」 in the item of that name says what is paid. */
  private boolean isOfItem(FoundLeaf name, TextSpan piece, ReadingContext context) {
    return context.title() != null
        && PAID_FOR.matcher(source.covered(piece)).matches()
        && name.leaf().values().stream().anyMatch(value -> context.title().contains(value.text()));
  }

  /** 「未裁员或裁员率不高于5.5%」: whoever laid nobody off has a rate of nothing. */
  private void joinRates(List<FoundLeaf> leaves) {
    for (int i = leaves.size() - 1; i > 0; i--) {
      FoundLeaf act = leaves.get(i - 1);
      FoundLeaf rate = leaves.get(i);
      boolean together =
          act.leaf().op() == Operator.NEVER
              && (rate.leaf().op() == Operator.AT_MOST || rate.leaf().op() == Operator.LESS)
              && rate.leaf().field().startsWith(act.leaf().field() + "率")
              && source
                  .covered()
                  .substring(act.span().end(), Math.max(act.span().end(), rate.span().start()))
                  .matches("[，、]?(?:或者?)?");
      if (together) {
        leaves.set(i, moved(rate, new TextSpan(act.span().start(), rate.span().end())));
        leaves.remove(i - 1);
      }
    }
    leaves.removeIf(
        leaf ->
            leaf.leaf().op() == Operator.NEVER
                && OR_RATE
                    .matcher(source.covered())
                    .region(leaf.span().end(), source.covered().length())
                    .lookingAt());
  }

  private List<FoundLeaf> conduct(TextSpan piece, TextSpan sentence, ReadingContext context) {
    List<FoundLeaf> records = ConductDetector.detect(source, piece, sentence, context);
    return context.negative() ? records : DeniedActs.with(source, piece, records);
  }

  /** A number of firms or shares eats the names in its subject; an age stands beside them. */
  private void addNumber(List<FoundLeaf> accepted, List<FoundLeaf> names, FoundLeaf number) {
    TextSpan span = number.span();
    boolean counts = number.leaf().unit() == null;
    List<FoundLeaf> before =
        accepted.stream().filter(one -> !one.span().equals(number.span())).toList();
    for (FoundLeaf place : before) {
      boolean attribute =
          counts
              && place.span().overlaps(span)
              && source.covered().startsWith("的", place.span().end());
      if (attribute) {
        accepted.remove(place);
      } else if (place.span().overlaps(span)) {
        span = behind(span, place.span());
      }
    }
    if ("年".equals(number.leaf().unit())) {
      for (FoundLeaf name : names) {
        if (name.span().overlaps(span)) {
          span = behind(span, name.span());
        }
      }
    }
    span = trim(span);
    if (span.isEmpty()) {
      return;
    }
    if (!"年".equals(number.leaf().unit())) {
      TextSpan taken = span;
      names.removeIf(name -> name.span().overlaps(taken));
    }
    accepted.add(moved(number, span));
  }

  /** What of a stretch stands behind another; empty where the other covers it to its end. */
  private static TextSpan behind(TextSpan span, TextSpan other) {
    return new TextSpan(Math.min(span.end(), Math.max(span.start(), other.end())), span.end());
  }

  /** 「2023年底前注册的、注册资本100万元以上」: the figure begins behind the day. */
  private FoundLeaf behindDay(FoundLeaf number, TextSpan piece, List<FoundLeaf> dates) {
    for (FoundLeaf date : dates) {
      boolean before =
          date.span().length() < piece.length()
              && date.span().overlaps(number.span())
              && date.span().end() < number.span().end() - SHORTEST;
      if (before) {
        return moved(number, new TextSpan(date.span().end(), number.span().end()));
      }
    }
    return number;
  }

  /** A record's words begin behind what was found before it. */
  private FoundLeaf behind(FoundLeaf record, List<FoundLeaf> accepted) {
    int start = record.span().start();
    for (FoundLeaf leaf : accepted) {
      if (leaf.span().overlaps(record.span()) && leaf.span().end() < record.span().end()) {
        start = Math.max(start, leaf.span().end());
      }
    }
    return start == record.span().start()
        ? record
        : moved(record, new TextSpan(start, record.span().end()));
  }

  /** 「未被列入失信名单的外商投资企业」: a record's words end before whom they are said of. */
  private FoundLeaf before(FoundLeaf record, List<FoundLeaf> accepted) {
    TextSpan span = record.span();
    int end = span.end();
    for (FoundLeaf leaf : accepted) {
      boolean behind = leaf.span().start() > span.start() && leaf.span().end() >= span.end();
      if (behind && leaf.span().overlaps(span)) {
        end = Math.min(end, leaf.span().start());
      }
    }
    TextSpan cut = new TextSpan(span.start(), end);
    String words = source.covered(cut);
    boolean said = end < span.end() && (ConductDetector.isRecord(words) || DeniedActs.isAct(words));
    return said ? moved(record, cut) : record;
  }

  FoundLeaf moved(FoundLeaf leaf, TextSpan span) {
    TextSpan stored = source.stored(span);
    return new FoundLeaf(span, leaf.leaf().withQuote(source.quote(span), stored.start()));
  }

  private FoundLeaf shortened(FoundLeaf industry, List<FoundLeaf> accepted) {
    int end =
        accepted.stream()
            .mapToInt(leaf -> leaf.span().start())
            .filter(start -> start > industry.span().start())
            .min()
            .orElse(industry.span().end());
    return moved(
        industry, new TextSpan(industry.span().start(), Math.min(end, industry.span().end())));
  }

  private static void addIfFree(List<FoundLeaf> accepted, FoundLeaf leaf) {
    if (accepted.stream().noneMatch(other -> other.span().overlaps(leaf.span()))) {
      accepted.add(leaf);
    }
  }
}
