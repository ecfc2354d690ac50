package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bad acts that no field of the catalogue is about, in the list of what an applicant must not have
 * done: 无拖欠工资、欠缴社保等违法行为.
 */
final class DeniedActs {
  private static final Pattern NEGATION =
      Pattern.compile(
          "(?:无|未(?:发生|出现|有|受到|受过|被|存在)?(?:过)?|没有(?:发生)?|不存在|不得(?:有|存在|发生))(?=[^，。；]{4})");
  private static final Pattern ACT =
      Pattern.compile(
          "(?:重大|严重|恶意|长期)?(?:拖欠|欠缴|欠发|欠薪|骗取|骗补|套取|损害|侵害|克扣|虚报|挪用|挤占|截留|弄虚作假|制假|售假|裁员(?!率)|逃废|逾期"
              + "|(?:有效)?投诉|群体性|劳资纠纷|劳动纠纷|舆情|风险|负面|学术不端)");

  /** What stands behind 等 sums the list up. */
  private static final Pattern SUM = Pattern.compile("等(?!级|额|次|于)");

  /** 「…等违法违规信用记录」: a register keeps them, and says whether there is any. */
  private static final Pattern RECORD =
      Pattern.compile("等[^，。；、]{0,10}(?:信用|征信|失信|诚信)[^，。；、]{0,4}记录.{0,4}");

  /** 「欠缴社会保险费的企业」: whom the act is said of is not its name. */
  private static final Pattern OF_WHOM = Pattern.compile("的[^，。；的]{0,10}(?:企业|单位|机构|公司|主体)$");

  /**
   * What the last thing of the list is called, which makes bad acts of all that stand before it.
   */
  private static final Pattern EVENT =
      Pattern.compile("(?:事件|事故|行为|纠纷|违规|违法|投诉|案件|情形|情况|问题|现象|记录)(?:被?(?:通报|曝光|查处|处罚|投诉))?(?:的)?$");

  /** Words that deny without saying what has not happened: 未完成整改的问题. */
  private static final String BARE_NEGATION = "未";

  private static final Pattern AGAIN =
      Pattern.compile("(?:且|也)?(?:无|未(?:发生|出现|有|受到|受过|存在)(?:过)?|没有(?:发生)?|不存在)");

  private static final Pattern THING =
      Pattern.compile("(?![^，。；]{0,6}(?:其[他它]|相关))[^，。；：\\d且]{2,18}");

  private static final Pattern SEPARATOR = Pattern.compile("、|以及|或者|和|及|与|或");

  private DeniedActs() {}

  /** Whether words begin with an act, be it denied. */
  static boolean isAct(String words) {
    Matcher negation = NEGATION.matcher(words);
    int from = negation.lookingAt() ? negation.end() : 0;
    return ACT.matcher(words).region(from, words.length()).lookingAt();
  }

  /**
   * The records of a stretch and the acts beside them.
   *
   * @param known records that the patterns know; those that only sum the list up are left out
   */
  static List<FoundLeaf> with(ItemText source, TextSpan piece, List<FoundLeaf> known) {
    Matcher negation = NEGATION.matcher(source.covered()).region(piece.start(), piece.end());
    if (!negation.find()) {
      return known;
    }
    String text = source.covered();
    Matcher sum = SUM.matcher(text).region(negation.end(), piece.end());
    int end = sum.find() ? sum.start() : piece.end();
    List<FoundLeaf> acts = new ArrayList<>();
    List<TextSpan> others = new ArrayList<>();
    int from = negation.end();
    Matcher separator = SEPARATOR.matcher(text).region(negation.end(), end);
    boolean listed = isListed(source, negation, end, piece.end());
    boolean more = true;
    while (more) {
      more = separator.find();
      TextSpan item = new TextSpan(from, more ? separator.start() : end);
      boolean act =
          ACT.matcher(text).region(item.start(), item.end()).lookingAt()
              || listed && isThing(source.covered(item));
      if (act && !ConductDetector.isOfTaxes(source.covered(item))) {
        acts.add(act(source, piece, item, item.start() == negation.end() ? negation : null));
      } else {
        others.add(item);
      }
      from = more ? separator.end() : from;
    }
    boolean register = end < piece.end() && RECORD.matcher(text).region(end, piece.end()).matches();
    List<FoundLeaf> kept =
        known.stream().filter(leaf -> "dishonesty".equals(leaf.leaf().field())).toList();
    if (register && kept.size() == 1) {
      return List.of(moved(source, kept.get(0), piece));
    }
    if (acts.isEmpty()) {
      return known;
    }
    List<FoundLeaf> all = new ArrayList<>();
    for (FoundLeaf leaf : known) {
      boolean summing = end < piece.end() && leaf.span().end() > end;
      boolean named = acts.stream().anyMatch(act -> act.span().overlaps(leaf.span()));
      if (!summing && !named) {
        all.add(leaf);
      } else if (!summing) {
        others.stream()
            .filter(item -> item.overlaps(leaf.span()))
            .findFirst()
            .ifPresent(item -> all.add(moved(source, leaf, item)));
      }
    }
    all.addAll(acts);
    return all;
  }

  /** 「无虐待、体罚儿童等行为」: whether what is denied are bad acts by the word that sums them up. */
  private static boolean isListed(ItemText source, Matcher negation, int end, int last) {
    String denied = source.covered().substring(negation.end(), last);
    boolean several =
        SEPARATOR
            .matcher(source.covered())
            .region(negation.end(), end)
            .results()
            .findAny()
            .isPresent();
    boolean whole =
        SEPARATOR
            .splitAsStream(source.covered().substring(negation.end(), end))
            .allMatch(item -> item.length() > 1);
    return several
        && whole
        && !BARE_NEGATION.equals(negation.group())
        && EVENT.matcher(denied).find()
        && denied.indexOf('且') < 0;
  }

  /** Something that no pattern of a record knows. */
  private static boolean isThing(String words) {
    return THING.matcher(words).matches()
        && !ConductDetector.isRecord(words)
        && !ConductDetector.isDomain(words);
  }

  private static FoundLeaf moved(ItemText source, FoundLeaf leaf, TextSpan span) {
    return new FoundLeaf(
        span, leaf.leaf().withQuote(source.quote(span), source.stored(span).start()));
  }

  private static FoundLeaf act(ItemText source, TextSpan piece, TextSpan item, Matcher negation) {
    Matcher again = AGAIN.matcher(source.covered()).region(item.start(), item.end());
    int from = again.lookingAt() ? again.end() : item.start();
    Matcher whom = OF_WHOM.matcher(source.covered(item));
    int to = whom.find() ? item.start() + whom.start() : item.end();
    TextSpan done = new TextSpan(Math.min(from, to), to);
    TextSpan quote = negation == null ? done : new TextSpan(negation.start(), done.end());
    return LeafBuilder.flag(
        source,
        quote,
        CustomField.name(source.covered(done)),
        Operator.NEVER,
        true,
        PeriodWords.ofEvent(source.covered(piece)).orElse(null));
  }
}
