package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import java.util.ArrayList;
import java.util.List;

/** Reads sentences that free some applicants from a condition. */
final class WaiverReader {
  private final ItemText source;
  private final PremiseReader premises;

  WaiverReader(ItemText source, PremiseReader premises) {
    this.source = source;
    this.premises = premises;
  }

  /** 「成立满一年，但整体迁入的企业不受此限」, or the waiver as a sentence of its own. */
  AskedSentence read(
      TextSpan span,
      int waiver,
      TextSpan instead,
      ReadingContext context,
      SentenceReader sentences) {
    int end = instead == null ? span.end() : instead.start() - 1;
    String words = source.covered(new TextSpan(span.start(), end));
    int turn = Waiver.turn(words, waiver);
    Condition exempt = who(new TextSpan(span.start() + turn, span.start() + waiver), context);
    Condition other = instead == null ? null : who(instead, context);
    Waiver waived =
        new Waiver(
            other == null ? exempt : ConditionGroup.all(List.of(exempt, other)),
            words.substring(waiver));
    if (turn == 0) {
      return AskedSentence.waiving(span, waived);
    }
    Condition before =
        Tiers.single(sentences.read(new TextSpan(span.start(), span.start() + turn - 1), context));
    if (before == null) {
      return AskedSentence.waiving(span, waived);
    }
    List<Condition> all = new ArrayList<>(List.of(before));
    waived.easeIn(all);
    return new AskedSentence(span, null, all.get(0), null);
  }

  /** Those a waiver is for. */
  Condition who(TextSpan span, ReadingContext context) {
    Condition read = Tiers.single(premises.joined(span, span, context));
    return read == null ? premises.premise(span, span, context).condition() : read;
  }
}
