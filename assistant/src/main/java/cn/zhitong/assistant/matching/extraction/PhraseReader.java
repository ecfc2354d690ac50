package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private static final Pattern SUBSTANCE =
      Pattern.compile(
          "享受|具有|具备|拥有|符合|属于|满足|应|须|需|能够?|可[以为]?|良好|健全|完善|较[强高大好多]|先进|明确|清晰|明晰|稳定|成熟|规范|合法|依法|建立|制定|开展"
              + "|承担|取得|获|通过|完成|投入|签订|配备|无|未|不|从事|掌握|有|正常|显著|突出|领先|强|愿意|设立|建成|运行|持续|位于|为|使用|按|已|处于|纳入|列入|涉及|存在|的$|过硬|可靠|权属|持有|配套");
  private static final Pattern DOCUMENTS =
      Pattern.compile("许可证|资质|证书|合同|协议|执照|备案|登记|签订|验收|竣工|批复|立项|发票|设备|场所|场地|标的|实际发生");
  private static final Pattern LEFT_OVER =
      Pattern.compile(
          "(?:健全|完善|良好|稳定|规范|较强|明确|固定|相应)[^，。；、]{3}|[^，。；、]{2}(?:健全|完善|良好|稳定|规范|较强|明确)");
  private static final Pattern ACT =
      Pattern.compile("(?:且|并|，)?(?:应|须|已)?(?:依法|合法)?(?:取得|办理|建立|具备|落实|完成|签订|通过|拥有|持有|制定|开展|设立)");
  private static final Pattern JOINED_ACT =
      Pattern.compile("^(?:且|并且?|同时|以及)(?:应|须|已|可)?[^，。；]{4,}");
  private static final Pattern BRACKETS = Pattern.compile("[（(]([^（()）]{6,30})[）)]");
  private static final Pattern MANNER =
      Pattern.compile("^(?:或者?)?(?:近[^，]{1,3}年内?)?(?:通过|采取|采用|以|按照)[^，]*(?:方式|途径|形式)");

  /** 「近两年无拖欠工资等不良记录」: a record that the catalogue has no field for. */
  private static final Pattern NO_RECORD =
      Pattern.compile(
          "(?:无|未(?:发生|出现|有|受到|受过|被|存在)|没有|不存在)[^，。；]{2,40}(?:记录|行为|情况|情形|事故|事件|处罚|纠纷|问题|名单|案件)(?:的)?$");

  private static final int SHORTEST = 4;

  private final ItemText source;
  private final ItemText openSource;
  private final PlaceDetector places;
  private final LeafJoiner joiner;

  PhraseReader(ItemText source, PlaceDetector places) {
    this.source = source;
    this.openSource = source.open();
    this.places = places;
    this.joiner = new LeafJoiner(source);
  }

  Phrase read(TextSpan piece, TextSpan sentence, ReadingContext context) {
    TextSpan trimmed = trim(piece);
    if (trimmed.length() < SHORTEST || MANNER.matcher(source.covered(trimmed)).matches()) {
      return new Phrase(trimmed, null, List.of(), false);
    }
    List<FoundLeaf> leaves = detect(trimmed, sentence, context);
    if (leaves.isEmpty()) {
      return open(trimmed, context);
    }
    Condition joined = RelaxedFigure.read(source, trimmed, leaves, joiner.join(leaves));
    if (PRINCIPLE.matcher(source.covered(trimmed)).find()) {
      joined = Strengths.all(joined, Strength.PRINCIPLE);
    }
    List<Condition> left = context.negative() ? List.of() : leftOvers(trimmed, leaves);
    if (!left.isEmpty()) {
      left.add(0, joined);
      joined = ConditionGroup.all(left);
    }
    return new Phrase(trimmed, joined, leaves, false);
  }

  TextSpan trim(TextSpan span) {
    String text = source.covered();
    int start = span.start();
    int end = span.end();
    while (start < end && "，。；;、：:\n“”\" ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "，。；;、：:\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new TextSpan(start, end);
  }

  List<FoundLeaf> detect(TextSpan piece, TextSpan sentence, ReadingContext context) {
    List<FoundLeaf> accepted = new ArrayList<>(places.detect(source, piece));
    List<FoundLeaf> conduct = ConductDetector.detect(source, piece, sentence, context);
    List<FoundLeaf> names = QualificationDetector.detect(source, piece);
    for (FoundLeaf number : QuantityDetector.detect(source, piece, sentence, context)) {
      addNumber(accepted, names, number);
    }
    RatingDetector.detect(source, piece).forEach(rating -> addIfFree(accepted, rating));
    names.forEach(name -> addIfFree(accepted, name));
    TraitDetector.detect(source, piece).forEach(trait -> addIfFree(accepted, trait));
    conduct.forEach(record -> addIfFree(accepted, behind(record, accepted)));
    if (conduct.isEmpty()) {
      DateDetector.detect(source, piece).forEach(date -> addIfFree(accepted, date));
    }
    IndustryDetector.detect(source, piece)
        .forEach(industry -> addIfFree(accepted, shortened(industry, accepted)));
    accepted.sort(Comparator.comparingInt(leaf -> leaf.span().start()));
    return accepted;
  }

  /** A number of firms or shares eats the names in its subject; an age stands beside them. */
  private void addNumber(List<FoundLeaf> accepted, List<FoundLeaf> names, FoundLeaf number) {
    TextSpan span = number.span();
    boolean counts = number.leaf().unit() == null;
    for (FoundLeaf place : List.copyOf(accepted)) {
      boolean attribute =
          counts
              && place.span().overlaps(span)
              && source.covered().startsWith("的", place.span().end());
      if (attribute) {
        accepted.remove(place);
      } else if (place.span().overlaps(span)) {
        span = new TextSpan(Math.max(span.start(), place.span().end()), span.end());
      }
    }
    if ("年".equals(number.leaf().unit())) {
      for (FoundLeaf name : names) {
        if (name.span().overlaps(span)) {
          span = new TextSpan(Math.max(span.start(), name.span().end()), span.end());
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

  private FoundLeaf moved(FoundLeaf leaf, TextSpan span) {
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

  /** A number in brackets tells what the words before them mean: 绝对控股权（股权占比超过50%）. */
  private Phrase bracketed(TextSpan piece, ReadingContext context) {
    java.util.regex.Matcher brackets = BRACKETS.matcher(source.text());
    brackets.region(piece.start(), piece.end());
    while (brackets.find()) {
      TextSpan inside = new TextSpan(brackets.start(1), brackets.end(1));
      List<FoundLeaf> found =
          QuantityDetector.detect(
              openSource, inside, inside, new ReadingContext("", null, null, false));
      boolean named = found.size() == 1 && found.get(0).span().start() == inside.start();
      if (named && found.get(0).span().end() == inside.end()) {
        FoundLeaf leaf = moved(found.get(0), new TextSpan(piece.start(), brackets.end()));
        return new Phrase(piece, leaf.leaf(), List.of(leaf), false);
      }
    }
    return null;
  }

  private Phrase open(TextSpan piece, ReadingContext context) {
    Phrase number = bracketed(piece, context);
    if (number != null) {
      return number;
    }
    String words = source.covered(piece);
    boolean remark =
        Remarks.isAdministration(words)
            || Remarks.isCatchAll(words)
            || Remarks.isFiling(words)
            || Remarks.isGrant(words)
            || !SUBSTANCE.matcher(words).find();
    if (remark) {
      return new Phrase(piece, null, List.of(), false);
    }
    if (context.negative()) {
      FoundLeaf bad =
          LeafBuilder.flag(source, piece, CustomField.name(words), Operator.EQUAL, true, null);
      return new Phrase(piece, bad.leaf(), List.of(bad), false);
    }
    if (NO_RECORD.matcher(words).find()) {
      FoundLeaf never =
          LeafBuilder.flag(
              source,
              piece,
              CustomField.name(words.replaceFirst("^.*?(?:无|未(?:发生|出现|有|受到|受过|被|存在)|没有|不存在)", "")),
              Operator.NEVER,
              true,
              PeriodWords.ofEvent(words).orElse(null));
      return new Phrase(piece, never.leaf(), List.of(never), false);
    }
    LeafMode mode = DOCUMENTS.matcher(words).find() ? LeafMode.EVIDENCE : LeafMode.JUDGEMENT;
    Strength strength = PRINCIPLE.matcher(words).find() ? Strength.PRINCIPLE : Strength.HARD;
    FoundLeaf leaf = LeafBuilder.open(source, piece, CustomField.name(words), mode, strength);
    return new Phrase(piece, leaf.leaf(), List.of(leaf), true);
  }

  /** Words beside the finds that ask something of their own. */
  private List<Condition> leftOvers(TextSpan piece, List<FoundLeaf> leaves) {
    List<Condition> open = new ArrayList<>();
    int from = piece.start();
    for (int i = 0; i <= leaves.size(); i++) {
      boolean last = i == leaves.size();
      int to = last ? piece.end() : leaves.get(i).span().start();
      if (to > from) {
        leftOver(trim(new TextSpan(from, to)), last).ifPresent(open::add);
      }
      from = last ? from : Math.max(from, leaves.get(i).span().end());
    }
    return open;
  }

  private java.util.Optional<Condition> leftOver(TextSpan rest, boolean last) {
    String words = source.covered(rest);
    boolean asks =
        last
            ? LEFT_OVER.matcher(words).find() || JOINED_ACT.matcher(words).find()
            : ACT.matcher(words).lookingAt();
    if (rest.length() < SHORTEST || !asks) {
      return java.util.Optional.empty();
    }
    LeafMode mode = DOCUMENTS.matcher(words).find() ? LeafMode.EVIDENCE : LeafMode.JUDGEMENT;
    return java.util.Optional.of(
        LeafBuilder.open(source, rest, CustomField.name(words), mode, Strength.HARD).leaf());
  }
}
