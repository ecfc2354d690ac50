package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Figures whose subject stands in the sentence before. */
final class BareFigures {
  private static final Pattern BARE =
      Pattern.compile(
          "(?:其)?(?:占比|比例|比重|增速|增幅)?(?:应当?|须|需|要|均|为)*(?:不低于|不少于|不超过|不高于|达到?|至少|超过)?[\\d一二三四五六七八九十百千].*");

  private BareFigures() {}

  /** 「…的不低于5%；5000万元至2亿元的不低于4%」: a premise without a subject is about the one before. */
  static List<AskedSentence> named(List<AskedSentence> read) {
    List<AskedSentence> named = new ArrayList<>();
    ConditionLeaf before = null;
    ConditionLeaf concluded = null;
    ConditionLeaf asked = null;
    for (AskedSentence plain : read) {
      AskedSentence one = concluded(alone(plain, asked), concluded);
      asked = !one.isConditional() && one.condition() instanceof ConditionLeaf leaf ? leaf : null;
      boolean bare =
          before != null
              && one.isConditional()
              && one.premise() instanceof ConditionLeaf leaf
              && leaf.quote().matches("^[\\d一二三四五六七八九十百千万].*")
              && Objects.equals(leaf.unit(), before.unit());
      AskedSentence now = bare ? withSubject(one, before) : one;
      named.add(now);
      before = now.premise() instanceof ConditionLeaf leaf ? leaf : null;
      concluded =
          now.isConditional() && now.condition() instanceof ConditionLeaf leaf ? leaf : null;
    }
    return named;
  }

  /** 「500万元以上的，按8%补助」 behind 「研发费用100万元以上的，按5%补助」. */
  private static AskedSentence alone(AskedSentence one, ConditionLeaf before) {
    boolean bare =
        before != null
            && !one.isConditional()
            && one.condition() instanceof ConditionLeaf leaf
            && leaf.field().endsWith(":" + PremiseReader.UNNAMED)
            && Objects.equals(leaf.unit(), before.unit());
    return bare
        ? new AskedSentence(
            one.span(),
            null,
            ((ConditionLeaf) one.condition()).of(before.field(), before.period()),
            one.kind(),
            one.amount(),
            one.waiver())
        : one;
  }

  /** 「…的，不低于4%」 behind 「…的，研发费用占比不低于5%」 is about the same share. */
  private static AskedSentence concluded(AskedSentence one, ConditionLeaf before) {
    boolean bare =
        before != null
            && one.isConditional()
            && one.condition() instanceof ConditionLeaf leaf
            && BARE.matcher(leaf.quote()).matches()
            && Objects.equals(leaf.unit(), before.unit());
    return bare
        ? new AskedSentence(
            one.span(),
            one.premise(),
            ((ConditionLeaf) one.condition()).of(before.field(), before.period()),
            one.kind(),
            one.amount(),
            one.waiver())
        : one;
  }

  private static AskedSentence withSubject(AskedSentence sentence, ConditionLeaf of) {
    ConditionLeaf leaf = (ConditionLeaf) sentence.premise();
    return new AskedSentence(
        sentence.span(),
        leaf.of(of.field(), of.period()),
        sentence.condition(),
        sentence.kind(),
        sentence.amount(),
        sentence.waiver());
  }
}
